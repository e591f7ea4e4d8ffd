"""The shipped pack has what a learner and a teacher were promised: counts, coverage, and links both ways.

Whether a record is sound is asked by the checks and lint rules; here they must have nothing to say.
"""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import get_args

import pytest

from r2p_app.content import model, teaching
from r2p_app.content.library import Library
from r2p_app.content.load import load_pack
from r2p_app.content.markup import Embed, Note, parse, word_count
from r2p_app.content.model import Bloom, Case, Chapter
from r2p_app.content.questions import OpenMemo, Question, QuestionBase
from r2p_app.content.references import references
from r2p_app.paths import content_dir

CASES = ("rwanda", "srebrenica", "kosovo", "doctrine")
WORDS = range(700, 1_201)
REASONING = frozenset({Bloom.APPLY, Bloom.ANALYSE, Bloom.EVALUATE, Bloom.CREATE})
"""What asks for more than remembering or retelling."""

MACHINE_MARKED = frozenset(get_args(Question)) - {OpenMemo}
MOST_LINES = 1_000

SUBJECTS = ("event", "figure", "series", "document", "actor", "place", "term", "misconception")
"""What stands in both directions of a link with the chapters."""


@cache
def pack() -> Library:
    return load_pack(content_dir())


@pytest.fixture(scope="module")
def library() -> Library:
    return pack()


def chapters() -> list[tuple[Case, Chapter]]:
    return [(case, chapter) for case in pack().cases for chapter in pack().chapters(case)]


each_case = pytest.mark.parametrize("case", CASES)
each_chapter = pytest.mark.parametrize(
    "chapter", [chapter for _, chapter in chapters()], ids=[chapter.id for _, chapter in chapters()]
)


def test_it_has_no_faults(library: Library) -> None:
    assert [str(problem) for problem in library.problems] == []
    assert tuple(case.id for case in library.cases) == CASES


def test_no_file_is_too_long_to_find_things_in() -> None:
    files = [file for ending in ("*.yaml", "*.md") for file in content_dir().rglob(ending)]
    lengths = {str(file.relative_to(content_dir())): len(file.read_text("utf-8").splitlines()) for file in files}
    assert lengths
    assert {name: length for name, length in lengths.items() if length > MOST_LINES} == {}


# --- chapters ---------------------------------------------------------------------------------------------------------


@each_case
def test_a_case_has_seven_to_nine_chapters_and_begins_with_people(library: Library, case: str) -> None:
    found = library.chapters(library.get(case, Case))
    assert 7 <= len(found) <= 9
    assert len(found) == len(library.all(Chapter, case))
    assert case == "doctrine" or found[0].id == f"{case}-people"


@each_chapter
def test_a_chapter_has_the_promised_length(chapter: Chapter) -> None:
    """Notes in the margin are not counted: they stand beside the text."""
    assert word_count(block for block in parse(chapter.body).blocks if not isinstance(block, Note)) in WORDS


@each_chapter
def test_a_chapter_is_complete(chapter: Chapter) -> None:
    blocks = tuple(parse(chapter.body).walk())
    assert chapter.content_note
    assert chapter.objectives
    assert 3 <= len(chapter.check) <= 5
    assert any(isinstance(block, Embed) for block in blocks), "no chart, document or other record is shown in it"
    assert any(isinstance(block, Note) for block in blocks), "no note in the margin"


# --- questions --------------------------------------------------------------------------------------------------------


@each_case
def test_a_case_has_sixty_questions_of_mixed_kinds(library: Library, case: str) -> None:
    questions = library.all(QuestionBase, case)
    kinds = Counter(type(question).__name__ for question in questions)
    assert len(questions) >= 60
    assert {kind.__name__ for kind in MACHINE_MARKED} <= set(kinds), kinds
    assert kinds["SingleChoice"] < 0.65 * len(questions), kinds


@each_case
def test_a_third_of_the_questions_asks_for_reasoning(library: Library, case: str) -> None:
    levels = Counter(question.bloom for question in library.all(QuestionBase, case))
    assert 3 * sum(levels[level] for level in REASONING) >= levels.total(), levels


@each_case
def test_every_level_of_difficulty_is_there(library: Library, case: str) -> None:
    assert {question.difficulty for question in library.all(QuestionBase, case)} == {1, 2, 3}


@each_case
def test_questions_cover_every_objective(library: Library, case: str) -> None:
    """Three questions at least; and none of the objectives takes more than a quarter of all."""
    objectives = library.all(teaching.Objective, case)
    questions = library.all(QuestionBase, case)
    counts = Counter(question.objective for question in questions)
    assert objectives
    assert min(counts[each.id] for each in objectives) >= 3, coverage(objectives, counts)
    assert max(counts.values()) <= len(questions) / 4, coverage(objectives, counts)


def coverage(objectives: Iterable[teaching.Objective], counts: Counter[str]) -> str:
    rows = (f"{counts[each.id]:>4}  {each.id:<36} {each.short or each.text}" for each in objectives)
    return "\n".join(("questions for each objective:", *rows))


# --- what is made for teaching ----------------------------------------------------------------------------------------


