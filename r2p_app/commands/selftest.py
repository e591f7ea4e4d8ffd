"""`r2p selftest`: does this installation work? Without a display it starts, visits every page, answers a question, and
uses every library that is imported late."""

import argparse
import sys
import traceback
from collections.abc import Iterator

from r2p_app.commands.offscreen import CheckFailed, NotStarted, OffscreenRun, started
from r2p_app.commands.selftest_libraries import library_checks

FAILED = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing may follow `r2p selftest`."""
    del parser


def run(namespace: argparse.Namespace) -> int:
    """Report each step on a line; return 0 if all went well."""
    try:
        with started(namespace.content) as offscreen:
            for line in checks(offscreen):
                print(f"ok    {line}", flush=True)
    except (NotStarted, CheckFailed) as fault:
        return _report(str(fault))
    except Exception as error:  # whatever it is, it is what this test is for
        traceback.print_exc()
        return _report(f"{type(error).__name__}: {error}")
    return 0


def _report(fault: str) -> int:
    print(f"FAIL  {fault}", file=sys.stderr)
    return FAILED


def checks(offscreen: OffscreenRun) -> Iterator[str]:
    """Try one thing after another, and say what went well; raise `CheckFailed` at the first that did not."""
    yield _content(offscreen)
    yield from _pages(offscreen)
    yield _answer(offscreen)
    yield from library_checks(offscreen)


def _content(offscreen: OffscreenRun) -> str:
    from r2p_app.content.problems import errors

    library = offscreen.program.services.state.library
    faults = len(errors(library.problems))
    told = f", {faults} faulty (see r2p check)" if faults else ""
    return f"content: {library.pack.title} {library.pack.version}, {len(library)} records{told}"


def _pages(offscreen: OffscreenRun) -> Iterator[str]:
    from r2p_app.ui.routes import BY_NAME

    program, shell = offscreen.program, offscreen.program.services.shell
    for name in BY_NAME:
        shell.navigation.open(f"r2p://{name}")
        offscreen.settle()
        page = shell.stack.page
        if page is None or page.objectName() != name or program.window.grab().isNull():
            raise CheckFailed(f"the page {name} does not open")
        yield f"page: {name}"


def _answer(offscreen: OffscreenRun) -> str:
    """Answer the first single-choice question as a person with a keyboard would."""
    from r2p_app.content.questions import SingleChoice

    services = offscreen.program.services
    question = next(iter(services.state.library.all(SingleChoice)), None)
    if question is None:
        return "question: the content has none with one answer"
    services.shell.navigation.open(f"r2p://question/{question.id}")
    offscreen.settle()
    for key in ("1", "\r", "2"):  # the first option, submit, fairly sure
        _press(offscreen, key)
        offscreen.settle()
        if question.id in services.state.store.attempts.answered():
            break
    else:
        raise CheckFailed(f"the answer to {question.id} was not kept")
    return f"question: {question.id} answered and kept"


def _press(offscreen: OffscreenRun, key: str) -> None:
    from PySide6.QtCore import QCoreApplication, QEvent, Qt
    from PySide6.QtGui import QKeyEvent

    focus = offscreen.program.window.focusWidget()
    if focus is None:
        raise CheckFailed("nothing has the keyboard")
    code = Qt.Key.Key_Return if key == "\r" else Qt.Key(ord(key))
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(focus, QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, key))
