"""Whose part a learner may take in the decision lab (rule G1): those who advise and decide in institutions."""

import re
from collections.abc import Iterator

from r2p_app.content.checks.base import Fault, RecordCheck
from r2p_app.content.subjects import Subject
from r2p_app.content.teaching import DecisionPoint

_PERSON = re.compile(
    r"\b(?:victims?|survivors?|perpetrators?|killers?|g[eé]nocidaires?|refugees?|displaced persons?|deportees?"
    r"|prisoners?|detainees?|hostages?|soldiers?|conscripts?|fighters?|rebels?|militia\w*|interahamwe|paramilitar\w+"
    r"|snipers?|war criminals?)\b",
    re.IGNORECASE,
)
_FORCE = re.compile(
    r"\b(?:members?|leaders?|commanders?|officers?|men|women) (?:of|in|with) (?:an? |the )?(?:\w+ ){0,2}"
    r"(?:militia\w*|interahamwe|paramilitar\w+|death squads?|presidential guard)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(r",| (?:of|in|with|from|for|to|at|on|whose|that|who|which|under|behind)\b|\(")
"""What begins the part of a seat that no longer says who sits there."""


def seat(record: DecisionPoint, subject: Subject) -> Iterator[Fault]:
    """No learner plays a victim, a refugee, a perpetrator or a soldier."""
    person = _BEHIND.split(record.seat, maxsplit=1)[0]
    if match := _PERSON.search(person) or _FORCE.search(record.seat):
        hint = "a delegation, the secretariat, an adviser, parliamentarian, diplomat, journalist or court analyst"
        yield Fault(subject.at("seat"), f"“{match.group()}” is not a seat a learner may take", hint)


RECORD_CHECKS = (RecordCheck("seat", DecisionPoint, seat),)
