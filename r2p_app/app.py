"""The program: the only place where its objects are made and joined.

The window is painted first, as an empty frame. Content, profile and the other fonts follow, so that nothing but Qt is
imported before there is something to see.
"""

import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from r2p_app.clock import Clock, utc_now
from r2p_app.paths import cache_dir, content_dir, data_dir
from r2p_app.ui.jobs import JobRunner
from r2p_app.ui.live_reload import ContentLoader
from r2p_app.ui.mishaps import Mishaps
from r2p_app.ui.preferences import FILE, LANGUAGE, Preferences
from r2p_app.ui.start_file import StartFile
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.theme.look import Look
from r2p_app.ui.window import MainWindow

if TYPE_CHECKING:
    from r2p_app.content.library import Library
    from r2p_app.store.profiles import Profile

PROFILES = "profiles"


@dataclass(frozen=True, kw_only=True)
class Options:
    """What a start may be told. Without `content`, `data` and `cache`, the usual places are used."""

    profile: str = ""
    content: Path | None = None
    route: str = ""
    data: Path | None = None
    cache: Path | None = None
    now: Clock = utc_now


def make_application() -> QApplication:
    """Return Qt's application, made if there is none."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    app = QApplication(sys.argv[:1])
    app.setApplicationName("R2P")
    app.setDesktopFileName("r2p")
    app.setStyle("Fusion")
    return app


def run(options: Options) -> int:
    """Open the window and return the exit status when it is closed."""
    app = make_application()
    program = Program(options)
    sys.excepthook = program.mishaps.catch
    signal.signal(signal.SIGINT, lambda *_: app.quit())
    program.show()
    status = app.exec()
    program.close()
    return status


class Program(QObject):
    """One running program: a window, a pack, a profile.

    Signals:
        ready: Content and profile are there and the page asked for is shown.
    """

    ready = Signal()

    def __init__(self, options: Options) -> None:
        super().__init__()
        self._options = options
        self._data = options.data or data_dir()
        self._is_ready = False
        self._data_version = 0
        self.look = Look(self)
        self.state = AppState(self.look, now=options.now, parent=self)
        self.jobs = JobRunner(self)
        self._start_file = StartFile(self._data)
        known = self._start_file.named(options.profile) if options.profile else self._start_file.last()
        self.preferences = Preferences(self.look, self._data / PROFILES / (known.folder if known else "") / FILE, self)
        self.state.preferences = self.preferences
        self.window = MainWindow(self.state, self.preferences, options.route)
        self.window.top_bar.set_profile(known.name if known else options.profile)
        self.loader = self._make_loader()
        self.mishaps = Mishaps(self.window, self.loader, self._data)
        self.window.first_painted.connect(self._on_window_first_painted)
        self.window.waiting.cancel_requested.connect(self.loader.cancel)
        self.preferences.changed.connect(self._on_preferences_changed)
        make_application().applicationStateChanged.connect(self._on_application_state_changed)

    def show(self) -> None:
        """Show the frame; everything else follows its first paint."""
        self.window.show_waiting()
        self.window.show()

    def close(self) -> None:
        """End everything that runs, in order; what was answered is on the disk already."""
        self.loader.stop()
        self.jobs.stop()
        if self._is_profile_known:
            self.state.profiles.close()
        self.window.close()
        self.window.deleteLater()

    @property
    def _is_profile_known(self) -> bool:
        return hasattr(self.state, "profiles")

    def _make_loader(self) -> ContentLoader:
        loader = ContentLoader(
            self._options.content or content_dir(),
            self.jobs,
            cache=self._options.cache or cache_dir(),
            language=self.preferences.value(LANGUAGE),
        )
        loader.loaded.connect(self._on_loader_loaded)
        loader.progressed.connect(self.window.waiting.set_progress)
        return loader

    def _open_profile(self) -> None:
        from r2p_app.store.profiles import Profiles
        from r2p_app.ui.profile_menu import ProfileMenu
        from r2p_app.ui.profile_session import ProfileSession

        profiles = Profiles(self._data / PROFILES, now=self._options.now)
        session = ProfileSession(profiles, self.state, self.preferences, self.jobs, self._start_file)
        self.state.profiles = session
        session.opened.connect(self._on_session_opened)
        self.mishaps.watch(session)
        ProfileMenu(self.window, session)
        session.purge()
        session.open_named(self._options.profile)

    def _show_page(self) -> None:
        if self.state.is_ready and self.window.is_waiting:
            self.window.show_wanted()
            if not self._is_ready:
                self._is_ready = True
                self.ready.emit()

    @Slot()
    def _on_window_first_painted(self) -> None:
        self.loader.load()
        self.look.load_remaining_faces()
        self._open_profile()

    @Slot(object)
    def _on_loader_loaded(self, library: "Library") -> None:
        self.state.set_library(library)
        self._show_page()

    @Slot(object)
    def _on_session_opened(self, profile: "Profile") -> None:
        self.window.top_bar.set_profile(profile.name)
        self._data_version = self.state.store.data_version()
        self._show_page()

    @Slot(str)
    def _on_preferences_changed(self, key: str) -> None:
        language = self.preferences.value(LANGUAGE)
        if key == LANGUAGE.key and language != self.loader.language:
            self.loader.language = language
            self.loader.load()

    @Slot(Qt.ApplicationState)
    def _on_application_state_changed(self, state: Qt.ApplicationState) -> None:
        """Show what another window has saved meanwhile."""
        if state != Qt.ApplicationState.ApplicationActive or not self.state.is_ready:
            return
        version = self.state.store.data_version()
        if version != self._data_version:
            self._data_version = version
            self.state.note(Changes.ATTEMPTS | Changes.READING | Changes.SETTINGS)
