"""One builder per kind of record, in one table."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from r2p_app.content import model, teaching
from r2p_app.content.citations import citation_text
from r2p_app.content.library import Citation, Library
from r2p_app.content.links import Link, item_link
from r2p_app.ui.charts.body import ChartBody
from r2p_app.ui.format import date, position
from r2p_app.ui.maps.small import SmallMap
from r2p_app.ui.text import kind_label
from r2p_app.ui.text import label as enum_label
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.widgets.records.body import RecordBody
from r2p_app.ui.widgets.records.copy import CopyButton
from r2p_app.ui.widgets.records.summary import amount, title
from r2p_app.ui.widgets.records.vote import VoteRoll
from r2p_app.ui.widgets.spans import write_field
from r2p_app.ui.widgets.typeset import Typesetter

translate = QCoreApplication.translate

Builder = Callable[[RecordBody, Any], None]  # Any: each builder takes the record type of its own kind


def build(library: Library, item_id: str) -> RecordBody:
    """Return the page of a known record."""
    entry = library.entry(item_id)
    body = RecordBody(library)
    _BUILDERS.get(entry.kind, _plain)(body, entry.item)
    return body


def _source(body: RecordBody, item: model.Source) -> None:
    body.kicker(kind_label("source"), enum_label(item.type))
    body.title(item.title)
    body.fact(translate("Record", "By"), item.author)
    body.fact(translate("Record", "Published"), ", ".join(str(part) for part in (item.publisher, item.year) if part))
    body.fact(translate("Record", "Symbol"), item.symbol)
    body.fact(translate("Record", "ISBN"), item.isbn)
    body.fact(translate("Record", "DOI"), item.doi)
    body.text(item.note)
    body.outside(translate("Record", "Open the source"), item.url)
    body.add(CopyButton(translate("Record", "Copy citation"), citation_text(body.library, Citation(item.id))))


def _actor(body: RecordBody, item: model.Actor) -> None:
    body.kicker(enum_label(item.kind), item.years)
    body.title(item.name)
    body.lead(item.role)
    body.text(item.note)
    body.sources(item.sources)


def _term(body: RecordBody, item: model.Term) -> None:
    body.kicker(kind_label("term"))
    body.title(item.term)
    body.text(item.definition)
    body.fact(translate("Record", "Also"), ", ".join(item.aliases))
    body.links(translate("Record", "See also"), item.see_also)
    body.sources(item.sources)


def _place(body: RecordBody, item: model.Place) -> None:
    body.kicker(kind_label("place"))
    body.title(item.name)
    body.text(item.why)
    body.fact(
        translate("Record", "Position, approximate") if item.approximate else translate("Record", "Position"),
        position(item.lat, item.lon),
    )
    body.add(SmallMap(body.library, item.id))


def _event(body: RecordBody, item: model.Event) -> None:
    body.kicker(date(item.date), enum_label(item.responsibility), enum_label(item.theme))
    body.title(item.title)
    body.text(item.summary)
    body.fact(translate("Record", "What is disputed"), item.disputed)
    body.status(item.status)
    body.paragraph(partial(_write_link, translate("Record", "Show it on the timeline"), item_link("event", item.id)))
    body.links(translate("Record", "Who and where"), (*item.actors, item.place))
    body.links(translate("Record", "Documents"), item.documents)
    body.sources(item.sources)


def _write_link(words: str, link: str, setter: Typesetter) -> None:
    setter.link(words, link)


def _figure(body: RecordBody, item: model.Figure) -> None:
    body.kicker(kind_label("figure"), translate("Record", "as of %1").replace("%1", date(item.as_of)))
    body.title(item.label)
    body.title(f"{amount(item)} {item.unit}", TextRole.H2)
    body.text(item.note)
    body.fact(translate("Record", "Why one number and not a range"), item.single_because)
    body.status(item.status)
    body.sources(item.sources)


def _series(body: RecordBody, item: model.Series) -> None:
    chart = ChartBody(body.library, item)
    chart.link_requested.connect(body.link_requested)
    body.add(chart)
    case = body.library.case_of(item.id)
    if case:
        words, link = (
            translate("Record", "Show it among the figures"),
            str(Link("case", (case, "figures"), (), item.id)),
        )
        body.paragraph(partial(_write_link, words, link))


def _movement(body: RecordBody, item: model.Movement) -> None:
    body.kicker(enum_label(item.kind), date(item.date))
    body.title(item.title)
    body.text(item.text)
    body.fact(translate("Record", "What is disputed"), item.disputed)
    body.status(item.status)
    case = body.library.case_of(item.id)
    if case:
        words, link = translate("Record", "Show it on the map"), str(Link("case", (case, "map"), (), item.id))
        body.paragraph(partial(_write_link, words, link))
    body.links(translate("Record", "From, by way of, to"), item.path)
    body.links(translate("Record", "How many"), (item.figure,) if item.figure else ())
    body.links(translate("Record", "On the timeline"), item.events)
    body.sources(item.sources)


def _document(body: RecordBody, item: model.Document) -> None:
    body.kicker(item.body, enum_label(item.status), date(item.date))
    body.title(item.symbol, TextRole.H2)
    body.lead(item.title)
    body.text(item.summary)
    if item.vote is not None:
        body.heading(translate("Record", "The vote"))
        body.add(VoteRoll(item.vote))
    if item.key_points:
        body.heading(translate("Record", "What it says"))
        for point in item.key_points:
            body.paragraph(partial(_write_key_point, point))
    body.heading(translate("Record", "Why it matters"))
    body.text(item.why_it_matters)
    if item.made_by:
        body.heading(translate("Record", "Who made it"))
        body.text(item.made_by)
    body.outside(translate("Record", "Open the official text"), item.url)
    cited = ", ".join((item.body, item.title, item.symbol, date(item.date)))
    body.add(CopyButton(translate("Record", "Copy citation"), f"{cited}."))
    body.sources(item.sources)


def _write_key_point(point: model.KeyPoint, setter: Typesetter) -> None:
    setter.text(f"{point.ref}   ", strong=True)
    write_field(setter, point.point)


def _misconception(body: RecordBody, item: teaching.Misconception) -> None:
    body.kicker(kind_label("misconception"), translate("Record", "A form of denial") if item.denial else "")
    body.title(translate("Record", "“%1”").replace("%1", item.claim))
    body.heading(translate("Record", "What is known"))
    body.text(item.correction)
    judgments = [cited for cited in item.sources if item.denial and _is_judgment(body.library, cited)]
    body.sources(judgments, heading=translate("Record", "What courts have found"))
    body.sources([cited for cited in item.sources if cited not in judgments])
    body.links(translate("Record", "In the chapters"), item.chapters)


def _is_judgment(library: Library, cited: str) -> bool:
    source = library.find(Citation.parse(cited).source, model.Source)
    return source is not None and source.type is model.SourceType.JUDGMENT


def _decision(body: RecordBody, item: teaching.DecisionPoint) -> None:
    body.kicker(kind_label("decision"), date(item.date), item.seat)
    body.title(item.title)
    body.text(item.situation)
    body.heading(translate("Record", "Known that day"))
    body.items(f"{date(fact.date)}: {fact.fact}" for fact in item.known_then)
    body.heading(translate("Record", "Not known that day"))
    body.items(item.not_known_then)
    body.heading(translate("Record", "What was chosen"))
    body.text(item.chosen)
    body.heading(translate("Record", "What followed"))
    body.text(item.what_followed)
    body.sources(item.sources)


def _comparison(body: RecordBody, item: teaching.Comparison) -> None:
    body.kicker(kind_label("comparison"))
    body.title(item.title)
    body.text(item.introduction)
    names = {column.id: column.title for column in item.columns}
    for line in item.rows:
        body.heading(line.question)
        for answer in line.answers:
            body.fact(names.get(answer.column, answer.column), answer.answer)
        body.text(line.explanation)


_PARTS = (
    ("text", ""),
    ("subtitle", ""),
    ("introduction", ""),
    ("summary", ""),
    ("argument_yes", QT_TRANSLATE_NOOP("Record", "Arguments for yes")),
    ("argument_no", QT_TRANSLATE_NOOP("Record", "Arguments for no")),
    ("tried", QT_TRANSLATE_NOOP("Record", "What was tried")),
    ("missed", QT_TRANSLATE_NOOP("Record", "What was missed")),
    ("reply", QT_TRANSLATE_NOOP("Record", "Reply")),
    ("note", ""),
    ("guidance", QT_TRANSLATE_NOOP("Record", "For whoever leads the talk")),
)
"""The fields of the plainer kinds, in the order in which they are read, each with its heading."""


def _plain(body: RecordBody, item: Any) -> None:  # Any: every kind without a builder of its own
    body.kicker(kind_label(body.library.kind_of(item.id).name))
    name = title(body.library, item.id)
    body.title(name)
    for field, heading in _PARTS:
        value = getattr(item, field, "")
        if not value or value == name:
            continue
        if heading:
            body.heading(translate("Record", str(heading)))
        if isinstance(value, tuple):
            body.items(value)
        else:
            body.text(value)
    body.sources(getattr(item, "sources", ()))


_BUILDERS: Mapping[str, Builder] = {
    "source": _source,
    "actor": _actor,
    "term": _term,
    "place": _place,
    "event": _event,
    "figure": _figure,
    "series": _series,
    "movement": _movement,
    "document": _document,
    "misconception": _misconception,
    "decision": _decision,
    "comparison": _comparison,
}
