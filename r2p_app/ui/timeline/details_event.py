"""What the panel says about one event, part by part, in the order in which it is read and heard."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from r2p_app.content.library import Library
from r2p_app.content.links import item_link
from r2p_app.content.model import Case, Event, Place
from r2p_app.timeline.delay import Pair
from r2p_app.timeline.items import Items
from r2p_app.timeline.neighbours import same_week
from r2p_app.ui import format as fmt
from r2p_app.ui.delay_words import pair_words
from r2p_app.ui.maps.small import SmallMap
from r2p_app.ui.text import label as enum_label
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.timeline.details_links import Passage, decisions, pairs, passages, questions
from r2p_app.ui.widgets.records.body import RecordBody
from r2p_app.ui.widgets.spans import write_field
from r2p_app.ui.widgets.typeset import Typesetter

translate = QCoreApplication.translate


def write_event(body: RecordBody, library: Library, items: Items, index: int) -> None:
    """Fill the panel: what happened first, then what it rests on, then where it leads."""
    event = items.events[index]
    place = library.find(event.place, Place)
    body.kicker(fmt.date(event.date), place.name if place else "", enum_label(event.responsibility))
    body.title(event.title, TextRole.H2)
    body.paragraph(lambda setter: write_field(setter, event.summary), role=TextRole.READING)
    if event.disputed:
        body.heading(translate("TimelineDetail", "Disputed"))
        body.text(event.disputed)
    body.status(event.status)
    body.sources(event.sources)
    body.links(translate("TimelineDetail", "Documents"), event.documents)
    body.links(translate("TimelineDetail", "People and bodies"), event.actors)
    if place is not None:
        _add_map(body, library, place)
    _add_pairs(body, event, pairs(library, event))
    week = [items.events[other].id for other in same_week(items, index)]
    body.links(translate("TimelineDetail", "The same week elsewhere"), week)
    _add_passages(body, library, passages(library, event))
    body.links(translate("TimelineDetail", "Decisions of that day"), [one.id for one in decisions(library, event)])
    _add_questions(body, questions(library, event))


def write_pair(body: RecordBody, pair: Pair) -> None:
    """Fill the panel: what happened, what was decided, and the time between."""
    body.kicker(translate("TimelineDetail", "Ground and Council"))
    body.title(pair.pairing.title, TextRole.H2)
    body.fact(translate("TimelineDetail", "Delay"), pair_words(pair))
    body.text(pair.pairing.note)
    for heading, event in (
        (translate("TimelineDetail", "What happened"), pair.ground),
        (translate("TimelineDetail", "What was decided"), pair.council),
    ):
        body.heading(heading)
        words = f"{fmt.date(event.date)}: {event.title}"
        body.paragraph(partial(_write_links, [(words, item_link("event", event.id))]), role=TextRole.SMALL)


def _add_map(body: RecordBody, library: Library, place: Place) -> None:
    small = SmallMap(library, place.id, link=item_link("place", place.id))
    small.link_requested.connect(body.link_requested)
    body.add(small)


def _add_pairs(body: RecordBody, event: Event, found: Sequence[Pair]) -> None:
    if found:
        body.heading(translate("TimelineDetail", "Ground and Council"))
    for pair in found:
        body.paragraph(partial(_write_pair, event, pair), role=TextRole.SMALL)


def _write_pair(event: Event, pair: Pair, setter: Typesetter) -> None:
    other = pair.council if event.id == pair.ground.id else pair.ground
    setter.text(f"{pair.pairing.title}: ")
    setter.text(pair_words(pair), strong=True)
    setter.paragraph(before=3, role=TextRole.SMALL)
    setter.link(f"{fmt.date(other.date)}: {other.title}", item_link("event", other.id))


def _add_passages(body: RecordBody, library: Library, found: Sequence[Passage]) -> None:
    if found:
        body.heading(translate("TimelineDetail", "In the chapters"))
        links = [(_passage_words(library, one), str(one.link)) for one in found]
        body.paragraph(partial(_write_links, links), role=TextRole.SMALL)


def _passage_words(library: Library, passage: Passage) -> str:
    case = library.get(passage.case, Case)
    parts = (case.title, passage.chapter.title, passage.heading)
    return " › ".join(part for part in parts if part)


def _add_questions(body: RecordBody, topics: Mapping[str, Sequence[str]]) -> None:
    if not topics:
        return
    body.heading(translate("TimelineDetail", "Questions on this"))
    for topic, ids in topics.items():
        body.paragraph(partial(_write_topic, topic, ids), role=TextRole.SMALL)


def _write_topic(topic: str, ids: Sequence[str], setter: Typesetter) -> None:
    setter.text(f"{topic}: " if topic else "")
    for number, question_id in enumerate(ids, 1):
        setter.text(", " if number > 1 else "")
        words = translate("TimelineDetail", "question %1").replace("%1", fmt.number(number))
        setter.link(words, item_link("question", question_id))


def _write_links(links: Sequence[tuple[str, str]], setter: Typesetter) -> None:
    for number, (words, link) in enumerate(links):
        if number:
            setter.paragraph(before=4, role=TextRole.SMALL)
        setter.link(words, link)
