"""What a screen reader meets: names, roles, states and announcements, read from the tree of the platform itself."""

import shutil
import sys
from functools import partial
from pathlib import Path

import pytest

from r2p_app.content.load import load_pack
from r2p_app.content.markup import inline, span_text
from r2p_app.content.model import Chapter
from r2p_app.content.questions import SingleChoice
from r2p_app.content.teaching import DecisionPoint
from r2p_app.paths import content_dir
from r2p_app.ui.text import label
from tests.accessibility.screen_reader import PYTHON_OF_SYSTEM, ScreenReader, Told, reading

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("screen"),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="AT-SPI is the accessibility tree of Linux"),
    pytest.mark.skipif(
        not Path(PYTHON_OF_SYSTEM).exists() or not shutil.which("xdotool") or not shutil.which("dbus-run-session"),
        reason="scripts/atspi.sh installs what this needs on Debian and Ubuntu, as root",
    ),
]

DECISION = "dp-unamir-cut"


def has_focus(reader: ScreenReader, role: str, words: str = "") -> Told:
    """Wait until something of this role, with these words in its name, has the focus; return it."""

    def is_there() -> bool:
        last = reader.focused[-1] if reader.focused else reader.focus()
        return last["role"] == role and words in last["name"]

    reader.wait(is_there, f"focused a {role} “{words}”")
    return reader.focused[-1] if reader.focused else reader.focus()


def states(told: Told) -> set[str]:
    return set(told["states"])


def test_a_quiz_from_its_start_to_its_summary(tmp_path: Path) -> None:
    questions = {question.prompt for question in load_pack(content_dir()).all(SingleChoice, "rwanda")}
    with reading(tmp_path, "r2p://quiz?case=rwanda&kind=single&count=5") as reader:
        assert states(has_focus(reader, "push button", "Start")) >= {"focusable", "focused", "enabled", "showing"}
        reader.press("Return")
        for number in range(1, 6):
            option = has_focus(reader, "radio button")
            assert states(option) >= {"checkable", "focusable", "focused"}
            assert "checked" not in states(option)
            reader.press("1")
            reader.wait(lambda: any("checked" in one["states"] for one in reader.shown("radio button")), "checked one")
            reader.press("Return")
            has_focus(reader, "push button", "Not sure")
            reader.said.clear()
            reader.press("3")
            assert reader.wait_to_hear("The answer: ").startswith(("Right", "Wrong"))
            has_focus(reader, "push button", "Next question" if number < 5 else "See the summary")
            reader.press("Return")
            if number < 5:
                asked = reader.wait_to_hear(f"Rwanda · Practice · {number + 1} of 5. ").partition(" of 5. ")[2]
                assert any(asked.split()[:3] == prompt.replace("*", "").split()[:3] for prompt in questions)
        reader.wait_to_hear(" right")


def test_a_walk_along_the_timeline(tmp_path: Path) -> None:
    with reading(tmp_path, "r2p://timeline") as reader:
        timeline = has_focus(reader, "list", "Timeline")
        assert "focusable" in states(timeline)
        walked = []
        for _ in range(4):
            reader.focused.clear()
            reader.press("Right")
            event = has_focus(reader, "list item")
            assert states(event) >= {"focusable", "focused", "selectable", "selected"}
            walked.append(event["name"])
        assert len(set(walked)) == 4
        assert all(": " in name and name[-1] != ":" for name in walked)
        reader.focused.clear()
        reader.press("Left")
        assert has_focus(reader, "list item")["name"] == walked[-2]


def test_the_steps_of_the_lab_say_where_one_is_and_why_a_step_is_closed(tmp_path: Path) -> None:
    with reading(tmp_path, f"r2p://lab/{DECISION}") as reader:
        has_focus(reader, "push button", "Go on")
        steps = {one["name"]: states(one) for one in reader.shown("check box") if one["name"].startswith("Step ")}
        assert len(steps) == 5
        here = next(name for name in steps if name.endswith("this step"))
        assert here.startswith("Step 1 of 5")
        assert "checked" in steps[here]
        debrief = next(name for name in steps if name.startswith("Step 5 of 5"))
        assert "enabled" not in steps[debrief]
        assert "once the advice is given" in debrief
        for number in (2, 3):
            tab_to(reader, "push button", "Go on")
            reader.press("Return")
            reader.wait_to_hear(f"Step {number} of 5")
        tab_to(reader, "push button", "Go on")
        reader.press("Return")
        reader.wait_to_hear("Judge each criterion in play first.")


