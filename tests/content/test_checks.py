"""One fault per row: a piece of the small sound pack is replaced, and one thing is reported, where it stands."""

import pytest

from r2p_app.content.checks.table import FILE_CHECKS, RECORD_CHECKS, WHOLE_CHECKS
from r2p_app.content.library import Library
from r2p_app.content.load import load_pack
from r2p_app.content.model import Series
from r2p_app.content.problems import Level
from tests.content import packs
from tests.content.conftest import Check, MiniPack

ALPHA = "cases/alpha/"
CASE, DECISIONS = ALPHA + "case.yaml", ALPHA + "decisions.yaml"
DOCUMENTS, FIGURES, SERIES = ALPHA + "documents.yaml", ALPHA + "figures.yaml", ALPHA + "series.yaml"
EVENTS, QUESTIONS, CHAPTER = packs.EVENTS_PATH, packs.QUESTIONS_PATH, packs.CHAPTER_PATH
CRITERIA, GUIDES = ALPHA + "criteria.yaml", ALPHA + "guides.yaml"
COMPARISONS, PLACES, STORIES = ALPHA + "comparisons.yaml", ALPHA + "places.yaml", ALPHA + "stories.yaml"
SEQUENCES, MOVEMENTS = ALPHA + "sequences.yaml", ALPHA + "movements.yaml"
SECOND_STEP = packs.FILES[STORIES].partition("  - heading: The vote")

REASONS = ", ".join(f"{{id: r{n}, text: Reason {n}, rationale: Because {n}.}}" for n in range(3))

