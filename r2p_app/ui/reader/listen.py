"""Reading a chapter aloud: a bar to start, pause, go on and stop; the paragraph that is read is marked and followed."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from r2p_app.ui.announce import announce
from r2p_app.ui.reader.utterances import Utterance
from r2p_app.ui.speech.engines import find_engine
from r2p_app.ui.speech.speaker import Speaker, Voice
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import button, column, label
from r2p_app.ui.widgets.flow import FlowLayout
from r2p_app.ui.widgets.icon_button import IconButton


def make_voice(parent: QWidget) -> Voice | None:
    """Return the voice of this computer, None where there is none."""
    engine = find_engine()
    return Speaker(engine, parent) if engine is not None else None


class ListenBar(QFrame):
    """Reads utterances one after the other.

    Signals:
        spoken: The paragraph with this anchor is being read; "" for the title, or when nothing is.
        closed: Nothing more is to be read.
    """

    spoken = Signal(str)
    closed = Signal()

    def __init__(self, make: Callable[[QWidget], Voice | None] = make_voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "floating")
        self._make = make
        self._voice: Voice | None = None
        self._all: tuple[Utterance, ...] = ()
        self._index = 0
        self._is_speaking = False
        self._is_asked_for = False
        self.words = label("", TextRole.SMALL)
        self._build_layout()
        self.hide()

    def open(self, all_: tuple[Utterance, ...], anchor: str) -> None:
        """Begin to read at a paragraph, or at the one after it that can be read."""
        self._stop()
        self.show()
        if self._voice is None and (voice := self._make(self)) is not None:
            self._voice = voice
            voice.finished.connect(self._on_voice_finished)
            voice.failed.connect(self._on_voice_failed)
        if self._voice is None:
            self._tell(_nothing_speaks())
            self._show_buttons()
            return
        self._all = all_
        self._index = next((i for i, each in enumerate(all_) if each.anchor == anchor), 0)
        self._speak()
        self.pause.setFocus(Qt.FocusReason.OtherFocusReason)

    def dismiss(self) -> None:
        """Stop reading and hide the bar."""
        if self.isHidden():
            return
        self._stop()
        self.hide()
        self.spoken.emit("")
        self.closed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """What is not in view is not read on."""
        super().hideEvent(event)
        self._pause()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _build_layout(self) -> None:
        self.pause = IconButton("pause", self.tr("Pause"), token="ink")
        self.next = IconButton("skip-forward", self.tr("Next paragraph"), token="ink")
        self.ask = button(self.tr("Read the passage aloud"), "secondary")
        self.close_button = IconButton("x", self.tr("Stop reading"), token="ink")
        for widget, slot in (
            (self.pause, self._on_pause_clicked),
            (self.next, self._on_next_clicked),
            (self.ask, self._on_ask_clicked),
            (self.close_button, self.dismiss),
        ):
            widget.clicked.connect(slot)
        holder = QWidget()
        flow = FlowLayout(holder, spacing=2 * GRID)
        column(self.words, holder, into=self, spacing=GRID, margins=(4 * GRID, 2 * GRID, 4 * GRID, 2 * GRID))
        for each in (self.pause, self.next, self.ask, self.close_button):
            flow.addWidget(each)

    def _speak(self) -> None:
        """Read the present paragraph; of one that is withheld, only say that it is there."""
        if self._index >= len(self._all) or self._voice is None:
            self.dismiss()
            return
        utterance = self._all[self._index]
        self._is_speaking = True
        self.spoken.emit(utterance.anchor)
        is_told_only = utterance.is_withheld and not self._is_asked_for
        self._voice.say(_left_out() if is_told_only else utterance.words)
        place = self.tr("Reading paragraph %1 of %2").replace("%1", str(self._index + 1))
        self.words.setText(_left_out() if is_told_only else place.replace("%2", str(len(self._all))))
        self._show_buttons()

    def _stop(self) -> None:
        self._is_speaking = self._is_asked_for = False
        if self._voice is not None:
            self._voice.stop()

    def _pause(self) -> None:
        if self._is_speaking:
            self.words.setText(self.tr("Paused. It goes on with the beginning of the paragraph."))
        self._stop()
        self._show_buttons()

    def _show_buttons(self) -> None:
        can_speak = self._voice is not None
        present = self._all[self._index] if self._index < len(self._all) else None
        self.pause.setText(self.tr("Pause") if self._is_speaking else self.tr("Go on"))
        self.pause.setAccessibleName(self.pause.text())
        self.pause.setVisible(can_speak)
        self.next.setVisible(can_speak)
        self.ask.setVisible(can_speak and present is not None and present.is_withheld)
        self.close_button.setText(self.tr("Stop reading") if can_speak else self.tr("Close"))
        self.close_button.setAccessibleName(self.close_button.text())

    def _tell(self, words: str) -> None:
        self.words.setText(words)
        announce(self, words)

    def _go_to_next(self) -> None:
        """Go on; after a passage that was left out, with what follows the whole of it."""
        left_out = self._index < len(self._all) and self._all[self._index].is_withheld and not self._is_asked_for
        self._index += 1
        while left_out and self._index < len(self._all) and self._all[self._index].is_withheld:
            self._index += 1
        if not (self._index < len(self._all) and self._all[self._index].is_withheld):
            self._is_asked_for = False
        self._speak()

    @Slot()
    def _on_voice_finished(self) -> None:
        self._go_to_next()

    @Slot(str)
    def _on_voice_failed(self, reason: str) -> None:
        self._is_speaking = False
        self._show_buttons()
        self._tell(self.tr("The computer’s speech did not work. (%1)").replace("%1", reason))

    @Slot()
    def _on_pause_clicked(self) -> None:
        if self._is_speaking:
            self._pause()
        else:
            self._speak()

    @Slot()
    def _on_next_clicked(self) -> None:
        if self._voice is not None:
            self._voice.stop()
            self._go_to_next()

    @Slot()
    def _on_ask_clicked(self) -> None:
        """A person asked for it: read the passage from its beginning."""
        while self._index and self._all[self._index - 1].is_withheld:
            self._index -= 1
        self._is_asked_for = True
        self._speak()


def _left_out() -> str:
    return QCoreApplication.translate(
        "ListenBar", "A passage of quoted hate speech stands here. It is not read aloud unless you ask for it."
    )


def _nothing_speaks() -> str:
    if sys.platform in ("darwin", "win32"):
        return QCoreApplication.translate("ListenBar", "The speech of this computer was not found.")
    return QCoreApplication.translate(
        "ListenBar",
        "No speech program was found. Install one with your system’s package manager: “speech-dispatcher”, or "
        "“espeak-ng”.",
    )
