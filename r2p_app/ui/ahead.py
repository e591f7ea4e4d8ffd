"""What pages need, made ready before they are asked for, step by step: modules, who refers to whom, lines of maps.

Each step imports one module, what it needs before it. Which modules these are follows from the tables of pages and
tabs, and from what the window itself imports when it first shows a card or the search. What a module needs is read off
its byte code (a frozen program has no sources): importing a page in one go would bring some eighty modules with it.
"""

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from sys import modules
from types import CodeType

from r2p_app.content.library import Library
from r2p_app.garbage import look_through
from r2p_app.ui.case.tabs import TABS
from r2p_app.ui.routes import BY_NAME

_OURS = "r2p_app."
_SHELL = "r2p_app.ui.shell"


def made_ready(library: Library) -> Iterator[None]:
    """Make everything ready. Searches for garbage no longer look through what is there by then."""
    for steps in (imports_ahead(), library.find_mentions(), _lines_ahead()):
        look_through()
        yield
        yield from steps
    look_through()


def imports_ahead() -> Iterator[None]:
    """Import what any page needs, module by module."""
    seen: set[str] = set()
    late = imported_by(_SHELL, within=True)
    for name in (*late, *(page.module for page in BY_NAME.values()), *(tab.module for tab in TABS)):
        yield from _import(name, seen)


def _lines_ahead() -> Iterator[None]:
    from r2p_app.ui.maps.shapes import lines_ahead  # imported by now
    from r2p_app.ui.maps.sheets import shipped_atlas

    atlas = shipped_atlas()
    for name in atlas.infos:
        yield from lines_ahead(atlas.sheet(name))


def _import(name: str, seen: set[str]) -> Iterator[None]:
    if name in seen or name in modules:
        return
    seen.add(name)
    for needed in imported_by(name):
        yield from _import(needed, seen)
    import_module(name)
    yield


def imported_by(name: str, *, within: bool = False) -> tuple[str, ...]:
    """Return which modules of ours a module imports when it is imported, in order; or which it does in functions."""
    spec = find_spec(name)
    get_code = getattr(spec.loader, "get_code", None) if spec is not None else None
    code: CodeType | None = get_code(name) if get_code is not None else None
    if code is None:
        return ()
    codes = _functions(code) if within else (code,)
    return tuple(dict.fromkeys(found for one in codes for found in _imported(one)))


def _functions(code: CodeType) -> Iterator[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _functions(constant)


def _imported(code: CodeType) -> Iterator[str]:
    """Yield the modules of ours that a piece of code imports, but for what only a type checker needs."""
    from dis import get_instructions  # itself needed at this time only

    is_guard, end = False, 0
    for step in get_instructions(code):
        if step.argval == "TYPE_CHECKING":
            is_guard = True
        elif is_guard and "JUMP" in step.opname:
            is_guard, end = False, step.argval
        elif step.opname == "IMPORT_NAME" and step.offset >= end and step.argval.startswith(_OURS):
            yield step.argval
