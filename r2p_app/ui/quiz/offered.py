"""What a quiz can be about: every case that has questions, and all of them together."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from r2p_app.content.questions import QuestionBase
from r2p_app.learning.pick import Wish, matching
from r2p_app.ui.quiz.cards import PLAYABLE
from r2p_app.ui.state import AppState


class Scope(NamedTuple):
    """What a run can ask about: the questions, and how many of them were ever answered."""

    questions: Sequence[QuestionBase]
    answered: int


def find_scopes(state: AppState) -> Mapping[str, Scope]:
    """Return every case that has questions, before them "" for all of them where there are several."""
    library, answered = state.library, state.store.attempts.answered()
    found = {case.id: matching(library, Wish(case=case.id, kinds=PLAYABLE)) for case in library.cases}
    asked = {case_id: questions for case_id, questions in found.items() if questions}
    if len(asked) > 1:
        asked = {"": matching(library, Wish(kinds=PLAYABLE)), **asked}
    return {
        scope: Scope(questions, sum(question.id in answered for question in questions))
        for scope, questions in asked.items()
    }
