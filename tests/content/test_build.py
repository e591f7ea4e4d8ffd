"""What authors are told when a value is not what it should be. Each row changes one line of a sound event."""

from typing import Any

import msgspec
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from r2p_app.content.build import build
from r2p_app.content.kinds import KINDS, Kind
from r2p_app.content.library import Entry
from r2p_app.content.load import load_pack
from r2p_app.content.model import Event, Figure, PackInfo, Place, Record
from r2p_app.content.nodes import Mapping
from r2p_app.content.problems import Faults, Level, Problem
from r2p_app.content.questions import MapLocation, Option, Question
from r2p_app.content.reader import compose
from r2p_app.content.scalars import BAD
from r2p_app.content.shapes import shape_of
from r2p_app.content.teaching import View
from tests.content.conftest import MiniPack

EVENT = """
id: ev-cable
date: "1994-01-11"
title: A cable warns
summary: What an informant said.
lanes: [lane-rwanda]
responsibility: prevent
theme: warning
status: official-record
sources: [report-1999]
importance: 3
"""
FIGURE = 'id: fig-a\nlabel: L\nunit: people\nas_of: "1994"\nstatus: contested\nsources: [a]\nvalue: 500\ntoll: false\n'
PLACE = "id: pl-a\nname: N\nlat: -1.9\nlon: 30.0\nwhy: W\n"
VIEW = "id: view-a\nkind: critique\ntitle: T\ntext: X\n"
MAP = (
    "id: q-a\nprompt: P\nobjective: o-a\nbloom: apply\ndifficulty: 1\nrationale: R\nsources: [a]\n"
    "see: r2p://event/ev-a\nname: N\nlat: 1\nlon: 2\nradius_km: 5\n"
)
QUESTION = """
kind: single
id: q-a
prompt: P
objective: o-a
bloom: apply
difficulty: 1
rationale: R
sources: [a]
see: r2p://event/ev-a
options:
- {id: a, text: One, rationale: Because, correct: true}
- {id: b, text: Two, rationale: Because not}
"""


def built(type_: Any, text: str) -> tuple[Any, list[Problem]]:
    faults = Faults("x.yaml")
    node = compose(text, faults)
    assert node is not None
    return build(shape_of(type_), node, "record", faults), faults.found


def fault(type_: Any, text: str) -> Problem:
    value, problems = built(type_, text)
    assert value is BAD
    assert len(problems) == 1, problems
    return problems[0]


def test_a_sound_record() -> None:
    event, problems = built(Event, EVENT)
    assert problems == []
    assert isinstance(event, Event)
    assert (event.id, event.importance, event.lanes, event.actors) == ("ev-cable", 3, ("lane-rwanda",), ())


