"""What stands on the papers of the lab: the memo with what it rests on, role cards, the guide for the teacher."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from r2p_app.content.citations import citation_text
from r2p_app.content.library import Citation, Library
from r2p_app.content.teaching import DecisionPoint
from r2p_app.export.memo import Block, Bullets, Heading, NewPage, Paper, Paragraph
from r2p_app.lab.exercise import Exercise, Memo
from r2p_app.ui.format import date
from r2p_app.ui.lab.words import QUESTIONS, case_of, fact_line, heading, option_text, question_words
from r2p_app.ui.text import label as enum_label
from r2p_app.ui.widgets.inline import plain

translate = QCoreApplication.translate

ROLES: Sequence[tuple[str, str]] = (
    (
        str(QT_TRANSLATE_NOOP("Lab", "Adviser on the facts")),
        str(
            QT_TRANSLATE_NOOP(
                "Lab",
                "You say what is known, from whom, and how reliable it is held to be. You say what is not known. You "
                "stop the others when they speak of what nobody could know that day.",
            )
        ),
    ),
    (
        str(QT_TRANSLATE_NOOP("Lab", "Legal adviser")),
        str(
            QT_TRANSLATE_NOOP(
                "Lab",
                "You say what the seat may do, who has to agree, and which law applies on that day. You ask of each "
                "option: by what right?",
            )
        ),
    ),
    (
        str(QT_TRANSLATE_NOOP("Lab", "Adviser on means")),
        str(
            QT_TRANSLATE_NOOP(
                "Lab",
                "You ask of each option with what people, money and time it would be done, who has offered them, and "
                "what could go wrong.",
            )
        ),
    ),
    (
        str(QT_TRANSLATE_NOOP("Lab", "Adviser on those concerned")),
        str(
            QT_TRANSLATE_NOOP(
                "Lab",
                "You ask of each option what it means for the people whose protection is at stake. You speak about "
                "them, never as one of them.",
            )
        ),
    ),
)
"""Roles for small groups: all of them advise, none of them is a victim, a perpetrator or a soldier (rule G1)."""

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


def memo_paper(library: Library, decision: DecisionPoint, exercise: Exercise) -> Paper:
    """Return the memo of every writer with the judgements it rests on; sources in full once the advice is given."""
    blocks = [block for memo in exercise.memos for block in _memo(decision, memo)]
    blocks += _findings(decision, exercise)
    if exercise.is_advised:
        blocks += _answers(exercise)
        blocks += _sources(library, decision)
    return Paper(plain(decision.title), _subtitle(library, decision, exercise), tuple(blocks))


def _subtitle(library: Library, decision: DecisionPoint, exercise: Exercise) -> str:
    case = case_of(library, decision)
    given = exercise.advised_at
    written = translate("Lab", "written on %1").replace("%1", date(given.date().isoformat())) if given else ""
    parts = (case.title if case else "", heading(library, decision), decision.seat, written)
    return " · ".join(part for part in parts if part)


def _memo(decision: DecisionPoint, memo: Memo) -> Iterator[Block]:
    yield Heading(memo.role or translate("Lab", "Memo"))
    parts = (
        (translate("Lab", "Recommendation"), option_text(decision, memo)),
        (translate("Lab", "Reasons"), memo.reasons),
        (translate("Lab", "Risks"), memo.risks),
        (translate("Lab", "What would change my mind"), memo.change_mind),
    )
    for name, text in parts:
        yield Paragraph(text, name)


def _findings(decision: DecisionPoint, exercise: Exercise) -> Iterator[Block]:
    lines = {fact.id: fact_line(fact) for fact in decision.known_then}
    judged = [(one, found) for one, found in exercise.findings.items() if found.weighing.level is not None]
    if judged:
        yield Heading(translate("Lab", "The six criteria"))
    for criterion, found in judged:
        assert found.weighing.level is not None
        yield Paragraph(found.weighing.reasons, f"{enum_label(criterion)}: {enum_label(found.weighing.level)}")
        sides = (
            (translate("Lab", "Rests on: %1"), found.weighing.evidence),
            (translate("Lab", "Against it: %1"), found.against),
        )
        items = [words.replace("%1", lines[one]) for words, ids in sides for one in ids if one in lines]
        if items:
            yield Bullets(tuple(items))


def _answers(exercise: Exercise) -> Iterator[Block]:
    written = [(key, text) for key, text in exercise.answers.items() if text.strip() and key in QUESTIONS]
    if written:
        yield Heading(translate("Lab", "Thought afterwards, in retrospect"))
    for key, text in written:
        yield Paragraph(text, question_words(key))


def _sources(library: Library, decision: DecisionPoint) -> Iterator[Block]:
    yield Heading(translate("Lab", "Sources of the evidence"))
    cited = dict.fromkeys(text for fact in decision.known_then for text in fact.sources)
    yield Bullets(tuple(citation_text(library, Citation.parse(text)) for text in cited))


def role_cards(library: Library, decision: DecisionPoint, roles: Sequence[str] = ()) -> Paper:
    """Return a card for each role, each on a sheet of its own, with the brief and the criteria in play."""
    known = dict(ROLES)
    names = [name for name in roles if name] or [translate("Lab", name) for name, _ in ROLES]
    tasks = {translate("Lab", name): translate("Lab", task) for name, task in known.items()}
    blocks: list[Block] = []
    for name in names:
        if blocks:
            blocks.append(NewPage())
        blocks += [
            Heading(name),
            Paragraph(tasks.get(name, translate("Lab", "You advise, and give your reasons."))),
            Paragraph(plain(decision.seat), translate("Lab", "The seat you advise")),
            Paragraph(plain(decision.situation), translate("Lab", "The situation")),
            Paragraph(plain(decision.mandate), translate("Lab", "What the seat can do")),
            Paragraph(
                ", ".join(enum_label(one) for one in decision.criteria_in_play), translate("Lab", "Criteria in play")
            ),
            Paragraph(translate("Lab", "You know only what could be known on this day."), heading(library, decision)),
        ]
    return Paper(plain(decision.title), heading(library, decision), tuple(blocks))


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


def file_stem(decision: DecisionPoint, kind: str) -> str:
    """Return a name for the file of a paper, without the ending."""
    return f"{decision.id}-{kind}"
