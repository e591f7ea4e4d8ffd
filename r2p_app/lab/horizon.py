"""What could be known on the day of a decision: the one place that says what may be shown before the advice is given.

What happened is not what was known. The horizon therefore lets through the evidence of its own decision point, the
names that this evidence uses, and nothing of what the rest of the pack says about them: those records are written with
later knowledge. A text passes only where all it rests on is older than the year of the decision.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from r2p_app.content.citations import citation_text
from r2p_app.content.dates import parse
from r2p_app.content.library import Citation, Entry, Library
from r2p_app.content.links import Link
from r2p_app.content.markup import inline, span_text
from r2p_app.content.model import Actor, Event, Lane, Place, Responsibility, Source, Status, Term, Theme
from r2p_app.content.teaching import DecisionPoint, KnownFact

_YEAR = re.compile(r"(?<![\w/])(?:1[5-9]|20)\d\d(?!\w)")
_LONGEST_TITLE = 90
NOW = "the-decision"
"""The id of the event that stands for the decision itself in the horizon's library."""


class KnownSource(NamedTuple):
    """A source as it may be named before the advice: its citation, or that it is cited in full afterwards."""

    citation: str
    is_withheld: bool


class KnownCard(NamedTuple):
    """What a record's card shows before the advice: its name, what the evidence says, and a text older than the day."""

    id: str
    kind: str
    title: str
    facts: tuple[KnownFact, ...]
    text: str = ""


class Horizon:
    """The pack as it could be known at one decision point."""

    def __init__(self, library: Library, decision: DecisionPoint) -> None:
        self._library, self.decision = library, decision
        date = parse(decision.date)
        self.day, self.year = date.latest, int(decision.date[:4])
        self.facts = tuple(fact for fact in decision.known_then if parse(fact.date).latest <= self.day)

    def fact(self, fact_id: str) -> KnownFact | None:
        """Return a piece of evidence by its id."""
        return next((fact for fact in self.facts if fact.id == fact_id), None)

    def allows(self, link: Link) -> bool:
        """Tell whether a link leads nowhere beyond the horizon: to a step of this decision point."""
        return link.page == "lab" and link.parts[:1] == (self.decision.id,)

    def sources(self, fact: KnownFact) -> tuple[KnownSource, ...]:
        """Return the sources of a fact; one published later is what the evidence is known from today."""
        return tuple(self._source(Citation.parse(text)) for text in fact.sources)

    def _source(self, citation: Citation) -> KnownSource:
        source = self._library.find(citation.source, Source)
        if source is None or source.year is None or source.year >= self.year:
            return KnownSource("", is_withheld=True)
        text = citation_text(self._library, citation)
        return KnownSource(text, is_withheld=False) if self.is_of_the_time(text) else KnownSource("", is_withheld=True)

    def is_of_the_time(self, text: str) -> bool:
        """Tell whether a text names no year after that of the decision."""
        return all(int(year) <= self.year for year in _YEAR.findall(text))

    @cached_property
    def cards(self) -> tuple[KnownCard, ...]:
        """The people, bodies and terms that the evidence or the brief names, in the order of the pack; a name once."""
        found: dict[str, KnownCard] = {}
        for card in filter(None, map(self._card, self._named())):
            if card.title not in found or card.text:
                found[card.title] = card
        return tuple(found.values())

    def card(self, item_id: str) -> KnownCard | None:
        """Return the card of a record; None where nothing may be said of it."""
        return next((card for card in self.cards if card.id == item_id), None)

    def _named(self) -> Iterator[Entry]:
        for entry in self._library:
            if isinstance(entry.item, Actor | Term):
                yield entry

    def _card(self, entry: Entry) -> KnownCard | None:
        item = entry.item
        names = (
            (item.name,) if isinstance(item, Actor) else (item.term, *item.aliases) if isinstance(item, Term) else ()
        )
        if not _names_any(names, self._texts):
            return None
        facts = tuple(fact for fact in self.facts if _names_any(names, (fact.fact, fact.made_by, fact.made_for)))
        title = names[0]
        text = item.definition if isinstance(item, Term) and self._is_old(item.definition, item.sources) else ""
        return KnownCard(entry.id, entry.kind, title, facts, text)

    def _is_old(self, text: str, sources: Iterable[str]) -> bool:
        found = [self._source(Citation.parse(cited)) for cited in sources]
        return bool(found) and not any(one.is_withheld for one in found) and self.is_of_the_time(text)

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        """All that a learner reads before the advice, as one text: it is looked through for every name of the pack."""
        point = self.decision
        options = (text for one in point.options for text in (one.text, one.arguments_for, one.arguments_against))
        facts = (text for fact in self.facts for text in (fact.fact, fact.made_by, fact.made_for))
        return (" ".join((point.seat, point.situation, point.mandate, *options, *facts)),)

    def place(self) -> Place | None:
        """Return where the decision is taken: name and position, without what the pack says about it."""
        place = self._library.find(self.decision.place, Place)
        return place and Place(
            id=place.id, name=place.name, lat=place.lat, lon=place.lon, why=place.name, approximate=place.approximate
        )

    @cached_property
    def library(self) -> Library:
        """A library for maps and timelines inside the lab: the evidence as events, the place by its name."""
        case = self._library.case_of(self.decision.id)
        lane = Lane(id="lane-known", title=self.decision.title, case=case)
        events = [self._event(fact) for fact in self.facts]
        events.append(_event(NOW, self.decision.date, self.decision.title, self.decision.seat))
        place = self.place()
        entries = [Entry(lane.id, "lane", "", lane), *(Entry(event.id, "event", "", event) for event in events)]
        if place is not None:
            entries.append(Entry(place.id, "place", case, place))
        return Library(self._library.pack, entries)

    def _event(self, fact: KnownFact) -> Event:
        words = span_text(inline(fact.fact))
        title = words if len(words) <= _LONGEST_TITLE else words[:_LONGEST_TITLE].rsplit(" ", 1)[0] + "…"
        return _event(fact.id, fact.date, title, words)


def _event(event_id: str, date: str, title: str, summary: str) -> Event:
    return Event(
        id=event_id,
        date=date,
        title=title,
        summary=summary,
        lanes=("lane-known",),
        responsibility=Responsibility.REACT,
        theme=Theme.DIPLOMACY,
        status=Status.OFFICIAL_RECORD,
        sources=(),
        importance=3,
    )


def _names_any(names: Iterable[str], texts: Iterable[str]) -> bool:
    whole = " ".join(texts)
    likely = (name for name in names if len(name) > 2 and name in whole)  # most are not: no pattern is made for them
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", whole) for name in likely)
