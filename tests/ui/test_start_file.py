from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from r2p_app.ui.start_file import FILE, Remembered, StartFile


def test_nothing_is_known_at_the_first_start(tmp_path: Path) -> None:
    assert StartFile(tmp_path).last() is None
    assert StartFile(tmp_path).named("Anna") is None


def test_the_profile_opened_last_and_each_by_name(tmp_path: Path) -> None:
    start = StartFile(tmp_path)
    start.remember(Remembered("Anna", "anna"))
    start.remember(Remembered("Đurđa / 2", "đurđa-2"))
    assert start.last() == Remembered("Đurđa / 2", "đurđa-2")
    assert start.named("Anna") == Remembered("Anna", "anna")


@pytest.mark.parametrize("folder", ["../elsewhere", "/etc", "a/b", "", ".."])
def test_a_folder_leads_nowhere_else(tmp_path: Path, folder: str) -> None:
    settings = QSettings(str(tmp_path / FILE), QSettings.Format.IniFormat)
    settings.setValue("last/name", "Anna")
    settings.setValue("last/folder", folder)
    settings.sync()
    assert StartFile(tmp_path).last() is None
