"""From what was chosen to the PDF: records and maps are drawn piece by piece, the rest is set beside the window."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QCoreApplication

from r2p_app.content.library import Library
from r2p_app.content.markup import Embed
from r2p_app.content.model import Document, Event
from r2p_app.content.questions import MapLocation
from r2p_app.content.teaching import DecisionPoint, Discussion, Lesson
from r2p_app.export.memo import Block, Heading, NewPage, Paper, Paragraph
from r2p_app.export.paper.blocks import Json, Style
from r2p_app.export.paper.handouts.parts import CardSheets, Form, Section
from r2p_app.export.paper.handouts.subject import Handout, Subject
from r2p_app.export.paper.handouts.versions import Version, versions
from r2p_app.export.paper.setting import PaperSize, compile_pdf
from r2p_app.maps.region import Point
from r2p_app.ui.export.licence import licence_line
from r2p_app.ui.export.work import Progress, Work
from r2p_app.ui.format import locale
from r2p_app.ui.lab.printing import paper_pdf
from r2p_app.ui.lab.roles import role_cards
from r2p_app.ui.lab.teacher_guide import teacher_guide
from r2p_app.ui.paper.answers import key_section
from r2p_app.ui.paper.asked import Setting
from r2p_app.ui.paper.cards import evidence_sheets, sort_sheets
from r2p_app.ui.paper.frieze import FriezeSheets, frieze_sheets
from r2p_app.ui.paper.guide import guide
from r2p_app.ui.paper.test_sheets import test_sections
from r2p_app.ui.paper.words import handout_name
from r2p_app.ui.paper.worksheet import worksheet
from r2p_app.ui.printing.pictures import svg_of
from r2p_app.ui.printing.records import record_json
from r2p_app.ui.printing.threads import beside
from r2p_app.ui.quiz.map_card import map_for
from r2p_app.ui.widgets.typography import refine

translate = QCoreApplication.translate

TEMPLATE = "handout"
WITH_VERSIONS = frozenset({Handout.TEST, Handout.KEY})
WITH_ANSWERS = frozenset({Handout.WORKSHEET, Handout.TEST, Handout.SORT_CARDS})

Sheets = Section | CardSheets | FriezeSheets


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be made: a handout of a subject on a size of paper; versions and answers where it has them."""

    library: Library
    subject: Subject
    handout: Handout
    paper: PaperSize = PaperSize.A4
    versions: int = 1
    answers: bool = False

    @property
    def stem(self) -> str:
        """A name for the file, without its ending."""
        return f"{self.subject.id}-{self.handout.value}"


def handout_pdf(plan: Plan) -> Work:
    """Return the work that makes the PDF."""
    paper = _paper_of_the_lab(plan)
    if paper is not None:
        return (yield from paper_pdf(paper, plan.library.pack, plan.paper))
    form = Form(Style(translate("NoticeView", "Before you read on"), "", refine))
    names, places = _drawn(plan)
    records: dict[str, Json] = {}
    maps: dict[str, Json] = {}
    steps = len(names) + len(places) + 1
    for name in names:
        yield Progress(len(records), steps)
        embed = Embed(anchor=name, kind=plan.library.kind_of(name).name, item=name, spans=(), line=0)
        records[name] = record_json(plan.library, embed, form.style) or {}
    for question in places:
        yield Progress(len(records) + len(maps), steps)
        maps[question.id] = _map(question)
    setting = Setting(plan.library, form, records, maps)
    return (yield from beside(partial(_set, plan, setting), steps))


def _set(plan: Plan, setting: Setting) -> bytes:
    """Write what stands on the sheets and set it; nothing here paints, so that it may happen beside the window."""
    return compile_pdf(TEMPLATE, _json(plan, sheets(plan, setting)))


