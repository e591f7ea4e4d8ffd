"""What the narrator may and may not say. Each sentence is put into the summary of an event of April 1994."""

import pytest

from r2p_app.content.load import load_pack
from tests.content import packs
from tests.content.conftest import Check, MiniPack

SUMMARY = "Two weeks into the killing the Council keeps about 270."


def codes(check: Check, sentence: str, path: str = packs.EVENTS_PATH, old: str = SUMMARY) -> list[str]:
    quoted = sentence.replace("\\", "\\\\").replace('"', '\\"')
    return [problem.code for problem in check(path, old, f'"{quoted}"')]


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("The Rwandan genocide began.", "name-genocide"),
        ("After the Rwanda genocide courts were set up.", "name-genocide"),
        ("The Tutsi genocide was planned.", "name-genocide"),
        ("Muslims were driven out of Srebrenica.", "name-bosniaks"),
        ("The Bosnian Muslim men were separated in Potočari.", "name-bosniaks"),
        ("The army began a cleansing operation.", "euphemism"),
        ("Mopping-up operations followed.", "euphemism"),
        ("The region was ethnically clean.", "euphemism"),
        ("Serb forces then evacuated the women and children.", "euphemism"),
        ("Mladić evacuated the population.", "euphemism"),
        ("The VRS organised an orderly transfer.", "euphemism"),
        ("The R2P duty was ignored.", "retrospect"),
        ("The Council failed its responsibility to protect.", "retrospect"),
        ("A <b>bold</b> claim.", "html"),
        ("An <script>alert(1)</script> attack.", "html"),
        ("See [this](https://example.org).", "link-scheme"),
        ("So it is said [@report-1999].", "link-scheme"),
    ],
)
def test_what_is_reported(check: Check, sentence: str, code: str) -> None:
    assert code in codes(check, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The 1994 genocide against the Tutsi in Rwanda began.",
        "The book *The Rwandan Genocide* appeared.",
        "Some papers wrote of “the Rwandan genocide”.",
        "Muslims in Rwanda hid their neighbours.",
        "The census called the Bosniaks Muslims.",
        "Radio Sarajevo spoke of “Muslims”.",
        "Bosnia is a mainly Muslim country.",
        "The orders spoke of a “cleansing operation” in Bosnia.",
        "He called it a 'cleansing operation', the Serbs' word.",
        "French and Belgian troops evacuated foreigners from Kigali.",
        "UNHCR evacuated the wounded from Srebrenica through Serb lines.",
        "The evacuation of foreigners ended on 14 April.",
        "In retrospect, the responsibility to protect was at stake.",
        "With hindsight one can use R2P as a lens.",
        "This became one of the reasons for R2P, agreed in 2005.",
        "R2P did not exist in 1994.",
        "These crimes later shaped R2P.",
        "Resolution 1674 of 2006 recalls R2P.",
        "Fewer than 10 < 20 people.",
        "See [the cable](r2p://document/doc-cable).",
    ],
)
def test_what_is_not(check: Check, sentence: str) -> None:
    assert codes(check, sentence) == []


DISCUSSION = ("cases/alpha/discussions.yaml", "Ask why.")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("R2P has three pillars.", []),
        ("Was R2P broken in 1994?", ["retrospect"]),
        ("Was R2P, in retrospect, broken in 1994?", []),
        ("R2P was agreed in 2005. The force was cut in 1994.", []),
        ("Resolutions 1970 and 1973 name R2P.", []),
        ("In 1994 states did nothing. R2P asks more of them.", []),
    ],
)
def test_undated_texts_speak_of_the_years_they_name(check: Check, sentence: str, expected: list[str]) -> None:
    assert codes(check, sentence, *DISCUSSION) == expected


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (packs.QUESTIONS_PATH, "To enlarge the force", "To use R2P as in 1994"),
        ("shared/terms.yaml", "aliases: [mandates]", "aliases: [Rwandan genocide]"),
        ("cases/alpha/documents.yaml", "title: The cable of 11 January", "title: On the Rwandan genocide"),
        ("cases/alpha/misconceptions.yaml", "claim: Nobody knew.", "claim: In 1994 states broke R2P."),
        (packs.QUESTIONS_PATH, "near_misses: [manual]", "near_misses: [Rwandan genocide]"),
    ],
)
def test_words_that_are_not_the_narrators(check: Check, path: str, old: str, new: str) -> None:
    assert check(path, old, new) == ()


def test_a_right_option_is_the_narrators(check: Check) -> None:
    problems = check(packs.QUESTIONS_PATH, "To reduce the force", "To use R2P as in 1994")
    assert [problem.code for problem in problems] == ["retrospect"]


@pytest.mark.parametrize(("answer", "expected"), [("true", ["retrospect"]), ("false", [])])
def test_nor_is_a_false_statement_to_judge(mini_pack: MiniPack, answer: str, expected: list[str]) -> None:
    text = packs.QUESTIONS.replace("The cable was answered.", "The Council applied R2P in 1994.")
    root = mini_pack({packs.QUESTIONS_PATH: text.replace("answer: true", f"answer: {answer}")})
    assert [problem.code for problem in load_pack(root).problems] == expected


class TestChapters:
    def codes(self, mini_pack: MiniPack, paragraph: str) -> list[tuple[str, int]]:
        text = packs.CHAPTER + f"\n{paragraph}\n"
        problems = load_pack(mini_pack({packs.CHAPTER_PATH: text})).problems
        last = text.count("\n")
        return [(problem.code, problem.line - last) for problem in problems]

    def test_paragraphs_are_read_too(self, mini_pack: MiniPack) -> None:
        assert self.codes(mini_pack, "The *whole* Rwandan genocide began.") == [("name-genocide", 0)]
        assert self.codes(mini_pack, "- one\n- The VRS evacuated the women.") == [("euphemism", 0)]

    def test_quotations_and_titles_are_not(self, mini_pack: MiniPack) -> None:
        assert self.codes(mini_pack, "> The Rwandan genocide began.") == []
        assert self.codes(mini_pack, "She wrote *The Rwandan Genocide*.") == []

    def test_html(self, mini_pack: MiniPack) -> None:
        assert self.codes(mini_pack, "A <b>bold</b> word.") == [("html", 0)]
