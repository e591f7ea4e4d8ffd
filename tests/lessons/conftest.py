"""A lesson with a step of every sort, and a library that knows what it shows."""

from pathlib import Path

import pytest

from r2p_app.content.library import Library
from r2p_app.content.load import load_pack
from r2p_app.content.teaching import Lesson
from r2p_app.paths import content_dir


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    cache: Path = tmp_path_factory.mktemp("cache")
    return load_pack(content_dir(), cache=cache)


@pytest.fixture
def lesson(library: Library) -> Lesson:
    return library.get("l-rwanda-two-weeks-in-april", Lesson)
