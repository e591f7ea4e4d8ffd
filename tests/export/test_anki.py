"""The package for Anki, read back: a database inside an archive."""

import json
import sqlite3
import zipfile
from io import BytesIO
from typing import Any, NamedTuple, get_args

import pytest
from msgspec import structs

from r2p_app.content.library import Entry, Library
from r2p_app.content.model import PackInfo
from r2p_app.content.questions import Option, Question, QuestionBase
from r2p_app.export.anki import SIDES, anki_package
from r2p_app.learning.questions import kind_of
from r2p_app.ui.quiz.export import card_words
from tests.learning import samples

PACK = PackInfo(
    format=1, id="p", title="A pack", version="1", licence="CC BY-SA 4.0", languages=("en",), authors=("A",)
)
AT = 1_700_000_000.0
EVERY = samples.one_of_each()
every_question = pytest.mark.parametrize("question", EVERY, ids=lambda question: kind_of(question).name)


class Note(NamedTuple):
    """A note as Anki reads it."""

    guid: str
    model: str
    fields: list[str]
    tags: str
    cards: int

    @property
    def all(self) -> str:
        return "\n".join(self.fields)


def library(*questions: QuestionBase) -> Library:
    return Library(PACK, [Entry(question.id, "question", "", question) for question in questions])


def package(*questions: QuestionBase) -> bytes:
    return anki_package(library(*questions), questions, card_words(), at=AT)


def database(data: bytes) -> sqlite3.Connection:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert set(archive.namelist()) == {"collection.anki2", "media"}
        assert json.loads(archive.read("media")) == {}
        connection = sqlite3.connect(":memory:")
        connection.deserialize(archive.read("collection.anki2"))
        return connection


def notes(data: bytes) -> list[Note]:
    connection = database(data)
    models: dict[str, Any] = json.loads(connection.execute("SELECT models FROM col").fetchone()[0])
    rows = connection.execute(
        "SELECT guid, mid, flds, tags, (SELECT count(*) FROM cards WHERE nid = notes.id) FROM notes ORDER BY id"
    ).fetchall()
    connection.close()
    return [
        Note(guid, models[str(mid)]["name"], flds.split("\x1f"), tags, cards) for guid, mid, flds, tags, cards in rows
    ]


def test_every_kind_is_mapped() -> None:
    assert set(SIDES) == set(get_args(Question))


@every_question
def test_every_kind_becomes_a_note_with_an_answer_reasons_and_sources(question: QuestionBase) -> None:
    (note,) = notes(package(question))
    front, answer, explanation, sources, id_ = note.fields
    assert question.prompt in front
    assert answer or "{{c1::" in front
    assert question.rationale in explanation
    assert sources.startswith("Sources: ")
    assert id_ == question.id
    assert note.cards == (2 if note.model == "R2P: gaps" else 1)
    assert f"kind::{kind_of(question).name}" in note.tags


def test_kinds_are_asked_as_faithfully_as_anki_can() -> None:
    found = {note.fields[-1]: note.model for note in notes(package(*EVERY))}
    assert found.pop("q-short") == "R2P: type"
    assert found.pop("q-cloze") == "R2P: gaps"
    assert set(found.values()) == {"R2P: recall"}


def test_the_right_option_is_the_answer_and_every_option_has_its_reason() -> None:
    (note,) = notes(package(samples.single()))
    assert note.fields[1] == "Option b"
    assert all(f"Why {option}." in note.fields[2] for option in "abcd")


def test_gaps_are_gaps() -> None:
    (note,) = notes(package(samples.cloze()))
    assert "On 21 April 1994 the {{c1::Security Council}} cut {{c2::UNAMIR}}." in note.fields[0]


def test_piles_have_their_cards_under_them() -> None:
    (note,) = notes(package(samples.evidence_sort()))
    assert "<b>Prevent</b><ul><li>Evidence 1</li><li>Evidence 2</li></ul>" in note.fields[1]


def test_the_same_question_is_the_same_note_for_ever() -> None:
    """These are in people's collections: a change would make every card a new one."""
    (note,) = notes(package(samples.single()))
    reworded = structs.replace(samples.single(), prompt="Another wording?")
    assert notes(package(reworded))[0].guid == note.guid
    connection = database(package(*EVERY))
    models, decks = connection.execute("SELECT models, decks FROM col").fetchone()
    connection.close()
    assert {"1379052161", "1379052162", "1379052163"} <= set(json.loads(models))
    assert [deck for deck in json.loads(decks) if deck != "1"] == ["1387878349"]
    assert len({note.guid for note in notes(package(*EVERY))}) == len(EVERY)


def test_a_package_is_the_same_each_time_it_is_made() -> None:
    assert package(*EVERY) == package(*EVERY)


def test_nothing_an_author_writes_becomes_markup() -> None:
    hostile = "<script>x</script> {{c9::x}} \u202e\U0001f600"
    options = (Option(id="a", text=hostile, rationale=hostile, correct=True), samples.option("b"), samples.option("c"))
    question = structs.replace(samples.single(), prompt=hostile, options=options)
    (note,) = notes(package(question))
    assert "<script>" not in note.all
    assert "&lt;script&gt;" in note.fields[0]
    assert note.cards == 1