FAULTS = [
    # identity
    (EVENTS, "id: ev-cut", "id: cut", "id-prefix", "id: cut"),
    (QUESTIONS, "{id: b, text: To reduce", "{id: a, text: To reduce", "id-part", "{id: a, text: To reduce"),
    (QUESTIONS, "{id: b, text: The cable", "{id: a, text: The cable", "id-part", "{id: a, text: The cable"),
    (CASE, "id: alpha\n", "id: beta\n", "case-folder", "id: beta"),
    # structure
    ("pack.yaml", "format: 1", "format: 2", "pack-format", "format: 2"),
    ("pack.yaml", "[en, fr]", "[fr]", "pack-language", "languages"),
    (COMPARISONS, "column: alpha", "column: beta", "comparison-column", "column: beta"),
    (CRITERIA, "by: An author", "by: The inquiry", "readings-few", "readings"),
    (GUIDES, "row: known", "row: unknown", "guide-comparison", "id: guide-words"),
    (GUIDES, "fits: [alpha]", "fits: [beta]", "guide-comparison", "id: guide-words"),
    (
        COMPARISONS,
        "answers: [",
        "answers: [{column: alpha, answer: A, evidence: [ev-cut]}, ",
        "comparison-column",
        "answers:",
    ),
    (CASE, "[alpha-warnings]", "[alpha-warnings, alpha-warnings]", "chapter-twice", "chapters"),
    (STORIES, "".join(SECOND_STEP[1:]), "", "story-steps", "steps:"),
    # order
    (SERIES, '"1994-04-21"', '"1993-10-05"', "date-order", '"1993-10-05", value: 270'),
    (SERIES, '"1994-05-17"', '"1994-03"', "date-order", '"1994-03"'),
    # decision points
    (DECISIONS, 'date: "1994-01-11"', 'date: "1994-04-22"', "known-later", '"1994-04-22"'),
    (DECISIONS, 'date: "1994-01-11"', 'date: "1994"', "known-later", 'date: "1994"'),
    (DECISIONS, "[How long the", "[That the", "hindsight", "not_known_then"),
    (DECISIONS, "Three options", "Until 1995 three options", "hindsight", "situation"),
    (DECISIONS, "It may protect.", "It did so in 1995.", "hindsight", "It did so"),
    (DECISIONS, "    held: One informant; not checked.\n", "", "evidence-card", "- id: cable"),
    (DECISIONS, "    form: cable\n", "", "evidence-card", "- id: cable"),
    (DECISIONS, "by: A writer", "by: The inquiry", "assessments", "later_assessments"),
    (SEQUENCES, "{decision: dp-arms}", "{decision: dp-cut}, {decision: dp-arms}", "sequence-order", "- id: seq-alpha"),
    (DECISIONS, packs.ARMS.replace("dp-arms", "dp-arms-5"), "", "decision-few", None),
    (SEQUENCES, "{decision: dp-cut", "{decision: dp-arms", "sequence-steps", "decision: dp-arms, bridge"),
    (QUESTIONS, 'date: "1994-01-11"}', 'date: "1993-01-11"}', "date-order", '"1993-01-11"'),
    (QUESTIONS, 'date: "1994-01-11"}', 'date: "1994"}', "date-overlap", "id: c, text: The cut"),
    (QUESTIONS, 'end: "1994-12"', 'end: "1993-12"', "date-order", 'end: "1993-12"'),
    (QUESTIONS, 'end: "1994-12"', 'end: "1994-03"', "date-order", 'date: "1994-04-21"\n'),
    (STORIES, 'start: "1994-04"', 'start: "1993-12"', "story-order", '"1993-12"'),
    (STORIES, 'end: "1994-02"', 'end: "1993-12"', "story-order", '"1993-12"'),
    # numbers
    (
        QUESTIONS,
        "rationale: That was the strength before.}",
        "rationale: R}\n  - {value: 2548, rationale: S}",
        "numeric-mistake",
        "rationale: S",
    ),
    (FIGURES, "  value: 2548\n", "", "figure-value", "- id: fig-force"),
    (FIGURES, "  value: 2548\n", "  low: 1\n", "figure-value", "- id: fig-force"),
    (FIGURES, "  value: 2548\n", "  value: 9\n  low: 1\n  high: 5\n", "figure-value", "- id: fig-force"),
    (FIGURES, "  low: 500000\n", "  low: 900000\n", "figure-value", "- id: fig-toll"),
    (SERIES, ", low: 5400, high: 5500", "", "series-value", '"1994-05-17"'),
    (SERIES, ", low: 5400, high: 5500", ", value: 1, low: 5400", "series-value", '"1994-05-17"'),
    (SERIES, "  limits: A ceiling is a permission.\n", "", "series-words", "- id: ser-ceiling"),
    (DOCUMENTS, "in_favour: 15", "in_favour: 16", "vote-count", "vote:"),
    (DOCUMENTS, "against: 0", "against: 0, opponents: [Rwanda]", "vote-count", "opponents"),
    (DOCUMENTS, "abstaining: 0", "abstaining: 0, abstainers: [China]", "vote-count", "abstainers"),
    (QUESTIONS, "value: 2548, rationale", "value: 300, rationale", "numeric-mistake", "value: 300"),
    (QUESTIONS, "tolerance: 30", "tolerance: 270", "numeric-tolerance", "tolerance: 270"),
    # questions
    (QUESTIONS, "  rationale: They follow one another.\n", "", "question-rationale", "- id: q-order"),
    (QUESTIONS, "To reduce the force, correct: true", "To reduce the force", "question-key", "options:"),
    (QUESTIONS, "To enlarge the force,", "To enlarge the force, correct: true,", "question-key", "options:"),
    (QUESTIONS, "The exact day,", "The exact day, correct: true,", "question-key", "options:\n  - {id: a, text: Arms"),
    (QUESTIONS, "Lists of names, correct: true", "Lists of names", "question-kind", "kind: multiple"),
    (QUESTIONS, '  - {id: c, text: The cut, rationale: Third., date: "1994-04-21"}\n', "", "question-short", "items:"),
    (QUESTIONS, "right: a message", "right: what may be done", "question-key", "left: cable"),
    (QUESTIONS, "extra: [a vote]", "extra: [A Message]", "question-key", "extra: [A Message]"),
    (QUESTIONS, "accepted: [mandate]", "accepted: []", "question-key", "accepted"),
    (QUESTIONS, "near_misses: [manual]", "near_misses: [Mandate]", "question-key", "near_misses"),
    (QUESTIONS, "Arms stores, correct: true", "Arms stores", "question-kind", "kind: multiple"),
    (
        QUESTIONS,
        "near_misses: [manual]",
        "mistakes: [{id: a, text: Mandate, rationale: R}]",
        "question-key",
        "mistakes: [",
    ),
    (QUESTIONS, "  answer: true\n", f"  answer: true\n  reasons: [{REASONS}]\n", "question-key", "reasons"),
    (QUESTIONS, "the {{body}} cut", "the Council cut", "question-key", "- {id: body"),
    (QUESTIONS, "the {{body}} cut", "the {{body}} or {{body}} cut", "question-key", "- {id: body"),
    (QUESTIONS, "the {{body}} cut", "the {{body}} and {{mind}} cut", "question-key", "text: In April"),
    (QUESTIONS, "accepted: [Council]", "accepted: []", "question-key", "accepted: []"),
    (QUESTIONS, "near_misses: [Assembly]", "near_misses: [council]", "question-key", "near_misses: [council]"),
    (QUESTIONS, "text: The lists, belongs: then", "text: The lists, belongs: react", "question-key", "The lists"),
    (
        QUESTIONS,
        "  - {id: c, text: The report, belongs: later, rationale: It was written later.}\n"
        "  - {id: d, text: The trial, belongs: later,",
        "  - {id: c, text: The note, belongs: then, rationale: It was written then.}\n"
        "  - {id: d, text: The trial, belongs: then,",
        "question-key",
        "cards:",
    ),
    (
        QUESTIONS,
        "  - {id: b, text: The lists, belongs: then, rationale: They were seen.}\n",
        "",
        "question-short",
        "cards:",
    ),
    # claims
    (EVENTS, 'sources: ["report-1999, p. 11"]', "sources: []", "source-missing", "sources: []"),
    (DECISIONS, "    sources: [report-1999]\n", "    sources: []\n", "source-missing", "- id: cable"),
    (DECISIONS, "will., sources: [report-1999]", "will., sources: []", "source-missing", "will."),
    (ALPHA + "lens.yaml", ", events: [ev-cable]", "", "source-missing", "lens-prevent"),
    (COMPARISONS, ", evidence: [ev-cable]", "", "source-missing", "column: alpha"),
    (STORIES, '["report-1999, p. 11"]', "[]", "source-missing", "heading: The vote"),
    (EVENTS, "  disputed: Some hold that a larger force could have stayed.\n", "", "contested", "status: contested"),
    # links
    (EVENTS, "place: pl-kigali", "place: pl-kigal", "link-broken", "pl-kigal\n"),
    (EVENTS, "place: pl-kigali", "place: ev-cut", "link-broken", "place: ev-cut"),
    (EVENTS, "actors: [b-council]", "actors: [b-nobody]", "link-broken", "b-nobody"),
    (EVENTS, "lanes: [lane-alpha]", "lanes: [lane-beta]", "link-broken", "lane-beta"),
    (EVENTS, '"report-1999, p. 11"', '"report-1998, p. 11"', "link-broken", "report-1998"),
    (EVENTS, "r2p://actor/b-council", "r2p://actor/b-nobody", "link-broken", "b-nobody"),
    (EVENTS, "r2p://actor/b-council", "r2p://nowhere/b-council", "link-form", "r2p://nowhere"),
    (EVENTS, "r2p://actor/b-council", "r2p://actor", "link-form", "r2p://actor)"),
    (EVENTS, "r2p://actor/b-council", "r2p://case/alpha/lunch", "link-form", "lunch"),
    (QUESTIONS, "alpha-warnings#two-weeks", "alpha-warnings#ten-weeks", "link-broken", "#ten-weeks"),
    (QUESTIONS, "r2p://timeline?event=ev-cut", "r2p://timeline?event=ev-cat", "link-broken", "ev-cat"),
    (QUESTIONS, "objective: o-warnings", "objective: o-nothing", "link-broken", "o-nothing"),
    (CHAPTER, "report-1999, p. 11", "report-1998, p. 11", "link-broken", "[@report-1998"),
    (CHAPTER, "r2p://document/doc-cable", "r2p://document/doc-none", "link-broken", "r2p://document/doc-none"),
    (CHAPTER, "r2p://series/ser-ceiling", "r2p://series/ser-none", "link-broken", "r2p://series/ser-none"),
    (CHAPTER, "check: [q-cut]", "check: [q-none]", "link-broken", "q-none"),
    (ALPHA + "lessons.yaml", "uses: [doc-cable, q-cut]", "uses: [doc-cable, q-none]", "link-broken", "q-none"),
    (STORIES, "event: ev-cut", "event: ev-none", "link-broken", "ev-none"),
    (STORIES, "lanes: [lane-alpha]", "lanes: [lane-beta]", "link-broken", "lane-beta"),
    (CHAPTER, "r2p://document/doc-cable", "r2p://timeline/story/story-none/2", "link-broken", "story-none"),
    (CHAPTER, "r2p://document/doc-cable", "r2p://timeline/tale/2", "link-form", "r2p://timeline/tale"),
    (MOVEMENTS, "path: [pl-kigali, pl-camp]", "path: [pl-kigali]", "movement-path", "path:"),
    (MOVEMENTS, "path: [pl-kigali, pl-camp]", "path: [pl-camp, pl-camp]", "movement-path", "path: [pl-camp"),
    (MOVEMENTS, '["report-1999, p. 12"]', "[]", "source-missing", "sources: []"),
    (MOVEMENTS, "  disputed: How many they were is not agreed.\n", "", "contested", "status: contested"),
    (MOVEMENTS, "/1994-02", "/1993-02", "date", "1993-02"),
    # the pack as a whole
    (MOVEMENTS, "pl-camp]", "pl-nowhere]", "link-broken", "pl-nowhere"),
    (MOVEMENTS, '"1994-01-11/1994-02"', '"1994-02"', "movement-event", None),
    (MOVEMENTS, "figure: fig-force", "figure: fig-toll", "movement-toll", None),
    (STORIES, "event: ev-cut", "event: ev-cable", "story-event", None),
    (STORIES, "lanes: [lane-alpha]", "lanes: [lane-council]", "story-event", None),
    (CASE, "chapters: [alpha-warnings]", "chapters: []", "chapter-unlisted", None),
    (QUESTIONS, "  name: Kigali\n", "  name: The camp\n", "place-approximate", None),
]


