"""Handouts as files: what stands in them, and what must not."""

import io
import re

import pytest
from msgspec import structs
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from r2p_app.content.library import Library
from r2p_app.content.model import Case
from r2p_app.content.questions import QuestionBase
from r2p_app.content.teaching import DecisionPoint, Lesson
from r2p_app.export.paper.handouts.subject import Handout, Subject, offered, quiz_subject, subject_of
from r2p_app.export.paper.setting import PaperSize
from r2p_app.lessons.plan import starts
from r2p_app.ui.export.work import Progress, finish
from r2p_app.ui.paper.making import Plan, handout_pdf
from r2p_app.ui.paper.words import handout_name
from r2p_app.ui.theme.look import Look
from tests.learning import samples
from tests.ui.paper.conftest import Make
from tests.ui.paper.reading import page_text, plain, text

LESSON = "l-rwanda-two-weeks-in-april"
DECISION = "dp-unamir-cut"
A_LESSON_OF_EACH_CASE = (LESSON, "l-srebrenica-july-1995", "l-kosovo-hearing-march-1999", "l-doctrine-which-is-it")


def made(library: Library, subject: Subject, kind: Handout, *, versions: int = 1, answers: bool = False) -> PdfReader:
    plan = Plan(library, subject, kind, versions=versions, answers=answers)
    return PdfReader(io.BytesIO(finish(handout_pdf(plan))))


def quiz(library: Library, title: str = "Twelve kinds") -> Subject:
    kinds: dict[type[QuestionBase], QuestionBase] = {}
    for question in library.all(QuestionBase):
        kinds.setdefault(type(question), question)
    return quiz_subject(library, tuple(kinds.values()), title, seed=11)


def inside(of: DictionaryObject, key: str) -> DictionaryObject:
    found = of[key].get_object()
    assert isinstance(found, DictionaryObject)
    return found


@pytest.mark.parametrize("kind", Handout)
def test_every_handout_is_tagged_and_has_our_fonts_a_title_an_outline_pages_and_a_licence(
    make: Make, library: Library, kind: Handout
) -> None:
    pdf = make(LESSON, kind, versions=2, answers=True)
    root = inside(pdf.trailer, "/Root")
    assert inside(root, "/MarkInfo")["/Marked"]
    assert str(root["/Lang"]) == "en"
    assert pdf.metadata is not None
    assert str(pdf.metadata.title).startswith(("Reinforce, cut", handout_name(kind)))
    assert pdf.outline
    assert plain("Licence: CC BY-SA 4.0") in text(pdf)
    assert plain("Page 1 of") in page_text(pdf.pages[0])
    for page in pdf.pages:
        for font in inside(inside(page, "/Resources"), "/Font").values() if page_text(page) else ():
            face = font.get_object()["/DescendantFonts"][0].get_object()
            assert "+" in str(face["/BaseFont"])  # a part of the font, embedded
            assert {"/FontFile2", "/FontFile3"} & set(inside(face, "/FontDescriptor"))
            assert str(face["/BaseFont"]).partition("+")[2].startswith(("SourceSerif4", "Inter"))


@pytest.mark.parametrize("name", A_LESSON_OF_EACH_CASE)
def test_a_worksheet_has_the_tasks_and_nothing_that_is_the_teachers(make: Make, library: Library, name: str) -> None:
    lesson, found = library.get(name, Lesson), text(make(name, Handout.WORKSHEET))
    for number, step in enumerate(lesson.steps, 1):
        if step.prompt:
            assert plain(f"{number}. {step.heading}") in found
            assert plain(step.prompt)[:60] in found
        assert plain(step.teacher_note)[:40] not in found or not step.teacher_note
        assert plain(step.activity)[:40] not in found
    assert plain(lesson.exit_route)[:40] not in found
    for question in subject_of(library, lesson).questions:
        assert not question.rationale or plain(question.rationale)[:40] not in found


def test_nothing_that_followed_a_decision_is_on_its_worksheet_or_its_cards(make: Make, library: Library) -> None:
    decision = library.get(DECISION, DecisionPoint)
    for kind in (Handout.WORKSHEET, Handout.EVIDENCE_CARDS, Handout.ROLE_CARDS):
        found = text(make(DECISION, kind))
        assert plain(decision.chosen)[:40] not in found
        assert plain(decision.what_followed)[:40] not in found
        assert all(plain(one.text)[:40] not in found for one in decision.later_assessments)
    assert plain(decision.what_followed)[:40] in text(make(DECISION, Handout.GUIDE))


