from collections.abc import Sequence

import pytest

from r2p_app.content.load import load_pack
from tests.content import packs
from tests.content.conftest import Check, MiniPack

PATH = packs.QUESTIONS_PATH
ENLARGE = "{id: c, text: To enlarge the force, rationale: That came four weeks later.}"


def codes(check: Check, old: str, new: str) -> list[str]:
    return [problem.code for problem in check(PATH, old, new)]


@pytest.mark.parametrize(
    "text",
    [
        "All of the above",
        "None of the above.",
        "Both of these answers",
        "Neither of the options",
        "all of them",
        "Both a and b",
    ],
)
def test_options_that_lean_on_others(check: Check, text: str) -> None:
    assert codes(check, "To enlarge the force", text) == ["option-catch-all"]


@pytest.mark.parametrize(
    "text", ["All of the peacekeepers", "None of the states objected", "Both sides agreed", "Neither"]
)
def test_options_that_only_begin_alike(check: Check, text: str) -> None:
    assert codes(check, "To enlarge the force", text) == []


def test_two_options_are_too_few(check: Check) -> None:
    assert codes(check, f"  - {ENLARGE}\n", "") == ["option-number"]


@pytest.mark.parametrize(("more", "expected"), [(1, []), (2, ["option-number"])])
def test_four_options_are_enough(check: Check, more: int, expected: list[str]) -> None:
    extra = "".join(f"\n  - {{id: x{n}, text: Another way {n}, rationale: Wrong {n}.}}" for n in range(more))
    assert codes(check, f"  - {ENLARGE}", f"  - {ENLARGE}{extra}") == expected


@pytest.mark.parametrize(("more", "expected"), [(3, []), (4, ["option-number"])])
def test_six_where_several_are_right(check: Check, more: int, expected: list[str]) -> None:
    last = "  - {id: c, text: The exact day, rationale: Nobody knew it.}"
    extra = "".join(f"\n  - {{id: x{n}, text: Another thing {n}, rationale: Wrong {n}.}}" for n in range(more))
    assert codes(check, last, last + extra) == expected


def test_every_option_has_a_rationale(check: Check) -> None:
    (problem,) = check(PATH, ", rationale: That came four weeks later.", "")
    assert (problem.code, problem.message, problem.line) == ("missing", "“rationale” is missing", 15)


@pytest.mark.parametrize("rationale", ["It kept about 270 people.", "To enlarge the force."])
def test_a_rationale_is_its_own(check: Check, rationale: str) -> None:
    assert codes(check, "That came four weeks later.", rationale) == ["option-rationale"]


def test_the_question_does_not_repeat_an_option(check: Check) -> None:
    assert codes(check, "It chose the second of three options.", "It kept about 270 people.") == ["option-rationale"]


def test_the_rationales_of_the_options_may_be_enough(check: Check) -> None:
    assert codes(check, "  rationale: It chose the second of three options.\n", "") == []


def test_two_options_that_say_the_same(check: Check) -> None:
    assert codes(check, "To enlarge the force", "to withdraw the force") == ["option-twice"]


def test_options_of_very_unlike_length(check: Check) -> None:
    assert codes(check, "To enlarge the force", "To enlarge the force " + "by and by " * 8) == ["option-lengths"]


@pytest.mark.parametrize(
    "text",
    [
        "There was no genocide",
        "It was a civil war, not genocide but self-defence",
        "The massacre was staged",
        "A double genocide took place",
        "The killings never happened",
    ],
)
def test_denial_is_named(check: Check, text: str) -> None:
    old = ENLARGE.replace("{", "").replace("}", "")
    assert codes(check, "text: To enlarge the force", f'text: "{text}"') == ["denial"]
    named = f'id: c, text: "{text}", names_denial: true, rationale: '
    assert codes(check, old, f"{named}This is denial; the court found otherwise.") == []
    assert codes(check, old, f"{named}This is not so.") == ["denial"]


def test_denial_is_never_the_answer(check: Check) -> None:
    assert codes(
        check, "correct: true, rationale: It kept", "correct: true, names_denial: true, rationale: It kept"
    ) == ["denial"]


@pytest.mark.parametrize("text", ["The statement said that no genocide had begun", "The ICTY made no genocide finding"])
def test_what_is_not_denial(check: Check, text: str) -> None:
    assert codes(check, "To enlarge the force", text) == []


def question(number: int, key: int, longest: int | None, options: int = 4) -> str:
    head = packs.QUESTIONS.split("options:")[0].split("- id: q-cut")[1]
    lines = [f"- id: q-n{number}{head}options:"]
    for index in range(options):
        text = f"Answer {index} of question {number}" + (" and more" if index == longest else "")
        right = ", correct: true" if index == key else ""
        lines.append(f"  - {{id: o{index}, text: {text}, rationale: Because {index}.{right}}}")
    return "\n".join(lines)


def balance(mini_pack: MiniPack, keys: Sequence[tuple[int, int | None]]) -> list[str]:
    body = "\n".join(question(number, *key) for number, key in enumerate(keys))
    root = mini_pack({"cases/alpha/questions-more.yaml": packs.yaml("questions", body, depth=2)})
    return [problem.code for problem in load_pack(root).problems]


def test_the_place_of_the_key(mini_pack: MiniPack) -> None:
    assert balance(mini_pack, [(n % 4, None) for n in range(8)]) == []
    assert balance(mini_pack, [(1, None)] * 3) == []  # so few may be chance
    assert balance(mini_pack, [(1, None)] * 8) == ["key-places"]
    assert balance(mini_pack, [(1, None)] * 8 + [(n % 4, None) for n in range(4)]) == ["key-places"]


def test_the_longest_option(mini_pack: MiniPack) -> None:
    assert balance(mini_pack, [(n % 4, (n + 1) % 4) for n in range(8)]) == []
    assert balance(mini_pack, [(n % 4, n % 4) for n in range(3)]) == []
    assert balance(mini_pack, [(n % 4, n % 4) for n in range(8)]) == ["key-longest"]
