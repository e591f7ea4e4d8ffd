"""What docs/authoring.md tells authors to write is sound, in the shipped pack."""

import re
from pathlib import Path

import pytest

from r2p_app.content.dates import parse
from r2p_app.content.files import PackFile
from r2p_app.content.library import Library
from r2p_app.content.load import load_pack
from r2p_app.content.unit import analyse
from r2p_app.paths import content_dir
from tests.content import packs

GUIDE = Path(__file__).parents[2] / "docs" / "authoring.md"


@pytest.fixture(scope="module")
def guide() -> str:
    return GUIDE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def library() -> Library:
    return load_pack(content_dir())


def test_the_question_in_five_minutes(guide: str, library: Library) -> None:
    section = guide.split("## A question in five minutes")[1].split("\n## ", maxsplit=1)[0]
    (example,) = re.findall(r"```yaml\n(.*?)```", section, re.DOTALL)
    text = packs.yaml("questions", example, depth=2)
    unit = analyse(PackFile.at("cases/rwanda/questions-mine.yaml"), text.encode())
    assert unit.problems == ()
    assert len(unit.records) == 1
    assert [pointer.target for pointer in unit.pointers if pointer.target not in library] == []


def test_the_files_named_exist(guide: str) -> None:
    for path in re.findall(r"`content/([\w/.-]+)`", guide):
        assert (content_dir() / path).is_file(), path


def test_the_dates_are_dates(guide: str) -> None:
    section = guide.split("## Dates")[1].split("##", maxsplit=1)[0]
    dates = re.findall(r'`"([^"]+)"`', section)
    assert len(dates) >= 6
    for text in dates:
        parse(text)
