from collections.abc import Iterator
from typing import Any

import msgspec

from r2p_app.content.kinds import KINDS
from r2p_app.content.load import load_pack
from r2p_app.content.model import Event, Id
from r2p_app.content.pointers import POINTS
from r2p_app.content.questions import QuestionBase
from r2p_app.content.references import references
from r2p_app.content.shapes import ListShape, OptionalShape, RecordShape, Shape, UnionShape, shape_of
from tests.content.conftest import MiniPack

ID = shape_of(Id)
OWN_NAMES = {
    ("ComparisonAnswer", "column"),
    ("GuideChoice", "fits"),
    ("GuideStep", "row"),
    ("GuideOutcome", "column"),
    ("EvidenceCard", "belongs"),
}
"""Ids that name a part of their own record, of the comparison of a guide, or a pile of evidence."""


def records(shape: Shape) -> Iterator[RecordShape]:
    match shape:
        case RecordShape():
            yield shape
            for field in shape.fields.values():
                yield from records(field.shape)
        case UnionShape():
            for record in shape.records.values():
                yield from records(record)
        case ListShape():
            yield from records(shape.item)
        case OptionalShape():
            yield from records(shape.shape)


def test_every_field_that_holds_an_id_says_of_what_kind() -> None:
    missing = set()
    for kind in KINDS:
        for record in records(shape_of(kind.type)):
            for key, field in record.fields.items():
                shape = field.shape.item if isinstance(field.shape, ListShape) else field.shape
                if shape == ID and key != "id" and not is_told(record.type, key):
                    missing.add((record.type.__name__, key))
    assert missing == OWN_NAMES


def is_told(type_: type[Any], key: str) -> bool:
    return any(issubclass(type_, owner) and key == named for owner, named in POINTS)


def test_every_row_names_a_field() -> None:
    for type_, key in POINTS:
        assert key in type_.__struct_fields__
    assert (QuestionBase, "objective") in POINTS


def test_generous_references_find_what_pointers_find(mini_pack: MiniPack) -> None:
    library = load_pack(mini_pack())
    event = library.entry("ev-cable").item
    found = [target for target in references(event) if target in library]
    assert found == ["b-council", "lane-alpha", "report-1999", "pl-kigali", "b-council", "doc-cable"]
    chapter = library.entry("alpha-warnings").item
    assert {"report-1999", "book-2001", "ser-ceiling", "doc-cable", "q-cut"} <= set(references(chapter))


def test_a_link_to_a_step_of_a_story_refers_to_the_story(mini_pack: MiniPack) -> None:
    library = load_pack(mini_pack())
    event = msgspec.structs.replace(
        library.get("ev-cable", Event), summary="Its [story](r2p://timeline/story/story-cable/2)."
    )
    assert "story-cable" in references(event)
