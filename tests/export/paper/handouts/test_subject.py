"""What there is a handout of, and what it is made from."""

import pytest
from msgspec import structs

from r2p_app.content.library import Library
from r2p_app.content.model import Case, Chapter, Document, Event
from r2p_app.content.questions import QuestionBase
from r2p_app.content.teaching import DecisionPoint, Lesson
from r2p_app.export.paper.handouts.subject import Handout, Record, offered, quiz_subject, subject_of

LESSON = "l-rwanda-two-weeks-in-april"


CARDS = {Handout.SORT_CARDS, Handout.EVIDENCE_CARDS, Handout.ROLE_CARDS, Handout.FRIEZE}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (LESSON, set(Handout)),
        ("rwanda-warnings", {Handout.WORKSHEET, Handout.TEST, Handout.KEY, *CARDS}),
        ("doc-res-912", {Handout.WORKSHEET}),
        ("dp-unamir-cut", {Handout.WORKSHEET, Handout.EVIDENCE_CARDS, Handout.ROLE_CARDS, Handout.GUIDE}),
        ("rwanda", {Handout.FRIEZE, Handout.SORT_CARDS}),
    ],
)
def test_what_is_offered_follows_from_what_there_is(library: Library, name: str, expected: set[Handout]) -> None:
    record = library.entry(name).item
    assert isinstance(record, Lesson | Chapter | Document | DecisionPoint | Case)
    assert set(offered(subject_of(library, record))) == expected


def test_every_lesson_has_a_worksheet_and_a_guide(library: Library) -> None:
    for lesson in library.all(Lesson):
        assert {Handout.WORKSHEET, Handout.GUIDE} <= set(offered(subject_of(library, lesson)))


def test_events_stand_in_the_order_of_time(library: Library) -> None:
    record: Record = library.get("rwanda", Case)
    events = subject_of(library, record).events
    assert len(events) == len(library.all(Event, "rwanda"))
    assert [event.date[:4] for event in events] == sorted(event.date[:4] for event in events)


def test_what_a_lesson_names_and_the_library_has_not_is_left_out(library: Library) -> None:
    lesson = library.get(LESSON, Lesson)
    step = structs.replace(lesson.steps[0], uses=("ev-nowhere", "q-nowhere", "ev-res-912"))
    subject = subject_of(library, structs.replace(lesson, id="l-own", steps=(step,)))
    assert [event.id for event in subject.events] == ["ev-res-912"]
    assert subject.questions == ()
    assert subject.case is library.get("rwanda", Case)


def test_a_quiz_has_its_questions_and_nothing_else(library: Library) -> None:
    questions = library.all(QuestionBase, "kosovo")[:3]
    subject = quiz_subject(library, questions, "Three", seed=4, case="kosovo")
    assert subject.questions == questions
    assert set(offered(subject)) <= {Handout.TEST, Handout.KEY, Handout.SORT_CARDS}
    assert offered(quiz_subject(library, (), "None", seed=4)) == ()
