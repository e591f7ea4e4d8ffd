"""Translations: `events.fr.yaml` beside `events.yaml`, with the same ids and only words."""

import pytest

from r2p_app.content.library import Library
from r2p_app.content.load import load_pack
from r2p_app.content.model import Case, Chapter, Document, Event, Term
from r2p_app.content.problems import Level, Problem
from r2p_app.content.questions import SingleChoice
from r2p_app.content.teaching import Comparison, DecisionPoint, Lesson
from r2p_app.content.translations import missing
from tests.content import packs
from tests.content.conftest import MiniPack

EVENTS_FR = "cases/alpha/events.fr.yaml"
SOME = "events:\n- id: ev-cable\n  title: Un câble avertit d’un plan\n"


def french(mini_pack: MiniPack, files: packs.Files) -> Library:
    return load_pack(mini_pack(files), language="fr")


def faults(mini_pack: MiniPack, text: str, path: str = EVENTS_FR) -> list[tuple[str, int, str]]:
    found = load_pack(mini_pack({path: text})).problems
    assert all(problem.file == path for problem in found)
    return [(problem.code, problem.line, problem.hint) for problem in found]


def test_words_are_laid_over_and_the_rest_stays(mini_pack: MiniPack) -> None:
    library = french(mini_pack, {EVENTS_FR: SOME})
    event = library.get("ev-cable", Event)
    assert event.title == "Un câble avertit d’un plan"
    assert event.summary.startswith("The commander reports")
    assert event.date == "1994-01-11"
    assert library.problems == ()


def test_other_languages_do_not_see_it(mini_pack: MiniPack) -> None:
    root = mini_pack({EVENTS_FR: SOME})
    for language in ("en", "de"):
        assert load_pack(root, language=language).get("ev-cable", Event).title == "A cable warns of a plan"


def test_parts_with_ids_are_merged_by_id(mini_pack: MiniPack) -> None:
    text = "questions:\n- id: q-cut\n  options:\n  - {id: c, text: Renforcer la force}\n  - {id: a, text: La retirer}\n"
    library = french(mini_pack, {"cases/alpha/questions.fr.yaml": text})
    question = library.get("q-cut", SingleChoice)
    assert [option.text for option in question.options] == ["La retirer", "To reduce the force", "Renforcer la force"]
    assert [option.correct for option in question.options] == [False, True, False]


def test_parts_inside_parts(mini_pack: MiniPack) -> None:
    text = "comparisons:\n- id: cmp-warning\n  rows:\n  - {id: known, question: Que savait-on ?}\n"
    row = french(mini_pack, {"cases/alpha/comparisons.fr.yaml": text}).get("cmp-warning", Comparison).rows[0]
    assert (row.question, row.answers[0].answer) == ("Que savait-on ?", "The cable.")


def test_parts_without_ids_are_merged_by_place(mini_pack: MiniPack) -> None:
    text = "lessons:\n- id: l-cable\n  steps:\n  - {activity: Lire le câble.}\n"
    step = french(mini_pack, {"cases/alpha/lessons.fr.yaml": text}).get("l-cable", Lesson).steps[0]
    assert (step.activity, step.minutes) == ("Lire le câble.", 10)


def test_lists_of_words_are_replaced_as_a_whole(mini_pack: MiniPack) -> None:
    text = "terms:\n- {id: t-mandate, term: mandat, aliases: [mandats]}\n"
    assert french(mini_pack, {"shared/terms.fr.yaml": text}).get("t-mandate", Term).aliases == ("mandats",)


def test_the_case_the_pack_and_chapters(mini_pack: MiniPack) -> None:
    chapter = "---\nid: alpha-warnings\ntitle: Avertissements\n---\n\nTexte.\n"
    library = french(
        mini_pack,
        {
            "pack.fr.yaml": "pack:\n  id: mini\n  title: Un petit recueil\n",
            "cases/alpha/case.fr.yaml": "case:\n  id: alpha\n  title: Le premier cas\n",
            "cases/alpha/chapters/01-warnings.fr.md": chapter,
        },
    )
    assert library.problems == ()
    assert library.pack.title == "Un petit recueil"
    assert library.get("alpha", Case).title == "Le premier cas"
    translated = library.get("alpha-warnings", Chapter)
    assert (translated.title, translated.body, translated.body_line) == ("Avertissements", "Texte.", 6)
    assert translated.check == ("q-cut",)


