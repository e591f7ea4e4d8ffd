"""Every shipped chapter, as a reader meets it."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Library
from r2p_app.content.load import load_pack
from r2p_app.content.model import Case, Chapter
from r2p_app.paths import content_dir
from r2p_app.ui.reader.scroll import ChapterScroll
from r2p_app.ui.state import AppState


@pytest.fixture(scope="module")
def shipped() -> Library:
    return load_pack(content_dir())


def chapters(library: Library) -> list[tuple[Case, Chapter]]:
    return [(case, chapter) for case in library.cases for chapter in library.chapters(case)]


def test_chapters_open_without_gaps_overlaps_or_missing_records(
    qtbot: QtBot, state: AppState, shipped: Library
) -> None:
    state.set_library(shipped)
    assert chapters(shipped)
    for case, chapter in chapters(shipped):
        scroll = ChapterScroll(case, chapter, state)
        qtbot.addWidget(scroll)
        scroll.resize(980, 700)
        scroll.show()
        scroll.sheet.complete()
        QApplication.processEvents()
        assert not [label.text() for label in scroll.findChildren(QLabel) if "is not in this content" in label.text()]
        direct = scroll.sheet.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        left = min(piece.x() for piece in direct if piece is not scroll.sheet.margin)
        column = sorted((piece for piece in direct if piece.x() == left), key=lambda piece: piece.y())
        assert all(above.geometry().bottom() < below.y() for above, below in pairwise(column)), chapter.id
        scroll.hide()
        scroll.deleteLater()
        QApplication.sendPostedEvents(scroll, QEvent.Type.DeferredDelete.value)