@pytest.mark.parametrize(
    ("path", "old", "new", "code", "where"), FAULTS, ids=[f"{row[3]}-{index}" for index, row in enumerate(FAULTS)]
)
def test_a_fault_is_reported_where_it_stands(
    check: Check, *, path: str, old: str, new: str, code: str, where: str | None
) -> None:
    found = [problem for problem in check(path, old, new) if problem.code == code]
    assert len(found) == 1, found
    if where is not None:
        assert found[0].file == path
        assert found[0].line == packs.line_of(packs.changed(path, old, new)[path], where)


def test_the_small_pack_is_sound(mini_pack: MiniPack) -> None:
    assert load_pack(mini_pack()).problems == ()


def test_most_faults_are_reported_once(check: Check) -> None:
    (problem,) = check(EVENTS, "place: pl-kigali", "place: pl-kigal")
    assert problem.message == "there is no place “pl-kigal”"
    assert problem.hint == "did you mean “pl-kigali”?"


def test_a_record_of_another_kind_is_named(check: Check) -> None:
    (problem,) = check(EVENTS, "place: pl-kigali", "place: ev-cut")
    assert problem.message == "“ev-cut” is of the kind event; expected place"


def test_a_series_without_points(mini_pack: MiniPack) -> None:
    text = packs.FILES[SERIES].split("points:")[0] + "points: []\n"
    problems = load_pack(mini_pack({SERIES: text})).problems
    assert [problem.code for problem in problems] == ["series-value"]  # the chapter that shows it is not blamed


