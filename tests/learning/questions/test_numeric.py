from decimal import Decimal
from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.learning.questions import numeric
from r2p_app.learning.questions.numeric import Number, read_number
from tests.learning import samples

READ = [
    ("270", 270),
    ("  270 ", 270),
    ("270 people", 270),
    ("270 PEOPLE", 270),
    ("about 270", 270),
    ("ca. 270", 270),
    ("~270", 270),
    ("1,000", 1_000),
    ("1 000", 1_000),
    ("1\u00a0000", 1_000),
    ("1\u202f000", 1_000),
    ("1'000", 1_000),
    ("1’000", 1_000),
    ("1,200,000", 1_200_000),
    ("1 200 000", 1_200_000),
    ("1.200.000", 1_200_000),
    ("1,234.56", 1_234.56),
    ("1.234.567,89", 1_234_567.89),
    ("1.5", 1.5),
    ("1,5", 1.5),
    ("1.000", 1),
    ("0,270", 0.27),
    (".5", 0.5),
    ("1.2 million", 1_200_000),
    ("1.2m", 1_200_000),
    ("2 million people", 2_000_000),
    ("270k", 270_000),
    ("3 thousand", 3_000),
    ("3 billion", 3e9),
    ("-5", -5),
    ("−5", -5),
    ("+5", 5),
    ("２７０", 270),
    ("٢٧٠", 270),
]
UNREADABLE = [
    "",
    " ",
    "people",
    "two hundred",
    "1 2",
    "1,00,000",
    "250-290",
    "250 to 290",
    "1e5",
    "0x10",
    "inf",
    "nan",
    "1/2",
    "270 km",
    "40 %",
    "12:30",
    "1..5",
    "--5",
    "9" * 500,
    "1\0",
    "270\u202e",
    "🙂",
    "DROP TABLE attempt",
]


@pytest.mark.parametrize(("text", "value"), READ)
def test_numbers_are_read_as_people_write_them(text: str, value: float) -> None:
    assert read_number(text, "people") == pytest.approx(value)


@pytest.mark.parametrize("text", UNREADABLE)
def test_other_texts_are_no_numbers(text: str) -> None:
    assert read_number(text, "people") is None


@pytest.mark.parametrize("text", ["40", "40%", "40 %", "40 per cent", "40 percent", "40 pct"])
def test_per_cent_has_many_spellings(text: str) -> None:
    assert read_number(text, "per cent") == 40


def test_a_singular_unit_is_the_unit() -> None:
    assert read_number("1 count", "counts") == 1


@given(st.text())
def test_no_text_breaks_reading(text: str) -> None:
    value = read_number(text, "people")
    assert value is None or isfinite(value)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=3))
def test_the_key_is_readable_whatever_the_number(value: Decimal) -> None:
    question = samples.numeric(value=float(value), tolerance=0)
    assert numeric.grade(question, numeric.key(question)).score == 1


@pytest.mark.parametrize(
    ("text", "score"), [("270", 1), ("250", 1), ("290", 1), ("249", 0), ("291", 0), ("2,548", 0), ("?", 0)]
)
def test_right_within_the_tolerance_and_only_there(text: str, score: float) -> None:
    assert numeric.grade(samples.numeric(), Number(text)).score == score


def test_decimal_fractions_are_not_lost_to_rounding() -> None:
    assert numeric.grade(samples.numeric(value=0.2, tolerance=0.1), Number("0.3")).score == 1


def test_a_known_mistake_is_recognised() -> None:
    feedback = numeric.grade(samples.numeric(), Number("2,548")).feedback
    assert [(part.chosen, part.rationale) for part in feedback] == [
        (True, "That was the strength allowed in October 1993.")
    ]


def test_a_right_answer_is_no_mistake_however_near() -> None:
    feedback = numeric.grade(samples.numeric(mistake=280), Number("270")).feedback
    assert not any(part.chosen for part in feedback)
