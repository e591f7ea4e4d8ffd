import pytest

from r2p_app.content.questions import Gap
from r2p_app.learning.questions import grade
from r2p_app.learning.questions.cloze import Filled, filled_text, pieces
from tests.learning import samples


def filled(body: str, force: str) -> Filled:
    return Filled((("body", body), ("force", force)))


@pytest.mark.parametrize(
    ("body", "force", "score"),
    [
        ("Security Council", "UNAMIR", 1),
        ("security  counsil", "Unamir", 1),
        ("the Council", "U.N.A.M.I.R.", 1),
        ("General Assembly", "UNAMIR", 0.5),
        ("Security Council", "UNOMUR", 0.5),
        ("UNAMIR", "Security Council", 0),
        ("", "", 0),
    ],
)
def test_the_score_is_the_share_of_gaps_filled_rightly(body: str, force: str, score: float) -> None:
    assert grade(samples.cloze(), filled(body, force)).score == score


def test_gaps_left_out_of_the_answer_are_wrong_and_unknown_ones_nothing() -> None:
    verdict = grade(samples.cloze(), Filled((("force", "UNAMIR"), ("other", "x"))))
    assert verdict.score == 0.5
    assert [(part.part, part.chosen, part.correct) for part in verdict.feedback] == [
        ("body", False, False),
        ("force", True, True),
    ]


def test_the_text_comes_in_its_order_with_every_gap_once() -> None:
    found = [piece.id if isinstance(piece, Gap) else piece for piece in pieces(samples.cloze())]
    assert found == ["On 21 April 1994 the ", "body", " cut ", "force", "."]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A text without gaps.", ["A text without gaps.", "body", "force"]),
        ("{{body}}{{body}}{{nothing}}", ["body", "force"]),
        ("{{ body }} {", ["{{ body }} {", "body", "force"]),
    ],
)
def test_a_translation_that_lost_its_gaps_still_has_them(text: str, found: list[str]) -> None:
    assert [piece.id if isinstance(piece, Gap) else piece for piece in pieces(samples.cloze(text))] == found


def test_the_text_can_be_read_with_what_was_written() -> None:
    assert filled_text(samples.cloze(), filled("Council", " ")) == "On 21 April 1994 the Council cut ____."
