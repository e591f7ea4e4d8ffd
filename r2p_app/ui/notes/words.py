"""What marks are called."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from r2p_app.notes.annotation import Annotation, Kind
from r2p_app.ui.widgets.typography import refine

translate = QCoreApplication.translate

_SHORT = 90
"""Characters of a quotation that a name has room for."""

_KINDS = {
    Kind.HIGHLIGHT: str(QT_TRANSLATE_NOOP("Notes", "Highlight")),
    Kind.NOTE: str(QT_TRANSLATE_NOOP("Notes", "Note")),
    Kind.BOOKMARK: str(QT_TRANSLATE_NOOP("Notes", "Bookmark")),
}
_MANY = {
    Kind.HIGHLIGHT: str(QT_TRANSLATE_NOOP("Notes", "Highlights")),
    Kind.NOTE: str(QT_TRANSLATE_NOOP("Notes", "Notes")),
    Kind.BOOKMARK: str(QT_TRANSLATE_NOOP("Notes", "Bookmarks")),
}
_REMOVED = {
    Kind.HIGHLIGHT: str(QT_TRANSLATE_NOOP("Notes", "The highlight is removed.")),
    Kind.NOTE: str(QT_TRANSLATE_NOOP("Notes", "The note is removed.")),
    Kind.BOOKMARK: str(QT_TRANSLATE_NOOP("Notes", "The bookmark is removed.")),
}
ICONS = {Kind.HIGHLIGHT: "highlighter", Kind.NOTE: "pen-line", Kind.BOOKMARK: "bookmark"}


def kind_word(kind: Kind) -> str:
    """Return what one mark of a kind is called."""
    return translate("Notes", _KINDS[kind])


def kind_words(kind: Kind) -> str:
    """Return what several marks of a kind are called."""
    return translate("Notes", _MANY[kind])


def removed(kind: Kind) -> str:
    """Return what is said when a mark was removed."""
    return translate("Notes", _REMOVED[kind])


def name_of(annotation: Annotation) -> str:
    """Return a mark in one line: what it is, the words marked, the words written."""
    quoted = translate("Notes", "%1: “%2”").replace("%1", kind_word(annotation.kind))
    return " ".join((quoted.replace("%2", shortened(annotation.quote)), annotation.note)).strip()


def shortened(quote: str, length: int = _SHORT) -> str:
    """Return the beginning of a quotation, in one line."""
    line = refine(" ".join(quote.split()))
    return line if len(line) <= length else f"{line[:length].rsplit(' ', 1)[0].rstrip(' ,;:')}…"
