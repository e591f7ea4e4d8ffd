"""Chapters on paper: what of the window stands on it, and the way from the wish to the file."""

import io
import re
import threading
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from r2p_app.content.markup import Embed
from r2p_app.export.paper.blocks import Style
from r2p_app.export.paper.setting import PaperSize
from r2p_app.notes.annotation import Kind
from r2p_app.notes.text import Extent
from r2p_app.ui.export.saving import SavingDialog
from r2p_app.ui.export.work import finish
from r2p_app.ui.notes.marks import Marks
from r2p_app.ui.preferences import Preferences
from r2p_app.ui.printing.chapter import ChapterPlan, chapter_pdf, marked_characters
from r2p_app.ui.printing.dialog import PaperDialog
from r2p_app.ui.printing.printing import ChapterPrinting
from r2p_app.ui.printing.records import record_json
from r2p_app.ui.printing.threads import beside
from r2p_app.ui.reader.text import marked_text, text_of
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.look import Look
from tests.ui.reader import making

STYLE = Style("Before you read on", "Hate speech, quoted as evidence")


@pytest.fixture
def long_state(state: AppState) -> AppState:
    state.set_library(making.library())
    return state


def embeds() -> dict[str, Embed]:
    return {block.kind: block for block in text_of(making.CHAPTER).walk() if isinstance(block, Embed)}


def _texts(svg: str) -> list[tuple[str, str]]:
    """The words of a picture, with the colour and size in which they are set."""
    return re.findall(r'<text fill="([^"]*)".*?font-size="([^"]*)"', svg)


def test_a_chart_is_a_picture_in_the_look_of_paper_whatever_the_window_looks_like(
    long_state: AppState, look: Look
) -> None:
    first = record_json(long_state.library, embeds()["series"], STYLE)
    look.apply("dark", 2.0)
    second = record_json(long_state.library, embeds()["series"], STYLE)
    assert first is not None
    assert second is not None
    assert first["svg"].startswith("<?xml")
    assert _texts(first["svg"]) == _texts(second["svg"]) != []
    assert first["alt"].startswith("Chart: ")
    assert first["caption"][0]["text"] == "What the Council allowed"


def test_a_document_has_its_words_and_nothing_to_press(long_state: AppState) -> None:
    made = record_json(long_state.library, embeds()["document"], STYLE)
    assert made is not None
    words = " ".join(span["text"] for block in made["blocks"] for span in block["spans"])
    assert "S/RES/912" in made["title"].replace("\N{WORD JOINER}", "")
    assert "Why it matters" in words
    assert "Open the official text" not in words
    assert {block["kind"] for block in made["blocks"]} == {"paragraph", "subheading"}


def test_a_question_has_its_options_and_no_key(long_state: AppState) -> None:
    made = record_json(long_state.library, embeds()["question"], STYLE)
    assert made is not None
    (options,) = made["blocks"]
    assert options["ordered"]
    assert len(options["items"]) >= 3


def test_what_is_not_there_is_left_out(long_state: AppState) -> None:
    missing = Embed(anchor="p", line=1, kind="figure", item="fig-none", spans=())
    assert record_json(long_state.library, missing, STYLE) is None


def test_highlights_are_marked_where_they_stand(long_state: AppState) -> None:
    text = marked_text(making.CHAPTER)
    marks = Marks(long_state)
    extent = Extent(4, len(making.LONG) + 10)
    mark = marks.add(Kind.HIGHLIGHT, making.CHAPTER.id, text, extent)
    bookmark = marks.add(Kind.BOOKMARK, making.CHAPTER.id, text, extent)
    found = marked_characters(text, (mark, bookmark))
    first, second = text.passages[:2]
    assert found == {first.anchor: [(4, len(first.words))], second.anchor: [(0, 10 - 1)]}


def test_the_whole_chapter_is_set(long_state: AppState) -> None:
    plan = ChapterPlan(long_state.library, making.CASE, making.CHAPTER, PaperSize.LETTER)
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(finish(chapter_pdf(plan)))).pages)
    for words in (
        "A long chapter",
        "Chapter 1 of 2",
        "Sources of this chapter",
        "What the Council allowed",
        "Page 1 of",
    ):
        assert words in text


def test_work_beside_the_window_gives_its_bytes_and_its_faults() -> None:
    def name() -> bytes:
        return threading.current_thread().name.encode()

    assert finish(beside(name, 1)) != name()

    def fails() -> bytes:
        raise TimeoutError("no")

    with pytest.raises(TimeoutError):
        finish(beside(fails, 1))


def test_from_the_wish_to_the_file(
    qtbot: QtBot, long_state: AppState, preferences: Preferences, tmp_path: Path
) -> None:
    long_state.preferences = preferences
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    target = tmp_path / "chapter.pdf"
    printing = ChapterPrinting(long_state, owner, ask=lambda *_asked: str(target))
    printing.open(making.CASE, making.CHAPTER)
    (dialog,) = owner.findChildren(PaperDialog)
    assert not dialog.marks.isVisibleTo(dialog)
    dialog.sizes.choose(1)
    dialog.save.click()
    qtbot.waitUntil(target.exists, timeout=20_000)
    box = PdfReader(target).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (612, 792)
    for saving in owner.findChildren(SavingDialog):
        saving.accept()
