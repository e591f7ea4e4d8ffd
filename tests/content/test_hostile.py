"""Files made to stop the program: each is as large as allowed, and is read, checked and reported in bounded time."""

import time

import pytest

from r2p_app.content.files import MAX_BYTES, PackFile
from r2p_app.content.parse import MAX_CHAPTER
from r2p_app.content.problems import MAX_PER_FILE
from r2p_app.content.reading import minutes
from r2p_app.content.unit import analyse
from tests.content import packs

SECONDS = 10
"""Of computing; what is here takes one or two on a slow machine, and what grows with the square would take minutes."""

EVENT = packs.EVENTS.split("- id: ev-cut")[0].replace("ev-cable", "ev-{n}")
QUESTION = packs.QUESTIONS.split("- id: q-crimes")[0].partition("questions:\n")[2].replace("q-cut", "q-{n}")
SUMMARY = "The commander reports what an *informant* said to [the Council](r2p://actor/b-council)."


def repeated(piece: str, size: int) -> str:
    return piece * (size // len(piece.encode()))


def with_summary(piece: str) -> str:
    return packs.EVENTS.replace(SUMMARY, "'" + repeated(piece, 450_000).replace("'", "''") + "'")


def records(text: str) -> str:
    return "".join(text.replace("{n}", str(n)) for n in range(900_000 // len(text)))


YAML = {
    "unknown keys": "events:\n- " + "".join(f"k{n}: 1\n  " for n in range(80_000)) + "id: ev-a\n",
    "wrong values": packs.EVENTS.replace("actors: [b-council]", f"actors: [{repeated('[], ', 800_000)}]"),
    "broken links": packs.EVENTS.replace("actors: [b-council]", f"actors: [{repeated('b-nobody, ', 900_000)}]"),
    "empty records": "events:\n" + repeated("- {}\n", 900_000),
    "many options": packs.QUESTIONS.replace(
        "  options:\n", "  options:\n" + "".join(f"  - {{id: x{n}, text: T, rationale: R}}\n" for n in range(20_000)), 1
    ),
    "many questions": "questions:\n" + records(QUESTION),
    **{
        f"text of {piece}": with_summary(piece)
        for piece in (
            "“",
            "‘",
            "'",
            '"',
            "*a ",
            " ",
            "{#",
            "[@",
            "](",
            "](   ",
            "r2p://",
            "<",
            "a. A",
            "R2P 1994. ",
            "Serbs ",
        )
    },
}
CHAPTERS = (
    "a\n\n",
    "{#",
    "{#a}\n\n",
    "- a\n",
    "> a\n\n",
    "##\n",
    "a " * 9 + "  ",
    "“",
    "*Rwandan genocide ",
    "[a](r2p://x\\_y) ",
    "![a](b)\n\n",
)


def analysed(path: str, text: str) -> int:
    data = text.encode()
    assert len(data) <= MAX_BYTES
    started = time.process_time()
    unit = analyse(PackFile.at(path), data)
    assert time.process_time() - started < SECONDS
    return len(unit.problems)


@pytest.mark.parametrize("text", YAML.values(), ids=YAML)
def test_yaml(text: str) -> None:
    assert analysed("cases/alpha/x.yaml", text) <= MAX_PER_FILE + 1


@pytest.mark.parametrize("piece", CHAPTERS)
def test_chapters(piece: str) -> None:
    head = packs.CHAPTER.split("::: content-note")[0]
    body = piece * ((MAX_CHAPTER - len(head)) // len(piece))
    assert analysed("cases/alpha/x.md", head + body) <= MAX_PER_FILE + 1


@pytest.mark.parametrize("piece", ["[@", "](", "{#", " ", "# ", "[@a ", "](a "])
def test_reading_time(piece: str) -> None:
    started = time.process_time()
    minutes(piece * (MAX_CHAPTER // len(piece)))
    assert time.process_time() - started < SECONDS
