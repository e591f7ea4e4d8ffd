"""One style sheet, filled from tokens; nothing in it is unknown, and it stays small."""

import re
import time

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from r2p_app.paths import resources_dir
from r2p_app.ui.theme.look import Look
from r2p_app.ui.theme.style import style_sheet
from r2p_app.ui.theme.tokens import TEXT_SCALES, THEMES, TextRole, load_theme
from r2p_app.ui.widgets.basic import label

TEMPLATE = re.sub(r"/\*.*?\*/", "", (resources_dir() / "themes" / "style.qss").read_text(encoding="utf-8"), flags=re.S)
MOST_RULES = 120
"""Qt looks at every rule for every widget: a style sheet that grows makes every page slower to make."""


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("scale", TEXT_SCALES)
def test_every_token_is_filled(name: str, scale: float) -> None:
    sheet = style_sheet(load_theme(name, scale))
    assert "@" not in sheet
    assert not re.search(r"\d+tx", sheet)


def test_no_colour_stands_in_the_template() -> None:
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)|rgba?\(", TEMPLATE)


def test_every_token_of_the_template_exists() -> None:
    known = load_theme("light").colours
    assert not {token for token in re.findall(r"@([a-z][a-z0-9-]*)", TEMPLATE) if token not in known}


def test_qt_understands_it(qtbot: QtBot, look: Look, caplog: pytest.LogCaptureFixture) -> None:
    """Qt warns of a style sheet that it cannot parse, and warnings fail tests."""
    for name in THEMES:
        look.apply(name)
        widget = QWidget()
        qtbot.addWidget(widget)
        widget.ensurePolished()
    assert QApplication.instance().styleSheet()  # type: ignore[union-attr]


def test_it_stays_small() -> None:
    assert TEMPLATE.count("{") <= MOST_RULES


@pytest.mark.parametrize("role", TextRole)
def test_a_label_looks_like_its_role(qtbot: QtBot, look: Look, role: TextRole) -> None:
    made = label("words", role)
    qtbot.addWidget(made)
    made.ensurePolished()
    wanted, found = look.theme.font(role), made.font()
    assert (found.family(), found.pixelSize(), found.italic()) == (wanted.family(), wanted.pixelSize(), wanted.italic())
    assert (found.weight() >= 600) == (wanted.weight() >= 600)


def test_polishing_a_widget_costs_little(qtbot: QtBot, look: Look) -> None:
    """A page of two hundred labels has to be styled well within the time of a page switch."""
    holder = QWidget()
    qtbot.addWidget(holder)
    labels = [label("words", parent=holder) for _ in range(200)]
    start = time.perf_counter()
    for made in labels:
        made.ensurePolished()
    assert time.perf_counter() - start < 0.2
