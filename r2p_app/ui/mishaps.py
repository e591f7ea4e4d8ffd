"""What goes wrong, shown where it can be acted on: in the page's place if nothing can go on, else above the page."""

import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from r2p_app.store.backups import Backup
from r2p_app.store.errors import StoreError
from r2p_app.store.profiles import Erased, Profile
from r2p_app.ui.bars import BarAction
from r2p_app.ui.faults import fault_sentences, recovery_text
from r2p_app.ui.format import date, plural
from r2p_app.ui.jobs import Job
from r2p_app.ui.live_reload import ContentLoader
from r2p_app.ui.profile_session import ProfileSession
from r2p_app.ui.shell import Shell
from r2p_app.ui.state import Changes
from r2p_app.ui.working import Working

LOG = "log.txt"
_LONGEST_LOG = 1_000_000


class Mishaps(QObject):
    """Listens to what may fail and tells the person, with what to do about it."""

    def __init__(self, shell: Shell, loader: ContentLoader, session: ProfileSession, data: Path) -> None:
        super().__init__(shell)
        self._shell, self._loader, self._session, self._data = shell, loader, session, data
        self._before: Backup | None = None
        shell.state.changed.connect(self._on_state_changed)
        loader.failed.connect(self._on_loader_failed)
        loader.cancelled.connect(self._on_loader_cancelled)
        session.opened.connect(self._on_session_opened)
        session.failed.connect(self.show_store_error)
        session.backup_failed.connect(self._on_session_backup_failed)
        session.started.connect(self._on_session_started)
        session.exported.connect(self._on_session_exported)
        session.imported.connect(self._on_session_imported)
        session.erased.connect(self._on_session_erased)
        session.backed_up.connect(self._on_session_backed_up)
        session.put_back.connect(self._on_session_put_back)

    def catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Take the place of `sys.excepthook`: nothing that fails in a slot goes unseen."""
        if isinstance(error, StoreError):
            self.show_store_error(error)
            return
        sys.__excepthook__(kind, error, trace)
        if isinstance(error, Exception):
            log = self._write_log("".join(traceback.format_exception(kind, error, trace)))
            text = self.tr("The program made a mistake. What you answered is saved. What happened is written in %1.")
            self._shell.bars.show_message("mistake", text.replace("%1", str(log)), urgent=True)

    @Slot(object)
    def show_store_error(self, error: StoreError) -> None:
        """Say what the machine did not allow; in the page's place if no profile is open."""
        sentences = fault_sentences(error)
        if self._session.profile is None:
            other = self.tr("You can also open another profile from the top bar.")
            actions = (
                BarAction(self.tr("Try again"), self._on_profile_retry_clicked),
                BarAction(self.tr("Open the data folder"), self._on_data_folder_clicked),
            )
            self._shell.show_fault(self.tr("Your profile cannot be opened"), (*sentences, other), actions)
        else:
            self._shell.bars.show_message("store", " ".join(sentences), urgent=True)

    def _write_log(self, text: str) -> Path:
        path = self._data / LOG
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            mode = "w" if path.exists() and path.stat().st_size > _LONGEST_LOG else "a"
            with path.open(mode, encoding="utf-8") as file:
                file.write(text + "\n")
        except OSError:
            sys.stderr.write(text)  # the window still says that something happened
        return path

    @Slot(object)
    def _on_state_changed(self, changes: Changes) -> None:
        if Changes.LIBRARY in changes:
            self._shell.bars.clear("content")
            self._count_problems()

    def _count_problems(self) -> None:
        files = {problem.file for problem in self._shell.state.library.problems}
        if not files:
            self._shell.bars.clear("problems")
            return
        text = plural(self.tr("%n file(s) of the content have faults.", "", len(files)))
        bar = self._shell.bars.bar("problems")
        if bar is None or bar.text != text:
            show = BarAction(self.tr("Show the faults"), self._on_show_problems_clicked)
            self._shell.bars.show_message("problems", text, (show,))

    @Slot(object)
    def _on_loader_failed(self, error: Exception) -> None:
        if not isinstance(error, OSError):
            self.catch(type(error), error, error.__traceback__)
        if self._shell.state.has_library:
            text = self.tr("The content could not be loaded again; what was loaded before is still shown. %1")
            self._shell.bars.show_message("content", text.replace("%1", _reason(error)), self._content_actions())
            return
        sentences = (
            self.tr("The content in %1 could not be read.").replace("%1", str(self._loader.root)),
            _reason(error),
            self.tr("Check that the folder exists and that you may read it, or start with another one (--content)."),
        )
        self._shell.show_fault(self.tr("The content cannot be opened"), sentences, self._content_actions())

    def _content_actions(self) -> tuple[BarAction, ...]:
        return (
            BarAction(self.tr("Try again"), self._on_content_retry_clicked),
            BarAction(self.tr("Open the folder"), self._on_content_folder_clicked),
        )

    @Slot()
    def _on_loader_cancelled(self) -> None:
        if not self._shell.state.has_library:
            sentences = (self.tr("You stopped it; nothing is lost."),)
            self._shell.show_fault(self.tr("The content is not loaded"), sentences, self._content_actions())

    @Slot(object)
    def _on_session_opened(self, _profile: Profile) -> None:
        recovery = self._shell.state.store.recovery
        if recovery is not None:
            self._shell.bars.show_message("recovery", recovery_text(recovery), urgent=True)

    @Slot(object)
    def _on_session_backup_failed(self, error: StoreError) -> None:
        text = self.tr("Today’s backup could not be made. What you answered is saved. %1")
        self._shell.bars.show_message("backup", text.replace("%1", " ".join(fault_sentences(error))))

    @Slot(object, str)
    def _on_session_started(self, job: Job, text: str) -> None:
        Working(self._shell.bars, job, text)

    @Slot(str)
    def _on_session_exported(self, target: str) -> None:
        self._shell.bars.show_message("profile", self.tr("The profile was written to %1.").replace("%1", target))

    @Slot(object)
    def _on_session_imported(self, profile: Profile) -> None:
        text = self.tr("The profile “%1” was imported. Open it from the top bar or in Settings.")
        self._shell.bars.show_message("profile", text.replace("%1", profile.name))

    @Slot(object)
    def _on_session_erased(self, erased: Erased) -> None:
        text = self.tr("The profile “%1” was erased. This can be undone until the window is closed.")
        undo = BarAction(self.tr("Undo"), self._on_undo_erase_clicked)
        self._shell.bars.show_message("profile", text.replace("%1", erased.profile.name), (undo,))

    @Slot(object)
    def _on_session_backed_up(self, _backup: Backup) -> None:
        self._shell.bars.show_message("profile", self.tr("A backup of this profile was made."))

    @Slot(object, object)
    def _on_session_put_back(self, backup: Backup, before: Backup) -> None:
        self._before = before
        text = self.tr("The backup of %1 was put back. What was there before is the newest backup.")
        undo = BarAction(self.tr("Undo"), self._on_undo_put_back_clicked)
        self._shell.bars.show_message("profile", text.replace("%1", date(backup.day.isoformat())), (undo,))

    @Slot()
    def _on_undo_put_back_clicked(self) -> None:
        before, self._before = self._before, None
        if before is not None:
            self._session.put_back_backup(before)
            self._shell.bars.clear("profile")

    @Slot()
    def _on_undo_erase_clicked(self) -> None:
        if self._session.undo_erase():
            self._shell.bars.clear("profile")

    @Slot()
    def _on_profile_retry_clicked(self) -> None:
        self._shell.show_waiting()
        self._session.open_named()

    @Slot()
    def _on_content_retry_clicked(self) -> None:
        self._shell.bars.clear("content")
        if not self._shell.state.has_library:
            self._shell.show_waiting()
        self._loader.load()

    @Slot()
    def _on_show_problems_clicked(self) -> None:
        self._shell.navigation.open("r2p://problems")

    @Slot()
    def _on_content_folder_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._loader.root)))

    @Slot()
    def _on_data_folder_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._data)))


def _reason(error: Exception) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else f"{type(error).__name__}: {error}"
