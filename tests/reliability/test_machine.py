"""A full disk, a folder that may not be written, rights that are lost, a clock that runs back."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from r2p_app.learning.attempts import Mode
from r2p_app.store import Store
from r2p_app.store.database import DATABASE
from tests.reliability.kills import programs
from tests.reliability.test_kills import assert_sound
from tests.store.sample import FakeClock, a_run, an_attempt, answer_run

if sys.platform == "win32":
    pytest.skip("limits and rights of POSIX", allow_module_level=True)

from tests.reliability import machine


def said_by(scene: Callable[[Path, Connection], None], directory: Path) -> Any:  # Any: what the scene sends
    context = programs()
    hears, says = context.Pipe(duplex=False)
    process = context.Process(target=scene, args=(directory, says))  # type: ignore[attr-defined]
    process.start()
    says.close()
    try:
        return hears.recv()
    finally:
        process.join()
        process.close()
        hears.close()


@pytest.fixture
def place() -> Iterator[Path]:
    """A profile in a folder that another user of the machine can reach."""
    folder = Path(tempfile.mkdtemp(prefix="r2p-place-"))
    folder.chmod(0o755)
    profile = folder / "learner"
    with Store.open(profile) as store:
        answer_run(store, a_run())
    yield profile
    shutil.rmtree(folder, ignore_errors=True)


def own(place: Path) -> None:
    """Give the folder to the user that the scenes become."""
    if os.getuid() == 0:
        for path in (place, *place.rglob("*")):
            os.chown(path, machine.NOBODY, machine.NOBODY)


def test_on_a_full_disk_nothing_saved_is_lost_and_writing_goes_on_when_there_is_room(directory: Path) -> None:
    saved, fault, words = said_by(machine.on_a_full_disk, directory)
    assert saved > 10
    assert fault in {"DiskFull", "DeviceFault"}  # a limit of size is no full disk to SQLite, but "a disk's error"
    assert str(directory) in words
    assert_sound(directory)
    with Store.open(directory) as store:
        assert store.recovery is None
        assert len(store.annotations.all()) == saved
        assert store.reading.last_place() is not None


def test_a_read_only_folder_is_named_and_left_as_it_was(place: Path) -> None:
    before = (place / DATABASE).read_bytes()
    own(place)
    for path in place.rglob("*"):
        path.chmod(0o444 if path.is_file() else 0o555)
    place.chmod(0o555)
    fault, words = said_by(machine.opening, place)
    place.chmod(0o755)
    assert fault in {"NotPermitted", "ReadOnlyPlace"}
    assert str(place) in words
    assert (place / DATABASE).read_bytes() == before


def test_a_folder_of_somebody_else_is_named(place: Path) -> None:
    place.chmod(0o000)
    fault, words = said_by(machine.opening, place)
    place.chmod(0o755)
    assert fault == "NotPermitted"
    assert "permissions" in words


def test_rights_lost_while_the_profile_is_open_lose_nothing(place: Path) -> None:
    own(place)
    fault, _words = said_by(machine.writing_after_a_loss, place)
    with Store.open(place) as store:
        last = store.reading.last_place()
        assert len(store.attempts.attempts("run-1")) == 3
    assert_sound(place)
    assert (last is not None) is (fault == "")


@pytest.mark.parametrize("back", [timedelta(seconds=1), timedelta(days=400), timedelta(days=20_000)])
def test_a_clock_set_back_loses_no_answer_and_every_state_can_be_read(
    store: Store, clock: FakeClock, back: timedelta
) -> None:
    store.attempts.start(a_run("now"))
    store.attempts.record(an_attempt("q-0", run="now", at=clock()))
    clock.time -= back
    store.attempts.start(a_run("then", mode=Mode.TEST))
    store.attempts.record(an_attempt("q-0", run="then", at=clock()))
    assert [attempt.run for attempt in store.attempts.latest_attempts()] == ["then"]
    (state,) = store.reviews.all()
    assert state.reviews == 2
    assert len(store.history.attempts()) == 2
