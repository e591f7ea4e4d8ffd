"""A text with gaps, each filled and judged as a short answer is.

Score = the share of gaps filled rightly. What belongs in another gap of the same text is no slip of typing: it is
refused as a near miss is.
"""

import re
from collections.abc import Iterator

from r2p_app.content.questions import Cloze, Gap
from r2p_app.learning.questions.kind import QuestionKind
from r2p_app.learning.questions.short_answer import is_form_of
from r2p_app.learning.verdict import Answer, Feedback, Verdict

_GAP = re.compile(r"\{\{([^{}\s]+)\}\}")


class Filled(Answer, frozen=True, tag="cloze"):
    """What was written into each gap: `(gap id, text)`."""

    gaps: tuple[tuple[str, str], ...]


def pieces(question: Cloze) -> Iterator[str | Gap]:
    """Yield the text in its order: words, and the gaps between them.

    Every gap comes once: those that a translation has lost come at the end.
    """
    left = {gap.id: gap for gap in question.gaps}
    for index, piece in enumerate(_GAP.split(question.text)):
        if index % 2 == 0 and piece:
            yield piece
        elif index % 2 and piece in left:
            yield left.pop(piece)
    yield from left.values()


def filled_text(question: Cloze, answer: Filled) -> str:
    """Return the text with the gaps filled in, the empty ones as a line."""
    written = dict(answer.gaps)
    return "".join(
        piece if isinstance(piece, str) else written.get(piece.id, "").strip() or "____" for piece in pieces(question)
    )


def grade(question: Cloze, answer: Filled) -> Verdict:
    """Judge every gap by itself; where a gap stands twice in the answer the last one counts."""
    written = dict(answer.gaps)
    feedback = tuple(
        Feedback(gap.id, bool(written.get(gap.id)), _is_right(question, gap, written.get(gap.id, "")), gap.rationale)
        for gap in question.gaps
    )
    return Verdict(sum(part.correct for part in feedback) / max(1, len(feedback)), feedback)


def _is_right(question: Cloze, gap: Gap, text: str) -> bool:
    elsewhere = (form for other in question.gaps if other is not gap for form in other.accepted)
    others = [*gap.near_misses, *(form for form in elsewhere if form not in gap.accepted)]
    return is_form_of(text, gap.accepted, others)


def key(question: Cloze) -> Filled:
    """The first accepted form in every gap."""
    return Filled(tuple((gap.id, gap.accepted[0]) for gap in question.gaps))


def criterion(question: Cloze) -> object:
    """What each gap accepts and refuses; the text around them is only how it is asked."""
    return sorted((gap.id, sorted(gap.accepted), sorted(gap.near_misses)) for gap in question.gaps)


KIND = QuestionKind(Cloze, Filled, grade, key, criterion)
