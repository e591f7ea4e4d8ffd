"""`r2p export handout`: without a display, from the command line."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from r2p_app.cli import main


def export(pack: Path, out: Path, *more: str) -> int:
    return main(["--content", str(pack), "export", "handout", str(out), *more])


def test_a_test_of_all_questions_in_three_versions(qtbot: QtBot, pack: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    assert export(pack, out, "--versions", "3", "--answers", "--paper", "Letter") == 0
    pdf = PdfReader(io.BytesIO(out.read_bytes()))
    found = " ".join(page.extract_text() for page in pdf.pages)
    assert "Version C" in found
    assert "Answer key" in found
    assert round(pdf.pages[0].mediabox.width) == 612


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--route", "r2p://home"), "names no lesson"),
        (("--route", "r2p://quiz?case=nowhere"), "no question answers"),
        (("--kind", "guide"), "there is no guide"),
        (("--paper", "A3"), "is for posters"),
    ],
)
def test_what_cannot_be_made_is_said(
    qtbot: QtBot, pack: Path, capsys: pytest.CaptureFixture[str], more: tuple[str, ...], said: str
) -> None:
    out = pack.parent / "a.pdf"
    assert export(pack, out, *more) == 1
    assert said in capsys.readouterr().err
    assert not out.exists()


def test_there_are_no_seven_versions(pack: Path, tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        export(pack, tmp_path / "a.pdf", "--versions", "7")
