"""The state machine of a class vote."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.learning.questions.single import ChosenOption
from r2p_app.live.events import Event, Opened, Options, Phase, Round
from r2p_app.live.names import LONGEST_NAME, clean_name
from r2p_app.live.replay import apply, replay
from r2p_app.live.room import Reason, Refused, Room

OPENED = Opened(
    room="r", code="123456", seed=1, questions=("q-a", "q-b"), options=Options(), address="127.0.0.1", port=8000
)
A, B = ChosenOption("a"), ChosenOption("b")
Step = Callable[[Room], Event]


class Class:
    """A room and what happened in it."""

    def __init__(self) -> None:
        self.room = Room(OPENED)
        self.events: list[Event] = [OPENED]

    def do(self, step: Step) -> "Class":
        event = step(self.room)
        self.room = apply(self.room, event)
        self.events.append(event)
        return self

    def join(self, *names: str) -> "Class":
        for name in names:
            self.do(lambda room, name=name: room.join(name, f"print-{name}"))  # type: ignore[misc]
        return self

    def vote(self, student: int, answer: ChosenOption = A, round_: Round = Round.FIRST, place: int = 0) -> "Class":
        return self.do(lambda room: room.vote(student, place, round_, answer))

    def to(self, phase: Phase, place: int = 0) -> "Class":
        while (self.room.place, self.room.phase) != (place, phase):
            self.do(Room.go_on)
        return self


def refusal(step: Callable[[], object]) -> Reason:
    with pytest.raises(Refused) as caught:
        step()
    return caught.value.reason


def test_the_phases_of_a_session_in_their_order() -> None:
    found, class_ = [], Class()
    while class_.room.phase is not Phase.ENDED:
        found.append((class_.room.place, class_.room.phase))
        class_.do(Room.go_on)
    each = [Phase.ASKED, Phase.FIRST_VOTE, Phase.COUNTED, Phase.TALK, Phase.SECOND_VOTE, Phase.EXPLAINED]
    assert found == [(-1, Phase.LOBBY), *((place, phase) for place in (0, 1) for phase in each)]
    assert refusal(lambda: class_.do(Room.go_on)) is Reason.NOT_OPEN


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase not in {Phase.FIRST_VOTE, Phase.ENDED}])
def test_votes_are_taken_only_while_a_vote_is_open(phase: Phase) -> None:
    class_ = Class().join("Ana").to(phase, -1 if phase is Phase.LOBBY else 0)
    assert refusal(lambda: class_.vote(1)) is Reason.NOT_OPEN


def test_nobody_votes_twice_in_a_round() -> None:
    class_ = Class().join("Ana").to(Phase.FIRST_VOTE).vote(1)
    assert refusal(lambda: class_.vote(1, B)) is Reason.VOTED
    class_.to(Phase.SECOND_VOTE).vote(1, B, Round.SECOND)
    assert refusal(lambda: class_.vote(1, A, Round.SECOND)) is Reason.VOTED
    assert class_.room.ballots(Round.FIRST)[1].answer == A
    assert class_.room.ballots(Round.SECOND)[1].answer == B


def test_going_back_opens_the_vote_for_those_who_have_not_voted() -> None:
    class_ = Class().join("Ana", "Ben").to(Phase.FIRST_VOTE).vote(1).do(Room.go_on).do(Room.go_back).vote(2)
    assert set(class_.room.ballots(Round.FIRST)) == {1, 2}
    assert refusal(lambda: class_.vote(1)) is Reason.VOTED


def test_there_is_no_way_back_from_results_or_an_explanation() -> None:
    class_ = Class().to(Phase.COUNTED).do(Room.reveal)
    assert refusal(lambda: class_.do(Room.go_back)) is Reason.NOT_OPEN
    assert refusal(lambda: Class().to(Phase.EXPLAINED).do(Room.go_back)) is Reason.NOT_OPEN


@pytest.mark.parametrize("phase", [Phase.LOBBY, Phase.ASKED, Phase.FIRST_VOTE, Phase.SECOND_VOTE, Phase.EXPLAINED])
def test_results_are_revealed_only_between_the_votes(phase: Phase) -> None:
    class_ = Class().to(phase, -1 if phase is Phase.LOBBY else 0)
    assert refusal(lambda: class_.do(Room.reveal)) is Reason.NOT_OPEN
    assert class_.room.shows_first_vote == (phase is Phase.EXPLAINED)


def test_results_stay_revealed_while_the_class_talks_and_are_hidden_for_the_second_vote() -> None:
    class_ = Class().to(Phase.COUNTED)
    assert not class_.room.shows_first_vote
    assert class_.do(Room.reveal).room.shows_first_vote
    assert class_.do(Room.go_on).room.shows_first_vote
    assert not class_.do(Room.go_on).room.shows_first_vote


def test_a_clear_vote_is_explained_at_once() -> None:
    assert Class().to(Phase.COUNTED).do(Room.explain).room.phase is Phase.EXPLAINED
    assert refusal(lambda: Class().to(Phase.FIRST_VOTE).do(Room.explain)) is Reason.NOT_OPEN


def test_a_question_is_skipped_without_an_explanation_and_that_can_be_taken_back() -> None:
    class_ = Class().to(Phase.TALK).do(Room.skip)
    assert (class_.room.place, class_.room.phase) == (1, Phase.ASKED)
    class_.do(Room.go_back)
    assert (class_.room.place, class_.room.phase) == (0, Phase.ASKED)
    class_.do(Room.skip).do(Room.skip)
    assert class_.room.phase is Phase.ENDED


@pytest.mark.parametrize("phase", [Phase.LOBBY, Phase.EXPLAINED, Phase.ENDED])
def test_there_is_nothing_to_skip_between_questions(phase: Phase) -> None:
    class_ = Class().to(phase, {Phase.LOBBY: -1, Phase.EXPLAINED: 0, Phase.ENDED: 2}[phase])
    assert refusal(lambda: class_.do(Room.skip)) is Reason.NOT_OPEN


def test_a_question_is_asked_out_of_turn_but_not_once_its_key_was_seen() -> None:
    class_ = Class().do(lambda room: room.ask(1)).to(Phase.EXPLAINED, 1)
    assert class_.room.is_last
    class_.do(lambda room: room.ask(0))
    assert (class_.room.question, class_.room.phase) == ("q-a", Phase.ASKED)
    for place in (0, 1, 2, -1):
        assert refusal(lambda place=place: class_.do(lambda room: room.ask(place))) is Reason.NOT_OPEN  # type: ignore[misc]
    assert refusal(lambda: class_.do(Room.go_back)) is Reason.NOT_OPEN
    class_.to(Phase.EXPLAINED).do(Room.go_on)
    assert class_.room.phase is Phase.ENDED, "what was explained is not asked again"


def test_names_are_unlike_and_numbers_are_never_given_twice() -> None:
    class_ = Class().join("Ana", "ana", "Ana", "", "")
    assert [student.name for student in class_.room.students.values()] == ["Ana", "ana (2)", "Ana (3)", "", ""]
    class_.do(lambda room: room.remove(5)).join("Eve")
    assert list(class_.room.students) == [1, 2, 3, 4, 6]


def test_the_votes_of_someone_removed_go_as_well() -> None:
    class_ = Class().join("Ana", "Ben").to(Phase.FIRST_VOTE).vote(1).vote(2).do(lambda room: room.remove(1))
    assert set(class_.room.ballots(Round.FIRST)) == {2}
    assert refusal(lambda: class_.vote(1)) is Reason.UNKNOWN


def test_only_what_phones_have_to_hear_of_is_a_new_version() -> None:
    class_ = Class().join("Ana").to(Phase.FIRST_VOTE)
    before = class_.room.version
    assert class_.vote(1).room.version == before
    assert class_.do(Room.go_on).room.version == before + 1


@given(st.text(max_size=120))
def test_a_cleaned_name_is_short_visible_and_clean_already(name: str) -> None:
    cleaned = clean_name(name)
    assert len(cleaned) <= LONGEST_NAME
    assert cleaned.isprintable()
    assert clean_name(cleaned) == cleaned


steps = st.sampled_from(
    [
        "join",
        "go_on",
        "go_back",
        "skip",
        "ask 0",
        "ask 1",
        "reveal",
        "explain",
        "vote 1",
        "vote 2",
        "vote 3",
        "remove 1",
        "remove 2",
    ]
)


@given(st.lists(steps, max_size=60))
def test_a_room_is_what_its_events_made_of_it(wanted: list[str]) -> None:
    """Whatever is tried in whatever order: replaying the events gives the same room, and each votes at most once."""
    class_ = Class()
    for words in wanted:
        name, _, number = words.partition(" ")
        try:
            match name:
                case "join":
                    class_.join("Ana")
                case "vote" if class_.room.round is not None:
                    class_.vote(int(number), A, class_.room.round, class_.room.place)
                case "remove":
                    class_.do(lambda room, number=number: room.remove(int(number)))  # type: ignore[misc]
                case "ask":
                    class_.do(lambda room, number=number: room.ask(int(number)))  # type: ignore[misc]
                case "go_on" | "go_back" | "skip" | "reveal" | "explain":
                    class_.do(getattr(Room, name))
        except Refused:
            continue
    assert replay(class_.events) == class_.room
    assert all(set(ballots) <= set(class_.room.students) for ballots in class_.room.votes.values())


def test_a_room_begins_by_being_opened() -> None:
    with pytest.raises(ValueError, match="opened"):
        replay(Class().join("Ana").events[1:])
