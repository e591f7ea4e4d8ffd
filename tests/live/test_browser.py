"""The phone page in a real browser: a student from the first touch to the end of the session."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from r2p_app.live.events import Phase, Round
from r2p_app.live.host import Host
from r2p_app.live.journal import FILE, Journal, read_events
from r2p_app.live.phone import asked
from r2p_app.live.replay import replay
from r2p_app.live.room import Room
from r2p_app.live.server import LiveServer
from tests.live.acting import QUESTIONS, library, make_host, serving, to_phase
from tests.live.browser import Browser, Page, browsing

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]


def click_each(*selectors: str) -> Callable[[Page], None]:
    def click(page: Page) -> None:
        for selector in selectors:
            page.click(selector)

    return click


ANSWERS: tuple[Callable[[Page], None], ...] = (
    click_each("#option-0"),
    click_each("#option-0", "#option-2"),
    click_each("#judgement-1", "#reason-1"),
    lambda page: page.write("#number", "about 270"),
    click_each("#down-0"),
    lambda page: page.write("#word", "gacaca"),
    click_each("#monthLess"),
)
"""What a finger does to answer each of the questions, in their order."""


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    with browsing(tmp_path) as opened:
        yield opened


@pytest.fixture
def host(tmp_path: Path) -> Host:
    return make_host(tmp_path)


def enter(browser: Browser, server: LiveServer, host: Host, name: str = "Ana", *, width: int = 390) -> Page:
    """Scan the code, give a name, come in."""
    page = browser.page(f"http://{server.address}:{server.port}/#{host.room.opened.code}", width=width)
    page.wait_for("Join the class")
    page.write("#name", name)
    page.click("button.primary")
    page.wait_for("You are in")
    return page


def is_narrow_enough(page: Page) -> bool:
    return bool(page.run("document.documentElement.scrollWidth <= window.innerWidth"))


def small_targets(page: Page) -> list[str]:
    """Return what is smaller than a finger needs (24 pixels); the label around a box is part of it."""
    found = page.run(
        "[...document.querySelectorAll('button, input, a')].map((e) => [e.closest('label') || e, e])"
        ".filter(([t]) => { const r = t.getBoundingClientRect(); return r.width < 24 || r.height < 24; })"
        ".map(([, e]) => e.outerHTML)"
    )
    return [str(one) for one in found]


def test_a_student_plays_a_whole_session(browser: Browser, host: Host) -> None:
    with serving(host) as server:
        page = enter(browser, server, host)
        for place, answer in enumerate(ANSWERS):
            to_phase(host, Phase.ASKED, place)
            page.wait_for("The vote opens in a moment")
            to_phase(host, Phase.FIRST_VOTE, place)
            page.wait("document.querySelector('#send')")
            answer(page)
            page.click("#sure-2")
            page.click("#send")
            page.wait_for("Answer received")
            to_phase(host, Phase.TALK, place)
            page.wait_for("Talk with your neighbour")
            to_phase(host, Phase.SECOND_VOTE, place)
            page.wait("document.querySelector('#send')")
            answer(page)
            page.click("#send")
            page.wait_for("Wait for the explanation")
            to_phase(host, Phase.EXPLAINED, place)
            page.wait_for("The answer")
            assert "Your answer" in page.words()
        host.do(Room.go_on)
        page.wait_for("The session is over")
        votes = [host.room.ballots(round_, one.id) for one in QUESTIONS for round_ in Round]
        assert [len(ballots) for ballots in votes] == [1] * 2 * len(QUESTIONS)
        assert all(vote.confidence for ballots in votes[::2] for vote in ballots.values())
        assert page.errors == []
        ours = (f"http://{page_host(server)}/", f"ws://{page_host(server)}/")
        assert not [one for one in page.requested if not one.startswith((*ours, "about:", "data:"))]
        assert page.run("localStorage.length && JSON.parse(localStorage['r2p-live']).token") is None


def page_host(server: LiveServer) -> str:
    return f"{server.address}:{server.port}"


def test_who_closes_the_page_in_a_question_finds_everything_again(browser: Browser, host: Host) -> None:
    with serving(host) as server:
        page = enter(browser, server, host)
        to_phase(host, Phase.FIRST_VOTE, 3)
        page.wait("document.querySelector('#number')")
        page.write("#number", "27")
        page.close()
        again = browser.page(f"http://{page_host(server)}/")
        again.wait("document.querySelector('#number')")
        assert again.run("document.querySelector('#number').value") == "27"
        again.write("#number", "0")
        again.click("#send")
        again.wait_for("Answer received")
        assert len(host.room.students) == 1
        again.call("Page.reload")
        again.wait_for("Answer received")
        assert "270 people" in again.words()


def test_a_restarted_room_is_found_again_and_gets_what_it_missed(browser: Browser, host: Host, tmp_path: Path) -> None:
    """The room goes away while an answer is on its way; the phone keeps it and brings it as soon as it can."""
    with serving(host) as server:
        page = enter(browser, server, host)
        to_phase(host, Phase.FIRST_VOTE)
        page.wait("document.querySelector('#send')")
        page.click("#option-1")
    page.wait_for("No connection")
    page.click("#send")
    page.wait_for("is sent as soon as the connection is back")
    path = tmp_path / FILE
    again = Host(replay(read_events(path)), asked(library(), QUESTIONS), Journal(path))
    with serving(again, port=server.port):
        page.wait_for("Answer received")
        assert len(again.room.ballots(Round.FIRST)) == 1


def test_a_phone_that_slept_is_where_the_class_is(browser: Browser, host: Host) -> None:
    with serving(host) as server:
        page = enter(browser, server, host)
        to_phase(host, Phase.FIRST_VOTE)
        page.wait("document.querySelector('#send')")
        page.click("#option-2")
        page.call("Page.setWebLifecycleState", state="frozen")
        host.do(lambda room: room.join("Ben", "print"))
        page.call("Page.setWebLifecycleState", state="active")
        page.wait("document.querySelector('#option-2') && document.querySelector('#option-2').checked")
        page.click("#send")
        page.wait_for("Answer received")
        page.call("Page.setWebLifecycleState", state="frozen")
        to_phase(host, Phase.FIRST_VOTE, 3)
        page.call("Page.setWebLifecycleState", state="active")
        page.wait("document.querySelector('#number')")
        assert "Question 4 of 7" in page.words()


def test_without_a_websocket_the_phone_asks(browser: Browser, host: Host) -> None:
    with serving(host) as server:
        page = browser.page()
        page.call("Page.addScriptToEvaluateOnNewDocument", source="delete window.WebSocket;")
        page.open(f"http://{page_host(server)}/#{host.room.opened.code}")
        page.wait_for("Join the class")
        page.click("button.primary")
        page.wait_for("You are in")
        to_phase(host, Phase.FIRST_VOTE)
        page.wait("document.querySelector('#send')")
        page.click("#option-1")
        page.click("#send")
        page.wait_for("Answer received")
        to_phase(host, Phase.TALK)
        page.wait_for("Talk with your neighbour")


def test_the_keyboard_suffices_and_the_focus_is_never_lost(browser: Browser, host: Host) -> None:
    with serving(host) as server:
        page = enter(browser, server, host)
        to_phase(host, Phase.FIRST_VOTE)
        page.wait("document.querySelector('#send')")
        assert page.run("document.activeElement.id") == "head"
        page.press("Tab")
        page.press(" ")
        page.press("Enter")
        page.wait_for("Answer received")
        assert page.run("document.activeElement.tagName") == "H1"


def test_someone_removed_is_told_so(browser: Browser, host: Host) -> None:
    with serving(host) as server:
        page = enter(browser, server, host)
        host.do(lambda room: room.remove(1))
        page.wait_for("You are no longer in this room")


def test_a_wrong_code_is_said_beside_the_field(browser: Browser, host: Host) -> None:
    with serving(host) as server:
        page = browser.page(f"http://{page_host(server)}/#000000")
        page.wait_for("Join the class")
        page.click("button.primary")
        page.wait_for("That is not the code")
        assert page.run("document.activeElement.id") == "code"
        assert page.axe() == []


def test_french(browser: Browser, host: Host) -> None:
    with serving(host) as server:
        page = enter(browser, server, host)
        page.click("#language")
        page.wait_for("Vous êtes dans la salle")
        assert page.run("document.documentElement.lang") == "fr"
        to_phase(host, Phase.FIRST_VOTE)
        page.wait_for("Envoyer la réponse")
        assert page.run("document.querySelector('#head').lang") == "en"
        assert page.axe() == []


@pytest.mark.parametrize(
    ("width", "text", "scheme"), [(390, 100, "light"), (320, 100, "dark"), (390, 200, "light")], ids=str
)
def test_every_state_is_accessible(browser: Browser, host: Host, width: int, text: int, scheme: str) -> None:
    """Axe finds nothing, nothing is wider than the screen, nothing is too small for a finger."""
    with serving(host) as server:
        page = browser.page()
        page.set_size(width, 844)
        page.prefer(color_scheme=scheme, reduced_motion="reduce")
        page.open(f"http://{page_host(server)}/#{host.room.opened.code}")
        page.wait_for("Join the class")
        page.enlarge_text(text)
        assert faults(page) == []
        page.click("button.primary")
        page.wait_for("You are in")
        assert faults(page) == []
        for place, answer in enumerate(ANSWERS):
            to_phase(host, Phase.FIRST_VOTE, place)
            page.wait("document.querySelector('#send')")
            assert faults(page) == []
            answer(page)
            page.click("#send")
            page.wait_for("Answer received")
            to_phase(host, Phase.EXPLAINED, place)
            page.wait_for("Sources")
            assert faults(page) == []
        assert faults(page) == []


def faults(page: Page) -> list[str]:
    """Return what keeps someone from using the page."""
    wide = [] if is_narrow_enough(page) else ["wider than the screen"]
    return [*page.axe(), *wide, *small_targets(page)]