def test_an_exercise_from_its_brief_to_the_end_of_the_debrief(tmp_path: Path) -> None:
    with reading(tmp_path, f"r2p://lab/{DECISION}") as reader:
        has_focus(reader, "push button", "Go on")
        tab_to(reader, "push button", "Do the other task")
        reader.focused.clear()
        reader.press("Return")
        field = has_focus(reader, "text", "evidence")
        assert states(field) >= {"editable", "multi-line", "focusable", "focused"}
        reader.write("The cable, for the Secretariat")
        tab_to(reader, "push button", "See what followed")
        reader.press("Return")
        reader.wait_to_hear("What followed is open now")
        tab_to(reader, "push button", "Finish the debrief", most=150)
        reader.press("Return")
        reader.wait_to_hear("The exercise is finished")


def test_weighing_and_advising_to_the_debrief(tmp_path: Path) -> None:
    decision = load_pack(content_dir()).get(DECISION, DecisionPoint)
    with reading(tmp_path, f"r2p://lab/{DECISION}") as reader:
        has_focus(reader, "push button", "Go on")
        for number in (2, 3):
            tab_to(reader, "push button", "Go on")
            reader.press("Return")
            reader.wait_to_hear(f"Step {number} of 5")
        for criterion in decision.criteria_in_play:
            judgement = f"{label(criterion)}: "
            tab_to(reader, "check box", judgement, most=150)
            reader.press("space")
            reader.wait(partial(is_checked, reader, judgement), f"judged {judgement}")
            tab_to(reader, "text", f"Reasons: {label(criterion)}")
            reader.write("Known then")
        tab_to(reader, "push button", "Go on", most=150)
        reader.press("Return")
        reader.wait_to_hear("Step 4 of 5")
        assert "enabled" in states(tab_to(reader, "radio button", ""))
        reader.press("space")
        for _ in range(3):
            reader.focused.clear()
            reader.press("Tab")
            field = tab_to(reader, "text", "")
            assert states(field) >= {"editable", "multi-line"}
            assert field["name"]
            reader.write("Because")
        tab_to(reader, "push button", "Give")
        reader.press("Return")
        reader.wait_to_hear("What followed is open now")
        has_focus(reader, "filler", "What followed and debrief")
        headings = {one["name"] for one in reader.shown("heading")}
        assert headings >= {"The decision really taken", "What followed"}


def is_checked(reader: ScreenReader, name: str) -> bool:
    return any("checked" in one["states"] for one in reader.shown("check box") if one["name"].startswith(name))


def test_headings_and_links_of_a_chapter(tmp_path: Path) -> None:
    with reading(tmp_path, "r2p://chapter/rwanda-warnings") as reader:
        library = load_pack(content_dir())
        chapter = library.get("rwanda-warnings", Chapter)
        reader.wait(lambda: len(reader.shown("heading")) > 1, "saw headings")
        levels = {one["name"]: one["level"] for one in reader.shown("heading")}
        assert levels[chapter.title] == 1
        reader.focused.clear()
        reader.press("Tab")
        link = has_focus(reader, "link")
        assert states(link) >= {"focusable", "focused", "showing"}
        assert link["name"] in span_text(inline(chapter.body)) or link["name"].isdigit()


def tab_to(reader: ScreenReader, role: str, words: str, *, most: int = 60) -> Told:
    """Press Tab until something has the focus."""
    for _ in range(most):
        reader.listen()
        last = reader.focused[-1] if reader.focused else reader.focus()
        if last["role"] == role and words in last["name"]:
            return last
        reader.press("Tab")
    raise AssertionError(f"Tab does not lead to a {role} “{words}”: {reader.focused[-5:]}")
