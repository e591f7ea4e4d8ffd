"""The long form of what the tests try shortly: `python -m tests.reliability.campaign [SEED]`. Tells figures.

A thousand mutated packs opened as the window opens them, twenty thousand mutated files read one by one, four hundred
kills, a hundred of them of the whole window, and, where the system lets, a disk of eight megabytes that fills up. The
processor may not take more than five seconds for any file or pack.
"""

import faulthandler
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from multiprocessing import Pipe
from pathlib import Path
from random import Random

from r2p_app.content.load import load_pack
from r2p_app.content.unit import analyse
from r2p_app.paths import content_dir
from r2p_app.store import Store
from tests.reliability.hangs import nothing_hangs
from tests.reliability.kills import killed
from tests.reliability.mutations import Mutant, misplaced, mutants, shipped, write_pack
from tests.reliability.test_kills import assert_sound, saved_in_the_lab, saved_notes
from tests.reliability.test_window import kill_windows

PACKS, FILES, KILLS, WINDOWS = 1000, 20_000, 150, 100

ON_A_SMALL_DISK = """
mount -t tmpfs -o size=8m none "$1" && exec "$2" -m tests.reliability.campaign --fill "$1"
"""


def read_files(files: Iterator[Mutant]) -> str:
    """Read them one by one."""
    longest = faulty = 0.0
    for mutant in files:
        start = time.process_time()
        with nothing_hangs():
            unit = analyse(mutant.file, mutant.data)
        longest = max(longest, time.process_time() - start)
        faulty += bool(unit.problems)
        assert misplaced(unit.problems) == [], (mutant.file.path, mutant.how)
    return f"{FILES} mutated files, {faulty:.0f} of them with faults, longest {longest * 1000:.0f} ms"


def open_packs(seed: int) -> str:
    """Open the whole pack with one mutant after another."""
    files, longest = shipped(content_dir()), 0.0
    originals = {file.path: data for file, data in files}
    with tempfile.TemporaryDirectory() as folder:
        root, cache = Path(folder) / "pack", Path(folder) / "cache"
        write_pack(root, files)
        load_pack(root, cache=cache)
        for mutant in islice(mutants(files, seed), PACKS):
            (root / mutant.file.path).write_bytes(mutant.data)
            start = time.process_time()
            with nothing_hangs():
                library = load_pack(root, cache=cache)
            longest = max(longest, time.process_time() - start)
            assert misplaced(library.problems) == [], (mutant.file.path, mutant.how)
            (root / mutant.file.path).write_bytes(originals[mutant.file.path])
    return f"{PACKS} mutated packs opened, longest {longest * 1000:.0f} ms"


def kill(seed: int) -> Iterator[str]:
    """Kill people at work."""
    for person, saved in (("lab", saved_in_the_lab), ("notes", saved_notes)):
        rng, said = Random(seed), 0
        with tempfile.TemporaryDirectory() as folder:
            directory = Path(folder) / "learner"
            Store.open(directory).close()
            for _kill in range(KILLS):
                before = saved(directory)
                heard = killed(person, directory, rng)
                said += len(heard)
                assert_sound(directory)
                assert saved(directory)[: len(before) + len(heard)] == before + heard
        yield f"{KILLS} kills in {person}: {said} things said to be saved, none lost, every database sound"


def kill_in_the_window(seed: int) -> str:
    """Kill the whole window while a learner presses keys in it."""
    with tempfile.TemporaryDirectory() as folder:
        held = kill_windows(Path(folder) / "data", WINDOWS, seed)
    return (
        f"{WINDOWS} windows killed: {held.answers} answers, {held.marks} marks, {held.judgements} judgements, none lost"
    )


def fill_a_small_disk() -> str:
    """Fill a disk of its own, where the system lets an ordinary program have one."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["unshare", "-rm", "sh", "-c", ON_A_SMALL_DISK, "sh", folder, sys.executable]
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False)
        except FileNotFoundError:
            return "a small disk: not tried, there is no unshare"
    return done.stdout.strip() if done.returncode == 0 else f"a small disk: not tried, {done.stderr.strip()[-120:]}"


def fill(folder: Path) -> str:
    """Be the program on the small disk."""
    from tests.reliability.machine import on_a_small_disk

    hears, says = Pipe(duplex=False)
    on_a_small_disk(folder / "learner", says)
    saved, fault, _words = hears.recv()
    assert_sound(folder / "learner")
    with Store.open(folder / "learner") as store:
        assert len(store.annotations.all()) == saved
    return f"a disk of 8 MB: {saved} notes saved, then {fault}; all there, and writing goes on when there is room"


def say(line: str) -> None:
    """Tell a figure as soon as it is known."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(arguments: list[str]) -> None:
    """Do all of it, or only fill the disk that was made for that."""
    if arguments[:1] == ["--fill"]:
        say(fill(Path(arguments[1])))
        return
    faulthandler.register(signal.SIGPROF, chain=True)
    seed = int(arguments[0]) if arguments else 1
    say(read_files(islice(mutants(shipped(content_dir()), seed), FILES)))
    say(open_packs(seed))
    for line in kill(seed):
        say(line)
    say(kill_in_the_window(seed))
    say(fill_a_small_disk())


if __name__ == "__main__":
    main(sys.argv[1:])
