"""What is made ready ahead of need: everything that a page is made of, and nothing that only a type checker wants."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from r2p_app.ui.ahead import imported_by
from r2p_app.ui.routes import BY_NAME

PROGRAM = """
import gc, json, sys
from r2p_app.commands.offscreen import started
from r2p_app.ui.case.tabs import tabs_of
from r2p_app.ui.routes import BY_NAME

with started() as run:
    services = run.program.services
    at_start = [name for name in sys.modules if name.startswith("r2p_app.ui.pages.")]
    services.idle.complete()
    frozen, known, later = gc.get_freeze_count(), set(sys.modules), {}
    library = services.state.library
    case = library.cases[0]
    tabs = [str(tab.link(case)) for tab in tabs_of(library, case)]
    for link in [*(f"r2p://{name}" for name in BY_NAME), *tabs]:
        services.shell.navigation.open(link)
        new = sorted(name for name in set(sys.modules) - known if name.startswith("r2p_app"))
        later.update({name: link for name in new})
        known.update(new)
        run.settle()
    found = {"start": at_start, "frozen": frozen, "known": sorted(known), "later": later}
print(json.dumps(found | {"thawed": not gc.get_freeze_count()}))
"""


@pytest.fixture(scope="module")
def found() -> dict[str, object]:
    """What a program told that was opened on the shipped pack, made everything ready, and showed every page."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, object] = json.loads(done.stdout)
    return told


@pytest.mark.slow
def test_no_page_imports_anything_of_ours_once_everything_is_ready(found: dict[str, object]) -> None:
    assert found["later"] == {}


@pytest.mark.slow
def test_only_the_first_page_is_imported_before_that(found: dict[str, object]) -> None:
    assert found["start"] in (["r2p_app.ui.pages.welcome"], ["r2p_app.ui.pages.home"])


@pytest.mark.slow
def test_what_is_ready_is_no_matter_for_the_search_for_garbage_until_the_program_ends(found: dict[str, object]) -> None:
    assert found["frozen"]
    assert found["thawed"]


@pytest.mark.slow
def test_what_is_used_when_something_is_opened_or_saved_is_left_out(found: dict[str, object]) -> None:
    known = found["known"]
    assert isinstance(known, list)
    assert not {"r2p_app.live.server", "r2p_app.live.web", "r2p_app.export.paper.typeset"} & set(known)


def test_the_needs_of_a_module_are_read_off_its_code() -> None:
    needs = imported_by("r2p_app.ui.routes")
    assert "r2p_app.content.links" in needs
    assert "r2p_app.content.library" not in needs  # for a type checker only


def test_what_functions_import_can_be_asked_for() -> None:
    inside = imported_by("r2p_app.ui.shell", within=True)
    assert "r2p_app.ui.record_panel" in inside
    assert "r2p_app.ui.stack" not in inside


def test_a_module_that_has_no_code_needs_nothing() -> None:
    assert imported_by("sys") == ()
    assert all(imported_by(page.module) for page in BY_NAME.values())
