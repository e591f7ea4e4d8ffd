"""The part of `r2p selftest` that uses once each library that is imported late: a frozen program may lack one."""

import http.client
import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from r2p_app.commands.offscreen import NOON, CheckFailed, OffscreenRun

_LOOPBACK = "127.0.0.1"
_SECONDS = 20


def library_checks(offscreen: OffscreenRun) -> Iterator[str]:
    """Yield what went well; raise `CheckFailed` at the first that did not."""
    for name, check in _CHECKS.items():
        check(offscreen)
        yield f"library: {name}"


def _folding(_offscreen: OffscreenRun) -> None:
    from r2p_app.content.folding import fold

    _expect(fold("Đurđević") == "durdevic", "đ is not found by d")


def _slips(_offscreen: OffscreenRun) -> None:
    from r2p_app.content.model import Bloom
    from r2p_app.content.questions import ShortAnswer
    from r2p_app.learning.questions.short_answer import Written, grade

    question = ShortAnswer(
        id="q",
        prompt="",
        objective="",
        bloom=Bloom.REMEMBER,
        difficulty=1,
        sources=(),
        see="",
        accepted=("sovereignty",),
    )
    _expect(grade(question, Written("soverignty")).score == 1, "a slip of typing is not forgiven")


def _scheduling(offscreen: OffscreenRun) -> None:
    store = offscreen.program.services.state.store
    scheduled = {state.question for state in store.reviews.all()}
    _expect(scheduled.issuperset(store.attempts.answered()), "an answered question does not come back")


def _paper(_offscreen: OffscreenRun) -> None:
    from r2p_app.export.memo import TEMPLATE, Paper, Paragraph, memo_json
    from r2p_app.export.paper.setting import compile_pdf

    paper = Paper("Selftest", "Đ ž", (Paragraph("One line."),))
    made = compile_pdf(TEMPLATE, memo_json(paper, language="en", page="Page %1 of %2", source=""))
    _expect(made.startswith(b"%PDF"), "no PDF was made")


def _flashcards(offscreen: OffscreenRun) -> None:
    from r2p_app.content.questions import QuestionBase
    from r2p_app.export.anki import anki_package
    from r2p_app.ui.quiz.export import card_words

    library = offscreen.program.services.state.library
    made = anki_package(library, library.all(QuestionBase)[:1], card_words(), at=NOON.timestamp())
    names = zipfile.ZipFile(io.BytesIO(made)).namelist()
    _expect("collection.anki2" in names, "no flashcards were made")


def _code(_offscreen: OffscreenRun) -> None:
    from r2p_app.ui.live.qr import matrix

    _expect(len(matrix(f"http://{_LOOPBACK}:8000/")) > 20, "no QR code was made")


def _room(offscreen: OffscreenRun) -> None:
    from r2p_app.live.events import Options
    from r2p_app.live.opening import Wish
    from r2p_app.ui.live.session import LiveSession

    with TemporaryDirectory(prefix="r2p-") as folder:
        session = LiveSession(Path(folder), ports=(0,), parent=offscreen.program.window)
        try:
            session.open(offscreen.program.services.state.library, Wish((), Options(), _LOOPBACK))
            offscreen.wait_until(lambda: session.is_open, "the room of a live quiz", _SECONDS)
            _visit(session.host.room.opened.port)
        finally:
            session.stop()
            session.deleteLater()


def _visit(port: int) -> None:
    """Ask for the page as a phone does, then for a WebSocket."""
    _expect(_status(port, "/", {}) == http.client.OK, "a phone gets no page")
    upgrade = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",  # the example of RFC 6455
    }
    _expect(_status(port, "/live", upgrade) == http.client.SWITCHING_PROTOCOLS, "a phone gets no WebSocket")


def _status(port: int, path: str, headers: dict[str, str]) -> int:
    connection = http.client.HTTPConnection(_LOOPBACK, port, timeout=_SECONDS)
    try:
        connection.request("GET", path, headers=headers)
        return connection.getresponse().status
    finally:
        connection.close()


def _expect(holds: bool, otherwise: str) -> None:
    if not holds:
        raise CheckFailed(otherwise)


_CHECKS: dict[str, Callable[[OffscreenRun], None]] = {
    "letters of any script (anyascii)": _folding,
    "slips of typing (rapidfuzz)": _slips,
    "spaced repetition (fsrs)": _scheduling,
    "a page on paper (typst)": _paper,
    "flashcards (genanki)": _flashcards,
    "a QR code (segno)": _code,
    "a live room on loopback (starlette, uvicorn, websockets)": _room,
}
