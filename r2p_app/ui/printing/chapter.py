"""A chapter as a PDF: its data are gathered in the window, piece by piece, and set beside it."""

from dataclasses import dataclass, field, replace
from functools import partial

from PySide6.QtCore import QCoreApplication

from r2p_app.content import markup
from r2p_app.content.library import Library
from r2p_app.content.markup import Embed
from r2p_app.content.model import Case, Chapter
from r2p_app.content.reading import minutes
from r2p_app.export.paper.blocks import Json, Style
from r2p_app.export.paper.chapter import TEMPLATE, Words, chapter_json
from r2p_app.export.paper.setting import PaperSize, compile_pdf
from r2p_app.notes.annotation import Annotation, Kind
from r2p_app.notes.placing import Lost, place
from r2p_app.notes.text import MarkedText
from r2p_app.ui.export.licence import licence_line
from r2p_app.ui.export.work import Progress, Work
from r2p_app.ui.format import duration, locale
from r2p_app.ui.printing.records import record_json
from r2p_app.ui.printing.threads import beside
from r2p_app.ui.reader.text import marked_text
from r2p_app.ui.text import label
from r2p_app.ui.widgets.typography import refine

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ChapterPlan:
    """What is to be set: a chapter on a size of paper, with the words that these marks highlight."""

    library: Library
    case: Case
    chapter: Chapter
    paper: PaperSize = PaperSize.A4
    marks: tuple[Annotation, ...] = field(default=())


def chapter_pdf(plan: ChapterPlan) -> Work:
    """Return the work that makes the PDF of a chapter."""
    text = markup.parse(plan.chapter.body, plan.chapter.body_line)
    embeds = [block for block in text.walk() if isinstance(block, Embed)]
    style = _style(plan)
    records: dict[str, Json | None] = {}
    for done, embed in enumerate(embeds):
        yield Progress(done, len(embeds) + 1)
        records[embed.anchor] = record_json(plan.library, embed, style)
    style = replace(style, record=lambda embed: records[embed.anchor])
    data = chapter_json(plan.library, plan.case, plan.chapter, style, _words(plan), paper=plan.paper)
    return (yield from beside(partial(compile_pdf, TEMPLATE, data), len(embeds)))


def _style(plan: ChapterPlan) -> Style:
    return Style(
        notice=translate("NoticeView", "Before you read on"),
        hate_speech=translate("Reader", "Hate speech, quoted as evidence"),
        refine=refine,
        marks=marked_characters(marked_text(plan.chapter), plan.marks),
    )


def marked_characters(text: MarkedText, marks: tuple[Annotation, ...]) -> dict[str, list[tuple[int, int]]]:
    """Return the characters that marks highlight, paragraph by paragraph."""
    found: dict[str, list[tuple[int, int]]] = {}
    for mark in marks:
        placement = place(mark, text)
        if mark.kind is not Kind.BOOKMARK and not isinstance(placement, Lost):
            for anchor, first, last in text.parts(placement.extent):
                found.setdefault(anchor, []).append((first, last))
    return found


def _words(plan: ChapterPlan) -> Words:
    case, chapter = plan.case, plan.chapter
    number = translate("ChapterHead", "Chapter %1 of %2").replace("%1", str(case.chapters.index(chapter.id) + 1))
    time = translate("ChapterHead", "%1 to read").replace("%1", duration(minutes(chapter.body)))
    kind = label(chapter.responsibility) if chapter.responsibility is not None else ""
    facts = (kind, number.replace("%2", str(len(case.chapters))), time)
    return Words(
        language=locale().name().partition("_")[0],
        facts=" · ".join(fact for fact in facts if fact),
        before=translate("NoticeView", "Before you read"),
        sources=translate("Endnotes", "Sources of this chapter"),
        page=translate("Printing", "Page %1 of %2"),
        source=licence_line(plan.library.pack),
    )
