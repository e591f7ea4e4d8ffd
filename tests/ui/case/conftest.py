"""The case page with a case that has every tab."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from r2p_app.content.links import Link
from r2p_app.ui.case.tab import CaseTab
from r2p_app.ui.case.view import CaseView
from r2p_app.ui.pages.case import CasePage
from r2p_app.ui.state import AppState
from tests.ui.case import making

Go = Callable[[str], CaseTab]


@pytest.fixture
def page(qtbot: QtBot, state: AppState) -> Iterator[CasePage]:
    """The page as the window would show it: a link that is asked for is opened."""
    state.set_library(making.library())
    made = CasePage(state)
    qtbot.addWidget(made)
    made.link_requested.connect(lambda link: made.show_link(Link.parse(link)) if "://case/" in link else None)
    made.resize(1232, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_link(Link.parse("r2p://case/rwanda"))
    yield made
    made.hide()


@pytest.fixture
def view(page: CasePage) -> CaseView:
    """The case of Rwanda."""
    assert page.view is not None
    return page.view


@pytest.fixture
def go(page: CasePage, view: CaseView) -> Go:
    """Open a link of the case, and return the tab that shows it."""

    def _go(link: str) -> CaseTab:
        page.show_link(Link.parse(f"r2p://case/rwanda/{link}"))
        for _ in range(3):
            QApplication.processEvents()
        assert view.tab is not None
        return view.tab

    return _go
