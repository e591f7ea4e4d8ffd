"""Pictures of every page, whole or not at all."""

import argparse
import os
import signal
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from r2p_app.cli import main
from r2p_app.commands.screenshots import Shot, Size, routes
from r2p_app.content.load import load_pack
from r2p_app.content.model import Chapter
from r2p_app.content.questions import QuestionBase
from r2p_app.ui.routes import BY_NAME


def shoot(pack: Path, folder: Path, *arguments: str) -> int:
    return main(["--content", str(pack), "screenshots", str(folder), *arguments])


def test_the_pages_asked_for_are_drawn_in_every_look(
    qapp: QApplication, pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "shots"
    looks = ("--theme", "light", "contrast", "--size", "800x600", "--text-scale", "1.0", "2.0")
    assert shoot(pack, folder, *looks, "--route", "r2p://home", "--route", "r2p://settings") == 0
    names = sorted(path.name for path in folder.iterdir())
    assert len(names) == 8
    assert "home-contrast-200-800x600.png" in names
    image = QImage(str(folder / "settings-800x600.png"))
    assert (image.width(), image.height()) == (800, 600)
    assert len({image.pixelColor(x, y).name() for x in range(0, 800, 5) for y in range(0, 600, 20)}) > 2
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 8
    assert lines[-1].strip().startswith("8 of 8")


def test_the_theme_shows(qapp: QApplication, pack: Path, tmp_path: Path) -> None:
    shoot(pack, tmp_path, "--theme", "light", "dark", "--size", "700x500", "--route", "r2p://problems")
    light, dark = (QImage(str(tmp_path / f"problems{tail}-700x500.png")) for tail in ("", "-dark"))
    assert light.pixelColor(350, 480).lightness() > 200
    assert dark.pixelColor(350, 480).lightness() < 60


def test_a_view_that_would_glide_is_drawn_where_it_comes_to_rest(
    qapp: QApplication, pack: Path, tmp_path: Path
) -> None:
    there, elsewhere = (f"r2p://timeline?from=1994-0{month}-01&to=1994-0{month}-28" for month in (1, 4))
    shoot(pack, tmp_path / "alone", "--route", there)
    shoot(pack, tmp_path / "after", "--route", elsewhere, there)
    name = Shot(there).file_name
    assert QImage(str(tmp_path / "after" / name)) == QImage(str(tmp_path / "alone" / name))


def test_without_routes_it_is_every_page_chapter_and_kind(pack: Path) -> None:
    library = load_pack(pack)
    wanted = routes(library)
    assert {f"r2p://{name}" for name in BY_NAME} <= set(wanted)
    assert {f"r2p://chapter/{chapter.id}" for chapter in library.all(Chapter)} <= set(wanted)
    assert {f"r2p://case/{case.id}/read" for case in library.cases} <= set(wanted)
    kinds = {entry.kind for entry in library}
    assert {link.removeprefix("r2p://").split("/")[0] for link in wanted} >= kinds
    asked = [link for link in wanted if link.startswith("r2p://question/")]
    assert len(asked) == len({type(question) for question in library.all(QuestionBase)})


def test_a_link_that_leads_nowhere_is_reported(
    qapp: QApplication, pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert shoot(pack, tmp_path, "--route", "r2p://event/ev-nowhere") == 1
    assert "r2p://event/ev-nowhere" in capsys.readouterr().err


def test_content_that_is_not_there_is_reported(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert shoot(tmp_path / "nothing", tmp_path / "shots") == 1
    assert "cannot be opened" in capsys.readouterr().err


def test_ctrl_c_leaves_no_half_written_picture(
    qapp: QApplication, pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The signal arrives while the second picture is drawn."""
    grab, calls = QWidget.grab, []

    def grab_and_interrupt(widget: QWidget) -> object:
        calls.append(widget)
        if len(calls) == 2:
            os.kill(os.getpid(), signal.SIGINT)
        return grab(widget)

    monkeypatch.setattr(QWidget, "grab", grab_and_interrupt)
    before = signal.getsignal(signal.SIGINT)
    folder = tmp_path / "shots"
    routes_ = ("--route", "r2p://home", "r2p://settings", "r2p://problems")
    assert shoot(pack, folder, *routes_) == 130
    names = {path.name for path in folder.iterdir()}
    assert names <= {"home.png", "settings.png"}
    assert all(not QImage(str(folder / name)).isNull() for name in names)
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.parametrize("text", ["1440", "1440x", "x900", "0x0", "99999999x9", "1440X900", ""])
def test_a_size_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        Size.parse(text)


@pytest.mark.parametrize(
    ("shot", "name"),
    [
        (Shot("r2p://home"), "home.png"),
        (Shot("r2p://case/rwanda/read/rwanda-warnings#p4"), "case-rwanda-read-rwanda-warnings-p4.png"),
        (
            Shot("r2p://timeline?event=ev-x", "dark", "2.0", Size(1024, 640)),
            "timeline-event-ev-x-dark-200-1024x640.png",
        ),
        (Shot("r2p://../../etc/passwd"), "etc-passwd.png"),
    ],
)
def test_file_names_are_plain(shot: Shot, name: str) -> None:
    assert shot.file_name == name
