"""From the last key of an answer to its painted feedback, in the whole window without a display.

A run of single-choice questions of the shipped pack is answered by keyboard: option, Enter, how sure. Goal: 95 in 100
under 50 ms.
"""

import time
from random import Random
from statistics import median, quantiles

from r2p_app.commands.offscreen import OffscreenRun, started

ANSWERS = 60
GOAL = 50


def answer(offscreen: OffscreenRun, key: object) -> float:
    """Press a key where the focus is and return the milliseconds until everything that follows is painted."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    focus = QApplication.focusWidget()
    assert focus is not None
    assert isinstance(key, Qt.Key)
    start = time.perf_counter()
    QTest.keyClick(focus, key)
    offscreen.process_events()
    return (time.perf_counter() - start) * 1000


def measure(offscreen: OffscreenRun) -> list[float]:
    """Answer the questions of one run; return the times from the last key to the feedback."""
    from PySide6.QtCore import Qt

    from r2p_app.content.questions import SingleChoice
    from r2p_app.learning.attempts import Mode
    from r2p_app.learning.quiz import plan
    from r2p_app.ui.quiz.run import RunView

    state, navigation = offscreen.program.services.state, offscreen.program.services.shell.navigation
    questions = [question.id for question in state.library.all(SingleChoice)][: ANSWERS + 1]
    run = plan(questions, Mode.PRACTICE, at=state.now(), rng=Random(1))
    state.store.attempts.start(run)
    offscreen.program.window.activateWindow()
    navigation.open(f"r2p://quiz/run/{run.id}")
    offscreen.settle()
    times = []
    for _question in questions:
        view = offscreen.program.window.findChild(RunView)
        assert view is not None
        for key in (Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_2, Qt.Key.Key_Return):
            took = answer(offscreen, key)
            if view.shows_verdict:
                times.append(took)
                break
        assert view.shows_verdict
        offscreen.settle()
        answer(offscreen, Qt.Key.Key_Return)
        offscreen.settle()
    return times[1:]


def main() -> None:
    """Print the times."""
    with started() as offscreen:
        offscreen.program.window.resize(1440, 900)
        times = measure(offscreen)
    p95 = quantiles(times, n=20)[-1]
    print(f"answer to painted feedback, {len(times)} times: p95 {p95:.0f} ms (goal {GOAL}), median {median(times):.0f}")


if __name__ == "__main__":
    main()
