"""A whole session over the wire, on loopback."""

from pathlib import Path

import pytest

from r2p_app.live.events import Phase
from r2p_app.live.room import Room
from tests.live.acting import QUESTIONS, Phone, as_reply, make_host, serving, to_phase


def test_a_phone_comes_in_votes_twice_and_reads_why(tmp_path: Path) -> None:
    host = make_host(tmp_path)
    with serving(host) as server, Phone(server) as phone:
        assert phone.join(host.room.opened.code, "Ana") == 200
        assert phone.state()["phase"] == "lobby"
        to_phase(host, Phase.FIRST_VOTE)
        reply = as_reply(host, QUESTIONS[0])
        status, state = phone.vote(0, 1, reply, "sure")
        assert (status, state["given"]["reply"]) == (200, reply)
        to_phase(host, Phase.SECOND_VOTE)
        assert phone.vote(0, 2, reply)[0] == 200
        host.do(Room.go_on)
        state = phone.state()
        assert state["explanation"]["key"] == reply
        assert state["explanation"]["outcome"] == "right"
        assert state["explanation"]["sources"][0].startswith("Independent Inquiry")


@pytest.mark.parametrize("place", range(len(QUESTIONS)), ids=[type(one).__name__ for one in QUESTIONS])
def test_every_kind_can_be_voted_on(tmp_path: Path, place: int) -> None:
    host = make_host(tmp_path)
    with serving(host) as server, Phone(server) as phone:
        phone.join(host.room.opened.code)
        to_phase(host, Phase.FIRST_VOTE, place)
        reply = as_reply(host, QUESTIONS[place])
        assert phone.vote(place, 1, reply)[0] == 200
        to_phase(host, Phase.EXPLAINED, place)
        explanation = phone.state()["explanation"]
        assert (explanation["key"], explanation["outcome"]) == (reply, "right")


def test_who_asks_for_news_hears_of_it_at_once(tmp_path: Path) -> None:
    host = make_host(tmp_path)
    with serving(host) as server, Phone(server) as phone:
        phone.join(host.room.opened.code)
        phone._connection.request("GET", "/state?after=0", headers={"Authorization": f"Bearer {phone.token}"})
        host.do(Room.go_on)
        assert b'"phase":"asked"' in phone._connection.getresponse().read()