def test_a_chapter_without_translated_text_keeps_its_own(mini_pack: MiniPack) -> None:
    path = "cases/alpha/chapters/01-warnings.fr.md"
    chapter = french(mini_pack, {path: "---\ntitle: Avertissements\n---\n"}).get("alpha-warnings", Chapter)
    assert (chapter.title, chapter.body_line) == ("Avertissements", 10)
    assert "was told" in chapter.body


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (SOME.replace("title:", 'date: "1994"\n  title:'), "overlay", 3),
        (SOME.replace("title:", "lanes: [lane-alpha]\n  title:"), "overlay", 3),
        (SOME.replace("title:", "titel:"), "unknown-key", 3),
        (SOME.replace("ev-cable", "ev-cabel"), "overlay", 2),
        (SOME.replace("id: ev-cable\n  ", ""), "overlay", 2),
        (SOME.replace("events:", "places:"), "overlay", 1),
        (SOME.replace("Un câble avertit d’un plan", "[a]"), "type", 3),
        (SOME.replace("Un câble avertit d’un plan", ""), "type", 3),
        ("events: {}\n", "type", 1),
        ("- a\n", "overlay", 1),
        ("events:\n- a\n", "overlay", 2),
        (SOME.replace("Un câble avertit d’un plan", "Un <b>câble</b>"), "html", 3),
        (SOME.replace("Un câble avertit d’un plan", "'[ici](r2p://event/ev-cabel)'"), "link-broken", 3),
        (SOME.replace("Un câble avertit d’un plan", "'[ici](r2p://nowhere/x)'"), "link-form", 3),
        ("events: &x []\n", "yaml-alias", 1),
        ("events: [a: b: c\n", "yaml-syntax", 1),
    ],
)
def test_anything_else_is_reported_in_every_language(mini_pack: MiniPack, text: str, code: str, line: int) -> None:
    assert [found[:2] for found in faults(mini_pack, text)] == [(code, line)]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("shared/terms.fr.yaml", "terms:\n- {id: t-mandate, aliases: [mandats, missions]}\n"),
        ("cases/alpha/lessons.fr.yaml", "lessons:\n- id: l-cable\n  steps: [{activity: a}, {activity: b}]\n"),
        ("cases/alpha/documents.fr.yaml", "documents:\n- {id: doc-cable, vote: {note: n}}\n"),
        ("cases/alpha/documents.fr.yaml", "documents:\n- {id: doc-res-912, vote: {in_favour: 3}}\n"),
        ("cases/alpha/documents.fr.yaml", "documents:\n- {id: doc-res-912, vote: [a]}\n"),
        ("cases/alpha/questions.fr.yaml", "questions:\n- id: q-cut\n  options: [{id: z, text: a}]\n"),
    ],
)
def test_parts_that_do_not_fit(mini_pack: MiniPack, path: str, text: str) -> None:
    assert [code for code, _, _ in faults(mini_pack, text, path)] == ["overlay"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("Texte <b>gras</b>.", "html"),
        ("Texte.[@report-1998]", "link-broken"),
        ("[ici](https://x.y)", "link-scheme"),
        ("::: nota\nTexte.\n:::", "markup-container"),
    ],
)
def test_the_text_of_a_translated_chapter_is_looked_at(mini_pack: MiniPack, body: str, code: str) -> None:
    path = "cases/alpha/chapters/01-warnings.fr.md"
    text = f"---\ntitle: Avertissements\n---\n\n{body}\n"
    assert [found[:2] for found in faults(mini_pack, text, path)] == [(code, 5)]


def test_words_with_html_are_not_shown(mini_pack: MiniPack) -> None:
    library = french(mini_pack, {EVENTS_FR: SOME.replace("Un câble", "Un <script>câble</script>")})
    assert library.get("ev-cable", Event).title == "A cable warns of a plan"


def test_ids_are_hinted_at(mini_pack: MiniPack) -> None:
    assert faults(mini_pack, SOME.replace("ev-cable", "ev-cabel"))[0][2] == "did you mean “ev-cable”?"


