"""One mark on the page of notes: the words, the note, where they are from, and what can be done with them."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from r2p_app.ui.notes.collection import Kept
from r2p_app.ui.notes.words import ICONS, kind_word, name_of, shortened
from r2p_app.ui.theme.icons import icon
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, button, label, row
from r2p_app.ui.widgets.flow import FlowLayout

_QUOTE = 600
"""Characters of a quotation that the page shows; the whole of it is in the chapter and in the export."""


class MarkCard(Card):
    """Shows one mark.

    Signals:
        link_requested: Show the place in its chapter.
        edit_requested: The note is to be written.
        remove_requested: The mark is no longer wanted.
    """

    link_requested = Signal(str)
    edit_requested = Signal(object)
    remove_requested = Signal(object)

    def __init__(self, kept: Kept, made_on: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.kept = kept
        annotation = kept.annotation
        name = name_of(annotation)
        self.setAccessibleName(name)
        self.body.addLayout(self._head(made_on))
        self.body.addWidget(label(f"“{shortened(annotation.quote, _QUOTE)}”", TextRole.READING_ITALIC))
        if annotation.note:
            self.body.addWidget(label(annotation.note, TextRole.BODY))
        if not kept.anchor:
            self.body.addWidget(label(self._fate(), TextRole.SMALL, tone="note"))
        self.body.addWidget(self._buttons(name))

    def _head(self, made_on: str) -> QHBoxLayout:
        kind = self.kept.annotation.kind
        sign = QLabel()
        sign.setPixmap(icon(ICONS[kind], "note", size=16).pixmap(current().px(16)))
        head = row(sign, label(kind_word(kind), TextRole.SMALL_STRONG, wrap=False), spacing=2 * GRID)
        head.addStretch(1)
        head.addWidget(label(made_on, TextRole.SMALL, tone="muted", wrap=False))
        return head

    def _fate(self) -> str:
        if self.kept.chapter is None:
            return self.tr("The chapter is not in this content any more.")
        return self.tr("The text has changed: these words are not in the chapter any more. They are kept here.")

    def _buttons(self, name: str) -> QWidget:
        annotation = self.kept.annotation
        holder = QWidget()
        flow = FlowLayout(holder, spacing=2 * GRID)
        edit = self.tr("Edit the note") if annotation.note else self.tr("Write a note")
        wanted = ((self.tr("Open in the chapter"), self._on_open_clicked), (edit, self._on_edit_clicked))
        for words, slot in (*wanted[not self.kept.link :], (self.tr("Remove"), self._on_remove_clicked)):
            made = button(words, "link", name=f"{words}: {name}")
            made.clicked.connect(slot)
            flow.addWidget(made)
        return holder

    @Slot()
    def _on_open_clicked(self) -> None:
        self.link_requested.emit(self.kept.link)

    @Slot()
    def _on_edit_clicked(self) -> None:
        self.edit_requested.emit(self.kept.annotation)

    @Slot()
    def _on_remove_clicked(self) -> None:
        self.remove_requested.emit(self.kept.annotation)