def test_a_point_may_say_why_nothing_is_known(mini_pack: MiniPack) -> None:
    gap = packs.SERIES.replace(", low: 5400, high: 5500", ", note: Nobody counted")
    library = load_pack(mini_pack({SERIES: gap}))
    assert not library.problems
    assert library.get("ser-ceiling", Series).points[2].value is None


def test_no_chart_compares_the_dead_of_two_cases(mini_pack: MiniPack) -> None:
    second = (
        packs.CASE.replace("id: alpha", "id: beta")
        .replace("The first case", "Beta")
        .replace("lane-alpha", "lane-council")
    )
    chart = packs.SERIES.replace("unit: people", "unit: people killed").replace(
        "label: Reduced", "label: The first case"
    )
    one, both = chart, chart.replace("high: 5500", "high: 5500, note: In Beta")
    counted = both.replace("unit: people killed", "unit: people")
    found = [
        [problem.code for problem in load_pack(mini_pack({"cases/beta/case.yaml": second, SERIES: text})).problems]
        for text in (one, both, counted)
    ]
    assert [codes.count("toll-compared") for codes in found] == [0, 1, 0]


def test_nothing_right_where_several_may_be(mini_pack: MiniPack) -> None:
    text = packs.QUESTIONS.replace("Arms stores, correct: true", "Arms stores")
    library = load_pack(mini_pack({QUESTIONS: text.replace("Lists of names, correct: true", "Lists of names")}))
    assert [problem.message for problem in library.problems] == ["no option is right"]