def test_an_overlay_of_nothing(mini_pack: MiniPack) -> None:
    assert faults(mini_pack, SOME, "cases/alpha/lost.fr.yaml")[0][0] == "overlay"


def test_the_note_of_a_vote(mini_pack: MiniPack) -> None:
    text = packs.FILES["cases/alpha/documents.yaml"].replace("abstaining: 0}", "abstaining: 0, note: All.}")
    files = {
        "cases/alpha/documents.yaml": text,
        "cases/alpha/documents.fr.yaml": "documents:\n- {id: doc-res-912, vote: {note: Tous.}}\n",
    }
    vote = french(mini_pack, files).get("doc-res-912", Document).vote
    assert vote is not None
    assert (vote.note, vote.in_favour) == ("Tous.", 15)
    root = mini_pack(files)
    lacking = [problem.message for problem in missing(root, load_pack(root), "fr")]
    assert not [message for message in lacking if "vote" in message]


def test_a_list_that_is_none(mini_pack: MiniPack) -> None:
    text = "questions:\n- {id: q-cut, options: Non}\n"
    assert faults(mini_pack, text, "cases/alpha/questions.fr.yaml")[0][0] == "type"


class TestMissing:
    def find(self, mini_pack: MiniPack, files: packs.Files, language: str = "fr") -> list[Problem]:
        root = mini_pack(files)
        found = missing(root, load_pack(root), language)
        assert all(problem.level is Level.WARNING for problem in found)
        return found

    def test_a_file_without_translation(self, mini_pack: MiniPack) -> None:
        found = self.find(mini_pack, {})
        assert {problem.file for problem in found} == set(packs.FILES)
        event_file = next(problem for problem in found if problem.file == packs.EVENTS_PATH)
        assert event_file.hint == "write events.fr.yaml beside it, with the same ids and only words"

    def test_what_a_translation_lacks(self, mini_pack: MiniPack) -> None:
        found = [problem for problem in self.find(mini_pack, {EVENTS_FR: SOME}) if problem.file == EVENTS_FR]
        assert [problem.message for problem in found] == [
            "“ev-cut” is not wholly translated: title, summary, disputed",
            "“ev-cable” is not wholly translated: summary",
        ]
        assert [problem.line for problem in found] == [0, 2]

    def test_parts_are_named_by_their_place(self, mini_pack: MiniPack) -> None:
        path = "cases/alpha/questions.fr.yaml"
        text = "questions:\n- id: q-cut\n  prompt: P\n  rationale: R\n  options:\n  - {id: b, text: T}\n"
        found = [problem for problem in self.find(mini_pack, {path: text}) if "“q-cut”" in problem.message]
        lacking = "options[1].text, options[1].rationale, options[2].rationale, options[3].text, options[3].rationale"
        assert found[0].message == f"“q-cut” is not wholly translated: {lacking}"

    def test_a_whole_translation_lacks_nothing(self, mini_pack: MiniPack) -> None:
        path = "cases/alpha/places.fr.yaml"
        text = (
            "places:\n- {id: pl-kigali, name: Kigali, why: La capitale}\n- {id: pl-camp, name: Le camp, why: Un camp}\n"
        )
        assert not [p for p in self.find(mini_pack, {path: text}) if p.file in (path, "cases/alpha/places.yaml")]

    def test_only_what_has_words(self, mini_pack: MiniPack) -> None:
        plain = packs.SOURCES.replace("  note: A general account.\n", "")
        assert not [p for p in self.find(mini_pack, {"shared/sources.yaml": plain}) if "sources" in p.file]

    def test_parts_of_a_decision(self, mini_pack: MiniPack) -> None:
        path = "cases/alpha/decisions.fr.yaml"
        text = (
            "decisions:\n- id: dp-cut\n  known_then: [{id: cable, fact: Un câble avait averti., made_by: La mission, "
            "made_for: Le siège, held: Pas vérifié.}]\n  not_known_then: [Combien de temps]\n"
        )
        root = mini_pack({path: text})
        point = load_pack(root, language="fr").get("dp-cut", DecisionPoint)
        assert (point.known_then[0].fact, point.known_then[0].date) == ("Un câble avait averti.", "1994-01-11")
        (found,) = [one for one in missing(root, load_pack(root), "fr") if one.file == path and "dp-cut" in one.message]
        assert "known_then" not in found.message
