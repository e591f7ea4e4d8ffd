"""Every page is opened twice under the eye of a watchdog. Where the window blocks stands at the end of the run."""

from collections.abc import Callable

import pytest

from benchmarks.watchdog import Watchdog, walk
from r2p_app.commands.offscreen import started
from r2p_app.content import markup
from r2p_app.content import references as referring
from tests.blocking import tell


class Counted:
    """Counts the calls of a function that it stands for."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, module: object, name: str) -> None:
        self.calls = 0
        self._real: Callable[..., object] = getattr(module, name)
        monkeypatch.setattr(module, name, self)

    def __call__(self, *arguments: object, **named: object) -> object:
        self.calls += 1
        return self._real(*arguments, **named)


@pytest.mark.slow
@pytest.mark.qt_log_level_fail("CRITICAL")
def test_every_page_twice_and_the_second_visit_reads_nothing_again(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    watchdog = Watchdog()
    with started() as run:
        run.program.services.idle.complete()
        watchdog.start()
        first = walk(run, watchdog)
        parsed = Counted(monkeypatch, markup, "parse")
        referred = Counted(monkeypatch, referring, "references")
        second = walk(run, watchdog)
        watchdog.stop()
    watchdog.deleteLater()
    tell(request, "first visit", first)
    tell(request, "second visit", second)
    assert {one.link for one in first} == {one.link for one in second}
    assert (parsed.calls, referred.calls) == (0, 0)
