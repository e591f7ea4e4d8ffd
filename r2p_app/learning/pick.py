"""Which questions a run asks, and in what order: cases and kinds mixed (rule L8), unseen questions first."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from random import Random

from r2p_app.content.library import Library
from r2p_app.content.questions import QuestionBase
from r2p_app.learning.agenda import is_corrected
from r2p_app.learning.questions import kind_of
from r2p_app.learning.scheduler import ReviewState

DIAGNOSTIC = 5
"""How many questions a diagnostic asks: few enough to be taken on the way to a chapter."""


@dataclass(frozen=True)
class Wish:
    """What a learner wants to be asked. Empty means any; `count` is None for all there are.

    `objectives` and `difficulties` are alternatives: a question answers to one of each. `only` leaves other questions
    out, whatever else is wished for.
    """

    case: str = ""
    objectives: Collection[str] = ()
    kinds: Collection[type[QuestionBase]] = ()
    difficulties: Collection[int] = ()
    count: int | None = None
    only: Collection[str] | None = None

    def allows(self, question: QuestionBase) -> bool:
        """Tell whether a question of the right case answers to the wish."""
        return (
            (not self.objectives or question.objective in self.objectives)
            and (not self.kinds or type(question) in self.kinds)
            and (not self.difficulties or question.difficulty in self.difficulties)
            and (self.only is None or question.id in self.only)
        )


def matching(library: Library, wish: Wish) -> tuple[QuestionBase, ...]:
    """Return the questions that answer to the wish, however many, in file order."""
    return tuple(question for question in library.all(QuestionBase, wish.case or None) if wish.allows(question))


def pick(library: Library, wish: Wish, seed: int, *, seen: Collection[str] = ()) -> tuple[str, ...]:
    """Return ids of questions to ask, in order. The same arguments give the same run.

    Questions in `seen` are taken only when the others do not suffice. Every case, and within it every kind, comes in
    proportion to its number and spread evenly over the run.
    """
    found = matching(library, wish)
    fresh = [question for question in found if question.id not in seen]
    known = [question for question in found if question.id in seen]
    taken = (_mixed(library, fresh, seed) + _mixed(library, known, seed))[: wish.count]
    return tuple(question.id for question in _mixed(library, taken, seed))


def pick_diagnostic(library: Library, case: str, kinds: Collection[type[QuestionBase]], seed: int) -> tuple[str, ...]:
    """Return a few questions on a case, each about another objective as far as that goes, the easiest first."""
    judged = [question for question in matching(library, Wish(case, kinds=kinds)) if kind_of(question).by_machine]
    shuffled = _shuffled(judged, Random(seed))
    by_objective: dict[str, list[QuestionBase]] = defaultdict(list)
    for question in shuffled:
        by_objective[question.objective].append(question)
    rounds = max(map(len, by_objective.values()), default=0)
    turns = [group[turn] for turn in range(rounds) for group in by_objective.values() if turn < len(group)]
    return tuple(question.id for question in sorted(turns[:DIAGNOSTIC], key=lambda question: question.difficulty))


def mistakes(library: Library, states: Iterable[ReviewState]) -> tuple[str, ...]:
    """Return the questions whose newest answer was not wholly right: sure and wrong first, then the newest.

    Where the key has changed since, the answer was to another question and is no mistake.
    """
    wrong = [
        state
        for state in states
        if not state.is_known
        and (question := library.find(state.question, QuestionBase)) is not None
        and not is_corrected(question, state)
    ]
    newest_first = sorted(wrong, key=lambda state: (state.reviewed_at, state.question), reverse=True)
    return tuple(state.question for state in sorted(newest_first, key=lambda state: not state.sure_and_wrong))


def seed_of(code: str) -> int:
    """Return the seed that a code stands for: the same for everyone who types it, whatever capitals and spaces."""
    folded = " ".join(code.casefold().split())
    return int.from_bytes(blake2b(folded.encode("utf-8", "replace"), digest_size=4).digest())


def _shuffled(questions: Iterable[QuestionBase], rng: Random) -> list[QuestionBase]:
    """Shuffle, independently of the order in the files."""
    shuffled = sorted(questions, key=lambda question: question.id)
    rng.shuffle(shuffled)
    return shuffled


def _mixed(library: Library, questions: Sequence[QuestionBase], seed: int) -> list[QuestionBase]:
    """Mix kinds within each case, then cases: a stable sort keeps the first order within the second."""
    rng = Random(seed)
    shuffled = _shuffled(questions, rng)
    by_kind = _interleaved(shuffled, lambda question: type(question).__name__, rng)
    return _interleaved(by_kind, lambda question: library.case_of(question.id), rng)


def _interleaved(
    questions: Iterable[QuestionBase], group: Callable[[QuestionBase], str], rng: Random
) -> list[QuestionBase]:
    """Give the members of each group evenly spaced places in the unit interval, and sort by place."""
    groups: dict[str, list[QuestionBase]] = defaultdict(list)
    for question in questions:
        groups[group(question)].append(question)
    places: list[tuple[float, str, QuestionBase]] = []
    for name in sorted(groups):
        members, start = groups[name], rng.random()
        places += [((index + start) / len(members), name, question) for index, question in enumerate(members)]
    return [question for _, _, question in sorted(places, key=lambda place: place[:2])]
