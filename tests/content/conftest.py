"""What tests of the content share: a factory of small packs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from r2p_app.content.load import load_pack
from r2p_app.content.problems import Problem
from tests.content import packs

MiniPack = Callable[..., Path]
Check = Callable[..., tuple[Problem, ...]]


@pytest.fixture
def mini_pack(tmp_path: Path) -> MiniPack:
    """Write a small sound pack into `tmp_path`, with some files replaced, added or (None) left out."""

    def make(files: packs.Files | None = None, *, name: str = "pack") -> Path:
        root = tmp_path / name
        packs.write(root, {**packs.FILES, **(files or {})})
        return root

    return make


@pytest.fixture
def check(mini_pack: MiniPack) -> Check:
    """Load the small pack with a piece of one file replaced, and return what is wrong with it."""

    def run(path: str, old: str, new: str) -> tuple[Problem, ...]:
        return load_pack(mini_pack(packs.changed(path, old, new))).problems

    return run
