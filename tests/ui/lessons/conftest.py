"""A lesson being taught, with a clock that the test moves."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from r2p_app.content.library import Library
from r2p_app.content.load import load_pack
from r2p_app.content.teaching import Lesson
from r2p_app.paths import content_dir
from r2p_app.ui.lessons.presenter import Presenter
from r2p_app.ui.lessons.running import RunningLesson
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.look import Look


class Watch:
    """Seconds, as far as the test has moved them."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_pack(content_dir(), cache=tmp_path_factory.mktemp("cache"))


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def running(library: Library, watch: Watch, look: Look) -> RunningLesson:
    return RunningLesson(library.get("l-rwanda-two-weeks-in-april", Lesson), library, clock=watch)


@pytest.fixture
def presenter(qtbot: QtBot, running: RunningLesson, state: AppState) -> Iterator[Presenter]:
    made = Presenter(running, state)
    made.show()
    made.first_focus().setFocus()
    yield made
    if isValid(made):
        made.close()
