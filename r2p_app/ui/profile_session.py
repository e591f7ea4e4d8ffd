"""The open profile, and everything that can be done with profiles."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from r2p_app.paths import WINDOW_FILE
from r2p_app.store.backups import WISHED, Backup, Backups
from r2p_app.store.database import BACKUPS
from r2p_app.store.errors import BeingPutBack, StoreError
from r2p_app.store.open_profile import Store
from r2p_app.store.profiles import Erased, Profile, Profiles
from r2p_app.store.putting_back import put_back
from r2p_app.ui.jobs import Job, JobCancelled, JobControl, JobRunner
from r2p_app.ui.preferences import Preferences
from r2p_app.ui.start_file import Remembered, StartFile
from r2p_app.ui.state import AppState


class ProfileSession(QObject):
    """Opens, changes and closes profiles. Methods that take a name raise `StoreError`, so that a dialog can show it.

    Signals:
        opened: This `Profile` is open now, or has another name.
        failed: This `StoreError` stopped what was asked.
        exported: The profile was written to this path.
        imported: This `Profile` was made from a file.
        erased: This `Erased` profile can be brought back.
        started: This `Job`, which a person waits for, does what these words say.
        backup_failed: The daily backup failed for this reason; what was answered is saved.
        backed_up: A `Backup` was made because the person wished it.
        resting: The open profile is closed for a while, for what these words say; `opened` follows.
        put_back: This `Backup` took the place of the profile's data; the second, the copy of what was there before.
    """

    opened = Signal(object)
    failed = Signal(object)
    exported = Signal(str)
    imported = Signal(object)
    erased = Signal(object)
    started = Signal(object, str)
    backup_failed = Signal(object)
    backed_up = Signal(object)
    resting = Signal(str)
    put_back = Signal(object, object)

    def __init__(
        self, profiles: Profiles, state: AppState, preferences: Preferences, jobs: JobRunner, start: StartFile
    ) -> None:
        super().__init__(state)
        self._profiles, self._state, self._preferences = profiles, state, preferences
        self._jobs, self._start = jobs, start
        self._profile: Profile | None = None
        self._store: Store | None = None
        self._last_erased: Erased | None = None
        self._putting_back: Job | None = None

    @property
    def profile(self) -> Profile | None:
        """The open profile."""
        return self._profile

    def all(self) -> tuple[Profile, ...]:
        """Return all profiles by name; none where they cannot be read."""
        try:
            return self._profiles.all()
        except StoreError as error:
            self.failed.emit(error)
            return ()

    def open_named(self, name: str = "") -> bool:
        """Open the profile of this name, making it if there is none; without a name, the one opened last."""
        return self._attempt(lambda: self._open(self._wanted(name)))

    def switch(self, profile: Profile) -> bool:
        """Open another profile in place of this one."""
        return self._attempt(lambda: self._open(profile))

    def create(self, name: str) -> None:
        """Make a profile and open it; raise `StoreError`."""
        self._require_calm()
        self._open(self._profiles.create(name))

    def rename(self, name: str) -> None:
        """Give the open profile another name; raise `StoreError`."""
        self._require_calm()
        if self._profile is not None:
            self._adopt(self._profiles.rename(self._profile, name))

    def export(self, target: Path) -> None:
        """Write the open profile to one file."""
        if (profile := self._profile) is not None:

            def work(control: JobControl) -> Path:
                from r2p_app.store.transfer import export_profile

                export_profile(profile, target, now=self._state.now, progress=partial(_stop_if_cancelled, control))
                return target

            job = self._start_job(work, self._on_exported)
            self.started.emit(job, self.tr("The profile is being written."))

    def import_from(self, source: Path) -> None:
        """Make a profile of an exported file; the open one stays."""

        def work(control: JobControl) -> Profile:
            from r2p_app.store.transfer import import_profile

            return import_profile(source, self._profiles, progress=partial(_stop_if_cancelled, control))

        job = self._start_job(work, self._on_imported)
        self.started.emit(job, self.tr("The profile is being read."))

    def backups(self) -> tuple[Backup, ...]:
        """Return the backups of the open profile, the newest first; none where they cannot be read."""
        if self._profile is None:
            return ()
        try:
            return self._backups(self._profile).all()
        except StoreError as error:
            self.failed.emit(error)
            return ()

    def back_up(self) -> None:
        """Make a backup now."""
        if (profile := self._profile) is not None:
            backups, today = self._backups(profile), self._state.now().date()
            job = self._start_job(lambda _: backups.make(profile.database, today, WISHED), self.backed_up.emit)
            self.started.emit(job, self.tr("A backup is being made."))

    def put_back_backup(self, backup: Backup) -> None:
        """Put a backup in the place of the open profile's data; what was there becomes the newest backup."""
        profile = self._profile
        if profile is None or self._putting_back is not None:
            return
        self.resting.emit(self.tr("The backup is being put back"))  # pages save what they have when they are hidden
        self._preferences.sync()
        self._close_store()
        backups, today = self._backups(profile), self._state.now().date()

        def work(control: JobControl) -> tuple[Backup, Backup]:
            stop = partial(_stop_if_cancelled, control)
            return backup, put_back(profile.database, backups, backup, today=today, reconsider=stop)

        self._putting_back = job = self._jobs.job(work)
        job.succeeded.connect(self._reopen)
        job.succeeded.connect(self._on_put_back)
        job.failed.connect(self._reopen)
        job.failed.connect(self._on_job_failed)
        job.finished.connect(self._reopen)  # where it was stopped
        self._jobs.start(job, writes=True)

    @Slot()
    def leave_as_it_is(self) -> None:
        """Put no backup back after all, if it is not too late."""
        if self._putting_back is not None:
            self._putting_back.cancel()

    def erase(self) -> bool:
        """Erase the open profile and open another; it can be brought back with `undo_erase`."""
        return self._attempt(self._erase)

    def undo_erase(self) -> bool:
        """Bring the erased profile back and open it."""
        return self._attempt(self._undo_erase)

    def purge(self) -> None:
        """Delete for good what was erased before this window was opened."""
        self._start_job(lambda _: self._profiles.purge())

    def close(self) -> None:
        """Close the open profile."""
        if self._store is not None:
            self._store.close()
        self._store = self._profile = None

    def _close_store(self) -> None:
        if self._store is not None:
            self._state.rest()
            self._store.close()
            self._store = None

    @Slot()
    def _reopen(self) -> None:
        """Open the profile again that was closed for a while, unless that was done, or the window was closed."""
        profile, self._putting_back = self._profile, None
        if profile is None or self._store is not None:
            return
        try:
            self._open(profile)
        except StoreError as error:
            self._profile = None  # before it is told: then no profile is open
            self.failed.emit(error)

    def _wanted(self, name: str) -> Profile:
        if name:
            return self._profiles.find(name) or self._profiles.create(name)
        last = self._start.last()
        known = (profile for profile in self._profiles.all() if last and profile.directory.name == last.folder)
        return next(known, None) or self._profiles.default()

    def _open(self, profile: Profile) -> None:
        opened = Store.open(profile.directory, now=self._state.now, later=self._later)
        before, self._store = self._store, opened
        self._preferences.use(profile.directory / WINDOW_FILE)
        self._state.set_store(opened)
        if before is not None:
            before.close()
        self._adopt(profile)

    def _adopt(self, profile: Profile) -> None:
        self._profile = profile
        self._start.remember(Remembered(profile.name, profile.directory.name))
        self.opened.emit(profile)

    def _erase(self) -> None:
        profile = self._profile
        if profile is None:
            return
        self.close()
        self._last_erased = self._profiles.erase(profile)
        self._open(self._wanted(""))
        self.erased.emit(self._last_erased)

    def _undo_erase(self) -> None:
        if self._last_erased is not None:
            self._open(self._profiles.restore(self._last_erased))
            self._last_erased = None

    def _backups(self, profile: Profile) -> Backups:
        return Backups(profile.directory / BACKUPS)

    def _require_calm(self) -> None:
        if self._putting_back is not None:
            raise BeingPutBack(self._profiles.root)

    def _attempt(self, action: Callable[[], None]) -> bool:
        try:
            self._require_calm()
            action()
        except StoreError as error:
            self.failed.emit(error)
            return False
        return True

    def _later(self, work: Callable[[], None]) -> None:
        """Run the daily backup; the store asks for it after the first write of a day."""
        job = self._start_job(lambda _: work())
        job.finished.connect(self._on_backup_finished)

    def _start_job(self, work: Callable[[JobControl], object], done: Callable[[object], None] | None = None) -> Job:
        job = self._jobs.job(work)
        if done is not None:
            job.succeeded.connect(done)
        job.failed.connect(self._on_job_failed)
        self._jobs.start(job, writes=True)
        return job

    @Slot(object)
    def _on_exported(self, target: object) -> None:
        self.exported.emit(str(target))

    @Slot(object)
    def _on_put_back(self, done: tuple[Backup, Backup]) -> None:
        self.put_back.emit(*done)

    @Slot(object)
    def _on_imported(self, profile: object) -> None:
        self.imported.emit(profile)

    @Slot(object)
    def _on_job_failed(self, error: Exception) -> None:
        if not isinstance(error, StoreError):
            raise error
        self.failed.emit(error)

    @Slot()
    def _on_backup_finished(self) -> None:
        if self._store is not None and self._store.backup_fault is not None:
            self.backup_failed.emit(self._store.backup_fault)


def _stop_if_cancelled(control: JobControl, _share: float = 0) -> None:
    """Listen to progress, and stop the work when its job was cancelled."""
    if control.cancelled:
        raise JobCancelled
