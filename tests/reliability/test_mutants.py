"""Broken packs: whatever is done to a file, every fault has its place, and the rest of the pack is there."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from r2p_app.content.load import load_pack
from r2p_app.content.unit import analyse
from r2p_app.paths import content_dir
from tests.reliability.hangs import hangs_raise, nothing_hangs
from tests.reliability.mutations import misplaced, mutants, shipped, write_pack

ONE_BY_ONE, WHOLE = 1000, 12

FILES = shipped(content_dir())


@pytest.fixture(autouse=True)
def no_hang() -> Iterator[None]:
    with hangs_raise():
        yield


@pytest.mark.parametrize("seed", range(4))
def test_a_thousand_mutants_are_read_without_a_crash_and_every_fault_has_a_place(seed: int) -> None:
    refused = 0
    for mutant in islice(mutants(FILES, seed), ONE_BY_ONE // 4):
        with nothing_hangs():
            unit = analyse(mutant.file, mutant.data)
        assert all(problem.file == mutant.file.path for problem in unit.problems)
        assert misplaced(unit.problems) == []
        refused += bool(unit.problems)
    assert refused > ONE_BY_ONE // 8  # else the mutations are too tame to prove anything


def hang() -> None:
    while True:
        pass


def test_a_hang_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.reliability.hangs.HANG", 0.05)
    with nothing_hangs(), pytest.raises(TimeoutError):
        hang()


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The shipped pack, in a folder of its own."""
    return write_pack(tmp_path / "pack", FILES)


@pytest.mark.slow
def test_a_pack_with_a_mutant_opens_and_says_where_the_fault_is(pack: Path, tmp_path: Path) -> None:
    """As the window does it, with the cache that knows the other files."""
    originals = {file.path: data for file, data in FILES}
    for mutant in islice(mutants(FILES, seed=9), WHOLE):
        (pack / mutant.file.path).write_bytes(mutant.data)
        with nothing_hangs():
            library = load_pack(pack, cache=tmp_path / "cache")
        assert misplaced(library.problems) == []
        assert len(library) > 0 or mutant.file.path == "pack.yaml"
        (pack / mutant.file.path).write_bytes(originals[mutant.file.path])
    assert load_pack(pack, cache=tmp_path / "cache").problems == load_pack(content_dir()).problems
