import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from r2p_app.ui.speech.engines import Engine, find_engine
from r2p_app.ui.speech.speaker import Speaker

SPEAKS = """
import sys, time, pathlib
out, mode = pathlib.Path(sys.argv[1]), sys.argv[2]
said = sys.stdin.buffer.read().decode() if mode == "input" else sys.argv[-1]
if mode == "fails":
    sys.exit(3)
if mode == "long":
    out.write_text("begun", encoding="utf-8")
    time.sleep(60)
out.write_text(said, encoding="utf-8")
"""


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "said.txt"


def engine(tmp_path: Path, out: Path, mode: str) -> Engine:
    """A program that writes down what it would say."""
    program = tmp_path / "speak.py"
    program.write_text(SPEAKS, encoding="utf-8")
    return Engine(sys.executable, (str(program), str(out), mode), reads_input=mode == "input")


@pytest.mark.parametrize("mode", ["input", "argument"])
def test_text_reaches_the_program_as_it_is(qtbot: QtBot, tmp_path: Path, out: Path, mode: str) -> None:
    speaker = Speaker(engine(tmp_path, out, mode))
    text = "Đurđević said: “$(echo no)”; `id` | cat > /dev/null & 'quoted' \"twice\" --help"
    with qtbot.waitSignal(speaker.finished):
        speaker.say(text)
    assert out.read_text(encoding="utf-8") == text


def test_it_falls_silent_at_once_and_says_nothing_more(qtbot: QtBot, tmp_path: Path, out: Path) -> None:
    speaker = Speaker(engine(tmp_path, out, "long"))
    told: list[str] = []
    speaker.finished.connect(lambda: told.append("finished"))
    speaker.failed.connect(told.append)
    speaker.say("One.")
    qtbot.waitUntil(out.exists)
    speaker.stop()
    speaker._engine = engine(tmp_path, out, "argument")
    with qtbot.waitSignal(speaker.finished):
        speaker.say("Two.")
    assert told == ["finished"]
    assert out.read_text(encoding="utf-8") == "Two."


def test_a_program_that_fails_is_told(qtbot: QtBot, tmp_path: Path, out: Path) -> None:
    speaker = Speaker(engine(tmp_path, out, "fails"))
    with qtbot.waitSignal(speaker.failed):
        speaker.say("One.")


def test_a_program_that_is_not_there_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    speaker = Speaker(Engine(str(tmp_path / "nothing")))
    with qtbot.waitSignal(speaker.failed):
        speaker.say("One.")


@pytest.mark.parametrize(
    ("platform", "installed", "expected"),
    [
        ("linux", {"spd-say", "espeak-ng"}, "spd-say"),
        ("linux", {"espeak-ng", "espeak"}, "espeak-ng"),
        ("freebsd14", {"espeak"}, "espeak"),
        ("darwin", {"say", "espeak-ng"}, "say"),
        ("win32", {"powershell"}, "powershell"),
    ],
)
def test_each_platform_speaks_with_what_it_has(platform: str, installed: set[str], expected: str) -> None:
    found = find_engine(lambda name: f"/bin/{name}" if name in installed else None, platform)
    assert found is not None
    assert found.program == f"/bin/{expected}"


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_no_program_is_no_engine(platform: str) -> None:
    assert find_engine(lambda _name: None, platform) is None


def test_a_program_that_says_all_went_well_at_once_is_not_believed(qtbot: QtBot, tmp_path: Path, out: Path) -> None:
    """Without a sound device espeak-ng ends with 0 after a moment."""
    speaker = Speaker(engine(tmp_path, out, "input"))
    with qtbot.waitSignal(speaker.failed) as told:
        speaker.say("A paragraph that takes a person many minutes. " * 200)
    assert "is there a sound device?" in told.args[0]
