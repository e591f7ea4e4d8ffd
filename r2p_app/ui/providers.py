"""What the palette searches: pages, cases, chapters and commands. Later sources of hits are added to `providers`."""

from collections.abc import Callable, Iterable, Iterator
from textwrap import shorten
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from r2p_app.content.links import Link, item_link
from r2p_app.ui.commands import CommandTable
from r2p_app.ui.navigation import Navigation
from r2p_app.ui.page import Confinement
from r2p_app.ui.routes import BY_NAME, page_title
from r2p_app.ui.search.hit import Hit, Provider, matching
from r2p_app.ui.state import AppState

translate = QCoreApplication.translate

_LONGEST_TITLE = 64

if TYPE_CHECKING:
    from r2p_app.content.library import Library
    from r2p_app.ui.search.service import Search


def providers(
    state: AppState, navigation: Navigation, commands: CommandTable, search: "Search"
) -> tuple[Provider, ...]:
    """Return the sources of hits, in the order in which equals are listed.

    Cases and chapters are listed by themselves as long as there is no index, and before anything is typed.
    """
    from r2p_app.ui.search.hits import hits

    return (
        lambda typed: matching(_pages(navigation), typed),
        lambda typed: matching(_reading(state.library, navigation), typed) if _is_plain(state, search, typed) else (),
        lambda typed: hits(search, state.library, typed, navigation.open) if state.is_ready else (),
        lambda typed: matching(_commands(commands), typed),
    )


def search_advice(state: AppState) -> Callable[[str], str]:
    """Return what says more where nothing was found."""
    from r2p_app.ui.search.filters import filter_advice

    return lambda typed: filter_advice(typed, state.library) if state.is_ready else ""


def _is_plain(state: AppState, search: "Search", typed: str) -> bool:
    return state.is_ready and not (search.is_ready and typed.strip())


def confined_providers(confinement: Confinement, commands: CommandTable) -> tuple[Provider, ...]:
    """Return the sources of hits while a page is confined: what lies inside it, and commands."""
    return (
        lambda typed: map(_shortened, matching((Hit(*found) for found in confinement.found()), typed)),
        lambda typed: matching(_commands(commands), typed),
    )


def _shortened(hit: Hit) -> Hit:
    """Return the hit with a title that a row has room for; it was found by all of it."""
    return hit._replace(title=shorten(hit.title, _LONGEST_TITLE, placeholder="…"))


def _pages(navigation: Navigation) -> Iterator[Hit]:
    for page in BY_NAME.values():
        yield Hit(page_title(page), translate("Palette", "Page"), _opener(navigation, str(Link(page.name))))


def _reading(library: "Library", navigation: Navigation) -> Iterator[Hit]:
    for case in library.cases:
        yield Hit(case.title, translate("Palette", "Case study"), _opener(navigation, item_link("case", case.id)))
        for chapter in library.chapters(case):
            detail = translate("Palette", "Chapter in %1").replace("%1", case.title)
            yield Hit(chapter.title, detail, _opener(navigation, item_link("chapter", chapter.id)))


def _commands(commands: CommandTable) -> Iterable[Hit]:
    for command in commands:
        if not command.id.startswith("page-") and command.id != "palette":
            keys = (
                QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if command.keys else ""
            )
            yield Hit(command.title, keys or translate("Palette", "Command"), command.callback)


def _opener(navigation: Navigation, link: str) -> Callable[[], None]:
    return lambda: navigation.open(link)
