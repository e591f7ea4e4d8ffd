"""The card of one record, of whatever kind, with where in the pack it is used."""

from collections import Counter
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from r2p_app.content.library import Library
from r2p_app.content.links import item_link
from r2p_app.ui.text import kind_label
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import column
from r2p_app.ui.widgets.records.body import RecordBody
from r2p_app.ui.widgets.records.builders import build
from r2p_app.ui.widgets.records.summary import summary, title
from r2p_app.ui.widgets.typeset import Typesetter

_LISTED = ("chapter", "event", "document", "decision", "figure", "series", "actor", "term", "misconception")
"""Kinds listed by name, in this order; of others only the number is given: a question's words would give it away."""

_MOST = 12


class RecordCard(QWidget):
    """What is known about one record. The window shows it floating and closes it.

    Signals:
        link_requested: A link, or a web address that the window opens only after asking.
    """

    link_requested = Signal(str)

    def __init__(self, library: Library, item_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"{kind_label(library.kind_of(item_id).name)}: {title(library, item_id)}")
        self.setBackgroundRole(QPalette.ColorRole.Base)  # a scroll area fills what it shows
        self.body = build(library, item_id)
        self.body.link_requested.connect(self.link_requested)
        box = column(self.body, into=self, margins=(4 * GRID, 0, 4 * GRID, 3 * GRID))
        box.addStretch(1)
        self._add_uses(self.body, library.mentions(item_id))

    def _add_uses(self, body: RecordBody, ids: tuple[str, ...]) -> None:
        if ids:
            body.heading(self.tr("Used in"))
            body.paragraph(partial(_write_uses, body.library, ids), role=TextRole.SMALL)


def _write_uses(library: Library, ids: tuple[str, ...], setter: Typesetter) -> None:
    kinds = {item_id: library.kind_of(item_id).name for item_id in ids}
    listed = sorted((i for i in ids if kinds[i] in _LISTED), key=lambda i: _LISTED.index(kinds[i]))
    for item_id in listed[:_MOST]:
        setter.paragraph(before=3, role=TextRole.SMALL)
        words = summary(library, item_id) if kinds[item_id] in ("event", "decision") else title(library, item_id)
        setter.text(f"{kind_label(kinds[item_id])}: ")
        setter.link(words, item_link(kinds[item_id], item_id))
    rest = Counter(kind_label(kinds[i]) for i in ids if i not in listed[:_MOST])
    if rest:
        setter.paragraph(before=3, role=TextRole.SMALL)
        setter.text(", ".join(f"{name} ({count})" for name, count in rest.items()), tone="ink-2")
