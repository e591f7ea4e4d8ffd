from collections.abc import Iterator

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from r2p_app.ui.bars import BarArea
from r2p_app.ui.external import KEY, ExternalLinks, host_of
from r2p_app.ui.theme.look import Look

ADDRESS = "https://undocs.org/S/1999/1257"


class Browser:
    """Stands in for the person's web browser."""

    def __init__(self) -> None:
        self.works, self.opened = True, list[str]()

    def open(self, url: QUrl) -> bool:
        self.opened.append(url.toString())
        return self.works


@pytest.fixture
def browser() -> Browser:
    return Browser()


@pytest.fixture
def links(qtbot: QtBot, look: Look, browser: Browser) -> Iterator[ExternalLinks]:
    window = QWidget()
    layout = QVBoxLayout(window)
    bars, field = BarArea(), QLineEdit()
    layout.addWidget(bars)
    layout.addWidget(field)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    yield ExternalLinks(bars, opener=browser.open)
    window.close()


def test_nothing_opens_before_the_person_says_so(links: ExternalLinks, browser: Browser) -> None:
    links.ask(ADDRESS)
    assert browser.opened == []
    bar = links.bars.bar(KEY)
    assert bar is not None
    assert "undocs.org" in bar.text
    assert QApplication.focusWidget() is bar.buttons[0]


def test_it_opens_on_a_click_and_the_focus_returns(links: ExternalLinks, browser: Browser) -> None:
    before = QApplication.focusWidget()
    links.ask(ADDRESS)
    bar = links.bars.bar(KEY)
    assert bar is not None
    bar.buttons[0].click()
    assert browser.opened == [ADDRESS]
    assert links.bars.bar(KEY) is None
    assert QApplication.focusWidget() is before


def test_it_is_put_away_and_the_focus_returns(links: ExternalLinks, browser: Browser) -> None:
    before = QApplication.focusWidget()
    links.ask(ADDRESS)
    bar = links.bars.bar(KEY)
    assert bar is not None
    bar.dismissed.emit()
    assert browser.opened == []
    assert QApplication.focusWidget() is before


def test_the_address_can_be_copied_instead(links: ExternalLinks, browser: Browser) -> None:
    links.ask(ADDRESS)
    bar = links.bars.bar(KEY)
    assert bar is not None
    bar.buttons[1].click()
    assert QApplication.clipboard().text() == ADDRESS
    assert browser.opened == []


def test_without_a_browser_the_address_is_shown(links: ExternalLinks, browser: Browser) -> None:
    browser.works = False
    links.ask(ADDRESS)
    bar = links.bars.bar(KEY)
    assert bar is not None
    bar.buttons[0].click()
    told = links.bars.bar(KEY)
    assert told is not None
    assert ADDRESS in told.text


@pytest.mark.parametrize(
    ("text", "host"),
    [
        (ADDRESS, "undocs.org"),
        ("http://example.org:8080/a?b#c", "example.org"),
        ("r2p://home", ""),
        ("file:///etc/passwd", ""),
        ("javascript:alert(1)", ""),
        ("https://", ""),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_only_web_addresses_have_a_host(text: str, host: str) -> None:
    assert host_of(text) == host
