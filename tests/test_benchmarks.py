"""How results of benchmarks become the table of docs/benchmarks.md. No test runs a benchmark or asserts a time."""

import os
from datetime import date
from pathlib import Path

import pytest

from benchmarks.report import PAGE, all_names, row, table, with_table
from benchmarks.result import RESULTS, Result, hand_over, read

NEXT_DUE = Result(what="next due", value=0.02, against="a row by its key", floor=0.01, goal=3)
DAY = date(2026, 11, 24)


def test_a_result_is_compared_with_its_floor() -> None:
    assert NEXT_DUE.ratio == pytest.approx(2)
    assert not NEXT_DUE.misses
    assert Result(what="slow", value=7, floor=2, goal=3).misses


def test_a_goal_may_be_about_the_figure_itself() -> None:
    assert not Result(what="feedback", value=49, goal=50, goal_is_value=True).misses
    assert Result(what="feedback", value=51, goal=50, goal_is_value=True).misses


def test_a_row_says_floor_ratio_and_goal() -> None:
    assert row("next_due", NEXT_DUE) == "| next due (`next_due`) | 0.02 ms | a row by its key, 0.01 ms | 2.00 | 3 |"


def test_what_misses_its_goal_stands_in_bold() -> None:
    assert "| **4.00** | 3 |" in row("x", Result(what="slow", value=4, floor=1, goal=3))
    assert "| **51.0 ms** |" in row("x", Result(what="late", value=51, goal=50, goal_is_value=True))


def test_a_peer_is_called_one() -> None:
    peer = Result(what="an answer", value=2, against="Anki", floor=2, is_peer=True, goal=1)
    assert "Anki, 2 ms (another program)" in row("answer_commit", peer)


def test_the_table_names_day_machine_and_what_failed() -> None:
    made = table([("next_due", [NEXT_DUE]), ("memory", None)], DAY, "two cores")
    assert "on 24 November 2026: two cores. Goals missed: 0" in made
    assert "Failed and left out: `memory`." in made


def test_another_table_leaves_the_words_around_it() -> None:
    page = PAGE.read_text(encoding="utf-8")
    made = with_table(page, table([("next_due", [NEXT_DUE])], DAY, "two cores"))
    again = with_table(made, table([], DAY, "one core"))
    assert "next due (`next_due`)" in made
    assert "next due (`next_due`)" not in again
    assert again.startswith(page[: page.index("<!--")])
    assert again.endswith(page[page.rindex("-->") :])


def test_results_are_handed_over_only_to_who_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(RESULTS, raising=False)
    hand_over([NEXT_DUE])
    monkeypatch.setitem(os.environ, RESULTS, str(tmp_path / "found.json"))
    hand_over([NEXT_DUE])
    assert read(tmp_path / "found.json") == [NEXT_DUE]


def test_every_benchmark_hands_over_its_results() -> None:
    parts = {"__init__", "live_phones", "report", "result", "timeline_events", "timeline_vis", "watchdog"}
    modules = {path.stem for path in Path(PAGE.parents[1], "benchmarks").glob("*.py")}
    assert set(all_names()) == modules - parts