def test_before_the_report_of_2001_the_criteria_are_used_in_retrospect_on_a_worksheet(make: Make) -> None:
    assert plain("To use them is a view in retrospect") in text(make(DECISION, Handout.WORKSHEET))
    assert plain("The criteria of the report of December 2001") in text(make("dp-libya-res-1973", Handout.WORKSHEET))


def test_every_piece_of_evidence_has_its_card_with_its_source(make: Make, library: Library) -> None:
    decision, found = library.get(DECISION, DecisionPoint), text(make(DECISION, Handout.EVIDENCE_CARDS))
    for fact in decision.known_then:
        assert plain(fact.fact)[:50] in found
        assert plain(fact.made_by)[:30] in found


def test_a_guide_has_everything_of_the_plan(make: Make, library: Library) -> None:
    lesson, found = library.get(LESSON, Lesson), text(make(LESSON, Handout.GUIDE))
    for step, start in zip(lesson.steps, starts(lesson), strict=False):
        assert plain(f"from minute {start}") in found
        for words in (step.prompt, step.activity, step.teacher_note, *step.materials):
            assert plain(words)[:50] in found
    for words in (*lesson.ground_rules, *lesson.adaptations, lesson.exit_route, lesson.homework):
        assert plain(words)[:50] in found


def test_a_test_of_twelve_kinds_has_its_versions_with_answer_sheets_and_no_key(library: Library, look: Look) -> None:
    subject = quiz(library)
    pdf = made(library, subject, Handout.TEST, versions=3)
    found = text(pdf)
    assert found.count(plain("Answer sheet: Twelve kinds")) >= 3
    for letter in "ABC":
        assert plain(f"Version {letter}") in found
    assert plain("Version D") not in found
    for question in subject.questions:
        assert found.count(plain(question.prompt)[:40]) == 3
        assert not question.rationale or plain(question.rationale)[:40] not in found
    assert plain("Answer key") not in found


def test_the_key_lists_every_version_with_reasons_and_sources(library: Library, look: Look) -> None:
    subject = quiz(library)
    found = text(made(library, subject, Handout.KEY, versions=6))
    for letter in "ABCDEF":
        assert plain(f"Version {letter}") in found
    for question in subject.questions:
        assert plain(question.rationale)[:40] in found
        for option in getattr(question, "options", ()):
            assert plain(option.rationale)[:30] in found


def test_with_answers_the_key_begins_on_a_sheet_of_its_own(library: Library, look: Look) -> None:
    pdf = made(library, quiz(library), Handout.TEST, answers=True)
    first = next(number for number, page in enumerate(pdf.pages) if plain("Answer key:") in page_text(page))
    assert first % 2 == 0  # printed on both sides, it is on no question sheet
    assert page_text(pdf.pages[first]).endswith(plain(f"Page 1 of {len(pdf.pages) - first}"))
    before = "".join(page_text(page) for page in pdf.pages[:first])
    assert plain("Answers and reasons") not in before


@pytest.mark.parametrize("kind", Handout)
def test_every_sheet_has_its_number(make: Make, kind: Handout) -> None:
    for page in make(LESSON, kind, versions=2, answers=True).pages:
        assert re.search(r"Page\d+of\d+", page_text(page)) or not page_text(page)


def test_every_section_counts_its_own_pages(library: Library, look: Look) -> None:
    pdf = made(library, quiz(library), Handout.TEST, versions=2)
    counted = [re.search(r"Page(\d+)of(\d+)$", page_text(page)) for page in pdf.pages if page_text(page)]
    numbers = [(int(one[1]), int(one[2])) for one in counted if one is not None]
    assert len(numbers) == len([page for page in pdf.pages if page_text(page)])
    assert sum(number == 1 for number, _ in numbers) == 4
    assert all(1 <= number <= count for number, count in numbers)


def test_the_same_plan_makes_the_same_file(library: Library, look: Look) -> None:
    plan = Plan(library, quiz(library), Handout.TEST, versions=2)
    assert finish(handout_pdf(plan)) == finish(handout_pdf(plan))


@pytest.mark.parametrize(("paper", "size"), [(PaperSize.A4, (595, 842)), (PaperSize.LETTER, (612, 792))])
@pytest.mark.parametrize("kind", Handout)
def test_sheets_are_as_large_as_was_asked(make: Make, kind: Handout, paper: PaperSize, size: tuple[int, int]) -> None:
    for page in make(LESSON, kind, paper=paper).pages:
        found = round(page.mediabox.width), round(page.mediabox.height)
        assert found in {size, size[::-1]}
        assert found == size or kind is Handout.FRIEZE


