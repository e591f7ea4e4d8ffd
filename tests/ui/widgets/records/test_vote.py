import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from r2p_app.content.model import Vote
from r2p_app.ui.theme.look import Look
from r2p_app.ui.widgets.records.vote import Ballot, VoteRoll, ballots, vote_words

MIXED = Vote(
    in_favour=10, against=1, abstaining=4, opponents=("Rwanda",), abstainers=("Brazil", "China"), note="Adopted"
)


def test_every_vote_is_drawn_once_and_counted_in_words() -> None:
    drawn = ballots(MIXED)
    assert [drawn.count(ballot) for ballot in Ballot] == [10, 1, 4]
    assert vote_words(MIXED) == "10 for · 1 against · 4 abstained"


def test_who_did_not_vote_in_favour_is_named(qtbot: QtBot, look: Look) -> None:
    roll = VoteRoll(MIXED)
    qtbot.addWidget(roll)
    texts = [label.text() for label in roll.findChildren(QLabel)]
    assert "Against: Rwanda" in texts
    assert "Abstained: Brazil, China" in texts


@pytest.mark.parametrize(("width", "lines"), [(600, 2), (100, 5)])
def test_the_roll_goes_on_in_the_next_line(qtbot: QtBot, look: Look, width: int, lines: int) -> None:
    roll = VoteRoll(MIXED)
    qtbot.addWidget(roll)
    circles = roll.layout().itemAt(0).widget()  # type: ignore[union-attr]
    assert circles is not None
    assert circles.heightForWidth(width) == lines * 30


def test_the_three_ballots_differ_without_colour(qtbot: QtBot, look: Look) -> None:
    roll = VoteRoll(Vote(in_favour=1, against=1, abstaining=1))
    qtbot.addWidget(roll)
    roll.resize(200, 100)
    roll.show()
    grey = roll.grab().toImage().convertToFormat(roll.grab().toImage().Format.Format_Grayscale8)
    pictures = [grey.copy(index * 30, 0, 30, 30) for index in range(3)]
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]
