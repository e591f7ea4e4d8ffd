"""The command line: what it accepts, what it answers, what it hands on."""

import argparse
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from r2p_app import __version__, app
from r2p_app.app import Options
from r2p_app.cli import COMMANDS, INTERRUPTED, main


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Options]:
    """The starts of the window, none of which happens."""
    starts: list[Options] = []

    def note(options: Options) -> int:
        starts.append(options)
        return 0

    monkeypatch.setattr(app, "run", note)
    return starts


def test_without_a_command_the_window_opens(opened: list[Options]) -> None:
    assert main([]) == 0
    assert opened == [Options()]


def test_the_window_is_told_what_was_given(opened: list[Options]) -> None:
    main(["--profile", "Anna", "--content", "packs/mine", "--route", "r2p://timeline"])
    assert opened == [Options(profile="Anna", content=Path("packs/mine"), route="r2p://timeline")]


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.strip() == f"r2p {__version__}"


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    assert all(name in shown for name in COMMANDS)


@pytest.mark.parametrize("arguments", [["nonsense"], ["--nonsense"], ["check", "--nonsense"], ["screenshots"]])
def test_what_is_not_understood_is_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: r2p" in capsys.readouterr().err


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_two_functions(name: str) -> None:
    module = import_module(COMMANDS[name].module)
    parser = argparse.ArgumentParser()
    module.add_arguments(parser)
    assert callable(module.run)


def test_a_command_gets_its_arguments_and_its_status_is_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[argparse.Namespace] = []

    def note(namespace: argparse.Namespace) -> int:
        given.append(namespace)
        return 7

    monkeypatch.setattr(import_module(COMMANDS["check"].module), "run", note)
    assert main(["--profile", "Anna", "check", "some/pack"]) == 7
    assert given[0].command == "check"


def test_a_profile_named_like_a_command_is_no_command(opened: list[Options]) -> None:
    main(["--profile", "check"])
    assert opened == [Options(profile="check")]


def test_ctrl_c_ends_quietly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(_options: Options) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(app, "run", interrupted)
    assert main([]) == INTERRUPTED
    assert capsys.readouterr().err == "Stopped.\n"


@pytest.mark.parametrize("start", [("-m", "r2p_app"), ("-c", "import sys, r2p_app.cli; sys.exit(r2p_app.cli.main())")])
def test_it_starts_as_a_module_and_as_a_script(start: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, *start, "--version"], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout.strip()) == (0, f"r2p {__version__}")


def test_only_the_chosen_command_is_imported() -> None:
    code = "import sys; from r2p_app.cli import main\ntry: main(['--version'])\nexcept SystemExit: pass\n"
    code += "print([name for name in sys.modules if name.startswith(('r2p_app.commands', 'PySide6', 'msgspec'))])"
    assert answer("-c", code).splitlines()[-1] == "[]"


def answer(*arguments: str) -> str:
    """What another Python prints."""
    command = [sys.executable, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout.strip()
