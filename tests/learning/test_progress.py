"""What the learner can do today."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec import structs

from r2p_app.content.library import Entry, Library
from r2p_app.content.model import Bloom
from r2p_app.content.questions import QuestionBase
from r2p_app.content.teaching import Objective
from r2p_app.learning.fingerprint import key_print
from r2p_app.learning.progress import progress
from r2p_app.learning.scheduler import ReviewState, recall
from tests.learning import samples
from tests.ui import mini

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
BASE: QuestionBase = samples.single()


def library() -> Library:
    """Two questions about one objective, one about another, and a memo that only its writer can mark."""
    objectives = [Objective(id=f"o-{name}", text=f"Explain {name}", bloom=Bloom.APPLY) for name in ("x", "y")]
    asked: list[QuestionBase] = [
        structs.replace(BASE, id=f"q-{name}", objective=f"o-{objective}")
        for name, objective in (("a", "x"), ("b", "x"), ("c", "y"))
    ]
    asked.append(structs.replace(samples.memo("q-memo"), objective="o-x"))
    entries = [entry for entry in mini.entries() if entry.kind == "case"]
    entries += [Entry(item.id, "objective", "rwanda", item) for item in objectives]
    return Library(mini.PACK, [*entries, *(Entry(item.id, "question", "rwanda", item) for item in asked)])


def state(name: str, *, score: float = 1, sure_and_wrong: bool = False, key: str = key_print(BASE)) -> ReviewState:
    return ReviewState(
        question=f"q-{name}",
        key_print=key,
        stability=5,
        difficulty=5,
        reviewed_at=NOON - timedelta(days=10),
        due=NOON,
        reviews=1,
        score=score,
        sure_and_wrong=sure_and_wrong,
    )


def test_known_is_what_was_right_last_time_and_recall_is_of_that_only() -> None:
    states = [state("a"), state("b", score=0, sure_and_wrong=True)]
    found = progress(library(), states, NOON)
    assert (found.questions, found.answered, found.known) == (3, 2, 1)
    assert found.recall == recall(states[0], NOON)
    assert found.sure_and_wrong == ("q-b",)


def test_an_objective_counts_all_its_questions_also_those_never_asked() -> None:
    first, second = progress(library(), [state("a")], NOON).objectives
    assert (first.objective.id, first.case, first.questions, first.answered) == ("o-x", "rwanda", 2, 1)
    assert first.share == pytest.approx(recall(state("a"), NOON) / 2)
    assert (second.answered, second.share) == (0, 0)


def test_answers_under_an_old_key_and_to_what_is_gone_do_not_count() -> None:
    states = [state("a", key="the key of before"), state("gone"), state("memo")]
    found = progress(library(), states, NOON)
    assert (found.answered, found.known, found.recall) == (0, 0, 0)


def test_a_partly_right_answer_is_not_known() -> None:
    assert progress(library(), [state("a", score=0.75)], NOON).known == 0


def test_by_case_and_by_kind_every_question_stands_once() -> None:
    found = progress(library(), [state("a"), state("b", score=0)], NOON)
    (case,) = found.cases
    assert (case.group, case.questions, case.answered) == ("rwanda", 3, 2)
    assert case.share == pytest.approx(recall(state("a"), NOON) / 3)
    (kind,) = found.kinds
    assert (kind.group, kind.questions, kind.answered, kind.share) == (type(BASE), 3, 2, case.share)