@pytest.mark.parametrize(
    ("old", "new", "message", "hint"),
    [
        (
            "importance: 3",
            "importance: about 500",
            "expected a whole number, found the text “about 500”",
            "write digits only",
        ),
        (
            "importance: 3",
            'importance: "3"',
            "expected a whole number, found the text “3”",
            "take the quotation marks away",
        ),
        ("importance: 3", "importance: 2.5", "expected a whole number", ""),
        ("importance: 3", "importance: 03", "expected a whole number", "delete the zero in front"),
        ("importance: 3", "importance:", "“importance” is empty: expected a whole number", "delete the line"),
        ("importance: 3", "importance: [3]", "expected a whole number, found a list", ""),
        ("importance: 3", "importance: 4", "“importance” is out of range: 4", "from 1 to 3"),
        ("importance: 3", "importanse: 3", "unknown key “importanse”", "did you mean “importance”?"),
        ("importance: 3", "zzz: 3", "unknown key “zzz”", "allowed: id, date, title"),
        ("title: A cable warns", "title:", "“title” is empty: expected a text", "write a value"),
        ("title: A cable warns", 'title: "  "', "“title” is empty", "write a value"),
        ("title: A cable warns", "title: null", "“title” is empty: expected a text", "write a value"),
        ("title: A cable warns", "title: {a: b}", "expected a text, found keys and values", "needs quotation marks"),
        ("title: A cable warns", "title: [a]", "expected a text, found a list", ""),
        ("title: A cable warns\n", "", "“title” is missing", ""),
        ("id: ev-cable", "id: Ev Cable", "“id” cannot be “Ev Cable”", "allowed: lower case, digits and hyphens"),
        (
            "responsibility: prevent",
            "responsibility: prevnt",
            "“responsibility” cannot be “prevnt”",
            "did you mean “prevent”?",
        ),
        ("responsibility: prevent", "responsibility: zzz", "cannot be “zzz”", "allowed: prevent, react, rebuild"),
        (
            "responsibility: prevent",
            "responsibility: [prevent]",
            "expected a word, found a list",
            "one of: prevent, react",
        ),
        ("lanes: [lane-rwanda]", "lanes: lane-rwanda", "“lanes”: expected a list, found the text", "begin each entry"),
        ("lanes: [lane-rwanda]", "lanes: [[a]]", "“lanes”: expected a text, found a list", ""),
        ('date: "1994-01-11"', 'date: "1994-13-11"', "“date”: “1994-13-11”: there is no month 13", "for instance"),
        ('date: "1994-01-11"', 'date: "94"', "“date” is too short: “94”", ""),
    ],
)
def test_faults_of_an_event(old: str, new: str, message: str, hint: str) -> None:
    problem = fault(Event, EVENT.replace(old, new))
    assert message in problem.message
    assert hint in problem.hint
    assert problem.level is Level.ERROR
    assert problem.line == (EVENT[: EVENT.index(old)].count("\n") + 1 if new else 2)


@pytest.mark.parametrize(
    ("type_", "text", "old", "new", "message", "hint"),
    [
        (Figure, FIGURE, "value: 500", "value: 800,000", "expected a number, found the text “800,000”", "write 800000"),
        (Figure, FIGURE, "value: 500", "value: 1_000", "expected a number", "write 1000"),
        (Figure, FIGURE, "value: 500", "value: 1e999", "“value” is out of range", ""),
        (Figure, FIGURE, "value: 500", "value: .inf", "expected a number", "write digits only"),
        (Figure, FIGURE, "value: 500", f"value: {'9' * 50}", "expected a number", ""),
        (
            Figure,
            FIGURE,
            "toll: false",
            "toll: yes",
            "expected true or false, found the text “yes”",
            "write true or false",
        ),
        (Figure, FIGURE, "toll: false", 'toll: "true"', "expected true or false", "without quotation marks"),
        (
            View,
            VIEW,
            "kind: critique",
            "kind: praise",
            "“kind” cannot be “praise”",
            "allowed: critique, regional, role",
        ),
        (MapLocation, MAP, "radius_km: 5", "radius_km: 0", "“radius_km” is out of range: 0", "more than 0"),
        (Figure, FIGURE, FIGURE, "- a\n", "“record”: expected keys and values, found a list", ""),
        (Question, QUESTION, QUESTION, "- a\n", "“record”: expected keys and values, found a list", ""),
        (Place, PLACE, "lat: -1.9", "lat: 91", "“lat” is out of range: 91", "from -90 to 90"),
        (Place, PLACE, "lon: 30.0", "lon: -180.5", "“lon” is out of range: -180.5", "from -180 to 180"),
        (Question, QUESTION, "kind: single", "kind: singel", "“kind” cannot be “singel”", "did you mean “single”?"),
        (Question, QUESTION, "kind: single\n", "", "“kind” is missing", "one of: single, multiple"),
        (Question, QUESTION, "see: r2p://event/ev-a", "see: http://x.y", "“see” cannot be", "a link inside the pack"),
        (Question, QUESTION, ", rationale: Because not", "", "“rationale” is missing", ""),
    ],
)
def test_faults_of_other_records(*, type_: Any, text: str, old: str, new: str, message: str, hint: str) -> None:
    problem = fault(type_, text.replace(old, new))
    assert message in problem.message
    assert hint in problem.hint


