import datetime
import subprocess
import sys
import warnings

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from r2p_app.content.dates import (
    DateError,
    End,
    Precision,
    civil,
    day_number,
    days_in_month,
    is_leap,
    parse,
    weekday,
)

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the package is older than its parser library
    from edtf import parse_edtf

EPOCH = datetime.date(1970, 1, 1)
years = st.integers(-9999, 9999)
long_years = st.integers(-9_000_000, 9_000_000)
python_dates = st.dates()


def year_text(year: int) -> str:
    return f"-{-year:04}" if year < 0 else f"{year:04}"


@st.composite
def moments(draw: st.DrawFn) -> str:
    """A date of any precision, in four-digit years."""
    text = year_text(draw(years))
    if draw(st.booleans()):
        month = draw(st.integers(1, 12))
        text += f"-{month:02}"
        if draw(st.booleans()):
            text += f"-{draw(st.integers(1, 28)):02}"
    return text


class TestCalendar:
    @given(python_dates)
    def test_day_numbers_are_those_of_python(self, date: datetime.date) -> None:
        assert day_number(date.year, date.month, date.day) == (date - EPOCH).days
        assert civil((date - EPOCH).days) == (date.year, date.month, date.day)
        assert weekday((date - EPOCH).days) == date.isoweekday()

    @given(st.integers(-4_000_000_000, 4_000_000_000))
    def test_civil_is_the_inverse_for_any_year(self, day: int) -> None:
        assert day_number(*civil(day)) == day

    @given(long_years, st.integers(1, 12))
    def test_a_month_ends_where_the_next_begins(self, year: int, month: int) -> None:
        following = (year + 1, 1) if month == 12 else (year, month + 1)
        assert day_number(year, month) + days_in_month(year, month) == day_number(*following)

    @given(long_years)
    def test_a_year_is_as_long_as_its_months(self, year: int) -> None:
        assert day_number(year + 1) - day_number(year) == 365 + is_leap(year)


