"""Which questions a run asks, and in what order: cases and kinds mixed (rule L8), unseen questions first."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from random import Random

from r2p_app.content.library import Library
from r2p_app.content.questions import QuestionBase


@dataclass(frozen=True)
class Wish:
    """What a learner wants to be asked. Empty means any; `count` is None for all there are."""

    case: str = ""
    objective: str = ""
    kinds: Collection[type[QuestionBase]] = ()
    count: int | None = None


def matching(library: Library, wish: Wish) -> tuple[QuestionBase, ...]:
    """Return the questions that answer to the wish, however many, in file order."""
    return tuple(
        question
        for question in library.all(QuestionBase, wish.case or None)
        if wish.objective in {"", question.objective} and (not wish.kinds or type(question) in wish.kinds)
    )


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


def _mixed(library: Library, questions: Sequence[QuestionBase], seed: int) -> list[QuestionBase]:
    """Mix kinds within each case, then cases: a stable sort keeps the first order within the second."""
    rng = Random(seed)
    shuffled = sorted(questions, key=lambda question: question.id)
    rng.shuffle(shuffled)
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
