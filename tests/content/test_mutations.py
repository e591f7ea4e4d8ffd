"""Whatever happens to a file, the pack opens, and every fault says where it stands."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from r2p_app.content.load import load_pack
from tests.content import packs

PIECES = [
    *(
        "",
        " ",
        "\n",
        "\t",
        "\r",
        ":",
        ": ",
        "- ",
        "-",
        "#",
        "&a ",
        "*a",
        "!!str ",
        "!x ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "'",
        '"',
    ),
    *(
        "|",
        ">",
        "?",
        "%",
        "@",
        "`",
        "\\",
        "~",
        "null",
        "NO",
        "1994-04-07",
        "9" * 40,
        "1e999",
        "é",
        "\x00",
        "\u202e",
        "🕊",
    ),
    *(
        "<b>",
        "r2p://",
        "r2p://event/",
        "[@",
        "::: note",
        "---\n",
        "{#x}",
        "ev-cut",
        "id: ev-cut\n",
        'date: "1994/.."\n',
    ),
]


@st.composite
def mutations(draw: st.DrawFn) -> tuple[str, str]:
    """Change a few places of one file: cut, put something in, or repeat a piece."""
    name = draw(st.sampled_from(sorted(packs.FILES)))
    text = packs.FILES[name]
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 30)))
        piece = draw(st.one_of(st.sampled_from(PIECES), st.just(text[start:end] * 2), st.text(max_size=5)))
        text = text[:start] + piece + text[end:]
    return name, text


@pytest.fixture(scope="module")
def root() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        packs.write(Path(folder), packs.FILES)
        yield Path(folder)


def assert_opens(root: Path, name: str, data: bytes) -> None:
    lines = data.count(b"\n") + data.count(b"\r") + 1
    packs.write(root, {name: data})
    try:
        library = load_pack(root)
        for entry in library:
            assert entry.item is library.entry(entry.id).item
        for problem in library.problems:
            assert problem.file in packs.FILES
            assert problem.message
            assert problem.code
            assert 0 <= problem.line <= (lines if problem.file == name else packs.FILES[problem.file].count("\n") + 1)
            assert problem.column >= (1 if problem.line else 0)
    finally:
        packs.write(root, {name: packs.FILES[name]})


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mutation=mutations())
def test_a_changed_file(root: Path, mutation: tuple[str, str]) -> None:
    name, text = mutation
    assert_opens(root, name, text.encode("utf-8", "replace"))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(name=st.sampled_from(sorted(packs.FILES)), data=st.binary(max_size=300))
def test_a_file_of_any_bytes(root: Path, name: str, data: bytes) -> None:
    assert_opens(root, name, data)


@pytest.mark.parametrize("name", sorted(packs.FILES))
def test_a_file_cut_short(root: Path, name: str) -> None:
    data = packs.FILES[name].encode()
    for length in range(0, len(data), max(1, len(data) // 10)):
        assert_opens(root, name, data[:length])