@pytest.mark.parametrize("value", ["500", "-1", "+2.5", ".5", "5.", "1e3", "0", "0.5"])
def test_numbers_as_yaml_1_2_writes_them(value: str) -> None:
    figure, problems = built(Figure, FIGURE.replace("500", value))
    assert problems == []
    assert figure.value == float(value)


def test_nothing_where_nothing_is_allowed() -> None:
    assert built(Figure, FIGURE.replace("500", "null"))[0].value is None


def test_all_faults_of_a_record_at_once() -> None:
    text = EVENT.replace("A cable warns", "").replace("prevent", "x").replace("importance: 3", "importanse: 3")
    value, problems = built(Event, text)
    assert value is BAD
    assert [problem.code for problem in problems] == ["type", "value", "unknown-key"]
    assert [problem.line for problem in problems] == [4, 7, 11]


def test_a_place_inside_a_record_is_the_place_in_the_file() -> None:
    problem = fault(Question, QUESTION.replace("Because not}", "Because not, correct: maybe}"))
    assert (problem.line, QUESTION.split("\n")[problem.line - 1][problem.column - 1 :]) == (13, "")


@pytest.mark.parametrize("value", ["NO", "yes", "on", "1.0", "912", "12:30", "1994-04-07", "0x1F", "1_000"])
def test_texts_that_other_programs_misread(value: str) -> None:
    event, problems = built(Event, EVENT.replace("A cable warns", value))
    assert event.title == value
    (problem,) = problems
    assert (problem.code, problem.level, problem.hint) == ("yaml-trap", Level.WARNING, f'write "{value}"')


@pytest.mark.parametrize("value", ["1994-01-11", "1994", "1994-01", "1994~", "1994/1995"])
def test_dates_without_quotation_marks(value: str) -> None:
    event, problems = built(Event, EVENT.replace('"1994-01-11"', value))
    assert event.date == value
    (problem,) = problems
    assert (problem.code, problem.hint) == ("yaml-trap", f'write "{value}"')


def test_texts_lose_the_space_around_them() -> None:
    event, _ = built(
        Event, EVENT.replace("summary: What an informant said.", "summary: >\n  What an informant\n  said.\n")
    )
    assert event.summary == "What an informant said."


def as_yaml(record: msgspec.Struct) -> str:
    return yaml.safe_dump(msgspec.to_builtins(record), allow_unicode=True, width=10_000)


def test_builds_what_msgspec_builds(mini_pack: MiniPack) -> None:
    entries: list[Entry] = list(load_pack(mini_pack()))
    assert {entry.kind for entry in entries} == {kind.name for kind in KINDS}
    for entry in entries:
        kind = next(kind for kind in KINDS if kind.name == entry.kind)
        assert rebuilt(kind, entry.item) == entry.item == msgspec.convert(msgspec.to_builtins(entry.item), kind.type)


def rebuilt(kind: Kind, item: msgspec.Struct) -> Any:
    faults = Faults("x.yaml")
    node = compose(as_yaml(item), faults)
    assert isinstance(node, Mapping)
    return build(shape_of(kind.type), node, kind.name, faults)


texts = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=20)


@given(
    st.builds(Option, id=st.from_regex(r"\A[a-z][a-z0-9]{0,5}\Z"), text=texts, rationale=texts, correct=st.booleans())
)
@example(Option(id="a", text="0", rationale="08", correct=False))
def test_what_is_written_is_read(option: Record) -> None:
    faults = Faults("x.yaml")
    node = compose(as_yaml(option), faults)
    assert node is not None
    assert build(shape_of(Option), node, "option", faults) == option
    assert {fault.code for fault in faults.found} <= {"yaml-trap"}  # YAML 1.1 writes 08 bare, a number in YAML 1.2


def test_a_pack_file() -> None:
    text = "format: 1\nid: a\ntitle: T\nversion: 1.0\nlicence: L\nlanguages: [en, no]\nauthors: [A]\n"
    pack, problems = built(PackInfo, text)
    assert (pack.version, pack.languages) == ("1.0", ("en", "no"))
    assert [problem.code for problem in problems] == ["yaml-trap", "yaml-trap"]
