"""The guide for the teacher of an exercise: timing, rules, alternatives, and the debrief that is never left out."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from r2p_app.content.library import Library
from r2p_app.content.teaching import DecisionPoint
from r2p_app.export.memo import Block, Bullets, Heading, Paper, Paragraph
from r2p_app.ui.lab.words import QUESTIONS, heading, question_words
from r2p_app.ui.widgets.inline import plain

translate = QCoreApplication.translate

_TIMES: Sequence[tuple[int, str]] = (
    (5, str(QT_TRANSLATE_NOOP("Lab", "Ground rules, content note, the other task. Hand out the role cards."))),
    (10, str(QT_TRANSLATE_NOOP("Lab", "Brief and Known then: read aloud or from the projector, one card at a time."))),
    (3, str(QT_TRANSLATE_NOOP("Lab", "First vote, in silence, before any discussion. Type the counts."))),
    (
        15,
        str(QT_TRANSLATE_NOOP("Lab", "Weigh: in groups, every judgement with evidence, and with evidence against it.")),
    ),
    (12, str(QT_TRANSLATE_NOOP("Lab", "Advise: one memo for each pair or role, side by side."))),
    (
        3,
        str(QT_TRANSLATE_NOOP("Lab", "Second vote. Show both beside each other; ask who changed their mind, and why.")),
    ),
    (22, str(QT_TRANSLATE_NOOP("Lab", "What followed and debrief. Never leave it out, and never shorten it first."))),
)

_RULES: Sequence[str] = (
    str(
        QT_TRANSLATE_NOOP(
            "Lab", "We advise from the seat of an institution. Nobody plays a victim, a perpetrator or a soldier."
        )
    ),
    str(
        QT_TRANSLATE_NOOP(
            "Lab", "We speak of what could be known on that day; what we know from later waits for the debrief."
        )
    ),
    str(QT_TRANSLATE_NOOP("Lab", "We give reasons. Nobody is asked to speak for a nation, a faith or a family.")),
    str(QT_TRANSLATE_NOOP("Lab", "Anybody may step out or take the other task at any moment, without saying why.")),
    str(QT_TRANSLATE_NOOP("Lab", "There is no right answer to be found, and nothing to be won.")),
)

_HELP: Sequence[str] = (
    str(
        QT_TRANSLATE_NOOP(
            "Lab",
            "Learners may be children of survivors or of perpetrators. Speak beforehand to those you worry about.",
        )
    ),
    str(
        QT_TRANSLATE_NOOP(
            "Lab",
            "The other task asks about sources and takes no seat. It can be done by anybody, and shown to nobody.",
        )
    ),
    str(
        QT_TRANSLATE_NOOP(
            "Lab", "Little time: read the brief and three pieces of evidence, vote once, then go to the debrief."
        )
    ),
    str(QT_TRANSLATE_NOOP("Lab", "One machine: the groups work on paper, and one of each types the memo at the end.")),
)

_DEBRIEF: Sequence[str] = (
    str(QT_TRANSLATE_NOOP("Lab", "Ask first how it was, before asking what was right. Leave silence.")),
    str(
        QT_TRANSLATE_NOOP(
            "Lab", "Then the decision, what followed, and the later assessments: let the disagreement stand."
        )
    ),
    str(
        QT_TRANSLATE_NOOP(
            "Lab",
            "Say “in retrospect” whenever something is used that was not known. What is it fair to ask of them?",
        )
    ),
    str(
        QT_TRANSLATE_NOOP(
            "Lab", "End with people: who protected, who survived, what was rebuilt. Say where one can talk to somebody."
        )
    ),
)


def teacher_guide(library: Library, decision: DecisionPoint) -> Paper:
    """Return the guide: timing, ground rules, alternatives, and the debrief with what the learners see last."""
    total = sum(minutes for minutes, _ in _TIMES)
    note = [Paragraph(plain(decision.content_note), translate("Lab", "Content note"))] if decision.content_note else []
    blocks: list[Block] = [
        *note,
        Heading(translate("Lab", "Timing: %1 minutes").replace("%1", str(total))),
        Bullets(tuple(_timed(minutes, words) for minutes, words in _TIMES)),
        Heading(translate("Lab", "Ground rules")),
        Bullets(_all(_RULES)),
        Heading(translate("Lab", "Alternatives")),
        Bullets(_all(_HELP)),
        Heading(translate("Lab", "The options on the table")),
        Bullets(tuple(plain(option.text) for option in decision.options)),
        Heading(translate("Lab", "The debrief")),
        Bullets(_all(_DEBRIEF)),
        Bullets(tuple(question_words(key) for key in QUESTIONS)),
        Heading(translate("Lab", "What followed (for you; learners see it after their advice)")),
        Paragraph(plain(decision.chosen), translate("Lab", "The decision")),
        Paragraph(plain(decision.what_followed), translate("Lab", "What followed")),
        *(Paragraph(plain(one.text), plain(one.by)) for one in decision.later_assessments),
    ]
    title = translate("Lab", "Teacher’s guide: %1").replace("%1", plain(decision.title))
    return Paper(title, heading(library, decision), tuple(blocks))


def _timed(minutes: int, words: str) -> str:
    line = translate("Lab", "%1 min: %2").replace("%1", str(minutes))
    return line.replace("%2", translate("Lab", words))


def _all(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(translate("Lab", text) for text in texts)
