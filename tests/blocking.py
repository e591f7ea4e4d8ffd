"""Where the window did not answer for long, told at the end of a run of the tests: a report, never a failure."""

from collections.abc import Iterable, Iterator

import pytest

from benchmarks.watchdog import GOAL, Visit

_PROPERTY = "blocking"


def tell(request: pytest.FixtureRequest, visit: str, visits: Iterable[Visit]) -> None:
    """Keep for the end of the run which of these visits were slow; it travels with the report of the test."""
    slow = [str(one) for one in visits if one.is_slow]
    request.node.user_properties.append((_PROPERTY, [visit, *slow]))


def lines(reports: Iterable[pytest.TestReport]) -> Iterator[str]:
    """Yield what was kept, as lines for the end of the run."""
    for report in reports:
        for name, kept in report.user_properties:
            if name == _PROPERTY and report.when == "call" and isinstance(kept, list):
                visit, *slow = kept
                yield f"{visit}: pages that take more than {GOAL * 1000:.0f} ms of the processor at once: {len(slow)}"
                yield from slow


def write(terminal: pytest.TerminalReporter) -> None:
    """Write what was kept, if the test that walks the pages has run."""
    reports = [one for kind in ("passed", "failed") for one in terminal.stats.get(kind, ())]
    found = list(lines(one for one in reports if isinstance(one, pytest.TestReport)))
    if found:
        terminal.section("where the window blocks")
        for line in found:
            terminal.write_line(line)
