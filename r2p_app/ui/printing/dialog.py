"""Asks how a chapter is to stand on paper, then where it is saved."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from r2p_app.export.paper.setting import PaperSize
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import button, column, label, row
from r2p_app.ui.widgets.fields import Tick
from r2p_app.ui.widgets.toggles import Toggles

_SIZES = (PaperSize.A4, PaperSize.LETTER)


class PaperDialog(QDialog):
    """Size of paper, and whether one's own highlights are printed. It is freed when it closes.

    Signals:
        chosen: Make it, on this size, with the highlights or without.
        handouts_requested: Rather a worksheet, questions or cards.
    """

    chosen = Signal(object, bool)
    handouts_requested = Signal()

    def __init__(self, title: str, *, has_marks: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Save as PDF"))
        self.setModal(True)
        self.sizes = Toggles([self.tr("A4"), self.tr("Letter")], self.tr("Paper"))
        self.marks = Tick(self.tr("Print my highlights"))
        self.marks.setVisible(has_marks)
        lead = self.tr("The sources stand at the end. Any PDF viewer can print the file.")
        box = column(
            label(title, TextRole.H3),
            label(lead, tone="muted"),
            self.sizes,
            self.marks,
            into=self,
            spacing=3 * GRID,
            margins=(6 * GRID,) * 4,
        )
        self.save = button(self.tr("Save as PDF"), "primary")
        self.save.clicked.connect(self._on_save_clicked)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.handouts = button(self.tr("Handouts for a class…"), "link")
        self.handouts.clicked.connect(self._on_handouts_clicked)
        buttons = row(self.handouts)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save)
        box.addLayout(buttons)
        self.setMinimumWidth(current().px(400))
        self.save.setDefault(True)
        self.save.setFocus()

    @Slot()
    def _on_handouts_clicked(self) -> None:
        self.reject()
        self.handouts_requested.emit()

    @Slot()
    def _on_save_clicked(self) -> None:
        size, with_marks = _SIZES[self.sizes.index], self.marks.isChecked() and self.marks.isVisibleTo(self)
        self.accept()
        self.chosen.emit(size, with_marks)
