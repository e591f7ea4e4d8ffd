"""The teacher's guide of a lesson: aims, care, the plan at a glance, then every step with all that belongs to it."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication

from r2p_app.content.questions import QuestionBase
from r2p_app.content.teaching import Discussion, Lesson, LessonStep, Objective
from r2p_app.export.paper.blocks import Json
from r2p_app.export.paper.handouts.parts import Section, caption
from r2p_app.export.paper.handouts.subject import Handout, Subject
from r2p_app.lessons.plan import starts
from r2p_app.lessons.slides import care
from r2p_app.ui.lessons.words import form_label, lesson_line, minutes_words, step_line
from r2p_app.ui.paper.asked import Blocks, Setting
from r2p_app.ui.paper.words import citations, kicker
from r2p_app.ui.text import kind_label
from r2p_app.ui.widgets.records.summary import title

translate = QCoreApplication.translate


def guide(setting: Setting, subject: Subject, lesson: Lesson) -> Section:
    """Return the guide."""
    form, library = setting.form, setting.library
    aims = [aim.text for name in lesson.objectives if (aim := library.find(name, Objective)) is not None]
    note, rules = care(lesson, library)
    blocks: Blocks = [form.plain(lesson.summary)] if lesson.summary else []
    blocks += _list(setting, translate("Handouts", "After this lesson, learners can"), aims)
    if note:
        blocks.append(form.notice(translate("Handouts", "Content note, to be read together"), [note]))
    blocks += _list(setting, translate("Handouts", "Ground rules"), rules)
    blocks += _at_a_glance(setting, lesson)
    for number, (step, start) in enumerate(zip(lesson.steps, starts(lesson), strict=False), 1):
        blocks += _step(setting, number, step, start)
    blocks += _list(setting, translate("Handouts", "Homework"), [lesson.homework])
    blocks += _list(setting, translate("Handouts", "Adaptations"), lesson.adaptations)
    blocks += _list(setting, translate("Handouts", "Another task for those who need one"), [lesson.exit_route])
    cited = [text for item in subject.questions for text in item.sources]
    cited += [text for event in subject.events for text in event.sources]
    facts = lesson_line(lesson, library)
    return Section(subject.title, kicker(subject, Handout.GUIDE), facts, blocks, citations(library, cited))


def _list(setting: Setting, heading: str, texts: Iterable[str]) -> Blocks:
    said = [text for text in texts if text]
    if not said:
        return []
    form = setting.form
    return [form.heading(heading), form.plain(said[0]) if len(said) == 1 else form.bullets(said)]


def _at_a_glance(setting: Setting, lesson: Lesson) -> Blocks:
    head = [
        translate("Handouts", "From minute"),
        translate("Handouts", "Length"),
        translate("Handouts", "Step"),
        translate("Handouts", "How"),
    ]
    rows = [
        [str(start), minutes_words(step.minutes), f"{number}. {step.heading}", form_label(step.form)]
        for number, (step, start) in enumerate(zip(lesson.steps, starts(lesson), strict=False), 1)
    ]
    heading = setting.form.heading(translate("Handouts", "The plan at a glance"))
    return [heading, setting.form.table(head, rows, [0, 0, 1, 0])]


def _step(setting: Setting, number: int, step: LessonStep, start: int) -> Iterator[Json]:
    form = setting.form
    yield form.heading(f"{number}. {step.heading}")
    yield form.under(step_line(step, start))
    for name, text in (
        (translate("Handouts", "The class sees"), step.prompt),
        (translate("Handouts", "What happens"), step.activity),
        (translate("Handouts", "Your notes"), step.teacher_note),
        (translate("Handouts", "Materials"), "; ".join(step.materials)),
    ):
        if text:
            yield form.named(name, text)
    used = [
        f"{kind_label(setting.library.kind_of(name).name)}: {title(setting.library, name)}"
        for name in _used(setting, step)
    ]
    if used:
        yield caption(translate("Handouts", "Shown in this step"))
        yield form.bullets(used)
    for name in _used(setting, step):
        talk = setting.library.find(name, Discussion)
        if talk is not None:
            yield form.named(translate("Handouts", "To lead the talk"), talk.guidance)
        asked = setting.library.find(name, QuestionBase)
        if asked is not None and asked.rationale:
            yield form.named(translate("Handouts", "On the question"), asked.rationale)


def _used(setting: Setting, step: LessonStep) -> list[str]:
    return [name for name in step.uses if name in setting.library]
