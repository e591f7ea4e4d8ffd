"""Speaks one text at a time, in a process of its own."""

from typing import Protocol

from PySide6.QtCore import QElapsedTimer, QObject, QProcess, Signal, SignalInstance, Slot

from r2p_app.ui.speech.engines import Engine

_END_MS = 500
"""Milliseconds for a program to end that was told to."""

_FASTEST, _SHORT = 200.0, 100
"""Characters a second that nobody speaks, and how many at most are too few to tell by that. Where there is no sound
device a program may say that all went well, at once: a whole chapter would be over in a moment, and nothing heard."""


class Voice(Protocol):
    """Whatever speaks."""

    finished: SignalInstance
    """The text was spoken to its end."""

    failed: SignalInstance
    """It could not be spoken; with the reason, in the words of the system."""

    def say(self, text: str) -> None:
        """Speak a text, in place of the one before."""

    def stop(self) -> None:
        """Fall silent; no signal follows."""


class Speaker(QObject):
    """Speaks through an engine.

    Signals:
        finished: The text was spoken to its end.
        failed: It could not be spoken; with the reason, in the words of the system.
    """

    finished = Signal()
    failed = Signal(str)

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._process: QProcess | None = None
        self._least = 0.0
        self._since = QElapsedTimer()

    def say(self, text: str) -> None:
        """Speak a text, in place of the one before."""
        self.stop()
        process = self._process = QProcess(self)
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.finished.connect(self._on_process_finished)
        process.errorOccurred.connect(self._on_process_error_occurred)
        last = () if self._engine.reads_input else (text,)
        self._least = 1000 * len(text) / _FASTEST if len(text) > _SHORT else 0.0
        self._since.start()
        process.start(self._engine.program, [*self._engine.arguments, *last])
        if self._engine.reads_input:
            process.write(text.encode())
            process.closeWriteChannel()

    def stop(self) -> None:
        """Fall silent; no signal follows."""
        process, self._process = self._process, None
        if process is None:
            return
        if self._engine.silence and process.state() != QProcess.ProcessState.NotRunning:
            QProcess.startDetached(self._engine.program, list(self._engine.silence))
        process.kill()
        process.waitForFinished(_END_MS)
        process.deleteLater()

    @Slot(int, QProcess.ExitStatus)
    def _on_process_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        if self.sender() is not self._process:
            return
        if code != 0 or status != QProcess.ExitStatus.NormalExit:
            self._fail()
        elif self._since.elapsed() < self._least:
            self._fail(self.tr("nothing was heard; is there a sound device?"))
        else:
            self._forget()
            self.finished.emit()

    @Slot(QProcess.ProcessError)
    def _on_process_error_occurred(self, error: QProcess.ProcessError) -> None:
        if self.sender() is self._process and error == QProcess.ProcessError.FailedToStart:
            self._fail()

    def _fail(self, reason: str = "") -> None:
        if not reason and self._process is not None:
            reason = self._process.errorString()
        self._forget()
        self.failed.emit(reason)

    def _forget(self) -> None:
        if self._process is not None:
            self._process.deleteLater()
            self._process = None
