"""People at work, each in a program of its own that tests kill: in the lab, with notes, importing, with backups.

A person says a line about each thing once it is saved, and goes on without end.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from msgspec import structs

from r2p_app.content.model import Criterion
from r2p_app.lab.exercise import Exercise, Finding
from r2p_app.lab.judgement import Judgement, Level, Weighing
from r2p_app.notes.annotation import Annotation, Kind
from r2p_app.paths import WINDOW_FILE
from r2p_app.store import Store
from r2p_app.store.backups import WISHED, Backup, Backups
from r2p_app.store.belongings import LESSONS
from r2p_app.store.database import BACKUPS, DATABASE
from r2p_app.store.profiles import Profiles
from r2p_app.store.putting_back import put_back
from r2p_app.store.transfer import import_profile

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)

Person = Callable[[Path, Random], Iterator[str]]


def in_the_lab(directory: Path, rng: Random) -> Iterator[str]:
    """Weigh criteria in exercise after exercise; the judgement and the exercise are saved for every change."""
    with Store.open(directory) as store:
        first = len(store.exercises.all())
        for number in count(first):
            exercise = Exercise(id=f"x-{number:06}", decision="dp-cut", started_at=NOON, changed_at=NOON)
            for step, criterion in enumerate(Criterion):
                said = Weighing(rng.choice(list(Level)), "Because " * rng.randint(1, 200))
                exercise = structs.replace(exercise, findings={**exercise.findings, criterion: Finding(said)})
                at = NOON + timedelta(hours=number, minutes=5 * step)
                with store.transaction():
                    store.exercises.save(exercise)
                    store.judgements.save(Judgement(exercise.id, criterion, at, said))
                yield f"{exercise.id} {len(exercise.findings)}"


def taking_notes(directory: Path, rng: Random) -> Iterator[str]:
    """Mark, write and take away."""
    with Store.open(directory) as store:
        for number in count(len(store.annotations.all())):
            text = "word " * rng.randint(1, 300)
            note = Annotation(f"n-{number:06}", Kind.NOTE, "ch-1", "p1", 0, "words", "", "", text, NOON, NOON)
            store.annotations.save(note)
            yield note.id


def importing(directory: Path, _rng: Random) -> Iterator[str]:
    """Take in the file beside the profiles again and again."""
    profiles = Profiles(directory)
    while True:
        yield import_profile(directory.parent / "given.r2pprofile", profiles).directory.name


WORLDS = ("light", "dark")


def make_world(directory: Path, world: str) -> None:
    """Have a profile say the same in its database and in every file beside it."""
    (directory / LESSONS).mkdir(parents=True)
    for number in range(12):
        (directory / LESSONS / f"{world if number % 2 else 'both'}-{number}.yaml").write_text(f"# {world} " * 2000)
    (directory / WINDOW_FILE).write_text(f"[General]\ntheme={world}\n")
    with Store.open(directory) as store:
        store.reading.leave(f"r2p://{world}")  # with this write a daily backup is made, of everything


def backing_up(directory: Path, _rng: Random) -> Iterator[str]:
    """Make copies one after the other."""
    backups = Backups(directory / BACKUPS)
    while True:
        yield backups.make(directory / DATABASE, NOON.date(), WISHED).path.name


def putting_back(directory: Path, rng: Random) -> Iterator[str]:
    """Go from one world to the other and back."""
    while True:
        world = rng.choice(WORLDS)
        given = Backup(1, NOON.date(), WISHED, directory.with_name(f"{world}.sqlite3"))
        put_back(directory / DATABASE, Backups(directory / BACKUPS), given, today=NOON.date())
        yield world


PEOPLE: dict[str, Person] = {
    "lab": in_the_lab,
    "notes": taking_notes,
    "import": importing,
    "backup": backing_up,
    "put-back": putting_back,
}


def work(name: str, directory: Path, seed: int, said: Connection) -> None:
    """Be one of them until killed."""
    for line in PEOPLE[name](directory, Random(seed)):
        said.send(line)
