"""Databases of released versions, kept to prove that each can still be opened.

Before adding a step to the ladder, run `python -m tests.store.saved`: it saves a database of the version that is about
to become old, and what is read from it today. A saved file is never made again.
"""

import shutil
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
from msgspec import structs

from r2p_app.content.model import Criterion
from r2p_app.lab.judgement import Judgement, Level, Weighing
from r2p_app.learning.attempts import Mode, RunOptions
from r2p_app.learning.confidence import Confidence
from r2p_app.learning.tallies import tallies
from r2p_app.store import Store
from r2p_app.store.database import DATABASE
from r2p_app.store.migrations import LADDER
from r2p_app.store.settings import DAILY_LIMIT
from tests.lab.making import advised, exercise
from tests.store.sample import FakeClock, a_run, an_annotation, an_attempt, answer_run

FOLDER = Path(__file__).parents[1] / "data" / "store"


# Any: values of JSON
_GAINED: dict[str, dict[str, Any]] = {
    "confidence": {"counts": True},  # attempts
    "seed": {"options": {}},  # runs
}
"""By a key that tells what it is."""


def database_of(version: int) -> Path:
    """Return the path of the saved database of a version."""
    return FOLDER / f"v{version}.sqlite3"


def read_from(version: int) -> dict[str, object]:
    """Return what was read from it when it was saved."""
    described: dict[str, object] = msgspec.json.decode(database_of(version).with_suffix(".json").read_bytes())
    return {name: _with_what_came_later(values) for name, values in described.items()}


def _with_what_came_later(described: Any) -> Any:
    """Add what records have gained since, with the values that say nothing."""
    if isinstance(described, list):
        return [_with_what_came_later(item) for item in described]
    if not isinstance(described, dict):
        return described
    gained = next((gained for key, gained in _GAINED.items() if key in described), {})
    return gained | {key: _with_what_came_later(value) for key, value in described.items()}


def fill(store: Store, clock: FakeClock) -> None:
    """Do a little of everything."""
    answer_run(store, a_run("run-1"))
    store.attempts.finish("run-1", clock())
    store.attempts.start(a_run("run-2", mode=Mode.TEST))
    store.attempts.record(an_attempt("q-1", run="run-2", score=0, option="b", confidence=Confidence.NOT_SURE))
    store.attempts.undo(store.attempts.record(an_attempt("q-2", run="run-2", confidence=None)))
    store.reading.finish("rwanda-before", "p4")
    clock.pass_days(1)
    store.reading.read("rwanda-warnings", "p2", seen=("p1",))
    store.reading.accept_note("rwanda")
    store.reading.leave("r2p://case/rwanda/read/rwanda-warnings#p2")
    store.annotations.save(an_annotation("note-1", note="Why so late?"))
    for level in (Level.MET, Level.DOUBTFUL):
        said = Weighing(level, "For two reasons", ("ev-res-912",))
        store.judgements.save(Judgement("rwanda", Criterion.JUST_CAUSE, clock(), said))
        clock.pass_days(1)
    store.attempts.start(a_run("run-3", mode=Mode.DIAGNOSTIC))
    store.attempts.record(structs.replace(an_attempt("q-1", run="run-3"), counts=False))
    store.attempts.set_options("run-3", RunOptions(minutes=10, spent=61.5, code="7b"))
    store.attempts.flag("run-3", "q-2", on=True)
    store.reports.add("q-1", "0123456789abcdef", "Is this the right date?")
    store.exercises.save(exercise("begun"))
    store.exercises.save(advised("advised").answered("later", "Earlier", clock()).finished(clock()))
    store.settings.set(DAILY_LIMIT, 12)
    store.statistics.add("class-1", 1, tallies(store.statistics.own()))


def describe(store: Store) -> dict[str, object]:
    """Return everything that can be read, as plain JSON values."""
    runs = store.attempts.runs()
    values = {
        "runs": runs,
        "attempts": [store.attempts.attempts(run.id) for run in runs],
        "undone": [store.attempts.undone(run.id) for run in runs],
        "first": store.attempts.first_attempts(),
        "latest": store.attempts.latest_attempts(),
        "totals": store.attempts.totals(),
        "reviews": store.reviews.all(),
        "reading": [
            (progress.chapter, sorted(progress.seen), progress.anchor, progress.read_at, progress.finished_at)
            for progress in store.reading.all_progress().values()
        ],
        "place": store.reading.last_place(),
        "notes": sorted(store.reading.accepted_notes()),
        "reports": store.reports.all(),
        "annotations": store.annotations.all(),
        "judgements": store.judgements.history("rwanda", Criterion.JUST_CAUSE),
        "exercises": store.exercises.all(),
        "tallies": store.statistics.tallies(),
        "result-sources": [(source.id, source.people, source.answers) for source in store.statistics.sources()],
        "daily-limit": store.settings.get(DAILY_LIMIT),
    }
    described: dict[str, object] = msgspec.json.decode(msgspec.json.encode(values))
    return described


def save() -> None:
    """Save a database of the newest version, unless there is one."""
    target, clock = database_of(len(LADDER)), FakeClock()
    if target.exists():
        raise FileExistsError(target)
    with TemporaryDirectory() as folder:
        with Store.open(Path(folder), now=clock, local_offset=lambda _moment: timedelta(hours=2)) as store:
            fill(store, clock)
            described = msgspec.json.encode(describe(store))
        FOLDER.mkdir(parents=True, exist_ok=True)
        shutil.copy(Path(folder) / DATABASE, target)
    target.with_suffix(".json").write_bytes(msgspec.json.format(described, indent=2) + b"\n")


if __name__ == "__main__":
    save()
