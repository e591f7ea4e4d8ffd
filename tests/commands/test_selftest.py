"""The program tries itself; these tests try whether it would notice."""

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication

from r2p_app.cli import main
from r2p_app.store.attempts import Attempts
from r2p_app.ui.pages.settings import SettingsPage
from r2p_app.ui.routes import BY_NAME


def test_a_sound_program_passes(qapp: QApplication, pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--content", str(pack), "selftest"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert all(line.startswith("ok") for line in lines)
    assert [line.split(": ")[1] for line in lines if "page:" in line] == list(BY_NAME)
    assert any("answered and kept" in line for line in lines)
    assert lines[-1].endswith("live room on loopback (starlette, uvicorn, websockets)")


LATE = ("anyascii", "rapidfuzz.distance", "typst", "genanki")


@pytest.mark.parametrize("library", LATE)
def test_what_was_left_out_is_noticed(
    qapp: QApplication, pack: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], library: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    assert main(["--content", str(pack), "selftest"]) == 1
    assert library in capsys.readouterr().err


def test_an_answer_that_is_not_kept_is_noticed(
    qapp: QApplication, pack: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Attempts, "record", lambda _self, attempt: attempt)
    assert main(["--content", str(pack), "selftest"]) == 1
    assert "was not kept" in capsys.readouterr().err


def test_a_page_that_cannot_be_made_is_noticed(
    qapp: QApplication, pack: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(BY_NAME, "settings", BY_NAME["settings"]._replace(name="no_such"))
    assert main(["--content", str(pack), "selftest"]) == 1
    assert "no_such" in capsys.readouterr().err


def test_an_error_that_qt_would_swallow_is_noticed(
    qapp: QApplication, pack: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_page: SettingsPage, _event: QShowEvent) -> None:
        raise ZeroDivisionError("in an event")

    monkeypatch.setattr(SettingsPage, "showEvent", fail, raising=False)
    assert main(["--content", str(pack), "selftest"]) == 1
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_content_that_is_not_there_is_noticed(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--content", str(tmp_path / "nothing"), "selftest"]) == 1
    assert "cannot be opened" in capsys.readouterr().err
