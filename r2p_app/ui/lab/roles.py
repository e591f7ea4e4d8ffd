"""Roles for small groups that advise side by side, and a card for each of them."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from r2p_app.content.library import Library
from r2p_app.content.teaching import DecisionPoint
from r2p_app.export.memo import Block, Heading, NewPage, Paper, Paragraph
from r2p_app.ui.lab.words import heading
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
