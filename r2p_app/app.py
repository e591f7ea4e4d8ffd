"""The program: the only place where its objects are made and joined.

The window is painted first, as an empty frame. All else follows, so that nothing but Qt is imported before there is
something to see, and no more of Qt than the frame needs.
"""

import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from r2p_app import garbage
from r2p_app.clock import Clock, utc_now
from r2p_app.paths import WINDOW_FILE, cache_dir, content_dir, data_dir
from r2p_app.ui.preferences import LANGUAGE, Preferences
from r2p_app.ui.start_file import StartFile
from r2p_app.ui.theme.look import Look
from r2p_app.ui.window import MainWindow

if TYPE_CHECKING:
    from r2p_app.content.library import Library
    from r2p_app.store.profiles import Profile
    from r2p_app.ui.idle import IdleQueue
    from r2p_app.ui.jobs import JobRunner
    from r2p_app.ui.live_reload import ContentLoader
    from r2p_app.ui.mishaps import Mishaps
    from r2p_app.ui.profile_session import ProfileSession
    from r2p_app.ui.shell import Shell
    from r2p_app.ui.state import AppState

PROFILES = "profiles"
_PRIVATE = "_mod_uses_pyside"


class Options(NamedTuple):
    """What a start may be told. Without `content`, `data` and `cache`, the usual places are used."""

    profile: str = ""
    content: Path | None = None
    route: str = ""
    data: Path | None = None
    cache: Path | None = None
    now: Clock = utc_now


class Services(NamedTuple):
    """What fills the window and runs behind it, made after its first paint."""

    state: "AppState"
    shell: "Shell"
    jobs: "JobRunner"
    loader: "ContentLoader"
    session: "ProfileSession"
    mishaps: "Mishaps"
    idle: "IdleQueue"


def make_application() -> QApplication:
    """Return Qt's application, made if there is none."""
    _spare_sources()
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])  # `setStyle` would first make the platform's own
    app.setApplicationName("R2P")
    app.setDesktopFileName("r2p")
    return app


