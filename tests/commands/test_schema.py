import argparse
from pathlib import Path

import pytest

from r2p_app.cli import main
from r2p_app.commands import schema
from r2p_app.content.parse import KEYS


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    parser.set_defaults(content=None)
    schema.add_arguments(parser)
    return schema.run(parser.parse_args(arguments))


def test_it_names_what_it_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(tmp_path / "made")) == 0
    expected = {str(tmp_path / "made" / f"{key}.schema.json") for key in KEYS}
    assert set(capsys.readouterr().out.splitlines()) == expected
    assert all(Path(name).is_file() for name in expected)


def test_a_second_time_there_is_nothing_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(str(tmp_path))
    capsys.readouterr()
    assert run(str(tmp_path)) == 0
    assert capsys.readouterr().out == f"The schemas in {tmp_path} are up to date.\n"


def test_without_a_folder_beside_the_shipped_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "content_dir", lambda: tmp_path)
    assert run() == 0
    assert (tmp_path / "schemas" / "events.schema.json").is_file()


def test_a_place_that_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert run(str(tmp_path / "file" / "schemas")) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_schemas_are_written_beside_the_pack_named_before_the_command(tmp_path: Path) -> None:
    assert main(["--content", str(tmp_path), "schema"]) == 0
    assert (tmp_path / "schemas" / "events.schema.json").is_file()
