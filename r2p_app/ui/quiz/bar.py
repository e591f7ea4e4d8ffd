"""The bar under a question: what is missing, how sure the learner is, and the button that goes on."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from r2p_app.learning.confidence import Confidence
from r2p_app.ui import text
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import button, label, restyle, row
from r2p_app.ui.widgets.flow import FlowLayout

_SAID = {
    Confidence.NOT_SURE: str(QT_TRANSLATE_NOOP("Confidence", "You said you were not sure.")),
    Confidence.FAIRLY_SURE: str(QT_TRANSLATE_NOOP("Confidence", "You said you were fairly sure.")),
    Confidence.SURE: str(QT_TRANSLATE_NOOP("Confidence", "You said you were sure.")),
}
ENTER = "\N{RETURN SYMBOL}"


def said_words(confidence: Confidence) -> str:
    """Return the sentence that recalls what the learner said."""
    return QCoreApplication.translate("Confidence", _SAID[confidence])


class AnswerBar(QWidget):
    """One line of controls whose meaning follows the stage of the question.

    Signals:
        continued: The main button was pressed.
        confidence_given: The learner said how sure they are, as `Confidence`.
    """

    continued = Signal()
    confidence_given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._message = label("", TextRole.SMALL)
        self._question = label(self.tr("How sure are you?"), TextRole.BODY_STRONG, wrap=False)
        self._levels = {level: self._level_button(number, level) for number, level in enumerate(Confidence, start=1)}
        self._asking = QWidget()
        asking = FlowLayout(self._asking, spacing=2 * GRID)
        for widget in (self._question, *self._levels.values()):
            asking.addWidget(widget)
        self._main = button("", "primary")
        self._main.clicked.connect(self.continued)
        layout = row(self._asking, self._message, self._main, spacing=3 * GRID, into=self)
        layout.setStretch(0, 1)
        layout.setStretch(1, 1)
        layout.setAlignment(self._main, Qt.AlignmentFlag.AlignVCenter)
        self._asking.hide()

    @property
    def main_button(self) -> QPushButton:
        """The button that goes on."""
        return self._main

    @property
    def message(self) -> str:
        """What the bar says at present."""
        return self._message.text()

    def offer(self, words: str, *, message: str = "", keys: str = ENTER) -> None:
        """Show the main button with these words, the key that presses it, and a message."""
        self._asking.hide()
        self._main.setText(f"{words}  {keys}".strip())
        self._main.setAccessibleName(words)
        self._main.show()
        self.say(message)

    def say(self, message: str, *, tone: str = "muted") -> None:
        """Show a message beside the button."""
        self._message.setText(message)
        restyle(self._message, tone=tone)
        self._message.show()

    def ask_confidence(self) -> None:
        """Ask how sure the learner is; the first level takes the focus, keys 1 to 3 answer."""
        self._main.hide()
        self._message.hide()
        self._asking.show()
        self._levels[Confidence.NOT_SURE].setFocus(Qt.FocusReason.OtherFocusReason)

    def press_number(self, number: int) -> bool:
        """Answer by key while the question about confidence is open."""
        levels = list(Confidence)
        if self._asking.isHidden() or not 1 <= number <= len(levels):
            return False
        self._levels[levels[number - 1]].click()
        return True

    def clear(self) -> None:
        """Show nothing."""
        self._asking.hide()
        self._main.hide()
        self.say("")

    def _level_button(self, number: int, level: Confidence) -> QPushButton:
        words = text.label(level)
        made = button(f"{number}  {words}", "secondary", name=words)
        made.setAccessibleDescription(self.tr("Key %1").replace("%1", str(number)))
        made.setProperty("level", level.value)
        made.clicked.connect(self._on_level_clicked)
        return made

    @Slot()
    def _on_level_clicked(self) -> None:
        self.confidence_given.emit(Confidence(str(self.sender().property("level"))))