def test_sort_cards_do_not_tell_the_order_unless_answers_are_wanted(make: Make) -> None:
    pdf = make(LESSON, Handout.SORT_CARDS)
    cards = "".join(page_text(page) for page in pdf.pages if plain("Cut along the dashed lines") in page_text(page))
    assert plain("Plane of Presidents Habyarimana") in cards
    assert (
        re.search(
            r"\dApril|1994",
            cards.replace(plain("Order these events of April 1994."), "").replace(plain("Two weeks in April 1994"), ""),
        )
        is None
    )
    assert plain("The events in order") not in text(pdf)
    solved = text(make(LESSON, Handout.SORT_CARDS, answers=True))
    assert plain("The events in order") in solved
    assert plain("6 April 1994") in solved


def test_a_frieze_has_every_event_once_and_says_how_it_is_joined(make: Make, library: Library) -> None:
    pdf = make("rwanda", Handout.FRIEZE)
    sheets = [page for page in pdf.pages if page.mediabox.width > page.mediabox.height]
    found = "".join(page_text(page) for page in sheets)
    assert len(sheets) > 3
    assert [page_text(page).count(plain(f"of {len(sheets)}")) for page in sheets] == [1] * len(sheets)
    for number in range(1, len(sheets)):
        assert plain(f"join sheet {number + 1}") in page_text(sheets[number - 1])
        assert plain(f"Paste sheet {number} over") in page_text(sheets[number])
    landmarks = [event for event in subject_of(library, library.get("rwanda", Case)).events if event.importance == 3]
    assert len(landmarks) > 20
    assert all(found.count(plain(event.title)) >= 1 for event in landmarks)


def test_headings_are_never_the_last_words_of_a_sheet(make: Make, library: Library) -> None:
    for name in A_LESSON_OF_EACH_CASE:
        headings = {
            plain(f"{number}. {step.heading}") for number, step in enumerate(library.get(name, Lesson).steps, 1)
        }
        for kind in (Handout.WORKSHEET, Handout.GUIDE):
            for page in make(name, kind).pages:
                before_foot = page_text(page).partition(plain("From “The Responsibility"))[0]
                assert not any(before_foot.endswith(heading) for heading in headings)


STRANGE = (
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2,
    "A title that goes on and on, " * 7,
    "سلام العالم: درس عن المسؤولية عن الحماية",
    "עברית: אחריות להגן",
    '#panic("no") $x$ @label <end> \\ [@x] *y*',
    "中文 課 and 😀",
)


@pytest.mark.parametrize("words", STRANGE, ids=["long-word", "long-title", "arabic", "hebrew", "template", "no-letter"])
@pytest.mark.parametrize("kind", Handout)
def test_whatever_a_teacher_writes_is_set(library: Library, look: Look, kind: Handout, words: str) -> None:
    lesson = library.get(LESSON, Lesson)
    steps = tuple(structs.replace(step, heading=words, prompt=words, teacher_note=words) for step in lesson.steps)
    own = structs.replace(lesson, id="l-own", title=words, steps=steps, homework=words)
    pdf = made(library, subject_of(library, own), kind, versions=2, answers=True)
    assert len(pdf.pages) > 0


def test_a_lesson_that_names_what_is_not_there_still_has_its_handouts(library: Library, look: Look) -> None:
    lesson = library.get(LESSON, Lesson)
    steps = tuple(structs.replace(step, uses=("ev-nowhere", *step.uses)) for step in lesson.steps)
    own = structs.replace(lesson, id="l-own", objectives=("o-nowhere",), steps=steps)
    for kind in offered(subject_of(library, own)):
        assert made(library, subject_of(library, own), kind).pages


def test_long_cards_shrink_and_stay_on_their_card(library: Library, look: Look) -> None:
    question = samples.ordering(5)
    items = tuple(structs.replace(item, text=f"{item.text} {'and so on ' * 60}") for item in question.items)
    subject = quiz_subject(library, [structs.replace(question, items=items)], "Long", seed=3)
    pdf = made(library, subject, Handout.SORT_CARDS)
    assert page_text(pdf.pages[0]).count(plain("and so on")) == 300
    assert len(pdf.pages) == 2


def test_the_window_goes_on_meanwhile(library: Library, look: Look) -> None:
    subject = subject_of(library, library.get(LESSON, Lesson))
    work = handout_pdf(Plan(library, subject, Handout.WORKSHEET))
    steps = [next(work) for _ in range(5)]
    assert all(isinstance(step, Progress) for step in steps)
    assert steps == sorted(steps)
    work.close()
