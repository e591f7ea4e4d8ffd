"""The worked case of the author's guide is taken out of it and must be right as it stands."""

import re
from pathlib import Path

import pytest

from r2p_app.cli import main

GUIDE = (Path(__file__).parents[1] / "docs" / "authoring.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"^`april/([^`\n]+)`\n\n```(?:yaml|markdown)\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL))


@pytest.fixture
def april(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def check(pack: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    main(["check", str(pack)])
    return capsys.readouterr().out.splitlines()


def test_the_worked_case_has_what_the_guide_promises() -> None:
    kinds = ("sources", "events", "documents", "chapters", "questions", "decisions", "lessons")
    assert all(any(kind in name for name in FILES) for kind in kinds)


def test_the_worked_case_passes_with_the_one_warning_the_guide_names(
    april: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    warning, summary = check(april, capsys)
    assert "fewer than 6" in warning
    assert summary.startswith("0 errors, 1 warning")


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("cases/april/questions.yaml", r"        rationale: This came.*\n", ""),
        ("cases/april/events.yaml", "status: official-record", "status: official"),
        ("cases/april/decisions/dp-april-vote.yaml", 'date: "1994-04-20"', 'date: "1994-04-22"'),
        ("cases/april/chapters/01-vote.md", "summary: What", "summary: UNAMIR: what"),
    ],
)
def test_faults_are_told_as_the_guide_says(
    april: Path, capsys: pytest.CaptureFixture[str], name: str, right: str, wrong: str
) -> None:
    path = april / name
    path.write_text(re.sub(right, wrong, path.read_text(encoding="utf-8"), count=1), encoding="utf-8")
    fault = next(line for line in check(april, capsys) if ": error: " in line)
    told = fault[fault.index(path.name) :]
    shown = [
        re.escape(one).replace("…", ".*") for one in re.findall(r"^\| `([^`]+: error: [^`]+)` \|", GUIDE, re.MULTILINE)
    ]
    assert any(re.match(one, told) for one in shown), told
