"""The shipped questions, asked of the rules of learning."""

from collections import Counter

import pytest

from r2p_app.content.library import Library
from r2p_app.content.load import load_pack
from r2p_app.content.model import Actor, Place, Term
from r2p_app.content.questions import Cloze, EvidenceSort, Gap, Numeric, QuestionBase, ShortAnswer
from r2p_app.learning.folding import fold
from r2p_app.learning.questions import grade, key
from r2p_app.learning.questions.cloze import Filled
from r2p_app.learning.questions.numeric import Number, read_number
from r2p_app.learning.questions.short_answer import accepts, slips
from r2p_app.learning.verdict import Outcome
from r2p_app.paths import content_dir


@pytest.fixture(scope="module")
def library() -> Library:
    return load_pack(content_dir())


def test_every_key_is_right(library: Library) -> None:
    wrong = [q.id for q in library.all(QuestionBase) if grade(q, key(q)).outcome is not Outcome.RIGHT]
    assert wrong == []


def test_no_short_answer_accepts_another_name_of_the_pack(library: Library) -> None:
    names = [actor.name for actor in library.all(Actor)] + [place.name for place in library.all(Place)]
    names += [name for term in library.all(Term) for name in (term.term, *term.aliases)]
    taken = [
        (question.id, name)
        for question in library.all(ShortAnswer)
        for name in names
        if accepts(question, name) and 0 not in {slips(fold(name), fold(form)) for form in question.accepted}
    ]
    assert taken == []


def test_no_short_answer_accepts_its_near_misses(library: Library) -> None:
    for question in library.all(ShortAnswer):
        others = (*question.near_misses, *(mistake.text for mistake in question.mistakes))
        assert [other for other in others if accepts(question, other)] == []


def test_no_gap_accepts_its_near_misses_or_what_belongs_in_another(library: Library) -> None:
    for question in library.all(Cloze):
        for gap in question.gaps:
            elsewhere = [form for other in question.gaps for form in other.accepted if form not in gap.accepted]
            taken = [form for form in (*gap.near_misses, *elsewhere) if _is_right_in(question, gap, form)]
            assert (question.id, gap.id, taken) == (question.id, gap.id, [])


def _is_right_in(question: Cloze, gap: Gap, text: str) -> bool:
    part = grade(question, Filled(((gap.id, text),))).about(gap.id)
    return part is not None and part.correct


def test_no_pile_takes_most_of_the_evidence(library: Library) -> None:
    for question in library.all(EvidenceSort):
        most = max(Counter(card.belongs for card in question.cards).values())
        assert most <= 2 * len(question.cards) / 3, question.id


def test_known_mistakes_are_wrong_and_numbers_with_units_are_read(library: Library) -> None:
    for question in library.all(Numeric):
        assert read_number(f"{question.value:.0f} {question.unit}", question.unit) == round(question.value)
        for mistake in question.mistakes:
            assert grade(question, Number(f"{mistake.value:f}")).outcome is Outcome.WRONG
