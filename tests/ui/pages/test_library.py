"""The library lists every record of a kind, finds it in any spelling, shows where it is used, and exports sources."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.content.load import load_pack
from r2p_app.content.model import Actor, Source, Term
from r2p_app.paths import content_dir
from r2p_app.ui.library.shelves import SHELVES, chosen, rows
from r2p_app.ui.pages import library as page_module
from r2p_app.ui.pages.library import LibraryPage
from r2p_app.ui.preferences import Preferences
from r2p_app.ui.state import AppState
from r2p_app.ui.widgets.prose import Prose


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_pack(content_dir(), cache=tmp_path_factory.mktemp("cache"))


@pytest.fixture
def page(qtbot: QtBot, state: AppState, library: Library, preferences: Preferences) -> LibraryPage:
    state.set_library(library)
    state.preferences = preferences
    made = LibraryPage(state)
    qtbot.addWidget(made)
    made.resize(1232, 844)
    made.show()
    return made


def shown(page: LibraryPage) -> list[str]:
    return [row.id for row in page.model.rows]


@pytest.mark.parametrize("shelf", SHELVES, ids=lambda shelf: shelf.kind)
def test_every_record_of_a_kind_is_there(library: Library, shelf: object) -> None:
    assert {row.id for row in rows(library, shelf)} == {item.id for item in library.all(shelf.type)}  # type: ignore[attr-defined,arg-type]


@pytest.mark.parametrize(
    ("typed", "wanted"), [("dordevic", "Đorđević"), ("RACAK", "Račak"), ("veto", "Veto"), ("xyzzy", "")]
)
def test_it_is_found_in_any_spelling(library: Library, typed: str, wanted: str) -> None:
    every = [row for shelf in SHELVES for row in rows(library, shelf)]
    assert wanted in " ".join(row.title for row in chosen(every, "", typed))


def test_a_link_shows_shelf_filter_and_record(page: LibraryPage) -> None:
    link = Link("library", ("source",), (("case", "rwanda"), ("q", "inquiry")), "un-inquiry-1999")
    page.show_link(link)
    assert page.place() == link
    assert page.card is not None
    assert "Report of the Independent Inquiry" in page.card.accessibleName()


def test_a_record_that_is_filtered_out_takes_the_filter_back(page: LibraryPage) -> None:
    page.show_link(Link("library", ("term",), (("q", "nothing like it"),), "t-veto"))
    assert page.selected == "t-veto"
    assert page.words.text() == ""


def test_a_record_says_where_it_is_used(page: LibraryPage) -> None:
    page.show_link(Link("library", ("source",), (), "un-inquiry-1999"))
    assert page.card is not None
    assert "Used in" in "\n".join(prose.toPlainText() for prose in page.card.findChildren(Prose))


def test_a_case_leaves_what_it_uses(page: LibraryPage, library: Library) -> None:
    page.show_link(Link("library", ("actor",), (("case", "kosovo"),)))
    assert 0 < len(shown(page)) < len(library.all(Actor))


def test_an_empty_shelf_says_so(page: LibraryPage) -> None:
    page.words.setText("xyzzy")
    assert shown(page) == []
    assert page.nothing.isVisible()
    assert page.card is None
    page.words.clear()
    assert not page.nothing.isVisible()
    assert page.card is not None


def test_arrows_go_from_record_to_record(page: LibraryPage, library: Library) -> None:
    page.list.setFocus()
    first = page.selected
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.selected != first
    assert page.card is not None
    assert library.get(page.selected, Term).term in page.card.accessibleName()


@pytest.mark.parametrize("suffix", [".bib", ".ris", ".json"])
def test_the_sources_that_are_shown_are_exported(
    page: LibraryPage, library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, suffix: str
) -> None:
    target = tmp_path / f"sources{suffix}"
    monkeypatch.setattr(page_module, "ask_target", lambda *_: target)
    page.show_link(Link("library", ("source",), (("q", "inquiry"),)))
    menu = page.export.menu()
    next(action for action in menu.actions() if action.data() == suffix).trigger()
    text = target.read_text(encoding="utf-8")
    assert all(library.get(name, Source).id in text for name in shown(page))
    if suffix == ".json":
        assert len(json.loads(text)) == len(shown(page))
    assert page.bars.bar("library") is not None


def test_a_place_that_cannot_be_written_is_said(
    page: LibraryPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(page_module, "ask_target", lambda *_: tmp_path / "nowhere" / "a.bib")
    page.show_link(Link("library", ("source",)))
    page.export.menu().actions()[0].trigger()
    bar = page.bars.bar("library")
    assert bar is not None
    assert "Saved" not in bar.text
