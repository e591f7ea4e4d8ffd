import json
import zipfile
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from r2p_app.cli import main


def export(pack: Path, out: Path, *more: str) -> int:
    return main(["--content", str(pack), "export", "timeline", str(out), *more])


@pytest.mark.parametrize(
    ("name", "start"),
    [("a.svg", b"<?xml"), ("a.png", b"\x89PNG"), ("a.pdf", b"%PDF"), ("a.csv", b"id,date"), ("a.json", b"{")],
)
def test_the_ending_says_the_format(qtbot: QtBot, pack: Path, tmp_path: Path, name: str, start: bytes) -> None:
    assert export(pack, tmp_path / name) == 0
    assert (tmp_path / name).read_bytes().startswith(start)


def test_it_names_the_file(qtbot: QtBot, pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    export(pack, tmp_path / "made", "--format", "csv")
    assert capsys.readouterr().out == f"{tmp_path / 'made'}\n"


def test_the_link_chooses_days_and_events(qtbot: QtBot, pack: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.json"
    export(pack, out)
    every = json.loads(out.read_bytes())["events"]
    assert every
    export(pack, out, "--route", "r2p://timeline?q=nothing+like+this")
    assert json.loads(out.read_bytes())["events"] == []
    export(pack, out, "--route", "r2p://timeline?from=1500&to=1501")
    assert json.loads(out.read_bytes())["events"] == []


@pytest.mark.parametrize(
    "given",
    [
        ("a.doc",),
        ("a.svg", "--route", "r2p://home"),
        ("a.svg", "--route", "nonsense"),
        ("a.pdf", "--sheets", "0"),
        ("a.pdf", "--text", "100"),
    ],
)
def test_what_cannot_be_made_is_said(
    qtbot: QtBot, pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], given: tuple[str, ...]
) -> None:
    name, *more = given
    assert export(pack, tmp_path / name, *more) == 1
    assert capsys.readouterr().err.startswith("r2p export: ")
    assert not (tmp_path / name).exists()


def test_a_place_that_cannot_be_written(
    qtbot: QtBot, pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(pack, tmp_path / "gone" / "a.csv") == 2
    assert "not there" in capsys.readouterr().err


def test_no_pack(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export(tmp_path / "nothing", tmp_path / "a.csv") == 1
    assert "nothing" in capsys.readouterr().err


def test_questions_become_flashcards(pack: Path, tmp_path: Path) -> None:
    out = tmp_path / "cards.apkg"
    assert main(["--content", str(pack), "export", "anki", str(out), "--route", "r2p://quiz?kind=cloze"]) == 0
    with zipfile.ZipFile(out) as archive:
        assert archive.namelist() == ["collection.anki2", "media"]


@pytest.mark.parametrize("link", ["r2p://quiz?case=nowhere", "r2p://quiz/one/q-cut", "r2p://timeline"])
def test_flashcards_of_nothing_are_not_made(
    pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], link: str
) -> None:
    out = tmp_path / "cards.apkg"
    assert main(["--content", str(pack), "export", "anki", str(out), "--route", link]) == 1
    assert capsys.readouterr().err.startswith("r2p export: ")
    assert not out.exists()
