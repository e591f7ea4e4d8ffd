"""What goes wrong is told where it can be acted on."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from r2p_app.store.errors import DiskFull, NotPermitted
from r2p_app.store.open_profile import Store
from r2p_app.store.recovery import Recovery
from r2p_app.ui.jobs import JobRunner
from r2p_app.ui.live_reload import ContentLoader
from r2p_app.ui.mishaps import LOG, Mishaps
from r2p_app.ui.profile_session import ProfileSession
from r2p_app.ui.shell import Shell
from r2p_app.ui.state import AppState
from tests.ui import mini


@pytest.fixture
def loader(jobs: JobRunner, tmp_path: Path) -> Iterator[ContentLoader]:
    made = ContentLoader(tmp_path / "pack", jobs)
    yield made
    made.stop()


@pytest.fixture
def mishaps(shell: Shell, loader: ContentLoader, session: ProfileSession, tmp_path: Path) -> Mishaps:
    return Mishaps(shell, loader, session, tmp_path / "data")


def text(shell: Shell, key: str) -> str:
    bar = shell.bars.bar(key)
    return bar.text if bar is not None else ""


def test_faults_in_the_content_are_counted_and_shown_on_request(mishaps: Mishaps, shell: Shell) -> None:
    shell.state.set_library(mini.mini_library(faults=True))
    bar = shell.bars.bar("problems")
    assert bar is not None
    assert bar.text == "2 files of the content have faults."
    bar.buttons[0].click()
    assert shell.stack.page is not None
    assert shell.stack.page.objectName() == "problems"


def test_the_message_goes_when_the_faults_are_mended(mishaps: Mishaps, shell: Shell) -> None:
    shell.state.set_library(mini.mini_library(faults=True))
    shell.state.set_library(mini.mini_library())
    assert shell.bars.bar("problems") is None


def test_the_same_faults_again_do_not_speak_again(mishaps: Mishaps, shell: Shell) -> None:
    shell.state.set_library(mini.mini_library(faults=True))
    bar = shell.bars.bar("problems")
    shell.state.set_library(mini.mini_library(faults=True))
    assert shell.bars.bar("problems") is bar


def test_content_that_cannot_be_loaded_again_leaves_what_is_shown(
    mishaps: Mishaps, shell: Shell, loader: ContentLoader
) -> None:
    loader.failed.emit(PermissionError(13, "Permission denied"))
    assert "Permission denied" in text(shell, "content")
    assert not shell.is_waiting
    shell.state.set_library(mini.mini_library())
    assert text(shell, "content") == ""


def test_content_that_cannot_be_opened_at_all_takes_the_page_s_place(
    mishaps: Mishaps, shell: Shell, loader: ContentLoader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(AppState, "has_library", property(lambda _: False))
    loader.failed.emit(NotADirectoryError(20, "Not a directory"))
    assert shell.is_waiting
    assert str(loader.root) in shell.waiting.fault
    assert "Not a directory" in shell.waiting.fault


def test_loading_that_was_stopped_can_be_taken_up_again(
    mishaps: Mishaps, shell: Shell, loader: ContentLoader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(AppState, "has_library", property(lambda _: False))
    loader.cancelled.emit()
    assert "nothing is lost" in shell.waiting.fault


def test_a_fault_of_the_machine_while_a_profile_is_open_is_a_message(
    mishaps: Mishaps, shell: Shell, session: ProfileSession, tmp_path: Path
) -> None:
    session.open_named()
    session.failed.emit(DiskFull(tmp_path))
    assert DiskFull.what in text(shell, "store")
    assert DiskFull.remedy in text(shell, "store")
    assert not shell.is_waiting


def test_a_profile_that_cannot_be_opened_takes_the_page_s_place_and_can_be_tried_again(
    mishaps: Mishaps, shell: Shell, session: ProfileSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(directory: Path, **_rest: object) -> NoReturn:
        raise NotPermitted(directory)

    with monkeypatch.context() as patched:
        patched.setattr(Store, "open", refuse)
        session.open_named()
    assert NotPermitted.remedy in shell.waiting.fault
    shell.waiting.buttons[0].click()
    assert session.profile is not None


def test_a_restored_backup_is_told(
    mishaps: Mishaps, shell: Shell, session: ProfileSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.open_named()
    recovery = Recovery(tmp_path / "set-aside", None, "malformed")
    monkeypatch.setattr(shell.state.store, "recovery", recovery)
    session.opened.emit(session.profile)
    assert recovery.what in text(shell, "recovery")
    assert recovery.outcome in text(shell, "recovery")
    assert str(tmp_path / "set-aside") in text(shell, "recovery")


def test_a_backup_that_failed_is_told(mishaps: Mishaps, shell: Shell, session: ProfileSession, tmp_path: Path) -> None:
    session.backup_failed.emit(DiskFull(tmp_path))
    assert DiskFull.what in text(shell, "backup")


def test_an_erased_profile_can_be_brought_back_from_the_message(
    mishaps: Mishaps, shell: Shell, session: ProfileSession
) -> None:
    session.open_named("Anna")
    session.erase()
    bar = shell.bars.bar("profile")
    assert bar is not None
    assert "Anna" in bar.text
    bar.buttons[0].click()
    assert [profile.name for profile in session.all() if profile.name == "Anna"] == ["Anna"]
    assert shell.bars.bar("profile") is None


def test_a_mistake_of_ours_is_written_down_and_said(
    mishaps: Mishaps, shell: Shell, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _raise_into(mishaps, ZeroDivisionError("of ours"))
    assert "ZeroDivisionError: of ours" in (tmp_path / "data" / LOG).read_text()
    assert LOG in text(shell, "mistake")
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_a_store_error_that_nobody_caught_is_said_with_its_remedy(
    mishaps: Mishaps, shell: Shell, session: ProfileSession, tmp_path: Path
) -> None:
    session.open_named()
    _raise_into(mishaps, DiskFull(tmp_path))
    assert DiskFull.remedy in text(shell, "store")


def test_ctrl_c_is_no_mistake(mishaps: Mishaps, shell: Shell, capsys: pytest.CaptureFixture[str]) -> None:
    _raise_into(mishaps, KeyboardInterrupt())
    assert text(shell, "mistake") == ""


def _raise_into(mishaps: Mishaps, error: BaseException) -> None:
    try:
        raise error
    except BaseException:
        kind, value, trace = sys.exc_info()
        assert kind is not None
        assert value is not None
        mishaps.catch(kind, value, trace)
