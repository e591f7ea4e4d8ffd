"""`r2p selftest`: does this installation work? Without a display it starts, visits every page, answers a question."""

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from r2p_app.commands.offscreen import NotStarted, settle, started

if TYPE_CHECKING:
    from r2p_app.app import Program

FAILED = 1


class CheckFailed(Exception):  # noqa: N818 - said to a person
    """What was tried did not come out as it should."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing may follow `r2p selftest`."""
    del parser


def run(namespace: argparse.Namespace) -> int:
    """Report each step on a line; return 0 if all went well."""
    try:
        with started(namespace.content) as program:
            for line in checks(program):
                print(f"ok    {line}", flush=True)
    except (NotStarted, CheckFailed) as fault:
        print(f"FAIL  {fault}", file=sys.stderr)
        return FAILED
    return 0


def checks(program: "Program") -> Iterator[str]:
    """Try one thing after another, and say what went well; raise `CheckFailed` at the first that did not."""
    yield _content(program)
    yield from _pages(program)
    yield _answer(program)


def _content(program: "Program") -> str:
    from r2p_app.content.problems import errors

    library = program.services.state.library
    faults = len(errors(library.problems))
    told = f", {faults} faulty (see r2p check)" if faults else ""
    return f"content: {library.pack.title} {library.pack.version}, {len(library)} records{told}"


def _pages(program: "Program") -> Iterator[str]:
    from r2p_app.ui.routes import BY_NAME

    shell = program.services.shell
    for name in BY_NAME:
        shell.navigation.open(f"r2p://{name}")
        settle(program)
        page = shell.stack.page
        if page is None or page.objectName() != name or program.window.grab().isNull():
            raise CheckFailed(f"the page {name} does not open")
        yield f"page: {name}"


def _answer(program: "Program") -> str:
    """Answer the first single-choice question as a person with a keyboard would."""
    from r2p_app.content.questions import SingleChoice

    state = program.services.state
    question = next(iter(state.library.all(SingleChoice)), None)
    if question is None:
        return "question: the content has none with one answer"
    program.services.shell.navigation.open(f"r2p://question/{question.id}")
    settle(program)
    for key in ("1", "\r", "2"):  # the first option, submit, fairly sure
        _press(program, key)
        settle(program)
        if question.id in state.store.attempts.answered():
            break
    else:
        raise CheckFailed(f"the answer to {question.id} was not kept")
    return f"question: {question.id} answered and kept"


def _press(program: "Program", key: str) -> None:
    from PySide6.QtCore import QCoreApplication, QEvent, Qt
    from PySide6.QtGui import QKeyEvent

    focus = program.window.focusWidget()
    if focus is None:
        raise CheckFailed("nothing has the keyboard")
    code = Qt.Key.Key_Return if key == "\r" else Qt.Key(ord(key))
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(focus, QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, key))
