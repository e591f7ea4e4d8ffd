"""Asks which handout, on which paper, in how many versions, with the answers or without."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from r2p_app.content.library import Library
from r2p_app.export.paper.handouts.subject import Handout, Subject, offered
from r2p_app.export.paper.handouts.versions import LETTERS
from r2p_app.export.paper.setting import PaperSize
from r2p_app.ui.announce import announce
from r2p_app.ui.paper.making import WITH_ANSWERS, WITH_VERSIONS, Plan
from r2p_app.ui.paper.words import handout_line, handout_name
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import ScrollPage, button, column, label, row
from r2p_app.ui.widgets.fields import Combo, Stepper, Tick
from r2p_app.ui.widgets.toggles import Toggles

_SIZES = (PaperSize.A4, PaperSize.LETTER)
_WIDTH = 480


class HandoutDialog(QDialog):
    """What there is of a subject. It is freed when it closes.

    Signals:
        chosen: Make this, a `Plan`.
    """

    chosen = Signal(object)

    def __init__(self, library: Library, subject: Subject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Handouts"))
        self.setModal(True)
        self._library, self._subject = library, subject
        self.offered: Sequence[Handout] = offered(subject)
        self.kinds = Combo()
        self.kinds.addItems([handout_name(kind) for kind in self.offered])
        self.kinds.setAccessibleName(self.tr("Which handout"))
        self.line = label("", tone="muted")
        self.sizes = Toggles([self.tr("A4"), self.tr("Letter")], self.tr("Paper"))
        self.versions = Stepper(1, len(LETTERS))
        self.versions.set_name(self.tr("Versions"))
        self.answers = Tick(self.tr("With the answers on sheets of their own"))
        self.versions.setMaximumWidth(current().px(200))
        self._versions = _headed(self.tr("Versions"), self.versions)
        self.save = button(self.tr("Save as PDF"), "primary")
        self.page = ScrollPage(_WIDTH)
        self._build_layout()
        self.kinds.currentIndexChanged.connect(self._on_kinds_current_index_changed)
        self.save.clicked.connect(self._on_save_clicked)
        self._show_kind()
        self.save.setDefault(True)
        self.kinds.setFocus()

    @property
    def kind(self) -> Handout | None:
        """The handout that is chosen; None where there is none of the subject."""
        return self.offered[self.kinds.currentIndex()] if self.offered else None

    def choose(self, kind: Handout) -> None:
        """Choose a handout that is offered; raise `ValueError` for any other."""
        self.kinds.setCurrentIndex(self.offered.index(kind))

    def plan(self) -> Plan:
        """Return what is chosen; raise `ValueError` where there is nothing."""
        if self.kind is None:
            raise ValueError(f"there is no handout of {self._subject.id}")
        return Plan(
            self._library,
            self._subject,
            self.kind,
            _SIZES[self.sizes.index],
            self.versions.value() if self._has_versions() else 1,
            self.answers.isChecked() and self._has_answers(),
        )

    def _build_layout(self) -> None:
        body = self.page.body
        body.setSpacing(3 * GRID)
        body.setContentsMargins(6 * GRID, 6 * GRID, 6 * GRID, 3 * GRID)
        for part in (
            label(self._subject.title, TextRole.H3),
            _headed(self.tr("Which handout"), self.kinds),
            self.line,
            _headed(self.tr("Paper"), self.sizes),
            self._versions,
            self.answers,
        ):
            body.addWidget(part)
        body.addStretch(1)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self._buttons = row(margins=(6 * GRID, 3 * GRID, 6 * GRID, 6 * GRID))
        self._buttons.addStretch(1)
        self._buttons.addWidget(cancel)
        self._buttons.addWidget(self.save)
        box = column(self.page, into=self, spacing=0)
        box.addLayout(self._buttons)

    def _fit(self) -> None:
        """Be as high as what is asked, or as the screen allows; then it scrolls."""
        width = current().px(_WIDTH)
        asked = self.page.body.totalHeightForWidth(width) + self._buttons.sizeHint().height() + 2 * GRID
        room = self.screen().availableGeometry().size()
        self.resize(min(width, room.width()), min(asked, room.height() - 12 * GRID))

    def _has_versions(self) -> bool:
        return self.kind in WITH_VERSIONS

    def _has_answers(self) -> bool:
        has_key = bool(self._subject.questions) or self.kind is Handout.SORT_CARDS
        return self.kind in WITH_ANSWERS and has_key

    def _show_kind(self) -> None:
        nothing = self.tr("There is nothing here that a handout can be made of.")
        self.line.setText(handout_line(self.kind) if self.kind is not None else nothing)
        self.save.setEnabled(self.kind is not None)
        self._versions.setVisible(self._has_versions())
        self.answers.setVisible(self._has_answers())
        self._fit()

    @Slot()
    def _on_kinds_current_index_changed(self) -> None:
        self._show_kind()
        announce(self.line, self.line.text())

    @Slot()
    def _on_save_clicked(self) -> None:
        plan = self.plan()
        self.accept()
        self.chosen.emit(plan)


def _headed(heading: str, part: QWidget) -> QWidget:
    holder = QWidget()
    column(label(heading, TextRole.SMALL_STRONG), part, into=holder, spacing=GRID)
    return holder