def _spare_sources() -> None:
    """Keep PySide from reading, and keeping, the source of every module imported from now on.

    It looks whether a module may use `__feature__`; none of ours does. This saves 5 MB and a tenth of the time to Home.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None and hasattr(feature, _PRIVATE):
        setattr(feature, _PRIVATE, lambda _module: False)


def run(options: Options) -> int:
    """Open the window and return the exit status when it is closed."""
    garbage.put_off_all()
    app = make_application()
    program = Program(options)
    program.show()
    sys.excepthook = program.catch
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
        self._is_ready = self._is_closed = False
        self._data_version = 0
        self._services: Services | None = None
        self._folder: Path | None = None
        self.look = Look(self)
        self._start_file = StartFile(self._data)
        self._known = self._start_file.named(options.profile) if options.profile else self._start_file.last()
        folder = self._data / PROFILES / (self._known.folder if self._known else "")
        self.preferences = Preferences(self.look, folder / WINDOW_FILE, self)
        self.window = MainWindow()
        self.window.restoreGeometry(self.preferences.geometry())
        self.window.first_painted.connect(self._on_window_first_painted)
        self.window.closing.connect(self._on_window_closing)

    @property
    def services(self) -> Services:
        """What fills the window; there from its first paint on."""
        if self._services is None:
            raise RuntimeError("the window has not been painted yet")
        return self._services

    @property
    def is_ready(self) -> bool:
        """Whether the first page is shown."""
        return self._is_ready

    @property
    def fault(self) -> str:
        """What keeps the first page from being shown, in words; "" for nothing."""
        return self._services.shell.waiting.fault if self._services is not None else ""

    def show(self) -> None:
        """Show the frame; everything else follows its first paint."""
        self.window.show()

    def close(self) -> None:
        """End everything that runs, in order; what was answered is on the disk already. A second time does nothing."""
        if self._is_closed:
            return
        self._is_closed = True
        self.window.close()  # first: what is hidden may have something left to save
        if self._services is not None:
            make_application().applicationStateChanged.disconnect(self._on_application_state_changed)
            self._services.idle.stop()
            self._services.loader.stop()
            self._services.jobs.stop()
            self._services.session.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete.value)  # while Qt is still there
        garbage.as_usual()

    def catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Take the place of `sys.excepthook`: nothing that fails in a slot goes unseen."""
        if self._services is None:
            sys.__excepthook__(kind, error, trace)
        else:
            self._services.mishaps.catch(kind, error, trace)

    def _make_services(self) -> Services:
        from r2p_app.store.profiles import Profiles
        from r2p_app.ui.idle import IdleQueue
        from r2p_app.ui.jobs import JobRunner
        from r2p_app.ui.live_reload import ContentLoader
        from r2p_app.ui.mishaps import Mishaps
        from r2p_app.ui.profile_menu import ProfileMenu
        from r2p_app.ui.profile_session import ProfileSession
        from r2p_app.ui.shell import Shell
        from r2p_app.ui.state import AppState

        options, jobs = self._options, JobRunner(self)
        root, cache = options.content or content_dir(), options.cache or cache_dir()
        loader = ContentLoader(root, jobs, cache=cache, language=self.preferences.value(LANGUAGE))
        loader.load()  # at once: it has a thread of its own
        state = AppState(self.look, now=options.now, parent=self)
        profiles = Profiles(self._data / PROFILES, now=options.now)
        session = ProfileSession(profiles, state, self.preferences, jobs, self._start_file)
        state.preferences, state.profiles = self.preferences, session
        state.jobs, state.cache, state.content = jobs, cache, root
        shell = Shell(state, self.preferences, options.route)
        ProfileMenu(shell, session)
        mishaps, idle = Mishaps(shell, loader, session, self._data), IdleQueue(self.window, jobs, self)
        return Services(state, shell, jobs, loader, session, mishaps, idle)

    def _connect(self, services: Services) -> None:
        services.loader.loaded.connect(self._on_loader_loaded)
        services.loader.progressed.connect(services.shell.waiting.set_progress)
        services.shell.waiting.cancel_requested.connect(services.loader.cancel)
        services.shell.waiting.cancel_requested.connect(services.session.leave_as_it_is)
        services.session.opened.connect(self._on_session_opened)
        services.session.resting.connect(services.shell.show_waiting)
        self.preferences.changed.connect(self._on_preferences_changed)
        services.idle.quiet.connect(self._on_idle_quiet)
        make_application().applicationStateChanged.connect(self._on_application_state_changed)

    def _show_page(self) -> None:
        """Show the page that was asked for, as soon as there is content and a profile."""
        from r2p_app.ui.routes import WELCOME

        state, shell = self.services.state, self.services.shell
        if state.is_ready and shell.is_waiting:
            if self._is_unseen():
                shell.navigation.want_first(WELCOME)
            shell.show_wanted()
            if not self._is_ready:
                self._is_ready = True
                self.ready.emit()
                self._work_ahead()

    def _work_ahead(self) -> None:
        """Have what pages need made ready while the person does nothing."""
        from r2p_app.ui.ahead import made_ready

        self.services.idle.add(made_ready(self.services.state.library))

    def _is_unseen(self) -> bool:
        """Tell whether the open profile was not told yet what this program is."""
        from r2p_app.store.settings import WELCOMED

        return not self.services.state.store.settings.get(WELCOMED)

    @Slot()
    def _on_window_first_painted(self) -> None:
        garbage.put_off_long()
        self.look.load_faces()
        self._services = services = self._make_services()
        self._connect(services)
        services.shell.top_bar.set_profile(self._known.name if self._known else self._options.profile)
        services.shell.show_waiting()
        self.window.setCentralWidget(services.shell)
        services.session.purge()
        services.session.open_named(self._options.profile)

    @Slot()
    def _on_window_closing(self) -> None:
        self.preferences.keep_geometry(self.window.saveGeometry())

    @Slot(object)
    def _on_loader_loaded(self, library: "Library") -> None:
        self.services.state.set_library(library)
        if self._is_ready:
            self._work_ahead()
        self._show_page()

    @Slot(object)
    def _on_session_opened(self, profile: "Profile") -> None:
        self.services.shell.top_bar.set_profile(profile.name)
        self._data_version = self.services.state.store.data_version()
        is_another, self._folder = profile.directory != self._folder, profile.directory
        if is_another and not self.services.shell.is_waiting and self._is_unseen():
            self.services.shell.navigation.open("r2p://welcome")
        self._show_page()

    @Slot(str)
    def _on_preferences_changed(self, key: str) -> None:
        language, loader = self.preferences.value(LANGUAGE), self.services.loader
        if key == LANGUAGE.key and language != loader.language:
            loader.language = language
            loader.load()

    @Slot()
    def _on_idle_quiet(self) -> None:
        garbage.rest()

    @Slot()
    def _on_application_state_changed(self) -> None:
        """Show what another window has saved meanwhile."""
        from r2p_app.ui.state import Changes

        state = self.services.state
        if not state.is_ready or not self.window.isActiveWindow():
            return
        version = state.store.data_version()
        if version != self._data_version:
            self._data_version = version
            state.note(~(Changes.LIBRARY | Changes.PROFILE))
