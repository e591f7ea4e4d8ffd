"""What a house wants besides rules for each module: no code that nothing uses, no dependency that nothing needs."""

import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PySide6 import QtCore, QtGui, QtPrintSupport, QtSvg, QtWidgets
from vulture import Vulture  # type: ignore[import-untyped]

from r2p_app.ui.case.tabs import TABS
from r2p_app.ui.routes import OFF_RAIL, PAGES

ROOT = Path(__file__).resolve().parents[1]
QT = (QtCore, QtGui, QtPrintSupport, QtSvg, QtWidgets)

EXPECTED = {
    "validateLink": "markdown-it asks it",
    "normalizeLink": "markdown-it asks it",
    "should_exit": "uvicorn looks at it",
    "accessible": "keeps the interface alive that Qt borrows",
}
"""What others call, or what is there for the reader; with the reason."""


@cache
def names_of_qt() -> frozenset[str]:
    """Every method and property that a class of Qt has: what is so called is an override, or sets something of Qt's."""
    classes = [value for module in QT for value in inside(module)]
    nested = [value for outer in classes for value in inside(outer)]
    return frozenset(name for found in (*classes, *nested) for name in dir(found))


def inside(parent: object) -> list[type]:
    """Its classes; they are made when they are asked for."""
    return [value for value in (getattr(parent, name, None) for name in dir(parent)) if isinstance(value, type)]


@cache
def named_in_tables() -> frozenset[str]:
    """Classes that are imported by their name in a table."""
    return frozenset({*(one.class_name for one in (*PAGES, *OFF_RAIL)), *(one.class_name for one in TABS)})


def is_field(item: Any) -> bool:
    """A record is saved, compared and packed as a whole: the text of the program need not name each of its fields."""
    lines = item.filename.read_text(encoding="utf-8").splitlines()
    return item.typ == "variable" and bool(re.match(r" +\w+: ", lines[item.first_lineno - 1]))


def is_known(item: Any) -> bool:
    # Ruff knows more of imports: vulture does not read annotations in quotation marks.
    return item.typ == "import" or item.name in names_of_qt() | named_in_tables() | EXPECTED.keys() or is_field(item)


def test_nothing_is_unused() -> None:
    vulture = Vulture()
    vulture.scavenge([str(ROOT / name) for name in ("r2p_app", "benchmarks", "tests")])
    unused = [
        f"{item.filename.relative_to(ROOT)}:{item.first_lineno} {item.typ} {item.name}"
        for item in vulture.get_unused_code(min_confidence=60)
        if item.filename.is_relative_to(ROOT / "r2p_app") and not is_known(item)
    ]
    assert not unused


@pytest.mark.parametrize("name", EXPECTED)
def test_every_exception_is_needed(name: str) -> None:
    assert any(name in path.read_text(encoding="utf-8") for path in (ROOT / "r2p_app").rglob("*.py"))


def test_every_dependency_is_used_and_declared() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "deptry", "--no-ansi", "."], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
