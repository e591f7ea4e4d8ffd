import errno
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from r2p_app.store import files
from r2p_app.store.errors import DiskFull, NotPermitted
from r2p_app.ui.export.saving import FileKind, SavingDialog, ask_target, fault_words
from r2p_app.ui.export.work import Progress, Work
from r2p_app.ui.preferences import Preferences

KIND = FileKind(".svg", "SVG picture")


def made() -> Work:
    yield Progress(1, 1)
    return b"<svg/>"


def endless() -> Work:
    while True:
        yield Progress(1, 4)


class Opened:
    """Stands for the system's file manager."""

    def __init__(self) -> None:
        self.urls: list[QUrl] = []

    def __call__(self, url: QUrl) -> bool:
        self.urls.append(url)
        return True


@pytest.fixture
def parent(qtbot: QtBot, preferences: Preferences) -> Iterator[QWidget]:
    shown = QWidget()
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    for dialog in shown.findChildren(SavingDialog):
        dialog.reject()


def texts(dialog: SavingDialog) -> list[str]:
    return [button.text() for button in dialog.buttons]


def press(dialog: SavingDialog, text: str) -> None:
    next(button for button in dialog.buttons if button.text() == text).click()


def start(qtbot: QtBot, work: Work, target: Path, parent: QWidget, opener: Opened | None = None) -> SavingDialog:
    dialog = SavingDialog(work, target, parent, opener=opener or Opened())
    dialog.start()
    return dialog


def test_the_file_is_there_and_its_folder_can_be_opened(qtbot: QtBot, parent: QWidget, tmp_path: Path) -> None:
    target, opened = tmp_path / "made.svg", Opened()
    dialog = start(qtbot, made(), target, parent, opened)
    qtbot.waitUntil(lambda: "Close" in texts(dialog))
    assert target.read_bytes() == b"<svg/>"
    assert "made.svg" in dialog.words.text()
    press(dialog, "Open the folder")
    assert [Path(url.toLocalFile()) for url in opened.urls] == [tmp_path]


def test_a_file_that_was_there_is_replaced_as_a_whole(qtbot: QtBot, parent: QWidget, tmp_path: Path) -> None:
    target = tmp_path / "made.svg"
    target.write_text("much longer than what replaces it", encoding="utf-8")
    dialog = start(qtbot, made(), target, parent)
    qtbot.waitUntil(lambda: "Close" in texts(dialog))
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["made.svg"]
    assert target.read_bytes() == b"<svg/>"


def test_cancel_leaves_nothing(qtbot: QtBot, parent: QWidget, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    dialog = start(qtbot, endless(), folder / "made.svg", parent)
    bar = dialog.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    qtbot.waitUntil(lambda: bar.maximum() == 4)
    with qtbot.waitSignal(dialog.rejected):
        press(dialog, "Cancel")
    assert list(folder.iterdir()) == []


def test_a_full_disk_is_told_with_a_remedy(
    qtbot: QtBot, parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "full"
    folder.mkdir()

    def full(_path: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files, "sync_file", full)
    dialog = start(qtbot, made(), folder / "made.svg", parent)
    qtbot.waitUntil(lambda: "Choose another place" in texts(dialog))
    assert "Free some space, or choose a folder on another drive." in dialog.words.text()
    assert list(folder.iterdir()) == []


def test_a_folder_that_is_gone_asks_for_another_place(qtbot: QtBot, parent: QWidget, tmp_path: Path) -> None:
    dialog = start(qtbot, made(), tmp_path / "gone" / "made.svg", parent)
    qtbot.waitUntil(lambda: "Choose another place" in texts(dialog))
    assert "Choose another folder" in dialog.words.text()
    with qtbot.waitSignal(dialog.again_requested):
        press(dialog, "Choose another place")


@pytest.mark.parametrize(("error", "words"), [(NotPermitted, "Choose another folder"), (DiskFull, "another drive")])
def test_every_fault_has_a_remedy_that_suits_a_file(error: type[NotPermitted], words: str, tmp_path: Path) -> None:
    assert words in fault_words(error(tmp_path))[1]


def test_the_ending_is_added_and_the_folder_remembered(
    parent: QWidget, preferences: Preferences, tmp_path: Path
) -> None:
    suggested: list[str] = []

    def ask(_parent: QWidget, _title: str, path: str, _filters: str) -> str:
        suggested.append(path)
        return str(tmp_path / "mine")

    assert ask_target(parent, preferences, "r2p-timeline", KIND, ask) == tmp_path / "mine.svg"
    assert Path(suggested[0]).name == "r2p-timeline.svg"
    ask_target(parent, preferences, "r2p-timeline", KIND, ask)
    assert Path(suggested[1]) == tmp_path / "r2p-timeline.svg"


def test_nothing_is_saved_without_a_name(parent: QWidget, preferences: Preferences) -> None:
    assert ask_target(parent, preferences, "r2p-timeline", KIND, lambda *_: "") is None
    assert preferences.export_folder() == ""
