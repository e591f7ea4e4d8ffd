import msgspec
import pytest

from r2p_app.content.model import Chapter, Event, Source, Vote
from r2p_app.content.questions import Question, SingleChoice
from r2p_app.content.shapes import (
    ListShape,
    NumberShape,
    OptionalShape,
    RecordShape,
    TextShape,
    UnionShape,
    has_words,
    shape_of,
)


def test_a_record_and_its_keys() -> None:
    shape = shape_of(Event)
    assert isinstance(shape, RecordShape)
    assert (shape.type, shape.tag) == (Event, None)
    assert (shape.fields["title"].required, shape.fields["importance"].required) == (True, False)
    assert shape.fields["importance"].shape == NumberShape(whole=True, least=1, most=3)


def test_what_annotations_say_of_a_text() -> None:
    shape = shape_of(Event)
    assert isinstance(shape, RecordShape)
    date, title, lanes, sources = (shape.fields[key].shape for key in ("date", "title", "lanes", "sources"))
    assert isinstance(date, TextShape)
    assert isinstance(title, TextShape)
    assert isinstance(lanes, ListShape)
    assert isinstance(sources, ListShape)
    assert (date.edtf, date.translate, title.translate) == (True, False, True)
    assert isinstance(lanes.item, TextShape)
    assert lanes.item.pattern
    assert isinstance(sources.item, TextShape)
    assert sources.item.cites


def test_a_union_by_its_tag() -> None:
    shape = shape_of(Question)
    assert isinstance(shape, UnionShape)
    assert shape.tag == "kind"
    assert shape.records["single"].type is SingleChoice
    assert len(shape.records) == 12


@pytest.mark.parametrize(
    ("type_", "key", "expected"),
    [
        (Event, "title", True),
        (Event, "lanes", False),
        (Vote, "opponents", True),
        (Source, "year", False),
        (Chapter, "body", True),
    ],
)
def test_what_may_be_translated(type_: type[msgspec.Struct], key: str, expected: bool) -> None:
    shape = shape_of(type_)
    assert isinstance(shape, RecordShape)
    assert has_words(shape.fields[key].shape) is expected


def test_nothing_or_a_record() -> None:
    class Holder(msgspec.Struct):
        vote: Vote | None = None

    shape = shape_of(Holder)
    assert isinstance(shape, RecordShape)
    assert shape.fields["vote"].shape == OptionalShape(shape_of(Vote))


def test_types_that_content_cannot_have() -> None:
    class Loose(msgspec.Struct):
        anything: dict[str, int]

    with pytest.raises(TypeError, match="cannot hold"):
        shape_of(Loose)


def test_records_that_cannot_be_told_apart() -> None:
    class Mixed(msgspec.Struct):
        part: list[str] | int

    with pytest.raises(TypeError):
        shape_of(Mixed)
