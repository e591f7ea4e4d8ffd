"""Whose part a learner may take in the decision lab (rule G1): those who advise and decide in institutions."""

import re
from collections.abc import Iterator

from r2p_app.content.checks.base import Fault, RecordCheck
from r2p_app.content.subjects import Subject
from r2p_app.content.teaching import DecisionPoint, Sequence

_HINT = "a delegation, the secretariat, an adviser, parliamentarian, diplomat, journalist or court analyst"

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
_ALLOWED = re.compile(
    r"\b(?:delegat\w+|ambassadors?|advis[eo]rs?|diplomats?|negotiators?|mediators?|envoys?|secretariat"
    r"|parliamentarians?|members? of (?:a |the )?parliament|journalists?|reporters?|analysts?"
    r"|(?:permanent |elected |non-permanent )?members? of the (?:UN )?(?:Security Council|International Commission)"
    r"|permanent members?|presidents? of the (?:Security )?Council|conseill\w+|ambassad\w+|délégu\w+|délégation"
    r"|diplomates?|journalistes?|Berater\w*|Botschafter\w*|Delegation|Diplomat\w*)\b",
    re.IGNORECASE,
)
"""Who advises or decides in an institution, in the languages of the shipped pack."""

_BEHIND = re.compile(r",| (?:of|in|with|from|for|to|at|on|whose|that|who|which|under|behind)\b|\(")
"""What begins the part of a seat that no longer says who sits there."""


def seat(record: DecisionPoint | Sequence, subject: Subject) -> Iterator[Fault]:
    """No learner plays a victim, a refugee, a perpetrator or a soldier, nor anyone who commands."""
    person = _BEHIND.split(record.seat, maxsplit=1)[0]
    if match := _PERSON.search(person) or _FORCE.search(record.seat):
        yield Fault(subject.at("seat"), f"“{match.group()}” is not a seat a learner may take", _HINT)
    elif not _ALLOWED.search(record.seat):
        yield Fault(subject.at("seat"), f"“{record.seat}” is none of the seats a learner may take", _HINT)


RECORD_CHECKS = (RecordCheck("seat", (DecisionPoint, Sequence), seat),)
