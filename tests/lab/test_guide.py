import pytest

from r2p_app.content.teaching import Guide, GuideChoice, GuideOutcome, GuideStep
from r2p_app.lab.guide import Answers, fitting, is_done, misfits, nearest, sound


def step(row: str, *fits: tuple[str, ...]) -> GuideStep:
    choices = tuple(GuideChoice(text=f"Choice {place}", fits=each) for place, each in enumerate(fits))
    return GuideStep(row=row, question=f"{row}?", choices=choices)


GUIDE = Guide(
    id="guide-test",
    title="Which is it?",
    introduction="Three ideas.",
    comparison="cmp-test",
    steps=(step("who", ("a", "b"), ("c",)), step("how", ("a",), ("b", "c")), step("why", ("a", "b", "c"), ("b",))),
    outcomes=tuple(
        GuideOutcome(column=name, term=f"t-{name}", text=name.upper(), examples=(), sources=()) for name in "abc"
    ),
)


@pytest.mark.parametrize(
    ("answers", "left", "done"),
    [
        ((), ("a", "b", "c"), False),
        ((0,), ("a", "b"), False),
        ((1,), ("c",), True),
        ((0, 1), ("b",), True),
        ((0, None), ("a", "b"), False),
        ((None, None, 0), ("a", "b", "c"), True),
        ((None, 0, 1), (), True),
    ],
)
def test_each_answer_leaves_the_ideas_that_still_fit(answers: Answers, left: tuple[str, ...], done: bool) -> None:
    assert fitting(GUIDE, answers) == left
    assert is_done(GUIDE, answers) is done


def test_where_answers_contradict_each_other_the_nearest_are_known() -> None:
    assert misfits(GUIDE, (None, 0, 1)) == {"a": 1, "b": 1, "c": 2}
    assert nearest(GUIDE, (None, 0, 1)) == ("a", "b")
    assert nearest(GUIDE, (0,)) == ("a", "b")


@pytest.mark.parametrize(
    ("written", "kept"), [((0, 1, 0), (0, 1)), ((7,), ()), ((None, -1), (None,)), ((0, None, 1, 1), (0, None, 1))]
)
def test_answers_from_elsewhere_are_taken_as_far_as_they_are_sound(written: Answers, kept: Answers) -> None:
    assert sound(GUIDE, written) == kept
