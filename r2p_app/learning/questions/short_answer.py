"""A word or phrase, compared with the accepted forms; slips of typing are forgiven, another name never.

Both sides are folded (see `folding`) and compared word by word:
  * words of up to four letters, numbers (digits, Roman numerals, number words), negations and abbreviations must be
    equal;
  * of the others, those of 5 to 8 letters may differ by one slip and longer ones by two (Damerau-Levenshtein distance),
    as may the whole phrase by its length; the first letter must be right, since slips seldom fall there (Yannakoudakis
    and Fawthrop 1983) and names that differ in it are other names;
  * a negating prefix or a word of contrary sense is no slip ("unlawful", "intrastate");
  * what is as near to one of the author's near-misses or mistakes as to an accepted form is refused.
"""

from collections.abc import Iterable, Sequence

from r2p_app.content.questions import ShortAnswer
from r2p_app.learning.folding import Word, fold
from r2p_app.learning.questions.kind import QuestionKind
from r2p_app.learning.verdict import Answer, Feedback, Verdict

_NEGATING = ("un", "in", "im", "il", "ir", "non", "dis")
_CONTRARY = frozenset(
    frozenset(pair)
    for pair in (
        ("persecution", "prosecution"),
        ("persecute", "prosecute"),
        ("interstate", "intrastate"),
        ("international", "intranational"),
        ("perpetrate", "perpetuate"),
    )
)


class Written(Answer, frozen=True, tag="short"):
    """What was typed."""

    text: str


def grade(question: ShortAnswer, answer: Written) -> Verdict:
    """All or nothing; feedback on the known mistake that was made, if any."""
    right = accepts(question, answer.text)
    given = fold(answer.text)
    feedback = tuple(
        Feedback(mistake.id, not right and slips(given, fold(mistake.text)) is not None, False, mistake.rationale)
        for mistake in question.mistakes
    )
    return Verdict(float(right), feedback)


def accepts(question: ShortAnswer, text: str) -> bool:
    """Tell whether `text` counts as an answer."""
    others = (*question.near_misses, *(mistake.text for mistake in question.mistakes))
    return is_form_of(text, question.accepted, others)


def is_form_of(text: str, accepted: Iterable[str], others: Iterable[str] = ()) -> bool:
    """Tell whether `text` is one of the accepted forms, or a slip of one and of nothing else."""
    given = fold(text)
    found = [count for form in accepted if (count := slips(given, fold(form))) is not None]
    if not found or min(found) == 0:
        return bool(found)
    return all(_distance(given, fold(other)) > min(found) for other in others)


def slips(given: Sequence[Word], accepted: Sequence[Word]) -> int | None:
    """Return by how many slips of typing `given` differs from an accepted form; None where it is something else."""
    if not given or not accepted:
        return None
    if _joined(given) == _joined(accepted) and _meanings(given) == _meanings(accepted):
        return 0
    if len(given) != len(accepted):
        return None
    counts = [_word_slips(one, other) for one, other in zip(given, accepted, strict=True)]
    known = [count for count in counts if count is not None]
    total = sum(known)
    return total if len(known) == len(counts) and total <= _allowed(_joined(accepted)) else None


def _word_slips(given: Word, accepted: Word) -> int | None:
    if given.text == accepted.text:
        return 0
    if given.is_meaning or accepted.is_meaning or accepted.is_acronym or _contrary(given.text, accepted.text):
        return None
    distance = _slips(given.text, accepted.text)
    return distance if distance <= _allowed(accepted.text) and given.text[0] == accepted.text[0] else None


def _allowed(text: str) -> int:
    return 0 if len(text) < 5 else 1 if len(text) < 9 else 2


def _contrary(one: str, other: str) -> bool:
    negated = any(prefix + one == other or prefix + other == one for prefix in _NEGATING)
    return negated or frozenset((one, other)) in _CONTRARY


def _joined(words: Sequence[Word]) -> str:
    return "".join(word.text for word in words)


def _meanings(words: Sequence[Word]) -> list[str]:
    return [word.text for word in words if word.is_meaning]


def _distance(given: Sequence[Word], other: Sequence[Word]) -> int:
    return _slips(_joined(given), _joined(other))


def _slips(given: str, other: str) -> int:
    # Imported when first needed: most starts grade no written answer, and the library costs memory.
    from rapidfuzz.distance import DamerauLevenshtein

    return DamerauLevenshtein.distance(given, other)


def key(question: ShortAnswer) -> Written:
    """The first accepted form."""
    return Written(question.accepted[0])


def criterion(question: ShortAnswer) -> object:
    """What is accepted and what is not."""
    return sorted(question.accepted), sorted(question.near_misses)


KIND = QuestionKind(ShortAnswer, Written, grade, key, criterion)
