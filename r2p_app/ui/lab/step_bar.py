"""The five steps as a row of buttons: where one is, where one may go, and why not yet further."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from r2p_app.lab.exercise import STEPS, Missing, Step
from r2p_app.ui.lab.words import missing_words, step_title
from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.widgets.basic import button, label, restyle
from r2p_app.ui.widgets.flow import FlowLayout


class StepBar(QWidget):
    """One button for each step, arrows between them.

    Signals:
        step_chosen: The person wants to go to this step.
    """

    step_chosen = Signal(Step)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Steps of the exercise"))
        flow = FlowLayout(self, spacing=GRID)
        self.buttons: dict[Step, QPushButton] = {}
        for step in STEPS:
            if self.buttons:
                flow.addWidget(label("→", tone="muted", wrap=False))
            self.buttons[step] = made = button(step_title(step), "quiet")
            made.setCheckable(True)
            made.clicked.connect(self._on_button_clicked)
            flow.addWidget(made)

    def show_step(self, here: Step, missing: Mapping[Step, Missing | None]) -> None:
        """Mark the step that is open; those that are closed say why."""
        for step, made in self.buttons.items():
            made.setChecked(step is here)
            lack = missing.get(step)
            made.setEnabled(lack is None)
            made.setToolTip(missing_words(lack) if lack is not None else "")
            made.setAccessibleName(self._name(step, here, lack))
            restyle(made, here=step is here)
            made.setCursor(Qt.CursorShape.PointingHandCursor)

    def _name(self, step: Step, here: Step, lack: Missing | None) -> str:
        words = self.tr("Step %1 of 5: %2").replace("%1", str(step.number)).replace("%2", step_title(step))
        if step is here:
            return f"{words}, {self.tr('this step')}"
        return f"{words}, {missing_words(lack)}" if lack is not None else words

    @Slot()
    def _on_button_clicked(self) -> None:
        for step, made in self.buttons.items():
            if made is self.sender():
                self.step_chosen.emit(step)
