"""Where things are: what the program ships, and what belongs to the learner."""

import os
import sys
from pathlib import Path

WINDOW_FILE = "window.ini"
"""The name, in a profile's folder, of the file with how the window looks."""

_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    """Inside a wheel or a frozen program the data lie in the package, in a checkout beside it."""
    packaged = _PACKAGE / "_data" / name
    return packaged if packaged.is_dir() else _PACKAGE.parent / name


def content_dir() -> Path:
    """Return the folder of the shipped pack."""
    return _shipped("content")


def resources_dir() -> Path:
    """Return the folder of fonts, icons, themes and other files that are not content."""
    return _shipped("resources")


def guide_file() -> Path | None:
    """Return the author's guide, if it was shipped."""
    guide = _shipped("docs") / "authoring.md"
    return guide if guide.is_file() else None


def data_dir() -> Path:
    """Return the folder for profiles: `R2P_DATA` if set, else the platform's own place. It may not exist yet."""
    if override := os.environ.get("R2P_DATA"):
        return Path(override)
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or home / "AppData" / "Roaming") / "R2P"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "R2P"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "r2p"


def cache_dir() -> Path:
    """Return the folder for what can be made again: `R2P_CACHE` if set, else the platform's own place."""
    if override := os.environ.get("R2P_CACHE"):
        return Path(override)
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "R2P" / "cache"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "R2P"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "r2p"
