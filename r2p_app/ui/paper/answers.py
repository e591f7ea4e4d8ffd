"""The answer key: every version at a glance, then each question with its answer, all reasons and the sources."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from r2p_app.content.questions import (
    Cloze,
    EvidenceSort,
    MapLocation,
    Matching,
    Numeric,
    OpenMemo,
    Option,
    Ordering,
    QuestionBase,
    ShortAnswer,
    TimelinePlacement,
    TrueFalse,
)
from r2p_app.export.paper.handouts.lettered import key_marks, lettered
from r2p_app.export.paper.handouts.parts import Section, caption, question, whole
from r2p_app.export.paper.handouts.subject import Handout, Subject
from r2p_app.export.paper.handouts.versions import Version
from r2p_app.learning.questions import key as key_of
from r2p_app.ui import format as formats
from r2p_app.ui.paper.asked import Blocks, Setting
from r2p_app.ui.paper.words import citations, dotted, kicker, source_line
from r2p_app.ui.quiz.words import answer_words, number_words, pile_words, true_false_words

translate = QCoreApplication.translate

_LONGEST_CELL = 60


def key_section(setting: Setting, subject: Subject, made: Sequence[Version]) -> Section:
    """Return the key to all versions."""
    several = len(made) > 1
    blocks: Blocks = [
        setting.form.small(translate("Handouts", "For the teacher: keep it apart from the question sheets."))
    ]
    blocks += _at_a_glance(setting, made)
    blocks.append(setting.form.heading(translate("Handouts", "Answers and reasons")))
    for item in subject.questions:
        blocks += _answer(setting, item, made)
    facts = translate("Handouts", "Versions %1").replace("%1", ", ".join(version.letter for version in made))
    return Section(
        title=translate("Handouts", "Answer key: %1").replace("%1", subject.title),
        kicker=kicker(subject, Handout.KEY),
        facts=facts if several else "",
        blocks=blocks,
        sources=citations(setting.library, (cited for item in subject.questions for cited in item.sources)),
        apart=True,
    )


def _at_a_glance(setting: Setting, made: Sequence[Version]) -> Blocks:
    form = setting.form
    names = [translate("Handouts", "Version %1").replace("%1", version.letter) for version in made]
    head = ["", *(names if len(made) > 1 else [translate("Handouts", "Answer")])]
    rows = [
        [str(number), *(_short(version.questions[number - 1], version) for version in made)]
        for number in range(1, len(made[0].questions) + 1)
    ]
    size = 9.2 if len(made) <= 3 else 7.8
    heading = form.heading(translate("Handouts", "At a glance"))
    return [heading, form.table(head, rows, [0, *(1 for _ in made)], size=size)]


def _short(item: QuestionBase, version: Version) -> str:
    """Return the key for a cell of a table."""
    marks = " · ".join(key_marks(item, version.order(item)))
    if isinstance(item, TrueFalse):
        return dotted((true_false_words(item.answer), marks))
    words = marks or _in_words(item)
    return words if len(words) <= _LONGEST_CELL else translate("Handouts", "see below")


def _in_words(item: QuestionBase) -> str:
    """Return the answer to a question without letters."""
    match item:
        case Numeric():
            return number_words(item, item.value)
        case TimelinePlacement():
            return formats.date(item.date)
        case MapLocation():
            return item.name
        case Cloze():
            return "; ".join(f"({number}) {gap.accepted[0]}" for number, gap in enumerate(item.gaps, 1))
        case OpenMemo():
            return translate("Handouts", "read by the teacher")
    return answer_words(item, key_of(item))


def _answer(setting: Setting, item: QuestionBase, made: Sequence[Version]) -> Blocks:
    """Return a question with its answer in every version, and why."""
    form = setting.form
    numbers = ", ".join(f"{version.letter}{version.number(item)}" for version in made)
    head = [form.strong(item.prompt)]
    if not isinstance(item, Matching | EvidenceSort):  # the table below says it
        head.append(form.named(translate("Handouts", "Answer"), _long(item)))
    if len(made) > 1:
        head.append(form.small(translate("Handouts", "In the versions: %1").replace("%1", numbers)))
    rest = [
        *_within(setting, item),
        *([form.plain(item.rationale)] if item.rationale else []),
        *_reasons(setting, item, made),
    ]
    rest.append(form.small(source_line(setting.library, item.sources)))
    return [question(str(made[0].number(item)), [whole(head), *rest], breaks=True)]


def _long(item: QuestionBase) -> str:
    if isinstance(item, OpenMemo):
        return item.model_answer
    if isinstance(item, TrueFalse):
        return true_false_words(item.answer)
    if isinstance(item, MapLocation):
        return f"{item.name} ({formats.position(item.lat, item.lon)})"
    if isinstance(item, Cloze | Numeric | TimelinePlacement):
        return _in_words(item)
    return answer_words(item, key_of(item))


def _within(setting: Setting, item: QuestionBase) -> Blocks:
    """Return what else counts as right."""
    form = setting.form
    found: Blocks = []
    match item:
        case Numeric() if item.tolerance:
            ends = formats.number_range(item.value - item.tolerance, item.value + item.tolerance)
            found = [form.small(translate("Flashcards", "Anything within %1 counts as right.").replace("%1", ends))]
        case TimelinePlacement() if item.tolerance_days:
            found = [form.small(_near(formats.days(item.tolerance_days)))]
        case MapLocation():
            found = [form.small(_near(formats.kilometres(item.radius_km)))]
        case ShortAnswer() if len(item.accepted) > 1:
            found = [form.named(translate("Flashcards", "Also accepted"), "; ".join(item.accepted[1:]))]
        case OpenMemo():
            found = [caption(translate("Flashcards", "Your text should contain:")), form.bullets(item.rubric)]
        case TrueFalse():
            told = ((true_false_words(True), item.when_true), (true_false_words(False), item.when_false))
            found = [form.named(name, text) for name, text in told]
    return found


def _near(distance: str) -> str:
    return translate("Handouts", "Right within %1 of it.").replace("%1", distance)


def _reasons(setting: Setting, item: QuestionBase, made: Sequence[Version]) -> Blocks:
    """Return a reason for every part, with its letter in every version."""
    rows = list(_rows(item))
    if not rows:
        return []
    marks = [_marks(item, version) for version in made]
    head = [*(version.letter if len(made) > 1 else "" for version in made), "", translate("Handouts", "Why")]
    cells = [[*(one.get(part, "") for one in marks), text, why] for part, text, why in rows]
    return [whole([setting.form.table(head, cells, [*(0 for _ in made), 2, 3], size=8.6)])]


def _marks(item: QuestionBase, version: Version) -> Mapping[str, str]:
    """Return by which letter a part is named, or which belongs to it."""
    order = version.order(item)
    parts = lettered(item, order)
    lines = {line.id: mark for line, mark in zip(parts.lines, key_marks(item, order), strict=False)}
    return lines or {part.id: part.mark for part in parts.letters}


def _rows(item: QuestionBase) -> Iterable[tuple[str, str, str]]:
    """Yield the parts of a question: id, text, reason; what is right is told from what is not in words."""
    for option in (*getattr(item, "options", ()), *getattr(item, "reasons", ())):
        yield option.id, _judged(option), option.rationale
    if isinstance(item, Ordering):
        for one in item.items:
            yield one.id, dotted((one.text, formats.date(one.date) if one.date else "")), one.rationale
    for pair in getattr(item, "pairs", ()):
        yield pair.id, f"{pair.left}: {pair.right}", pair.rationale
    if isinstance(item, EvidenceSort):
        names = pile_words(item)
        for card in item.cards:
            yield card.id, f"{card.text}: {names[card.belongs]}", card.rationale
    if isinstance(item, Cloze):
        for gap in item.gaps:
            yield gap.id, "; ".join(gap.accepted), gap.rationale
    for mistake in getattr(item, "mistakes", ()):
        words = number_words(item, mistake.value) if isinstance(item, Numeric) else mistake.text
        yield "", translate("Handouts", "Not right: %1").replace("%1", words), mistake.rationale


def _judged(option: Option) -> str:
    words = translate("Handouts", "Right: %1") if option.correct else translate("Handouts", "Not right: %1")
    return words.replace("%1", option.text)
