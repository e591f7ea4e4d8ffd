"""Commands run on a small pack, in the test's own process: with two cores another process for each is too dear."""

from pathlib import Path

import pytest

from tests.content import packs


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A small sound pack."""
    root = tmp_path / "pack"
    packs.write(root, packs.FILES)
    return root
