"""Worksheets: what learners do, with lines to write on, and behind it the material, sheet by sheet for each task.

Nothing that only the teacher reads is here: no activity, no note, no key, nothing that followed a decision.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from r2p_app.content.markup import Heading, parse, span_text
from r2p_app.content.model import Chapter, Document, Event
from r2p_app.content.questions import QuestionBase
from r2p_app.content.teaching import DecisionPoint, Discussion, Lesson, LessonStep, Objective, StepForm
from r2p_app.export.paper.blocks import Json
from r2p_app.export.paper.handouts.parts import NEW_PAGE, Section, boxed, caption, fields, lines, question, whole
from r2p_app.export.paper.handouts.subject import SORTED, Handout, Subject
from r2p_app.export.paper.handouts.versions import Version
from r2p_app.lessons.slides import care
from r2p_app.ui.format import date
from r2p_app.ui.lessons.words import form_label as way_of_working
from r2p_app.ui.lessons.words import minutes_words
from r2p_app.ui.paper.asked import Blocks, Setting, with_place
from r2p_app.ui.paper.decision_sheet import advice_sheet, brief, evidence
from r2p_app.ui.paper.words import citations, dotted, kicker, name_fields, source_line
from r2p_app.ui.text import label as enum_label

translate = QCoreApplication.translate

_LINES = {StepForm.WRITE: 8, StepForm.GROUPS: 6, StepForm.PAIRS: 6, StepForm.READ: 5}
_FEW_LINES = 2
"""Lines for steps in which the class mostly talks or votes."""

_ON_DOCUMENTS: Sequence[str] = (
    str(QT_TRANSLATE_NOOP("Handouts", "Who made this document, for whom, and with what aim?")),
    str(QT_TRANSLATE_NOOP("Handouts", "What does it say? Two sentences in your own words.")),
    str(QT_TRANSLATE_NOOP("Handouts", "What does it ask for, allow or leave open? Quote the place.")),
    str(QT_TRANSLATE_NOOP("Handouts", "What can it not tell? Where would you look for that?")),
)


def worksheet(setting: Setting, subject: Subject, version: Version) -> Section:
    """Return the worksheet of a lesson, a chapter, a document or a decision."""
    match subject.record:
        case Lesson():
            return _of_lesson(setting, subject, subject.record, version)
        case Chapter():
            return _of_chapter(setting, subject, subject.record, version)
        case Document():
            return _of_document(setting, subject, subject.record, version)
        case DecisionPoint():
            cited = citations(setting.library, _facts_sources([subject.record]))
            return _section(subject, advice_sheet(setting, subject.record), sources=cited)
    raise ValueError(f"there is no worksheet of {subject.id}")


def _section(subject: Subject, blocks: Blocks, facts: str = "", sources: Sequence[str] = ()) -> Section:
    return Section(subject.title, kicker(subject, Handout.WORKSHEET), facts, blocks, sources)


def _of_lesson(setting: Setting, subject: Subject, lesson: Lesson, version: Version) -> Section:
    form = setting.form
    note, rules = care(lesson, setting.library)
    blocks: Blocks = [fields(*name_fields())]
    if note or rules:
        together = translate("Handouts", "Read together before the first task")
        blocks.append(form.notice(together, [note, " ".join(rules)]))
    for number, step in enumerate(lesson.steps, 1):
        blocks += _task(setting, number, step, version)
    if lesson.homework:
        blocks += [form.heading(translate("Handouts", "Homework")), form.plain(lesson.homework)]
    for number, step in enumerate(lesson.steps, 1):
        blocks += _material(setting, number, step)
    cited = [text for event in subject.events for text in event.sources]
    return _section(subject, blocks, sources=citations(setting.library, (*cited, *_facts_sources(subject.decisions))))


def _facts_sources(decisions: Iterable[DecisionPoint]) -> list[str]:
    return [text for decision in decisions for fact in decision.known_then for text in fact.sources]


def _task(setting: Setting, number: int, step: LessonStep, version: Version) -> Blocks:
    """Return a step as the learner meets it; a step without words for the class has no place here."""
    found = _questions(setting, step)
    if not step.prompt and not found:
        return []
    form = setting.form
    words = dotted((way_of_working(step.form), minutes_words(step.minutes)))
    head = [form.heading(f"{number}. {step.heading}"), form.under(words)]
    task = [form.plain(step.prompt)] if step.prompt else []
    asked = [question(str(version.number(item)), with_place(setting, item, version.order(item))) for item in found]
    room = [] if found else [lines(_LINES.get(step.form, _FEW_LINES))]
    return [whole([*head, *task, *room]), *asked] if room else [whole([*head, *task]), *asked]


def _questions(setting: Setting, step: LessonStep) -> list[QuestionBase]:
    found = (setting.library.find(name, QuestionBase) for name in step.uses)
    return [item for item in found if item is not None]


def _material(setting: Setting, number: int, step: LessonStep) -> Blocks:
    """Return what a step uses, on sheets of its own, so that it can be handed out in its time."""
    blocks = [block for name in _shown(setting, step) for block in _record(setting, name)]
    if not blocks:
        return []
    words = translate("Handouts", "Material for task %1: %2").replace("%1", str(number)).replace("%2", step.heading)
    return [NEW_PAGE, setting.form.heading(words), *blocks]


def _shown(setting: Setting, step: LessonStep) -> list[str]:
    """Where things are to be put in order, their dates stay away: they are on the sort cards, without them."""
    sorts = any(isinstance(item, SORTED) for item in _questions(setting, step))
    library = setting.library
    return [
        name
        for name in step.uses
        if name in library
        and library.find(name, QuestionBase) is None
        and not (sorts and library.find(name, Event) is not None)
    ]


def _record(setting: Setting, name: str) -> Blocks:
    decision = setting.library.find(name, DecisionPoint)
    if decision is not None:
        return [
            setting.form.heading(decision.title, 3),
            *brief(setting, decision, 4),
            *evidence(setting, decision, 4),
        ]
    talk = setting.library.find(name, Discussion)
    if talk is not None:  # its guidance is the teacher's
        return [whole([setting.form.strong(talk.question), lines(_LINES[StepForm.READ])])]
    event = setting.library.find(name, Event)
    if event is not None:
        return [_event(setting, event)]
    return [whole([setting.records[name]])] if setting.records.get(name) else []


def _event(setting: Setting, event: Event) -> Json:
    """Return what happened, shorter than its page in the window."""
    form = setting.form
    disputed = [form.named(translate("Record", "What is disputed"), event.disputed)] if event.disputed else []
    return boxed(
        [
            caption(dotted((date(event.date), enum_label(event.status)))),
            form.strong(event.title),
            form.plain(event.summary),
            *disputed,
            form.small(source_line(setting.library, event.sources)),
        ]
    )


def _of_chapter(setting: Setting, subject: Subject, chapter: Chapter, version: Version) -> Section:
    form, library = setting.form, setting.library
    aims = [aim.text for name in chapter.objectives if (aim := library.find(name, Objective)) is not None]
    blocks: Blocks = [fields(*name_fields())]
    if chapter.content_note:
        blocks.append(form.notice(translate("NoticeView", "Before you read"), [chapter.content_note]))
    blocks.append(form.plain(chapter.summary))
    if aims:
        blocks += [form.heading(translate("Handouts", "After reading you can")), form.bullets(aims)]
    titles = [span_text(block.spans) for block in parse(chapter.body, 1).blocks if isinstance(block, Heading)]
    if titles:
        blocks.append(form.heading(translate("Handouts", "Notes while you read")))
        blocks.append(form.small(translate("Handouts", "What is new to you? Who acted, and what did they know?")))
        blocks += [whole([caption(setting.form.style.refine(words)), lines(3)]) for words in titles]
    blocks += _checks(setting, version)
    return _section(subject, blocks)


def _checks(setting: Setting, version: Version) -> Blocks:
    if not version.questions:
        return []
    heading = setting.form.heading(translate("Handouts", "Questions"))
    asked = [
        question(str(number), with_place(setting, item, version.order(item)))
        for number, item in enumerate(version.questions, 1)
    ]
    return [heading, *asked]


def _of_document(setting: Setting, subject: Subject, document: Document, version: Version) -> Section:
    form = setting.form
    blocks: Blocks = [fields(*name_fields())]
    if document.id in setting.records:
        blocks.append(setting.records[document.id])
    blocks.append(form.heading(translate("Handouts", "Read it as a source")))
    blocks += [whole([form.plain(translate("Handouts", words)), lines(3)]) for words in _ON_DOCUMENTS]
    blocks += _checks(setting, version)
    return _section(subject, blocks)
