"""Pictures of what only a class sees: presenter and projector of a lesson, console and projector of a live quiz."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from r2p_app.cli import main
from r2p_app.commands.class_windows import ClassView, NothingThere, opened
from r2p_app.commands.offscreen import OffscreenRun, started
from r2p_app.ui.lessons.presenter import Presenter
from r2p_app.ui.projector.window import ProjectorWindow

LESSON, QUESTIONS = "l-rwanda-two-weeks-in-april", "q-rwanda-war-genocide,q-rwanda-order-april-1994"


@pytest.fixture
def offscreen(qapp: QApplication) -> Iterator[OffscreenRun]:
    with started() as run:
        yield run


def words(widget: QWidget) -> str:
    return " | ".join(each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget))


def view(link: str) -> ClassView:
    parsed = ClassView.parse(link)
    assert parsed is not None
    return parsed


@pytest.mark.parametrize("link", ["r2p://lessons/l-x", "presenter://", "presenter://l-x/3/2", "window://l-x", ""])
def test_other_links_are_for_others(link: str) -> None:
    assert ClassView.parse(link) is None


def test_a_presenter_at_a_step_is_as_far_as_was_planned(offscreen: OffscreenRun) -> None:
    with opened(offscreen, view(f"presenter://{LESSON}/2")) as made:
        assert isinstance(made, Presenter)
        assert made.plan.text() == "Plan 17:00 · now 09:48"
        assert made.preview.accessibleDescription().startswith("Rwanda · Step 2 of 5")
        assert "Groups order event cards" in words(made)


def test_a_projector_at_a_slide_of_a_step(offscreen: OffscreenRun) -> None:
    with opened(offscreen, view(f"projector://{LESSON}/3.2")) as made:
        assert isinstance(made, ProjectorWindow)
        assert "Why was it a mistake for the UN" in made.canvas.accessibleDescription()


def test_a_console_with_a_class_that_has_voted(offscreen: OffscreenRun) -> None:
    with opened(offscreen, view(f"console://{QUESTIONS}/counted")) as made:
        assert made is offscreen.program.window
        assert "Question 1 of 2 · First vote closed · 24 of 24 have answered" in words(made)


@pytest.mark.parametrize(("phase", "shown"), [("", "24 have joined"), ("explained", "second vote")])
def test_a_projector_of_a_live_quiz(offscreen: OffscreenRun, phase: str, shown: str) -> None:
    with opened(offscreen, view(f"projector://{QUESTIONS}{phase and '/'}{phase}")) as made:
        assert isinstance(made, ProjectorWindow)
        assert shown in made.canvas.accessibleDescription()
    live = offscreen.program.services.state.live
    assert live is not None
    assert not live.is_open, "the room is closed with its picture"


def test_what_is_not_there(offscreen: OffscreenRun) -> None:
    links = (
        f"presenter://{LESSON}/0",
        f"presenter://{LESSON}/6",
        f"projector://{LESSON}/1.99",
        f"presenter://{LESSON}/first",
        "presenter://q-rwanda-war-genocide",
        f"console://{LESSON}",
        "console://q-rwanda-war-genocide/later",
        "projector://q-nowhere",
    )
    for link in links:
        with pytest.raises(NothingThere), opened(offscreen, view(link)):
            pass


def test_the_command_draws_them_in_their_size_and_names_what_is_not_there(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    links = (f"projector://{LESSON}/1", "projector://l-nowhere")
    assert main(["screenshots", str(tmp_path), "--size", "800x450", "--route", *links]) == 1
    image = QImage(str(tmp_path / f"projector-{LESSON}-1-800x450.png"))
    assert (image.width(), image.height()) == (800, 450)
    assert "projector://l-nowhere" in capsys.readouterr().err
