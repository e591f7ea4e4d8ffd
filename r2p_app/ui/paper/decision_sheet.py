"""A decision point on paper: what was known that day, and room to weigh and to advise; nothing that followed."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from r2p_app.content.dates import parse as parse_date
from r2p_app.content.teaching import DecisionPoint
from r2p_app.export.paper.blocks import Json
from r2p_app.export.paper.handouts.parts import NEW_PAGE, boxed, caption, fields, lines, whole
from r2p_app.ui.format import date
from r2p_app.ui.lab.words import OTHER_TASK, criteria_notice, form_label, memo_parts, question_words
from r2p_app.ui.paper.asked import Blocks, Setting
from r2p_app.ui.paper.words import dotted, name_fields, provenance, source_line
from r2p_app.ui.text import label as enum_label

translate = QCoreApplication.translate

_MEMO_LINES = (2, 5, 3, 3)


def brief(setting: Setting, decision: DecisionPoint, level: int) -> Blocks:
    """Return whose seat it is, the day, what the seat can do and the options: nothing later than the day."""
    form = setting.form
    named = (
        (translate("Handouts", "The day"), date(decision.date)),
        (translate("Handouts", "Your seat"), decision.seat),
        (translate("Handouts", "The situation"), decision.situation),
        (translate("Handouts", "What your seat can do"), decision.mandate),
        (translate("Handouts", "Criteria in play"), ", ".join(map(enum_label, decision.criteria_in_play))),
    )
    note = (
        [form.notice(translate("Handouts", "Before you begin"), [decision.content_note])]
        if decision.content_note
        else []
    )
    options = [
        boxed(
            [
                form.strong(option.text),
                form.named(translate("Handouts", "For it"), option.arguments_for),
                form.named(translate("Handouts", "Against it"), option.arguments_against),
            ]
        )
        for option in decision.options
    ]
    return [
        *note,
        *(form.named(name, text) for name, text in named if text),
        form.heading(translate("Handouts", "The options on the table"), level),
        *options,
    ]


def evidence(setting: Setting, decision: DecisionPoint, level: int) -> Iterator[Json]:
    """Yield what was known on the day, each piece with its source, and what was not."""
    form = setting.form
    yield form.heading(translate("Handouts", "Known on this day"), level)
    for place, fact in enumerate(decision.known_then, 1):
        about = provenance(fact)
        kind = dotted((str(place), date(fact.date), form_label(fact.form)))
        source = source_line(setting.library, fact.sources)
        yield boxed([caption(kind), form.plain(fact.fact), *([form.small(about)] if about else []), form.small(source)])
    if decision.not_known_then:
        yield form.heading(translate("Handouts", "Not known on this day"), level)
        yield form.bullets(decision.not_known_then)


def advice_sheet(setting: Setting, decision: DecisionPoint) -> Blocks:
    """Return the whole worksheet: brief and evidence, room to weigh and to advise, and the other task."""
    form = setting.form
    blocks: Blocks = [fields(*name_fields()), *brief(setting, decision, 2), *evidence(setting, decision, 2)]
    blocks.append(NEW_PAGE)
    blocks.append(form.heading(translate("Handouts", "Weigh")))
    blocks.append(form.under(criteria_notice(parse_date(decision.date).earliest)))
    for criterion in decision.criteria_in_play:
        words = translate("Handouts", "%1: which evidence speaks for it, which against it?")
        blocks.append(whole([form.plain(words.replace("%1", f"**{enum_label(criterion)}**")), lines(2)]))
    blocks.append(form.heading(translate("Handouts", "Advise")))
    for words, count in zip(memo_parts(), _MEMO_LINES, strict=True):
        blocks.append(whole([caption(words), lines(count)]))
    blocks += [NEW_PAGE, form.heading(translate("Handouts", "Another task"))]
    blocks.append(form.small(translate("Handouts", "You need not take this seat. Answer these instead.")))
    blocks += [whole([form.plain(question_words(key)), lines(3)]) for key in OTHER_TASK]
    return blocks
