import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from r2p_app.content.teaching import Change
from r2p_app.ui.compare.change import ChangeTag, paint_change
from r2p_app.ui.theme.look import Look


def drawn(change: Change) -> bytes:
    image = QImage(24, 24, QImage.Format.Format_Grayscale8)
    image.fill(255)
    with QPainter(image) as painter:
        paint_change(painter, QRectF(2, 2, 20, 20), change)
    return bytes(image.constBits())


def test_every_word_has_a_shape_of_its_own(look: Look) -> None:
    assert len({drawn(change) for change in Change}) == len(Change)


@pytest.mark.parametrize("change", Change)
def test_a_tag_says_the_word_and_has_room_for_it(qtbot: QtBot, look: Look, change: Change) -> None:
    tag = ChangeTag(change)
    qtbot.addWidget(tag)
    assert tag.text() == change.value.capitalize()
    assert tag.sizeHint().width() > tag.fontMetrics().horizontalAdvance(tag.text())