def sheets(plan: Plan, setting: Setting) -> list[Sheets]:
    """Return what stands on the sheets; `setting` has the records and maps that are needed."""
    subject = replace(plan.subject, title=refine(plan.subject.title))
    plan = replace(plan, subject=subject)
    count = plan.versions if plan.handout in WITH_VERSIONS else 1
    made = versions(subject.questions, count, subject.seed)
    found = _sheets(plan, setting, made)
    if plan.answers and subject.questions and plan.handout in {Handout.TEST, Handout.WORKSHEET}:
        found.append(key_section(setting, subject, made))
    return found


def _sheets(plan: Plan, setting: Setting, made: tuple[Version, ...]) -> list[Sheets]:
    subject, found = plan.subject, list[Sheets]()
    match plan.handout:
        case Handout.WORKSHEET:
            found.append(worksheet(setting, subject, made[0]))
        case Handout.TEST:
            found += test_sections(setting, subject, made)
        case Handout.KEY:
            found.append(key_section(setting, subject, made))
        case Handout.SORT_CARDS:
            found += sort_sheets(setting, subject, made[0], answers=plan.answers)
        case Handout.EVIDENCE_CARDS:
            found += evidence_sheets(setting, subject)
        case Handout.FRIEZE:
            found += frieze_sheets(setting, subject)
        case Handout.GUIDE if isinstance(subject.record, Lesson):
            found.append(guide(setting, subject, subject.record))
        case _:
            raise ValueError(f"there is no {plan.handout} of {subject.id}")
    return found


def _paper_of_the_lab(plan: Plan) -> Paper | None:
    """Return the paper that the decision lab has already: role cards, and the guide to a decision."""
    decisions = plan.subject.decisions
    if plan.handout is Handout.ROLE_CARDS:
        papers = [role_cards(plan.library, decision) for decision in decisions]
        return papers[0] if len(papers) == 1 else _joined(plan.subject.title, papers)
    if plan.handout is Handout.GUIDE and isinstance(plan.subject.record, DecisionPoint):
        return teacher_guide(plan.library, plan.subject.record)
    return None


def _joined(title: str, papers: Iterable[Paper]) -> Paper:
    """Say on every card which decision it belongs to."""
    blocks: list[Block] = []
    for paper in papers:
        blocks.append(NewPage())
        for block in paper.blocks:
            blocks.append(block)
            if isinstance(block, Heading):
                blocks.append(Paragraph(paper.title, translate("Handouts", "The decision")))
    return Paper(title, handout_name(Handout.ROLE_CARDS), tuple(blocks[1:]))


def _drawn(plan: Plan) -> tuple[list[str], list[MapLocation]]:
    """Return the records that are shown as the window shows them, and the places that are looked for on a map."""
    subject, library = plan.subject, plan.library
    names: list[str] = []
    if plan.handout is Handout.WORKSHEET and isinstance(subject.record, Lesson):
        used = dict.fromkeys(name for step in subject.record.steps for name in step.uses if name in library)
        own = (DecisionPoint, Discussion, Event)
        names = [name for name in used if not isinstance(library.entry(name).item, own)]
    elif plan.handout is Handout.WORKSHEET and isinstance(subject.record, Document):
        names = [subject.id]
    asks = plan.handout in {Handout.WORKSHEET, Handout.TEST}
    return names, [one for one in subject.questions if asks and isinstance(one, MapLocation)]


def _map(question: MapLocation) -> Json:
    made = map_for(Point(question.lat, question.lon))
    made.pin.shown = False
    svg = svg_of(made)
    alt = translate("Handouts", "A map without names")
    found = {"kind": "picture", "svg": svg, "ratio": made.height() / made.width(), "alt": alt}
    made.deleteLater()
    return found


def _json(plan: Plan, found: Iterable[Sheets]) -> Json:
    name = handout_name(plan.handout)
    return {
        "paper": plan.paper.value,
        "language": locale().name().partition("_")[0],
        "title": f"{name}: {refine(plan.subject.title)}",
        "page": translate("Printing", "Page %1 of %2"),
        "sources": translate("Handouts", "Sources"),
        "source": licence_line(plan.library.pack),
        "sections": [one.json() for one in found],
    }
