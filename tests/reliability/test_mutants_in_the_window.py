"""Broken packs in the window: pages open on what is left, and the page of faults names each fault with its place."""

from itertools import islice
from pathlib import Path
from random import Random

import pytest
from PySide6.QtWidgets import QApplication

from r2p_app.content.library import Library
from r2p_app.content.links import item_link
from r2p_app.content.load import load_pack
from r2p_app.content.problems import errors
from r2p_app.paths import content_dir
from r2p_app.ui.case.tabs import tabs_of
from r2p_app.ui.pages.problems import ProblemsPage
from r2p_app.ui.routes import BY_NAME
from r2p_app.ui.shell import Shell
from r2p_app.ui.state import AppState
from tests.reliability.hangs import hangs_raise, nothing_hangs
from tests.reliability.mutations import mutants, shipped, write_pack
from tests.ui.conftest import clock, jobs, look, mini_library, preferences, session, shell, state, store

__all__ = ["clock", "jobs", "look", "mini_library", "preferences", "session", "shell", "state", "store"]

PACKS = 12


def visit(shell: Shell, links: list[str]) -> None:
    """Open one link after the other; what fails in a slot fails the test."""
    for link in links:
        with nothing_hangs():
            shell.navigation.open(link)
            shell.navigation.leave()  # where a page asked whether it is to be left
            QApplication.processEvents()
        assert shell.stack.page is not None, link


def records_of(path: str, whole: Library) -> list[str]:
    """Return links to some of the records that the sound file had: they may be gone, or changed."""
    return [item_link(entry.kind, entry.id) for entry in whole if entry.file == path][:8]


def tabs(library: Library, path: str) -> list[str]:
    """Return the tabs of the case that the file belongs to, or of the first."""
    case = next((case for case in library.cases if f"/{case.id}/" in path), next(iter(library.cases), None))
    return [str(tab.link(case)) for tab in tabs_of(library, case)] if case is not None else []


@pytest.mark.slow
def test_pages_open_on_a_broken_pack_and_every_fault_is_listed_with_its_place(
    shell: Shell, state: AppState, tmp_path: Path
) -> None:
    files = shipped(content_dir())
    root, cache = write_pack(tmp_path / "pack", files), tmp_path / "cache"
    originals, whole, broken = {file.path: data for file, data in files}, load_pack(root, cache=cache), 0
    rng = Random(23)
    with hangs_raise():
        for mutant in islice(mutants(files, seed=23), PACKS):
            path = mutant.file.path
            (root / path).write_bytes(mutant.data)
            library = load_pack(root, cache=cache)
            broken += bool(errors(library.problems))
            with nothing_hangs():
                state.set_library(library)  # while a page is shown
            met = ([f"r2p://{name}" for name in BY_NAME], tabs(library, path), records_of(path, whole))
            visit(shell, [link for links in met for link in rng.sample(links, min(len(links), 3))])
            visit(shell, ["r2p://problems"])
            page = shell.stack.page
            assert isinstance(page, ProblemsPage)
            listed = [str(page.model.index(row).data()) for row in range(page.model.rowCount())]
            assert listed == [str(problem) for problem in library.problems]
            assert all(
                line.startswith(f"{p.file}:") or p.line < 1 for line, p in zip(listed, library.problems, strict=True)
            )
            (root / path).write_bytes(originals[path])
    shell.close()  # while the profile is open: a page that is hidden has something to save
    QApplication.processEvents()
    assert broken > PACKS // 3  # else the mutations are too tame to prove anything
