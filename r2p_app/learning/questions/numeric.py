"""A number within a tolerance, typed the way people write numbers.

Read are: `1200000`, `1,200,000`, `1 200 000`, `1'200'000`, `1.200.000`; decimals `1.5` and `1,5`; `1.5 million`,
`270k`; a sign; "about"; the unit or a percent sign after the number. One rule settles the rest: a comma before exactly
three digits separates thousands (`1,000` is a thousand), a single point is a decimal point (`1.000` is one), because
the program writes British English. The window shows how it read the text before it is submitted.
"""

import re
import unicodedata
from decimal import Decimal
from math import isfinite

from r2p_app.content.questions import Numeric
from r2p_app.learning.questions.kind import QuestionKind
from r2p_app.learning.verdict import Answer, Feedback, Verdict

_LONGEST = 64
_SCALES = {
    "": 1,
    "hundred": 100,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "m": 1e6,
    "mn": 1e6,
    "billion": 1e9,
    "bn": 1e9,
}
_PERCENT = frozenset({"%", "per cent", "percent", "pct"})
_NUMBER = re.compile(
    r"""(?:about|around|approximately|approx\.?|some|ca?\.|~|≈)?\s*
    (?P<sign>[-+\u2212\u2013])?\s*
    (?:(?P<whole>[1-9]\d{0,2}(?:(?:,\d{3})+|(?:[ ]\d{3})+|(?:['’]\d{3})+|(?:\.\d{3}){2,}))(?P<rest>[.,]\d{1,2}|\.\d+)?
      |(?P<plain>\d+(?:[.,]\d+)?|[.,]\d+))
    \s*(?P<words>\D*)""",
    re.VERBOSE,
)


class Number(Answer, frozen=True, tag="numeric"):
    """What was typed."""

    text: str


def read_number(text: str, unit: str = "") -> float | None:
    """Return the number that `text` writes, None where it cannot be read or has another unit."""
    clean = unicodedata.normalize("NFKC", text).strip().casefold()
    match = _NUMBER.fullmatch(clean) if len(text) <= _LONGEST else None
    scale = _scale(match["words"].strip(), unit.strip().casefold()) if match else None
    if match is None or scale is None:
        return None
    whole = re.sub(r"[ ,'’.]", "", match["whole"] or "")
    digits = whole + (match["rest"] or "") if whole else match["plain"]
    value = float(digits.replace(",", ".")) * scale
    return (-value if match["sign"] in {"-", "\u2212", "\u2013"} else value) if isfinite(value) else None


def _scale(words: str, unit: str) -> float | None:
    same = _PERCENT if unit in _PERCENT else {unit, unit.removesuffix("s")}
    for ending in sorted(same - {""}, key=len, reverse=True):
        if words.endswith(ending) and words.removesuffix(ending).strip() in _SCALES:
            return _SCALES[words.removesuffix(ending).strip()]
    return _SCALES.get(words)


def grade(question: Numeric, answer: Number) -> Verdict:
    """All or nothing; known mistakes are recognised within the same tolerance."""
    value = read_number(answer.text, question.unit)
    right = _near(value, question.value, question.tolerance)
    feedback = tuple(
        Feedback(f"{m.value:g}", not right and _near(value, m.value, question.tolerance), False, m.rationale)
        for m in question.mistakes
    )
    return Verdict(float(right), feedback)


def _near(value: float | None, target: float, tolerance: float) -> bool:
    """Allow for the rounding of decimal fractions, so that 0.3 is within 0.1 of 0.2."""
    return value is not None and abs(value - target) <= tolerance + 1e-9 * max(1.0, abs(target))


def key(question: Numeric) -> Number:
    """The value, written out."""
    return Number(f"{Decimal(repr(float(question.value))):f}".removesuffix(".0"))


def criterion(question: Numeric) -> object:
    """The value, its unit and the tolerance."""
    return float(question.value), question.unit, float(question.tolerance)


KIND = QuestionKind(Numeric, Number, grade, key, criterion)
