"""An author saves a file: the window follows, faults come and go, the place is kept."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QFileSystemWatcher
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Library
from r2p_app.content.model import Lane
from r2p_app.content.problems import errors
from r2p_app.ui.jobs import JobRunner
from r2p_app.ui.live_reload import ContentLoader

PACK = """\
pack:
  format: 1
  id: small
  title: A small pack
  version: "1.0"
  licence: CC BY-SA 4.0
  languages: [en]
  authors: [Somebody]
"""
LANES = """\
lanes:
- id: lane-a
  title: %s
"""
SECOND = 2000


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    root = tmp_path / "pack"
    root.mkdir()
    (root / "pack.yaml").write_text(PACK)
    (root / "lanes.yaml").write_text(LANES % "First")
    return root


@pytest.fixture
def loader(pack: Path, jobs: JobRunner, tmp_path: Path) -> Iterator[ContentLoader]:
    made = ContentLoader(pack, jobs, cache=tmp_path / "cache")
    yield made
    made.stop()


def loaded(loader: ContentLoader, qtbot: QtBot) -> Library:
    with qtbot.waitSignal(loader.loaded) as told:
        loader.load()
    library: Library = told.args[0]
    return library


def titles(library: Library) -> list[str]:
    return [lane.title for lane in library.all(Lane)]


def test_the_pack_is_loaded(loader: ContentLoader, qtbot: QtBot) -> None:
    assert titles(loaded(loader, qtbot)) == ["First"]


def test_a_saved_file_is_seen_within_a_second(loader: ContentLoader, pack: Path, qtbot: QtBot) -> None:
    loaded(loader, qtbot)
    with qtbot.waitSignal(loader.loaded, timeout=SECOND) as told:
        (pack / "lanes.yaml").write_text(LANES % "Second")
    assert titles(told.args[0]) == ["Second"]


def test_a_file_system_that_sends_no_notices_is_polled(loader: ContentLoader, pack: Path, qtbot: QtBot) -> None:
    loaded(loader, qtbot)
    for watcher in loader.findChildren(QFileSystemWatcher):
        watcher.removePaths([*watcher.files(), *watcher.directories()])
    with qtbot.waitSignal(loader.loaded, timeout=SECOND) as told:
        (pack / "lanes.yaml").write_text(LANES % "Second")
    assert titles(told.args[0]) == ["Second"]


def test_a_file_replaced_as_editors_do_is_seen_again_and_again(loader: ContentLoader, pack: Path, qtbot: QtBot) -> None:
    loaded(loader, qtbot)
    for title in ("Second", "Third"):
        with qtbot.waitSignal(loader.loaded, timeout=SECOND) as told:
            (pack / "lanes.new").write_text(LANES % title)
            (pack / "lanes.new").replace(pack / "lanes.yaml")
        assert titles(told.args[0]) == [title]


def test_a_new_file_and_a_new_folder_are_seen(loader: ContentLoader, pack: Path, qtbot: QtBot) -> None:
    loaded(loader, qtbot)
    with qtbot.waitSignal(loader.loaded, timeout=SECOND):
        (pack / "more").mkdir()
        (pack / "more" / "lanes.yaml").write_text(LANES.replace("lane-a", "lane-b") % "More")
    qtbot.waitUntil(lambda: loader.is_idle)


def test_faults_come_and_go(loader: ContentLoader, pack: Path, qtbot: QtBot) -> None:
    counts = [len(errors(loaded(loader, qtbot).problems))]
    for text in (LANES % "[1, 2]", LANES % "Mended"):
        with qtbot.waitSignal(loader.loaded, timeout=SECOND) as told:
            (pack / "lanes.yaml").write_text(text)
        counts.append(len(errors(told.args[0].problems)))
    assert [count > 0 for count in counts] == [False, True, False]


def test_a_pack_that_is_not_there_is_told_and_can_be_tried_again(
    loader: ContentLoader, pack: Path, qtbot: QtBot
) -> None:
    hidden = pack.rename(pack.with_name("hidden"))
    with qtbot.waitSignal(loader.failed) as told:
        loader.load()
    assert isinstance(told.args[0], OSError)
    qtbot.waitUntil(lambda: loader.is_idle)
    hidden.rename(pack)
    assert titles(loaded(loader, qtbot)) == ["First"]


def test_a_pack_that_disappears_is_told_once(loader: ContentLoader, pack: Path, qtbot: QtBot) -> None:
    loaded(loader, qtbot)
    told: list[object] = []
    loader.failed.connect(told.append)
    with qtbot.waitSignal(loader.failed, timeout=SECOND):
        shutil.rmtree(pack)
    qtbot.waitUntil(lambda: loader.is_idle)
    assert len(told) == 1


def test_loading_can_be_stopped(loader: ContentLoader, qtbot: QtBot) -> None:
    told: list[object] = []
    loader.loaded.connect(told.append)
    with qtbot.waitSignal(loader.cancelled):
        loader.load()
        loader.cancel()
    qtbot.waitUntil(lambda: loader.is_idle)
    assert told == []


def test_asked_again_while_loading_it_loads_again(loader: ContentLoader, qtbot: QtBot) -> None:
    told: list[object] = []
    loader.loaded.connect(told.append)
    loader.load()
    loader.load()
    qtbot.waitUntil(lambda: len(told) == 2)
