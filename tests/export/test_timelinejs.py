import json
import re
from typing import Any

import pytest

from r2p_app.content.model import Event
from r2p_app.export.timelinejs import Heading, Words, timelinejs_pieces
from tests.export import making
from tests.export.golden import assert_golden
from tests.timeline.making import event

Json = dict[str, Any]  # Any: a JSON value

WORDS = Words(
    date=lambda text: f"on {text}", status=lambda event: event.status.value, sources="Sources", disputed="Disputed"
)
HEADING = Heading("Events & more", ("From 44 BC", "<CC BY-SA>"))

TOP = {"scale", "title", "events", "eras"}
SLIDE = {"start_date", "end_date", "text", "media", "group", "display_date", "background", "autolink", "unique_id"}
DATE = {"year", "month", "day", "hour", "minute", "second", "millisecond", "format", "display_date"}
"""The names that https://timeline.knightlab.com/docs/json-format.html knows."""

TAG = re.compile(r"</?p>")


def written(*events: Event) -> bytes:
    chosen = events or making.EVENTS
    return b"".join(timelinejs_pieces(making.library(), chosen, making.LANES, HEADING, WORDS))


def read(*events: Event) -> Json:
    found: Json = json.loads(written(*events))
    return found


def slide(event_id: str) -> Json:
    found: Json = next(one for one in read()["events"] if one["unique_id"] == event_id)
    return found


def check_date(date: Json) -> None:
    assert set(date) <= DATE
    assert isinstance(date["year"], int)
    assert "day" not in date or "month" in date
    assert 1 <= date.get("month", 1) <= 12
    assert 1 <= date.get("day", 1) <= 31


def check_text(text: Json) -> None:
    assert set(text) <= {"headline", "text"}
    for words in text.values():
        bare = TAG.sub("", words)
        assert "<" not in bare
        assert ">" not in bare
        assert not re.search(r"&(?!(?:amp|lt|gt|quot|#x27);)", bare)


def check(data: Json) -> None:
    """The rules of the format, field by field."""
    assert set(data) <= TOP
    assert {"events"} <= set(data)
    assert data["scale"] in {"human", "cosmological"}
    assert "start_date" not in data["title"]
    check_text(data["title"]["text"])
    for one in data["events"]:
        assert {"start_date"} <= set(one) <= SLIDE
        check_text(one["text"])
        assert isinstance(one["autolink"], bool)
    for one in data["eras"]:
        assert {"start_date", "end_date"} <= set(one) <= {"start_date", "end_date", "text"}
        check_text(one["text"])
    for one in (*data["events"], *data["eras"]):
        check_date(one["start_date"])
        check_date(one.get("end_date", one["start_date"]))
    ids = [one["unique_id"] for one in data["events"]]
    assert len(set(ids)) == len(ids)


def test_the_whole_file() -> None:
    assert_golden("events.json", written())


def test_it_follows_the_rules_of_the_format() -> None:
    check(read())


def test_a_file_without_eras_follows_them_too() -> None:
    data = read(event(1, "1994-04-07"))
    check(data)
    assert data["eras"] == []


@pytest.mark.parametrize(
    ("event_id", "start", "end"),
    [
        ("ev-2", {"year": 1993, "month": 10}, None),
        ("ev-3", {"year": 1994, "month": 4, "day": 7}, {"year": 1994, "month": 7}),
        ("ev-4", {"year": 1994, "month": 5}, None),
        ("ev-5", {"year": 1995}, None),
        ("ev-1", {"year": -43, "month": 3, "day": 15}, None),
        ("ev-7", {"year": 12000}, None),
    ],
)
def test_dates_say_no_more_than_is_known(event_id: str, start: Json, end: Json | None) -> None:
    found = slide(event_id)
    assert found["start_date"] == start
    assert found.get("end_date") == end
    assert found["display_date"].startswith("on ")


def test_texts_are_escaped() -> None:
    found = slide("ev-3")
    assert found["text"]["headline"] == "Genocide against the Tutsi &lt;in&gt; Rwanda &amp; after"
    assert "<p>Disputed: -1 is what some say</p>" in found["text"]["text"]
    assert read()["title"]["text"]["text"] == "<p>From 44 BC</p><p>&lt;CC BY-SA&gt;</p>"


def test_the_group_is_the_first_lane_shown() -> None:
    assert slide("ev-3")["group"] == "Rwanda"
    assert slide("ev-1")["group"] == "Council <and> doctrine"


def test_eras_are_long_landmarks_that_do_not_overlap() -> None:
    assert [era["start_date"] for era in read()["eras"]] == [{"year": 1994, "month": 4, "day": 7}]
