"""Left sides to join with right sides.

Score = the share of pairs joined rightly. A right side is named by the id of the pair it belongs to (the first id
where two pairs share their right side), so that answers survive a change of wording, language or order; the extra ones,
which belong to no pair and have no id, by their place in the file.
"""

from collections.abc import Mapping

from r2p_app.content.questions import Matching
from r2p_app.learning.questions.kind import QuestionKind
from r2p_app.learning.verdict import Answer, Feedback, Verdict

_EXTRA = "extra-"


class Joined(Answer, frozen=True, tag="matching"):
    """For each pair the right side that was chosen: `(pair id, right side)`."""

    pairs: tuple[tuple[str, str], ...]


def right_sides(question: Matching) -> Mapping[str, str]:
    """Return the different right sides: what they are named by, and their text."""
    texts = {pair.right: pair.id for pair in sorted(question.pairs, key=lambda pair: pair.id, reverse=True)}
    named = {texts[pair.right]: pair.right for pair in question.pairs}
    return named | {f"{_EXTRA}{index}": text for index, text in enumerate(question.extra, start=1)}


def _name_of(question: Matching, text: str) -> str:
    return next(name for name, right in right_sides(question).items() if right == text)


def grade(question: Matching, answer: Joined) -> Verdict:
    """Count the pairs joined rightly; where a pair stands twice in the answer the last one counts."""
    chosen = dict(answer.pairs)
    feedback = tuple(
        Feedback(pair.id, pair.id in chosen, chosen.get(pair.id) == _name_of(question, pair.right), pair.rationale)
        for pair in question.pairs
    )
    return Verdict(sum(part.correct for part in feedback) / max(1, len(feedback)), feedback)


def key(question: Matching) -> Joined:
    """Every left side with its own right side."""
    return Joined(tuple((pair.id, _name_of(question, pair.right)) for pair in question.pairs))


def criterion(question: Matching) -> object:
    """Which right side belongs to which pair, and how many belong to none."""
    return sorted(key(question).pairs), len(question.extra)


def shuffled(question: Matching) -> tuple[str, ...]:
    """The right sides; the left ones stay as written."""
    return tuple(right_sides(question))


KIND = QuestionKind(Matching, Joined, grade, key, criterion, shuffled)
