import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from r2p_app.export.table import BOM
from r2p_app.ui.export.saving import SavingDialog
from r2p_app.ui.profile_session import ProfileSession
from r2p_app.ui.state import AppState
from r2p_app.ui.timeline.export_menu import ExportButton
from r2p_app.ui.timeline.export_poster import PosterDialog
from tests.ui.timeline.exporting import seen


class Asked:
    """Stands for the dialog in which a name is chosen."""

    def __init__(self, folder: Path) -> None:
        self.suggested: list[str] = []
        self.folder = folder

    def __call__(self, _parent: QWidget, _title: str, suggested: str, _filters: str) -> str:
        self.suggested.append(Path(suggested).name)
        return str(self.folder / Path(suggested).name)


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    folder = tmp_path / "exports"
    folder.mkdir()
    return Asked(folder)


@pytest.fixture
def button(qtbot: QtBot, state: AppState, session: ProfileSession, asked: Asked) -> Iterator[ExportButton]:
    made = ExportButton(state, seen, ask=asked)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    for dialog in made.findChildren(SavingDialog):
        dialog.reject()


def actions(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from actions(inner)
        else:
            yield action


def choose(button: ExportButton, name: str) -> None:
    next(action for action in actions(button.menu()) if action.objectName() == name).trigger()


def saved(qtbot: QtBot, button: ExportButton, asked: Asked) -> Path:
    dialog = button.findChild(SavingDialog)
    assert isinstance(dialog, SavingDialog)
    qtbot.waitUntil(lambda: "Close" in [one.text() for one in dialog.buttons])
    dialog.accept()
    return asked.folder / asked.suggested[-1]


FILES = {
    "export-svg": (".svg", b"<?xml"),
    "export-png": (".png", b"\x89PNG"),
    "export-png3": (".png", b"\x89PNG"),
    "export-csv": (".csv", b"id,date"),
    "export-csv-bom": (".csv", BOM),
    "export-timelinejs": (".json", b"{"),
}


@pytest.mark.parametrize("name", FILES)
def test_each_entry_writes_its_file(qtbot: QtBot, button: ExportButton, asked: Asked, name: str) -> None:
    suffix, start = FILES[name]
    choose(button, name)
    path = saved(qtbot, button, asked)
    assert path.name == f"r2p-timeline-1994{suffix}"
    assert path.read_bytes().startswith(start)


def test_every_entry_has_words_and_every_format_an_entry(button: ExportButton) -> None:
    found = list(actions(button.menu()))
    assert all(action.text() for action in found if not action.isSeparator())
    names = {action.objectName().removeprefix("export-").rstrip("23").removesuffix("-bom") for action in found}
    assert names >= {"svg", "png", "pdf", "csv", "timelinejs"}


def test_a_poster_is_asked_for_and_written(qtbot: QtBot, button: ExportButton, asked: Asked) -> None:
    choose(button, "export-pdf")
    dialog = button.findChild(PosterDialog)
    assert isinstance(dialog, PosterDialog)
    dialog.columns.setCurrentIndex(0)
    dialog.do.click()
    assert saved(qtbot, button, asked).read_bytes().startswith(b"%PDF")


def test_no_name_no_file(qtbot: QtBot, state: AppState, session: ProfileSession) -> None:
    made = ExportButton(state, seen, ask=lambda *_: "")
    qtbot.addWidget(made)
    choose(made, "export-csv")
    assert made.findChild(SavingDialog) is None


def test_the_titles_of_what_is_seen_are_in_the_data(qtbot: QtBot, button: ExportButton, asked: Asked) -> None:
    choose(button, "export-timelinejs")
    data = json.loads(saved(qtbot, button, asked).read_bytes())
    assert [one["unique_id"] for one in data["events"]] == [event.id for event in seen().events]
    assert data["title"]["text"]["headline"] == "Timeline: A small pack"
