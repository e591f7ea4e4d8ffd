import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter

from r2p_app.ui.export.painted import to_svg
from r2p_app.ui.theme.look import Look, current
from r2p_app.ui.theme.tokens import TextRole
from tests.live.browser import browsing

WORDS = "CÔTE D'IVOIRE & MALI"


def paint_twice(painter: QPainter) -> None:
    """The same words, close and spread."""
    font = current().font(TextRole.SMALL)
    for top, spacing in ((20, 0.0), (60, 2.0)):
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
        painter.setFont(font)
        painter.drawText(QPointF(10, top), WORDS if spacing else WORDS.lower())


def made() -> bytes:
    return to_svg(paint_twice, QSize(400, 80), title="Words", description="Close and spread")


def test_spread_letters_are_written_as_such_and_no_others(look: Look) -> None:
    svg = made().decode()
    assert re.findall(r'letter-spacing="([^"]*)"', svg) == ["2"]
    assert re.search(r'letter-spacing="2">CÔTE', svg)


def test_words_without_room_do_not_cut_what_follows(look: Look) -> None:
    def paint(painter: QPainter) -> None:
        painter.drawText(QRectF(10, 10, 20, 10), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, WORDS)
        painter.drawText(
            QRectF(10, 40, 20, 10), int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextSingleLine), WORDS
        )

    svg = to_svg(paint, QSize(400, 80), title="Words", description="Too long").decode()
    assert svg.count("MALI</text>") == 2
    assert "clip-path" not in svg


@pytest.mark.slow
@pytest.mark.xdist_group("browser")
def test_a_browser_spreads_the_letters_as_the_window_does(look: Look, tmp_path: Path) -> None:
    file = tmp_path / "words.svg"
    file.write_bytes(made())
    with browsing(tmp_path) as browser:
        page = browser.page(file.as_uri())
        lengths = page.run(
            "[...document.querySelectorAll('text')].map((text) => { const whole = text.getComputedTextLength();"
            "text.removeAttribute('letter-spacing'); return whole - text.getComputedTextLength(); })"
        )
    assert lengths == pytest.approx([0, 2 * len(WORDS)], abs=0.1)
