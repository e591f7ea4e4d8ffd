from pathlib import Path
from threading import Event
from typing import NoReturn

import pytest
from pytestqt.qtbot import QtBot

from r2p_app.paths import WINDOW_FILE
from r2p_app.store.backups import is_sound
from r2p_app.store.errors import BeingPutBack, DamagedBackup, NameTaken, ReadOnlyPlace, StoreError
from r2p_app.store.open_profile import Store
from r2p_app.store.profiles import DEFAULT_NAME, Profile
from r2p_app.ui.jobs import JobRunner
from r2p_app.ui.preferences import THEME, Preferences
from r2p_app.ui.profile_session import ProfileSession
from r2p_app.ui.state import AppState, Changes


@pytest.fixture
def failures(session: ProfileSession) -> list[StoreError]:
    heard: list[StoreError] = []
    session.failed.connect(heard.append)
    return heard


def opened(session: ProfileSession) -> Profile:
    assert session.profile is not None
    return session.profile


def test_the_first_start_makes_a_profile(session: ProfileSession, state: AppState) -> None:
    assert session.open_named()
    assert opened(session).name == DEFAULT_NAME
    assert state.store.attempts.answered() == frozenset()


def test_the_profile_opened_last_is_opened_again(session: ProfileSession) -> None:
    session.open_named("Anna")
    session.open_named("Ben")
    session.close()
    session.open_named()
    assert opened(session).name == "Ben"


def test_a_name_that_is_new_makes_a_profile_and_a_known_one_does_not(session: ProfileSession) -> None:
    for _ in range(2):
        session.open_named("Anna")
    assert [profile.name for profile in session.all()] == ["Anna"]


def test_switching_swaps_store_and_preferences(
    session: ProfileSession, state: AppState, preferences: Preferences
) -> None:
    session.open_named("Anna")
    state.store.reading.leave("r2p://timeline")
    preferences.set_value(THEME, "contrast")
    anna = opened(session)
    told: list[Changes] = []
    state.changed.connect(told.append)
    session.create("Ben")
    assert state.store.reading.last_place() is None
    assert preferences.value(THEME) != "contrast"
    session.switch(anna)
    place = state.store.reading.last_place()
    assert place is not None
    assert place.route == "r2p://timeline"
    assert preferences.value(THEME) == "contrast"
    assert all(Changes.PROFILE in changes for changes in told)
    assert (anna.directory / WINDOW_FILE).is_file()


def test_renaming_keeps_what_is_open(session: ProfileSession, state: AppState) -> None:
    session.open_named("Anna")
    store = state.store
    session.rename("Anne")
    assert opened(session).name == "Anne"
    assert state.store is store


def test_a_name_that_is_taken_is_refused(session: ProfileSession) -> None:
    session.open_named("Anna")
    session.create("Ben")
    with pytest.raises(NameTaken):
        session.rename("anna")
    with pytest.raises(NameTaken):
        session.create("ANNA")
    assert opened(session).name == "Ben"


def test_export_and_import_carry_a_profile(
    session: ProfileSession, state: AppState, jobs: JobRunner, tmp_path: Path, qtbot: QtBot
) -> None:
    session.open_named("Anna")
    state.store.reading.leave("r2p://timeline")
    with qtbot.waitSignal(session.exported) as told:
        session.export(tmp_path / "anna.r2pprofile")
    assert Path(told.args[0]).is_file()
    with qtbot.waitSignal(session.imported) as made:
        session.import_from(tmp_path / "anna.r2pprofile")
    imported: Profile = made.args[0]
    assert opened(session).name == "Anna"
    with Store.open(imported.directory) as copy:
        place = copy.reading.last_place()
    assert place is not None
    assert place.route == "r2p://timeline"
    qtbot.waitUntil(lambda: jobs.is_idle)


def test_an_export_that_is_stopped_leaves_nothing_behind(
    session: ProfileSession, jobs: JobRunner, tmp_path: Path, qtbot: QtBot
) -> None:
    session.open_named("Anna")
    session.started.connect(lambda job, _text: job.cancel())
    told: list[str] = []
    session.exported.connect(told.append)
    session.export(tmp_path / "anna.r2pprofile")
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert told == []
    assert not list(tmp_path.glob("*.r2pprofile*"))


def test_a_file_that_is_no_profile_is_refused(
    session: ProfileSession, failures: list[StoreError], jobs: JobRunner, tmp_path: Path, qtbot: QtBot
) -> None:
    session.open_named("Anna")
    (tmp_path / "letter.txt").write_text("Dear Anna")
    session.import_from(tmp_path / "letter.txt")
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert [type(error).__name__ for error in failures] == ["NotAProfileFile"]
    assert [profile.name for profile in session.all()] == ["Anna"]


def test_erasing_opens_another_and_can_be_undone(session: ProfileSession, state: AppState) -> None:
    session.open_named("Anna")
    state.store.reading.leave("r2p://timeline")
    session.create("Ben")
    session.open_named("Anna")
    assert session.erase()
    assert [profile.name for profile in session.all()] == ["Ben"]
    assert opened(session).name == "Ben"
    assert session.undo_erase()
    place = state.store.reading.last_place()
    assert opened(session).name == "Anna"
    assert place is not None
    assert place.route == "r2p://timeline"