@each_case
def test_a_case_has_what_a_teacher_needs(library: Library, case: str) -> None:
    least = {"decision": 6, "discussion": 8, "lesson": 3, "pairing": 5, "misconception": 10}
    counts = Counter(entry.kind for entry in library if entry.case == case)
    assert {kind: counts[kind] for kind, wanted in least.items() if counts[kind] < wanted} == {}
    assert all(each.guidance for each in library.all(teaching.Discussion, case))


@each_case
def test_a_case_has_lessons_of_a_half_a_whole_and_a_double_period(library: Library, case: str) -> None:
    lengths = {sum(step.minutes for step in each.steps) for each in library.all(teaching.Lesson, case)}
    assert {25, 50, 90} <= lengths


@each_case
def test_a_seat_is_followed_through_every_case(library: Library, case: str) -> None:
    sequences = library.all(teaching.Sequence, case)
    assert sequences
    for sequence in sequences:
        assert len(sequence.steps) >= 2
        assert all(step.bridge for step in sequence.steps[1:]), sequence.id


def test_one_sequence_goes_from_the_warning_to_the_french_offer(library: Library) -> None:
    sequence = library.get("seq-rwanda-headquarters", teaching.Sequence)
    days = [library.get(step.decision, teaching.DecisionPoint).date for step in sequence.steps]
    assert days == ["1994-01-11", "1994-04-08", "1994-04-21", "1994-05-17", "1994-06-22"]


@each_case
def test_decision_points_are_complete(library: Library, case: str) -> None:
    for point in library.all(teaching.DecisionPoint, case):
        assert point.mandate, point.id
        assert point.not_known_then, point.id
        assert len(point.known_then) >= 3, point.id


@each_case
def test_criteria_and_responsibilities_are_all_applied(library: Library, case: str) -> None:
    criteria = Counter(each.criterion for each in library.all(teaching.CriterionReading, case))
    lens = Counter(each.responsibility for each in library.all(teaching.LensEntry, case))
    assert criteria == Counter(model.Criterion)
    assert lens == Counter(model.Responsibility)


def test_cases_and_texts_are_compared(library: Library) -> None:
    found = {comparison.id: comparison for comparison in library.all(teaching.Comparison)}
    cases = [comparison for comparison in found.values() if {c.id for c in comparison.columns} >= set(CASES)]
    changes = [comparison for comparison in found.values() if any(row.change for row in comparison.rows)]
    assert cases
    assert changes
    for comparison in found.values():
        columns = {column.id for column in comparison.columns}
        for row in comparison.rows:
            answered = [answer.column for answer in row.answers]
            assert sorted(answered) == sorted(columns), f"{comparison.id}, {row.id}"
            assert all(answer.sources for answer in row.answers), f"{comparison.id}, {row.id}"
    assert all(row.change and row.explanation for comparison in changes for row in comparison.rows)


def test_every_criterion_of_every_case_is_read_by_people_who_differ(library: Library) -> None:
    for reading in library.all(teaching.CriterionReading):
        assert len({each.view for each in reading.readings}) >= 2, reading.id


def test_similar_ideas_are_told_apart_by_the_same_questions(library: Library) -> None:
    (guide,) = library.all(teaching.Guide)
    comparison = library.get(guide.comparison, teaching.Comparison)
    assert [step.row for step in guide.steps] == [row.id for row in comparison.rows]
    assert all(outcome.contested and outcome.examples for outcome in guide.outcomes)


def test_what_became_of_each_point_is_seen_in_the_cases(library: Library) -> None:
    rows = [row for each in library.all(teaching.Comparison) for row in each.rows if row.change]
    assert rows
    assert [row.id for row in rows if not row.seen_in] == []


def test_the_doctrine_has_its_debate(library: Library) -> None:
    assert {view.kind for view in library.all(teaching.View, "doctrine")} == {"critique", "regional", "role"}


# --- links ------------------------------------------------------------------------------------------------------------


def ids(library: Library, kinds: Iterable[str], case: str | None = None) -> list[str]:
    wanted = frozenset(kinds)
    return [entry.id for entry in library if entry.kind in wanted and case in {None, entry.case}]


def test_every_record_is_used(library: Library) -> None:
    """Lists of a case (its misconceptions, comparisons, questions …) are views of their own; these are not."""
    kinds = {*SUBJECTS, "source", "objective", "decision"} - {"misconception"}
    assert [item_id for item_id in ids(library, kinds) if not library.mentions(item_id)] == []


def test_chapters_and_records_are_linked_both_ways(library: Library) -> None:
    """From the chapter by a link in it, from a misconception by the chapters it names; the way back is derived."""
    linked = {target for chapter in library.all(Chapter) for target in references(chapter)}
    linked |= {item.id for item in library.all(teaching.Misconception) if item.chapters}
    assert [item_id for item_id in ids(library, SUBJECTS) if item_id not in linked] == []


@each_case
def test_what_a_case_has_of_its_own_stands_in_its_chapters(library: Library, case: str) -> None:
    linked = {target for chapter in library.all(Chapter, case) for target in references(chapter)}
    own = ids(library, ("series", "document", "place"), case)
    assert [item_id for item_id in own if item_id not in linked] == []