@pytest.mark.parametrize(("kind", "faults"), [("bar", 0), ("range", 0), ("line", 1), ("step", 1)])
def test_bars_may_stand_for_things_of_one_date(mini_pack: MiniPack, kind: str, faults: int) -> None:
    text = packs.FILES[SERIES].replace("kind: step", f"kind: {kind}").replace('"1994-04-21"', '"1993-10-05"')
    assert len(load_pack(mini_pack({SERIES: text})).problems) == faults


def test_an_id_used_twice(check: Check) -> None:
    problems = check(EVENTS, "id: ev-cut", "id: ev-cable")
    (twice,) = [problem for problem in problems if problem.code == "id-duplicate"]
    assert (twice.line, twice.hint) == (15, f"first in {EVENTS}, line 3; ids are unique in the whole pack")


def test_a_story_may_go_back_when_it_says_why(mini_pack: MiniPack) -> None:
    back = packs.FILES[STORIES].replace('start: "1994-04"', 'back_because: It began earlier.\n    start: "1993-12"')
    assert load_pack(mini_pack({STORIES: back})).problems == ()


def test_a_source_nobody_cites(mini_pack: MiniPack) -> None:
    extra = "- {id: unread-2020, type: book, author: B, title: Unread}\n"
    (problem,) = load_pack(mini_pack({"shared/sources.yaml": packs.SOURCES + extra})).problems
    assert (problem.code, problem.level, problem.line) == ("source-unused", Level.WARNING, 13)


def test_a_chapter_of_another_case(mini_pack: MiniPack) -> None:
    case = (
        packs.CASE.replace("alpha", "beta")
        .replace("beta-warnings", "alpha-warnings")
        .replace("lane-beta", "lane-alpha")
    )
    (problem,) = load_pack(mini_pack({"cases/beta/case.yaml": case})).problems
    assert (problem.code, problem.file) == ("chapter-foreign", "cases/beta/case.yaml")


