import argparse
import json
import sys
from pathlib import Path

import pytest

from r2p_app.cli import INTERRUPTED, main
from r2p_app.commands import check
from r2p_app.content import unit as units
from r2p_app.content.files import PackFile
from tests.content import packs

FAULTY = packs.changed(packs.EVENTS_PATH, "importance: 3", "importanse: 3")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    root = tmp_path / "pack"
    packs.write(root, packs.FILES)
    return root


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    parser.set_defaults(content=None)
    check.add_arguments(parser)
    return check.run(parser.parse_args(arguments))


def test_a_sound_pack(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(pack)) == 0
    assert capsys.readouterr() == ("No faults.\n", "")


def test_one_line_for_each_fault_and_a_summary(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    packs.write(pack, FAULTY)
    assert run(str(pack)) == 1
    file = (pack / packs.EVENTS_PATH).as_posix()
    assert capsys.readouterr().out == (
        f"{file}:24:3: error: unknown key “importanse” (did you mean “importance”?)\n1 error, 0 warnings.\n"
    )


def test_warnings_alone_are_no_failure(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    packs.write(pack, packs.changed(packs.EVENTS_PATH, '"1994-01-11"', "1994-01-11"))
    assert run(str(pack)) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "0 errors, 1 warning."


def test_faults_are_sorted_by_place(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    packs.write(pack, {**FAULTY, "lanes.yaml": "lanes: {}\n", **packs.changed("pack.yaml", "format: 1", "format: 2")})
    run(str(pack))
    lines = capsys.readouterr().out.splitlines()[:-1]
    assert lines == sorted(lines, key=lambda line: line.split(":")[0])
    assert len(lines) > 5


def test_files_below_the_current_folder_are_named_from_there(
    pack: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    packs.write(pack, FAULTY)
    monkeypatch.chdir(pack.parent)
    run(str(pack))
    assert capsys.readouterr().out.startswith(f"pack/{packs.EVENTS_PATH}:24:3: ")


def test_json(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    packs.write(pack, FAULTY)
    assert run(str(pack), "--format", "json") == 1
    document = json.loads(capsys.readouterr().out)
    assert (document["errors"], document["warnings"]) == (1, 0)
    (problem,) = document["problems"]
    assert problem == {
        "file": (pack / packs.EVENTS_PATH).as_posix(),
        "line": 24,
        "column": 3,
        "level": "error",
        "message": "unknown key “importanse”",
        "hint": "did you mean “importance”?",
        "code": "unknown-key",
    }


def test_github(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    packs.write(pack, FAULTY)
    assert run(str(pack), "--format", "github") == 1
    out = capsys.readouterr().out
    assert out.startswith("::error file=")
    assert out.endswith("line=24,col=3,title=unknown-key::unknown key “importanse” (did you mean “importance”?)\n")


def test_github_escapes_what_it_would_misread(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    packs.write(pack, {"a,b.yaml": "events: []\n", **packs.changed(packs.EVENTS_PATH, "theme: warning", "theme: 50%")})
    run(str(pack), "--format", "github")
    out = capsys.readouterr().out
    assert "a%2Cb.yaml" in out
    assert "“50%25”" in out


def test_translations(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    packs.write(pack, {"cases/alpha/events.fr.yaml": "events:\n- {id: ev-cut, title: La coupe}\n"})
    assert run(str(pack)) == 0
    assert capsys.readouterr().out == "No faults.\n"
    assert run(str(pack), "--translations", "fr") == 0
    out = capsys.readouterr().out
    assert "“ev-cut” is not wholly translated: summary, disputed" in out


def test_a_folder_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(tmp_path / "none")) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "there is no folder" in captured.err


def test_a_folder_that_is_no_pack(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    assert run(str(tmp_path / "empty")) == 1
    assert "there is no pack.yaml" in capsys.readouterr().out


def test_a_format_that_is_not_known() -> None:
    with pytest.raises(SystemExit) as caught:
        run("--format", "xml")
    assert caught.value.code == 2


def test_without_a_folder_the_shipped_pack(
    pack: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check, "content_dir", lambda: pack)
    assert run() == 0
    assert capsys.readouterr().out == "No faults.\n"


def test_progress_is_for_terminals(
    pack: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    run(str(pack))
    captured = capsys.readouterr()
    total = len(packs.FILES)
    assert captured.out == "No faults.\n"
    assert f"\rReading file {total} of {total}" in captured.err
    assert captured.err.endswith("\r\x1b[K")


def test_ctrl_c_ends_it_at_once_and_leaves_the_cache_whole(
    pack: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    real, seen = units.analyse, []

    def interrupted(file: PackFile, data: bytes) -> units.Unit[object]:
        seen.append(file)
        if len(seen) == 10:
            raise KeyboardInterrupt
        return real(file, data)

    monkeypatch.setattr(units, "analyse", interrupted)
    assert main(["check", str(pack)]) == INTERRUPTED
    assert capsys.readouterr() == ("", "Stopped.\n")
    assert main(["check", str(pack)]) == 0
    assert capsys.readouterr().out == "No faults.\n"


def test_the_pack_named_before_the_command_is_checked(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    packs.write(pack, FAULTY)
    assert main(["--content", str(pack), "check"]) == 1
    assert "importanse" in capsys.readouterr().out
    assert main(["--content", str(pack / "nowhere"), "check"]) == 2
    assert "nowhere" in capsys.readouterr().err
