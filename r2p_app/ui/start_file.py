"""Which profile was open last, and in which folder each lies: known before a list of profiles is read."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSettings

FILE = "start.ini"


class Remembered(NamedTuple):
    """A profile's name and the name of its folder."""

    name: str
    folder: str


class StartFile:
    """A small file in the data folder. What it says may be out of date: it only decides what the first paint shows."""

    def __init__(self, data: Path) -> None:
        self._settings = QSettings(str(data / FILE), QSettings.Format.IniFormat)

    def last(self) -> Remembered | None:
        """Return the profile opened last."""
        return self._valid(str(self._settings.value("last/name", "")), str(self._settings.value("last/folder", "")))

    def named(self, name: str) -> Remembered | None:
        """Return the profile of this name, if it was ever opened."""
        return self._valid(name, str(self._settings.value(f"folders/{name}", "")))

    def remember(self, profile: Remembered) -> None:
        """Keep the profile as the one opened last."""
        self._settings.setValue("last/name", profile.name)
        self._settings.setValue("last/folder", profile.folder)
        self._settings.setValue(f"folders/{profile.name}", profile.folder)

    def _valid(self, name: str, folder: str) -> Remembered | None:
        # The file is only text: a folder in it must not lead anywhere else.
        is_plain = folder != ".." and Path(folder).name == folder
        return Remembered(name, folder) if name and folder and is_plain else None
