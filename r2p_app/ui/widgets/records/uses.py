"""Where in the pack a record is used: the first places, and all of them when they are asked for."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.content.library import Library
from r2p_app.content.links import item_link
from r2p_app.ui.format import plural
from r2p_app.ui.text import kind_label
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import button, column
from r2p_app.ui.widgets.prose import Prose
from r2p_app.ui.widgets.records.summary import summary, title
from r2p_app.ui.widgets.typeset import Typesetter

_FIRST = ("chapter", "event", "document", "decision", "figure", "series", "actor", "term", "misconception")
"""Kinds that come first, in this order; the others follow in the order of the pack."""

_COUNTED = ("question",)
"""Kinds of which only the number is told: to stand here would give away what the answer is about."""

_DATED = ("event", "decision")
_MOST = 12


class Uses(QWidget):
    """The records that mention one.

    Signals:
        link_requested: One of them was chosen.
    """

    link_requested = Signal(str)

    def __init__(self, library: Library, ids: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        kinds = {item_id: library.kind_of(item_id).name for item_id in ids}
        self._listed = sorted((i for i in ids if kinds[i] not in _COUNTED), key=lambda i: _rank(kinds[i]))
        self._counts = Counter(kind_label(kinds[i]) for i in ids if kinds[i] in _COUNTED)
        self._box = column(into=self, spacing=GRID, margins=(0, 2 * GRID, 0, 0))
        self.prose = self._write(self._listed[:_MOST])
        if len(self._listed) > _MOST:
            self._offer_all()

    def _write(self, shown: Sequence[str]) -> Prose:
        def write(setter: Typesetter) -> None:
            _write_heading(setter, self.tr("Used in"))
            for item_id in shown:
                _write_use(setter, self._library, item_id)
            _write_counts(setter, self._counts)

        prose = Prose(write, TextRole.BODY, name=self.tr("Used in"))
        prose.link_requested.connect(self.link_requested)
        self._box.insertWidget(0, prose)
        return prose

    def _offer_all(self) -> None:
        words = plural(self.tr("Show all %n place(s)", "", len(self._listed)))
        self.all = button(words, "link")
        self.all.clicked.connect(self._show_all)
        self._box.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _show_all(self) -> None:
        had_focus, before = self.all.hasFocus(), self.prose
        self.prose = self._write(self._listed)
        self.prose.show()
        if had_focus:
            self.prose.setFocus(Qt.FocusReason.OtherFocusReason)
        self.all.hide()
        before.hide()
        before.deleteLater()


def _rank(kind: str) -> int:
    return _FIRST.index(kind) if kind in _FIRST else len(_FIRST)


def _write_heading(setter: Typesetter, words: str) -> None:
    setter.paragraph(before=16)
    setter.text(words, strong=True)


def _write_use(setter: Typesetter, library: Library, item_id: str) -> None:
    kind = library.kind_of(item_id).name
    setter.paragraph(before=3, role=TextRole.SMALL)
    setter.text(f"{kind_label(kind)}: ")
    words = summary(library, item_id) if kind in _DATED else title(library, item_id)
    setter.link(words, item_link(kind, item_id))


def _write_counts(setter: Typesetter, counts: Counter[str]) -> None:
    if counts:
        setter.paragraph(before=3, role=TextRole.SMALL)
        setter.text(", ".join(f"{name} ({count})" for name, count in counts.items()), tone="ink-2")
