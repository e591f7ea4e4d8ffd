"""Who acted, and what the scale of the delays is, in words."""

from PySide6.QtCore import QCoreApplication

from r2p_app.content.library import Library
from r2p_app.content.model import Actor, ActorKind, Criterion, Event
from r2p_app.content.teaching import Comparison
from r2p_app.timeline.rough import Amount, unit_for
from r2p_app.ui.delay_words import amount_words
from r2p_app.ui.format import number

translate = QCoreApplication.translate


def who_acted(library: Library, event: Event) -> str:
    """Return the first body among those who acted, which heads what was done."""
    found = (library.find(actor, Actor) for actor in event.actors)
    names = (actor.name for actor in found if actor is not None and actor.kind is not ActorKind.PERSON)
    return next(names, translate("Delay", "What was done"))


def asked_words(comparison: Comparison) -> str:
    """Return what heads the first column: what the rows are."""
    if {row.id for row in comparison.rows} <= set(Criterion):
        return translate("Compare", "Criterion")
    return translate("Compare", "Question")


def scale_words(first: int, last: int) -> str:
    """Return what one scale shows, in words."""
    length = last - first
    words = translate("Delay", "The strips of this case have one scale: from end to end %1 days, about %2.")
    unit = unit_for(length)
    about = amount_words(Amount(*(round(length / unit.value),) * 2, unit))
    return words.replace("%1", number(length)).replace("%2", about)
