import pytest
from PySide6.QtWidgets import QApplication

from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.paths import resources_dir
from r2p_app.ui.page import Page
from r2p_app.ui.routes import BY_NAME, OFF_RAIL, PAGES, page_title, resolve


@pytest.mark.parametrize("name", BY_NAME)
def test_every_page_exists(qapp: QApplication, name: str) -> None:
    assert issubclass(BY_NAME[name].page_class(), Page)
    assert page_title(BY_NAME[name])


def test_every_entry_of_the_rail_has_an_icon() -> None:
    assert not [page.name for page in PAGES if not (resources_dir() / "icons" / f"{page.icon}.svg").is_file()]


def test_names_are_unique() -> None:
    assert len(BY_NAME) == len(PAGES) + len(OFF_RAIL)


@pytest.mark.parametrize(
    ("link", "opened"),
    [
        ("r2p://home", "r2p://home"),
        ("r2p://event/ev-res-912", "r2p://timeline?event=ev-res-912"),
        ("r2p://chapter/rwanda-warnings#p4", "r2p://case/rwanda/read/rwanda-warnings#p4"),
        ("r2p://story/story-warning", "r2p://timeline/story/story-warning/1"),
        ("r2p://case/rwanda", "r2p://case/rwanda"),
        ("r2p://question/q-912", "r2p://quiz/one/q-912"),
        ("r2p://misconception/mc-no-warning", "r2p://misconceptions/rwanda#mc-no-warning"),
        ("r2p://pairing/pair-warning", "r2p://compare/pairs/rwanda#pair-warning"),
        ("r2p://comparison/cmp-mini#row-warning", "r2p://compare/cmp-mini#row-warning"),
        ("r2p://source/un-inquiry-1999", "r2p://source/un-inquiry-1999"),
        ("r2p://event/ev-unknown", "r2p://event/ev-unknown"),
        ("r2p://nowhere", "r2p://nowhere"),
    ],
)
def test_records_open_on_the_page_that_shows_them(mini_library: Library, link: str, opened: str) -> None:
    assert str(resolve(Link.parse(link), mini_library)) == opened
