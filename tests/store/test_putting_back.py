"""A backup in the place of what is there: all of it, and wholly or not at all."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest

from r2p_app.paths import WINDOW_FILE
from r2p_app.store import Store
from r2p_app.store.backups import WISHED, Backup, Backups
from r2p_app.store.belongings import LESSONS, OWN, take_out
from r2p_app.store.connection import connect
from r2p_app.store.database import BACKUPS, DATABASE
from r2p_app.store.errors import DamagedBackup, ProfileMoved
from r2p_app.store.migrations import LADDER, schema_at, schema_of
from r2p_app.store.profiles import Profiles
from r2p_app.store.putting_back import put_back
from tests.store.sample import FakeClock, a_run, an_attempt

EARLIER = {"kept.yaml": "kept", "changed.yaml": "as it was", "thrown-away.yaml": "thrown away", WINDOW_FILE: "light"}
LATER = {"kept.yaml": "kept", "changed.yaml": "as it is", "new.yaml": "new", WINDOW_FILE: "dark"}


def place(directory: Path, name: str) -> Path:
    return directory / name if name == WINDOW_FILE else directory / LESSONS / name


def write(directory: Path, texts: dict[str, str]) -> None:
    (directory / LESSONS).mkdir(exist_ok=True)
    for name in {*EARLIER, *LATER}:
        place(directory, name).unlink(missing_ok=True)
    for name, text in texts.items():
        place(directory, name).write_text(text)


def files(directory: Path) -> dict[str, str]:
    return {name: place(directory, name).read_text() for name in {*EARLIER, *LATER} if place(directory, name).exists()}


def questions(directory: Path, clock: FakeClock) -> list[str]:
    with Store.open(directory, now=clock) as store:
        assert store.recovery is None
        return [attempt.question for attempt in store.attempts.attempts("run-1")]


@pytest.fixture
def used(directory: Path, clock: FakeClock) -> Path:
    """A profile with a backup of yesterday, and with an answer and files of today that are in none."""
    with Store.open(directory, now=clock) as store:
        store.attempts.start(a_run())
        write(directory, EARLIER)
        Backups(directory / BACKUPS).make(directory / DATABASE, clock().date(), WISHED)
        store.attempts.record(an_attempt("q-0"))
    write(directory, LATER)
    return directory


def state(directory: Path, clock: FakeClock) -> str:
    """Tell which of the two the profile is in; it must be one of them."""
    answered = questions(directory, clock)
    found = files(directory)
    assert (answered, found) in (([], EARLIER), (["q-0"], LATER))
    return "earlier" if found == EARLIER else "later"


def wished(directory: Path) -> Backup:
    """Return the oldest backup that was wished for."""
    return next(backup for backup in reversed(Backups(directory / BACKUPS).all()) if backup.reason == WISHED)


def put_back_yesterday(directory: Path, clock: FakeClock, **more: Callable[[], None]) -> Backup:
    backups = Backups(directory / BACKUPS)
    return put_back(directory / DATABASE, backups, wished(directory), today=clock().date(), **more)


def test_all_is_as_it_was_and_what_was_there_can_be_put_back_too(used: Path, clock: FakeClock) -> None:
    before = put_back_yesterday(used, clock)
    assert state(used, clock) == "earlier"
    assert (before.reason, Backups(used / BACKUPS).all()[0]) == (WISHED, before)
    put_back(used / DATABASE, Backups(used / BACKUPS), before, today=clock().date())
    assert state(used, clock) == "later"


def test_a_backup_of_the_database_alone_leaves_the_files(used: Path, clock: FakeClock) -> None:
    """As backups were before they enclosed files."""
    with closing(connect(wished(used).path)) as connection:
        take_out(connection)
    put_back_yesterday(used, clock)
    assert questions(used, clock) == []
    assert files(used) == LATER


def test_a_file_too_large_for_a_lesson_stays_where_it_is(used: Path, clock: FakeClock) -> None:
    (used / LESSONS / "huge.yaml").write_bytes(bytes(1_000_001))
    put_back_yesterday(used, clock)
    assert (used / LESSONS / "huge.yaml").stat().st_size == 1_000_001


def test_a_name_that_leads_out_of_the_profile_is_refused(used: Path, clock: FakeClock) -> None:
    with closing(connect(wished(used).path)) as connection:
        connection.execute("UPDATE enclosed_file SET name = '../outside.yaml' WHERE name = 'lessons/kept.yaml'")
    with pytest.raises(ValueError, match="leads out"):
        put_back_yesterday(used, clock)
    assert not (used.parent / "outside.yaml").exists()


def test_what_was_put_back_is_a_database_like_any_other(used: Path, clock: FakeClock) -> None:
    put_back_yesterday(used, clock)
    with closing(connect(used / DATABASE)) as connection:
        assert schema_of(connection) == schema_at(len(LADDER))


def test_a_damaged_backup_is_not_put_back(used: Path, clock: FakeClock) -> None:
    damaged = wished(used).path
    damaged.write_bytes(damaged.read_bytes()[:9000])
    with pytest.raises(DamagedBackup):
        put_back_yesterday(used, clock)
    assert state(used, clock) == "later"


def test_another_window_writes_nothing_into_what_was_replaced(used: Path, clock: FakeClock) -> None:
    with Store.open(used, now=clock) as window:
        put_back_yesterday(used, clock)
        with pytest.raises(ProfileMoved):
            window.reading.leave("r2p://timeline")
    assert state(used, clock) == "earlier"


class Killed(BaseException):
    pass


@pytest.mark.parametrize("thought", [1, 2])
def test_who_thinks_better_of_it_in_time_changes_nothing(used: Path, clock: FakeClock, thought: int) -> None:
    asked = count(1)

    def reconsider() -> None:
        if next(asked) == thought:
            raise Killed

    with pytest.raises(Killed):
        put_back_yesterday(used, clock, reconsider=reconsider)
    assert state(used, clock) == "later"


@pytest.fixture
def killed_at(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[int], list[str]]]:
    """Have the program die before the given step on files; returns the list of the steps taken."""

    def arm(last: int) -> list[str]:
        taken: list[str] = []

        def dying(name: str, step: Callable[..., object]) -> Callable[..., object]:
            def take(*arguments: object, **more: object) -> object:
                taken.append(name)
                if len(taken) > last:
                    raise Killed
                return step(*arguments, **more)

            return take

        for name in ("replace", "unlink", "write_bytes"):
            monkeypatch.setattr(Path, name, dying(name, getattr(Path, name)))
        monkeypatch.setattr(shutil, "copyfile", dying("copyfile", shutil.copyfile))
        return taken

    yield arm
    monkeypatch.undo()


def test_whatever_the_step_before_which_it_dies_all_is_old_or_all_is_new(
    used: Path, clock: FakeClock, killed_at: Callable[[int], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    saved, found = used.with_name("saved"), set()
    shutil.copytree(used, saved)
    for last in count():
        shutil.rmtree(used)
        shutil.copytree(saved, used)
        killed_at(last)
        try:
            put_back_yesterday(used, clock)
        except Killed:
            monkeypatch.undo()
            found.add(state(used, clock))
        else:
            monkeypatch.undo()
            break
    assert last > 12
    assert found == {"earlier", "later"}
    assert state(used, clock) == "earlier"
    assert list(used.glob(".*put-back*")) == []


def test_erasing_and_undoing_it_brings_back_everything(tmp_path: Path, clock: FakeClock) -> None:
    profiles = Profiles(tmp_path / "profiles", now=clock)
    profile = profiles.create("Ada")
    with Store.open(profile.directory, now=clock) as store:
        store.reading.leave("r2p://home")
    write(profile.directory, LATER)
    before = {path.relative_to(profile.directory) for path in profile.directory.rglob("*")}
    erased = profiles.erase(profile)
    assert profiles.all() == ()
    restored = profiles.restore(erased)
    assert files(restored.directory) == LATER
    assert {path.relative_to(restored.directory) for path in restored.directory.rglob("*")} == before


NOT_A_PERSONS_OWN = (
    ".lock",
    "*.sqlite3*",  # the database, and what was set aside of it
    "profile.json",  # the name, which the list of profiles keeps
    "live-room.jsonl",  # a room that is open now
    f"{BACKUPS}/*",
    f"{BACKUPS}/.lock",
    f"{LESSONS}/.trash/*",  # what can be undone until the window is closed
)


def test_all_that_lies_in_a_profile_is_known(tmp_path: Path, clock: FakeClock) -> None:
    """Whoever adds a file to the folder must say whether backups hold it."""
    from r2p_app.live.journal import FILE as ROOM
    from r2p_app.store.profiles import _CARD

    assert {ROOM, _CARD} <= {*NOT_A_PERSONS_OWN}
    profile = Profiles(tmp_path / "profiles", now=clock).create("Ada")
    with Store.open(profile.directory, now=clock) as store:
        store.reading.leave("r2p://home")
        write(profile.directory, LATER)
        store.lessons.drop(profile.directory / LESSONS / "new.yaml")
    known = {path for pattern in (*OWN, *NOT_A_PERSONS_OWN) for path in profile.directory.glob(pattern)}
    assert {path for path in profile.directory.rglob("*") if path.is_file()} - known == set()


def test_only_what_was_left_half_written_long_ago_is_removed(used: Path, clock: FakeClock) -> None:
    old, new = used / ".0123.partial", used / LESSONS / ".4567.partial"
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (0, 0))
    Store.open(used, now=clock).close()
    assert [path.exists() for path in (old, new)] == [False, True]
