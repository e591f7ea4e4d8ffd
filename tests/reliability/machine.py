"""What a program meets on a machine that fails it; each is run in a program of its own, and says what happened."""

import os
import resource
import signal
from multiprocessing.connection import Connection
from pathlib import Path

from r2p_app.store import Store
from r2p_app.store.errors import StoreError
from tests.store.sample import an_annotation

NOBODY = 65534


def as_an_ordinary_user() -> None:
    """Give up what lets an administrator write everywhere."""
    if os.getuid() == 0:
        os.setuid(NOBODY)


def on_a_full_disk(directory: Path, says: Connection) -> None:
    """Write until no file may grow any more, and once more when there is room again."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with Store.open(directory) as store:
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, hard))
        saved, fault = _fill_up(store)
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        store.reading.leave("r2p://home")
    says.send((saved, type(fault).__name__, str(fault)))


def on_a_small_disk(directory: Path, says: Connection) -> None:
    """Write until the disk is full, make room, and write once more."""
    ballast = directory.parent / "ballast"
    ballast.write_bytes(bytes(2_000_000))
    with Store.open(directory) as store:
        saved, fault = _fill_up(store)
        ballast.unlink()
        store.reading.leave("r2p://home")
    says.send((saved, type(fault).__name__, str(fault)))


def _fill_up(store: Store) -> tuple[int, StoreError]:
    saved = 0
    while True:
        try:
            store.annotations.save(an_annotation(f"n-{saved:06}", note="word " * 1000))
        except StoreError as fault:
            return saved, fault
        saved += 1


def opening(directory: Path, says: Connection) -> None:
    """Open a profile, and write if that succeeds."""
    as_an_ordinary_user()
    try:
        with Store.open(directory) as store:
            store.reading.leave("r2p://home")
    except StoreError as fault:
        says.send((type(fault).__name__, str(fault)))
    else:
        says.send(("", ""))


def writing_after_a_loss(directory: Path, says: Connection) -> None:
    """Open a profile, lose the right to write, and write."""
    as_an_ordinary_user()
    with Store.open(directory) as store:
        for path in directory.iterdir():
            path.chmod(0o400)
        directory.chmod(0o500)
        try:
            store.reading.leave("r2p://timeline")
        except StoreError as fault:
            says.send((type(fault).__name__, str(fault)))
        else:
            says.send(("", ""))
        directory.chmod(0o700)
        for path in directory.iterdir():
            path.chmod(0o600 if path.is_file() else 0o700)
