"""The whole window, without a display, in a program of its own that tests kill: a learner presses keys in it.

After whatever the window says is saved (`AppState.changed`), the learner says how much of everything there is.
"""

import os
import resource
import signal
import sys
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from r2p_app.app import Options, Program, make_application
from r2p_app.content.model import Chapter
from r2p_app.content.questions import SingleChoice
from r2p_app.content.teaching import DecisionPoint
from r2p_app.lab.exercise import OTHER, Finding, Memo
from r2p_app.lab.judgement import Level, Weighing
from r2p_app.store import Store
from r2p_app.store.errors import DeviceFault, DiskFull
from r2p_app.ui.lab.exercise_view import ExerciseView
from r2p_app.ui.lab.start import StartView
from r2p_app.ui.state import Changes


class Saved(NamedTuple):
    """How much of everything a profile holds."""

    answers: int
    marks: int
    judgements: int


def saved(store: Store) -> Saved:
    """Count what is saved; what belongs together must be there together."""
    advised = [exercise for exercise in store.exercises.all() if exercise.is_advised]
    logged = {exercise.decision: store.judgements.latest(exercise.decision) for exercise in advised}
    assert all({*exercise.findings} <= {*logged[exercise.decision]} for exercise in advised)
    return Saved(
        sum(len(store.attempts.attempts(run.id)) for run in store.attempts.runs()),
        len(store.annotations.all()),
        sum(len(exercise.findings) for exercise in store.exercises.all()),
    )


class Learner:
    """Presses keys in the window, as chance has it."""

    def __init__(self, program: Program, rng: Random, say: Callable[[Saved], None]) -> None:
        self._window, self._rng, self._say = program.window, rng, say
        self._shell, self._state = program.services.shell, program.services.state
        self._state.changed.connect(self._on_state_changed)

    def act(self) -> None:
        """Do one thing, and let the window do what follows from it."""
        self._rng.choice((self.answer, self._mark, self._weigh, self._read))()
        self._settle()

    def answer(self) -> None:
        """Answer a question, whatever comes of it."""
        question = self._rng.choice(self._state.library.all(SingleChoice))
        self._open(f"r2p://question/{question.id}")
        for key in (Qt.Key.Key_0 + self._rng.randint(1, 3), Qt.Key.Key_Return, Qt.Key.Key_2):
            self._press(Qt.Key(key))

    def _mark(self) -> None:
        self._read()
        self._press(Qt.Key.Key_H)

    def _read(self) -> None:
        chapter = self._rng.choice(self._state.library.all(Chapter))
        self._open(f"r2p://chapter/{chapter.id}")
        for _ in range(self._rng.randint(0, 4)):
            self._press(Qt.Key.Key_PageDown)

    def _weigh(self) -> None:
        """Take a whole exercise to its advice, then leave it."""
        decision = self._rng.choice(self._state.library.all(DecisionPoint))
        self._open(f"r2p://lab/{decision.id}")
        if (start := self._shell.findChild(StartView)) is not None:  # it was weighed before
            start.begin.click()
            self._settle()
        view = self._shell.findChild(ExerciseView)
        assert view is not None
        session = view.session
        for criterion in decision.criteria_in_play:
            finding = Finding(Weighing(self._rng.choice(list(Level)), "Because"))
            session.change(partial(session.exercise.found, criterion, finding))
            self._settle()
        memo = Memo("", OTHER, "To wait", "Because", "There are", "Nothing")
        session.change(partial(session.exercise.written, 0, memo))
        if not session.exercise.is_advised:
            session.advise()

    def _open(self, link: str) -> None:
        self._shell.navigation.open(link)
        self._shell.navigation.leave()  # where a page asked whether it is to be left
        self._settle()

    def _press(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self._window, key)
        self._settle()

    def _settle(self) -> None:
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _on_state_changed(self, changes: Changes) -> None:
        if changes & (Changes.ATTEMPTS | Changes.NOTES | Changes.EXERCISES):
            self._say(saved(self._state.store))


def started(data: Path) -> Program:
    """Start the program and wait for its first page."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    make_application()
    program = Program(Options(data=data, cache=data.with_name("cache"), route="r2p://home"))
    sys.excepthook = program.catch
    program.show()
    while not program.is_ready:
        QCoreApplication.processEvents()
    return program


def words(program: Program) -> str:
    """Return what labels in the window say."""
    return "\n".join(label.text() for label in program.window.findChildren(QLabel) if label.isVisible())


def on_a_full_disk(data: Path, says: Connection) -> None:
    """Answer until the window says that nothing more can be saved, make room, and answer once more."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    program, soft_hard = started(data), resource.getrlimit(resource.RLIMIT_FSIZE)
    store = program.services.state.store
    learner = Learner(program, Random(7), lambda _: None)
    resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, soft_hard[1]))
    faults = (DiskFull, DeviceFault)  # a limit of size is no full disk to SQLite, but "a disk's error"
    while not any(fault.what in words(program) for fault in faults):
        before = saved(store)
        learner.answer()
    during = saved(store)
    resource.setrlimit(resource.RLIMIT_FSIZE, soft_hard)
    while saved(store) == during:
        learner.answer()
    program.close()
    says.send((before, during))


def work(_name: str, data: Path, seed: int, said: Connection) -> None:
    """Start the program and be the learner in its window, until killed."""
    program = started(data)
    learner = Learner(program, Random(seed), said.send)
    said.send(saved(program.services.state.store))
    while True:
        learner.act()