class TestParse:
    @pytest.mark.parametrize(
        ("text", "precision", "days"),
        [
            ("1994-04-07", Precision.DAY, 1),
            ("1994-04", Precision.MONTH, 30),
            ("1996-02", Precision.MONTH, 29),
            ("1994", Precision.YEAR, 365),
            ("0000", Precision.YEAR, 366),
            ("-0044-03-15", Precision.DAY, 1),
            ("Y-120000", Precision.YEAR, 366),
            ("Y12001", Precision.YEAR, 365),
        ],
    )
    def test_precision_and_length(self, text: str, precision: Precision, days: int) -> None:
        date = parse(text)
        assert date.precision is precision
        assert date.latest - date.earliest + 1 == days
        assert not date.is_interval

    @pytest.mark.parametrize(
        ("mark", "approximate", "uncertain"),
        [("", False, False), ("~", True, False), ("?", False, True), ("%", True, True)],
    )
    def test_qualifiers(self, mark: str, approximate: bool, uncertain: bool) -> None:
        date = parse("1994-04-07" + mark)
        assert (date.approximate, date.uncertain) == (approximate, uncertain)
        assert date.is_exact is (mark == "")

    def test_each_end_of_an_interval_keeps_its_own_precision(self) -> None:
        date = parse("1994-04-07~/1994-07")
        assert date.first is not None
        assert date.last is not None
        assert (date.first.precision, date.last.precision) == (Precision.DAY, Precision.MONTH)
        assert (date.first.approximate, date.last.approximate) == (True, False)
        assert date.precision is Precision.MONTH
        assert (civil(date.earliest), civil(date.latest)) == ((1994, 4, 7), (1994, 7, 31))

    @pytest.mark.parametrize(
        ("text", "start", "end"),
        [
            ("../1994", End.OPEN, End.KNOWN),
            ("1994/..", End.KNOWN, End.OPEN),
            ("/1994", End.UNKNOWN, End.KNOWN),
            ("1994/", End.KNOWN, End.UNKNOWN),
        ],
    )
    def test_a_missing_end_is_told_and_the_known_one_gives_the_days(self, text: str, start: End, end: End) -> None:
        date = parse(text)
        assert (date.start, date.end) == (start, end)
        assert (date.earliest, date.latest) == (parse("1994").earliest, parse("1994").latest)
        assert date.is_interval
        assert not date.is_exact

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("1994-13", "no month 13"),
            ("1994-00", "no month 00"),
            ("1993-02-29", "no day 29"),
            ("1994-04-00", "no day 00"),
            ("1994/1993", "ends before it begins"),
            ("1994-04-07/1994-04-06", "ends before it begins"),
            ("../..", "neither when it begins nor when it ends"),
            ("/", "neither when it begins nor when it ends"),
            ("07.04.1994", "write the year first"),
            ("07-04-1994", "write the year first"),
            ("1994-04-07T10:00", "leave the time of day out"),
            ("199X", "as an interval"),
            ("1994/1995/1996", "one “/”"),
            ("Y12000-04", "is not a date"),
            ("Y1994", "is not a date"),
            ("-0000", "is not a date"),
            ("1994-4-7", "is not a date"),
            ("1994-21", "no month 21"),
            ("１９９４", "is not a date"),
            ("1994\n", "is not a date"),
            ("", "is not a date"),
            ("1" * 1000, "much shorter"),
        ],
    )
    def test_faults_in_words(self, text: str, words: str) -> None:
        with pytest.raises(DateError, match=words):
            parse(text)

    @given(st.text(max_size=80))
    def test_any_text_is_a_date_or_a_date_error(self, text: str) -> None:
        try:
            date = parse(text)
        except DateError:
            return
        assert date.earliest <= date.latest
        assert date.text == text

    def test_imports_nothing_but_the_standard_library(self) -> None:
        code = (
            "import sys; before = set(sys.modules); import r2p_app.content.dates;"
            "new = {name.partition('.')[0] for name in set(sys.modules) - before};"
            "print(sorted(new - set(sys.stdlib_module_names) - {'r2p_app'}))"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "[]"


class TestOracle:
    """The same days as the `edtf` package, for what both understand."""

    @given(moments(), st.sampled_from(["", "~", "?", "%"]))
    def test_single_dates(self, text: str, mark: str) -> None:
        ours, theirs = parse(text + mark), parse_edtf(text + mark)
        assert civil(ours.earliest) == tuple(theirs.lower_strict()[:3])
        assert civil(ours.latest) == tuple(theirs.upper_strict()[:3])
        if mark:
            assert ours.approximate is (theirs.is_approximate or theirs.is_uncertain_and_approximate)
            assert ours.uncertain is (theirs.is_uncertain or theirs.is_uncertain_and_approximate)

    @given(moments(), moments())
    def test_intervals(self, first: str, last: str) -> None:
        assume(parse(first).earliest <= parse(last).earliest)
        ours, theirs = parse(f"{first}/{last}"), parse_edtf(f"{first}/{last}")
        assert civil(ours.earliest) == tuple(theirs.lower_strict()[:3])
        assert civil(ours.latest) == tuple(theirs.upper_strict()[:3])

    @given(st.integers(10_000, 99_999_999), st.booleans())
    def test_long_years(self, year: int, before: bool) -> None:
        text = f"Y-{year}" if before else f"Y{year}"
        ours, theirs = parse(text), parse_edtf(text)
        assert civil(ours.earliest) == tuple(theirs.lower_strict()[:3])
        assert civil(ours.latest) == tuple(theirs.upper_strict()[:3])


class TestOrder:
    @given(st.lists(moments(), min_size=2, max_size=6, unique=True))
    def test_sorting_follows_the_first_day(self, texts: list[str]) -> None:
        dates = sorted(map(parse, texts))
        assert [date.earliest for date in dates] == sorted(date.earliest for date in dates)

    def test_of_two_that_begin_together_the_shorter_comes_first(self) -> None:
        assert sorted(map(parse, ["1994", "1994-01-01", "1994-01"])) == list(
            map(parse, ["1994-01-01", "1994-01", "1994"])
        )