def test_a_folder_without_a_case(mini_pack: MiniPack) -> None:
    place = packs.yaml("places", "- {id: pl-b, name: B, lat: 1, lon: 2, why: W}", depth=2)
    (problem,) = load_pack(mini_pack({"cases/beta/places.yaml": place})).problems
    assert (problem.code, problem.line) == ("case-file", 0)


def test_what_is_wrong_with_a_record_is_not_reported_again_at_those_who_name_it(check: Check) -> None:
    problems = check("shared/sources.yaml", "type: un-document", "type: leaflet")
    assert [problem.code for problem in problems] == ["value"]


def test_nor_what_is_wrong_with_a_whole_file(mini_pack: MiniPack) -> None:
    problems = load_pack(mini_pack({"shared/sources.yaml": packs.SOURCES + "  broken: a: b\n"})).problems
    assert [problem.code for problem in problems] == ["yaml-syntax"]


DROPPED = [
    (QUESTIONS, "To reduce the force, correct: true", "To reduce the force", "q-cut"),
    (QUESTIONS, "{id: b, text: To reduce", "{id: a, text: To reduce", "q-cut"),
    (FIGURES, "  value: 2548\n", "", "fig-force"),
    (EVENTS, "title: The Council reduces", "title: The <b>Council</b> reduces", "ev-cut"),
    (EVENTS, '"1994-04-21"', '"1994-04-31"', "ev-cut"),
]


@pytest.mark.parametrize(("path", "old", "new", "item_id"), DROPPED)
def test_what_cannot_be_shown_soundly_is_left_out(
    mini_pack: MiniPack, path: str, old: str, new: str, item_id: str
) -> None:
    library = load_pack(mini_pack(packs.changed(path, old, new)))
    assert item_id not in library
    assert len(library) == len(sound()) - 1


def test_a_broken_link_leaves_the_record_in(mini_pack: MiniPack) -> None:
    assert "ev-cut" in load_pack(mini_pack(packs.changed(EVENTS, "lane-council", "lane-nowhere")))


def sound() -> list[str]:
    return [line for text in packs.FILES.values() for line in text.split("\n") if _declares(line)]


def _declares(line: str) -> bool:
    return line.startswith(("- id:", "- {id:", "id:")) or line == "  id: alpha"


def test_the_count_above_is_right(mini_pack: MiniPack) -> None:
    assert len(sound()) == len(load_pack(mini_pack()))


def test_every_code_has_one_meaning_and_a_row_here() -> None:
    tested = {row[3] for row in FAULTS} | {"source-unused", "chapter-foreign", "case-file", "toll-compared"}
    table = {check.code for check in WHOLE_CHECKS} | {
        check.code for check in RECORD_CHECKS if check.find.__module__.startswith("r2p_app.content.checks.")
    }
    assert table - tested == {"chapter-empty", "decision-options"}
    assert all(check.code for check in FILE_CHECKS)


def test_an_empty_chapter(mini_pack: MiniPack) -> None:
    head = packs.CHAPTER.split("---")[1]
    problems = load_pack(mini_pack({CHAPTER: f"---{head}---\n"})).problems
    assert {problem.code for problem in problems} == {"chapter-empty", "link-broken"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            packs.DECISIONS[packs.DECISIONS.index("known_then:") : packs.DECISIONS.index("  not_known_then:")],
            "known_then: []\n",
        ),
        (
            "  - {id: enlarge, text: Enlarge, arguments_for: It may protect., "
            "arguments_against: No troops were offered.}\n",
            "",
        ),
    ],
)
def test_a_decision_without_choice_or_knowledge(check: Check, old: str, new: str) -> None:
    assert [problem.code for problem in check(DECISIONS, old, new)] == ["decision-options"]


def test_a_pack_without_its_file_opens_all_the_same(mini_pack: MiniPack) -> None:
    library: Library = load_pack(mini_pack({"pack.yaml": None}))
    assert [problem.code for problem in library.problems] == ["pack-file"]
    assert (library.pack.title, len(library)) == ("pack", len(sound()))