def test_erasing_the_last_profile_leaves_a_new_one(session: ProfileSession) -> None:
    session.open_named("Anna")
    session.erase()
    assert opened(session).name == DEFAULT_NAME


def test_what_was_erased_before_is_gone_after_the_next_start(
    session: ProfileSession, jobs: JobRunner, tmp_path: Path, qtbot: QtBot
) -> None:
    session.open_named("Anna")
    session.erase()
    session.purge()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert not session.undo_erase()


def test_a_profile_that_cannot_be_opened_leaves_the_open_one(
    session: ProfileSession, failures: list[StoreError], monkeypatch: pytest.MonkeyPatch
) -> None:
    session.open_named("Anna")
    session.create("Ben")
    ben = opened(session)
    session.open_named("Anna")

    def refuse(directory: Path, **_rest: object) -> NoReturn:
        raise ReadOnlyPlace(directory)

    monkeypatch.setattr(Store, "open", refuse)
    assert not session.switch(ben)
    assert opened(session).name == "Anna"
    assert [type(error) for error in failures] == [ReadOnlyPlace]


def test_profiles_that_cannot_be_listed_are_told(
    session: ProfileSession, failures: list[StoreError], tmp_path: Path
) -> None:
    (tmp_path / "profiles").write_text("a file where a folder should be")
    session.open_named()
    assert failures


def test_a_backup_is_made_now_and_put_back(session: ProfileSession, state: AppState, qtbot: QtBot) -> None:
    session.open_named("Anna")
    with qtbot.waitSignal(session.backed_up):
        session.back_up()
    (made,) = session.backups()
    state.store.reading.leave("r2p://timeline")
    with qtbot.waitSignals([session.resting, session.opened, session.put_back], order="strict"):
        session.put_back_backup(made)
    assert state.store.reading.last_place() is None
    with qtbot.waitSignal(session.put_back):
        session.put_back_backup(session.backups()[0])
    assert state.store.reading.last_place() is not None


@pytest.fixture
def putting_back(session: ProfileSession, jobs: JobRunner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Event:
    """Anna has left Home, and a backup of before is being put back; it is held up until the event is set."""
    session.open_named("Anna")
    with qtbot.waitSignal(session.backed_up):
        session.back_up()
    qtbot.waitUntil(lambda: jobs.is_idle)
    session._state.store.reading.leave("r2p://timeline")
    held = Event()

    def slowly(path: Path, latest_version: int) -> bool:
        return held.wait(10) and is_sound(path, latest_version)

    monkeypatch.setattr("r2p_app.store.putting_back.is_sound", slowly)
    session.put_back_backup(session.backups()[-1])
    return held


def places(session: ProfileSession) -> str:
    """Return the place that the only profile was left at, read anew."""
    (profile,) = session.all()
    with Store.open(profile.directory) as store:
        place = store.reading.last_place()
    return place.route if place is not None else ""


def test_while_a_backup_is_put_back_there_is_no_profile_to_use(
    session: ProfileSession, state: AppState, putting_back: Event, qtbot: QtBot, failures: list[StoreError]
) -> None:
    ready = [state.is_ready]
    with pytest.raises(BeingPutBack):
        session.create("Ben")
    with pytest.raises(BeingPutBack):
        session.rename("Anne")
    assert not session.erase()
    assert not session.switch(opened(session))
    assert [type(failure) for failure in failures] == [BeingPutBack, BeingPutBack]
    with qtbot.waitSignal(session.put_back):
        putting_back.set()
    assert [*ready, state.is_ready] == [False, True]
    assert places(session) == ""


def test_it_can_be_left_as_it_is_while_nothing_was_done(
    session: ProfileSession, state: AppState, putting_back: Event, qtbot: QtBot, jobs: JobRunner
) -> None:
    session.leave_as_it_is()
    with qtbot.waitSignal(session.opened):
        putting_back.set()
    assert state.is_ready
    assert places(session) == "r2p://timeline"
    qtbot.waitUntil(lambda: jobs.is_idle)


def test_closing_the_window_meanwhile_loses_nothing(
    session: ProfileSession, putting_back: Event, qtbot: QtBot, jobs: JobRunner
) -> None:
    jobs.stop(0)
    session.close()
    putting_back.set()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert session.profile is None
    assert places(session) == "r2p://timeline"


def test_a_profile_that_cannot_be_opened_afterwards_is_told_as_none_being_open(
    session: ProfileSession,
    putting_back: Event,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    failures: list[StoreError],
) -> None:
    def refuse(directory: Path, **_rest: object) -> NoReturn:
        raise ReadOnlyPlace(directory)

    monkeypatch.setattr(Store, "open", refuse)
    with qtbot.waitSignal(session.failed):
        putting_back.set()
    assert session.profile is None
    assert [type(failure) for failure in failures] == [ReadOnlyPlace]


def test_a_backup_that_cannot_be_used_is_told_and_the_profile_stays_open(
    session: ProfileSession, state: AppState, qtbot: QtBot, failures: list[StoreError]
) -> None:
    session.open_named("Anna")
    with qtbot.waitSignal(session.backed_up):
        session.back_up()
    (made,) = session.backups()
    made.path.write_bytes(b"nothing")
    with qtbot.waitSignal(session.failed):
        session.put_back_backup(made)
    assert [type(failure) for failure in failures] == [DamagedBackup]
    state.store.reading.leave("r2p://timeline")
