"""Says what takes longer than half a second, and lets it be stopped."""

from PySide6.QtCore import QObject, QTimer, Slot

from r2p_app.ui.bars import BarAction, BarArea
from r2p_app.ui.jobs import Job
from r2p_app.ui.waiting import PATIENCE

KEY = "working"


class Working(QObject):
    """Follows one job that a person waits for; it is freed with the job's end."""

    def __init__(self, bars: BarArea, job: Job, text: str) -> None:
        super().__init__(bars)
        self._bars, self._job, self._text = bars, job, text
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._on_patience_timeout)
        self._patience.start()
        job.finished.connect(self._on_job_finished)

    @Slot()
    def _on_patience_timeout(self) -> None:
        self._bars.show_message(KEY, self._text, (BarAction(self.tr("Cancel"), self._job.cancel),))

    @Slot()
    def _on_job_finished(self) -> None:
        self._patience.stop()
        self._bars.clear(KEY)
        self.deleteLater()
