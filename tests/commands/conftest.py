"""Commands run on a small pack, in the test's own process: with two cores another process for each is too dear."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.content import packs


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A small sound pack."""
    root = tmp_path / "pack"
    packs.write(root, packs.FILES)
    return root


@pytest.fixture(autouse=True)
def program_is_gone() -> Iterator[None]:
    """Free what is left of a program here: the collector of the next one may run in a thread that must not free it."""
    yield
    gc.collect()
