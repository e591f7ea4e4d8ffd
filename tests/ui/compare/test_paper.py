from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.content.teaching import Comparison
from r2p_app.ui.compare.paper import ComparisonPaper, comparison_pdf
from r2p_app.ui.export.saving import SavingDialog
from r2p_app.ui.export.work import finish
from r2p_app.ui.pages.compare import ComparePage
from r2p_app.ui.profile_session import ProfileSession
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.look import Look


def test_the_table_comes_first_and_its_sources_last(mini_library: Library, look: Look) -> None:
    paper = ComparisonPaper(mini_library, mini_library.get("cmp-texts", Comparison))
    words = paper.document.toPlainText().replace("\N{NO-BREAK SPACE}", " ").replace("\N{WORD JOINER}", "")
    table, sources = words.split("Sources")
    for part in ("Two texts, the same questions", "Outcome of 2005", "The Council. [1]", "no answer", "Narrowed"):
        assert part in table
    assert "1. " in sources
    assert "para 139" in sources
    assert "Licence" in sources


def test_it_is_a_pdf_whose_words_can_be_read(mini_library: Library, look: Look) -> None:
    data = finish(comparison_pdf(mini_library, mini_library.get("cmp-mini", Comparison)))
    reader = PdfReader(BytesIO(data))
    (page,) = reader.pages
    assert page.mediabox.width > page.mediabox.height
    assert "To reduce the force" in " ".join(page.extract_text().split())
    assert reader.metadata is not None
    assert reader.metadata.title == "Two cases, the same questions"


@pytest.fixture
def page(qtbot: QtBot, state: AppState, session: ProfileSession) -> Iterator[ComparePage]:
    made = ComparePage(state)
    qtbot.addWidget(made)
    made.resize(1232, 800)
    made.show()
    yield made
    for dialog in made.findChildren(SavingDialog):
        dialog.reject()


def test_what_is_shown_is_saved(page: ComparePage, qtbot: QtBot, tmp_path: Path) -> None:
    page.show_link(Link.parse("r2p://compare/cmp-texts"))
    suggested: list[str] = []

    def ask(_parent: QWidget, _title: str, name: str, _filters: str) -> str:
        suggested.append(Path(name).name)
        return str(tmp_path / "mine.pdf")

    assert page.pdf is not None
    page.pdf.ask = ask
    page.pdf.click()
    qtbot.waitUntil((tmp_path / "mine.pdf").exists)
    assert suggested == ["r2p-texts.pdf"]
    assert (tmp_path / "mine.pdf").read_bytes().startswith(b"%PDF")
