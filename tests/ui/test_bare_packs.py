"""Every page opens on a new profile and an author's first pack: one case and nothing else, or not even that."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit, QWidget

from r2p_app.content.library import Library
from r2p_app.content.load import load_pack
from r2p_app.content.problems import errors
from r2p_app.store.settings import ROLE, Role
from r2p_app.ui.case.tabs import tabs_of
from r2p_app.ui.routes import BY_NAME
from r2p_app.ui.shell import Shell
from r2p_app.ui.state import AppState
from tests.content import packs

CASE = packs.CASE.replace("[alpha-warnings]", "[]")
BARE = {
    "one case": {"pack.yaml": packs.PACK, "lanes.yaml": packs.LANES, "cases/alpha/case.yaml": CASE},
    "nothing": {"pack.yaml": packs.PACK},
}
INSIDE = (
    *("r2p://quiz/new", "r2p://quiz/paper", "r2p://quiz/reports", "r2p://lab/summary", "r2p://timeline?view=table"),
    *("r2p://doctrine/which", "r2p://doctrine/elements", "r2p://compare/pairs", "r2p://compare/cases"),
    *("r2p://library/terms", "r2p://library/people", "r2p://library/places", "r2p://library/documents"),
    *("r2p://library/sources", "r2p://lessons/none", "r2p://lab/none", "r2p://review/history"),
)


@pytest.fixture(params=BARE)
def bare(request: pytest.FixtureRequest, tmp_path: Path) -> Library:
    """A pack with next to nothing in it."""
    packs.write(tmp_path / "pack", BARE[request.param])
    library = load_pack(tmp_path / "pack")
    assert [str(problem) for problem in errors(library.problems)] == []
    return library


def links(library: Library) -> list[str]:
    tabs = [str(tab.link(case)) for case in library.cases for tab in tabs_of(library, case)]
    return [*(f"r2p://{name}" for name in BY_NAME), *tabs, *INSIDE]


def words_on(page: QWidget) -> list[str]:
    """Return what can be read on a page, the words on buttons left out."""
    labels = [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]
    texts = [text.toPlainText() for text in page.findChildren(QTextEdit) if text.isVisibleTo(page)]
    return [words for words in (*labels, *texts) if words.strip()]


@pytest.mark.parametrize("role", Role)
def test_every_page_opens_and_says_something(shell: Shell, state: AppState, bare: Library, role: Role) -> None:
    state.store.settings.set(ROLE, role.value)
    state.set_library(bare)
    silent = []
    for link in links(bare):
        shell.navigation.open(link)
        QApplication.processEvents()
        page = shell.stack.page
        assert page is not None
        assert page.objectName() == link.removeprefix("r2p://").partition("/")[0].partition("?")[0]
        if not words_on(page):
            silent.append(link)
    assert silent == []


def test_pages_that_are_open_bear_that_everything_goes(shell: Shell, state: AppState, bare: Library) -> None:
    """An author empties a file while the window shows what was in it."""
    for link in links(bare):
        shell.navigation.open(link)
    QApplication.processEvents()
    full = state.library
    for library in (bare, full, bare):
        state.set_library(library)
        for name in BY_NAME:
            shell.navigation.open(f"r2p://{name}")
            QApplication.processEvents()
    assert shell.stack.page is not None
