"""The words of a slide: what a class reads of a title, a prompt, a record. A teacher's notes are never here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from r2p_app.content.citations import Length, citation_text
from r2p_app.content.library import Citation, Library
from r2p_app.content.teaching import Lesson
from r2p_app.lessons.slides import Show, Slide, care
from r2p_app.ui.format import date
from r2p_app.ui.lessons.words import case_of
from r2p_app.ui.text import kind_label, label
from r2p_app.ui.widgets.inline import plain
from r2p_app.ui.widgets.records.summary import amount, title
from r2p_app.ui.widgets.records.vote import vote_words
from r2p_app.ui.widgets.typography import refine

translate = QCoreApplication.translate

Lines = tuple[str, ...]


@dataclass(frozen=True)
class SlideText:
    """What stands on a slide, from top to bottom: a line of what it is, a heading, paragraphs, a list beside, sources.

    `aside` is a heading and lines that stand beside the paragraphs, as options do.
    """

    over: str
    heading: str
    paragraphs: Lines = ()
    aside_title: str = ""
    aside: Lines = ()
    sources: Lines = ()

    @property
    def words(self) -> str:
        """Everything as one text, for those who hear the window."""
        parts = (self.over, self.heading, *self.paragraphs, self.aside_title, *self.aside, *self.sources)
        return "\n".join(part for part in parts if part)


def slide_text(slide: Slide, lesson: Lesson, library: Library) -> SlideText:
    """Return the words of a slide."""
    over = _over(slide, lesson, library)
    match slide.show:
        case Show.TITLE:
            return SlideText("", lesson.title, (lesson.summary,) if lesson.summary else ())
        case Show.CARE:
            note, rules = care(lesson, library)
            return SlideText(over, translate("Slides", "Before we begin"), (note,), "", _bulleted(rules))
        case Show.PROMPT:
            step = lesson.steps[slide.step]
            return SlideText(over, step.heading, (step.prompt,) if step.prompt else ())
        case Show.END:
            words = (lesson.homework,) if lesson.homework else ()
            return SlideText(over, translate("Slides", "To go on with") if words else "", words)
        case Show.TIMELINE | Show.MAP:
            return SlideText(over, lesson.steps[slide.step].heading)
        case _:
            return _of_record(over, slide.items[0], library)


def source_lines(library: Library, sources: Sequence[str]) -> Lines:
    """Return citations as a class needs them: enough to look them up, each once."""
    return tuple(dict.fromkeys(citation_text(library, Citation.parse(each), Length.SHORT) for each in sources))


def _over(slide: Slide, lesson: Lesson, library: Library) -> str:
    """Return where the class is: case and step."""
    case = case_of(lesson, library)
    parts = [case.title if case is not None else ""]
    if slide.step >= 0:
        step = translate("Slides", "Step %1 of %2").replace("%1", str(slide.step + 1))
        parts.append(step.replace("%2", str(len(lesson.steps))))
    return " · ".join(part for part in parts if part)


def _of_record(over: str, item_id: str, library: Library) -> SlideText:
    entry = library.entry(item_id)
    item, kind = entry.item, kind_label(entry.kind)
    over = f"{over} · {kind}"
    write = _RECORDS.get(entry.kind)
    made = write(item) if write is not None else SlideText("", title(library, item_id), _own_lines(item))
    sources = () if entry.kind == "decision" else source_lines(library, getattr(item, "sources", ()))
    return SlideText(over, made.heading, tuple(map(_said, made.paragraphs)), made.aside_title, made.aside, sources)


def _own_lines(item: Any) -> Lines:  # Any: whatever kind of record has a summary or a text
    words = getattr(item, "summary", "") or getattr(item, "text", "") or getattr(item, "introduction", "")
    return (words,) if isinstance(words, str) and words else ()


def _document(item: Any) -> SlideText:
    points = tuple(_point(point.ref, point.point) for point in item.key_points)
    vote = (vote_words(item.vote),) if item.vote is not None else ()
    made = (item.made_by,) if item.made_by else ()
    heading = f"{item.symbol} · {refine(item.title)}"
    paragraphs = (f"{date(item.date)} · {item.body}", item.summary, *vote, *made)
    return SlideText("", heading, paragraphs, translate("Slides", "In our words") if points else "", points)


def _point(ref: str, words: str) -> str:
    """Say where in the document it stands, unless that is merely the text."""
    return _said(words) if ref == "text" else f"{ref}: {_said(words)}"


def _decision(item: Any) -> SlideText:
    """Seat, day and options. What was chosen and what followed are not for this slide, nor sources, which name it."""
    options = tuple(f"{chr(65 + place)}. {option.text}" for place, option in enumerate(item.options))
    seat = translate("Slides", "Your seat: %1").replace("%1", item.seat)
    return SlideText(
        "", f"{date(item.date)}: {item.title}", (seat, item.situation), translate("Slides", "Options"), options
    )


def _figure(item: Any) -> SlideText:
    said = (f"{date(item.as_of)} · {label(item.status)}", item.note, item.single_because)
    return SlideText("", f"{amount(item)} {item.unit}", (item.label, *(text for text in said if text)))


def _criterion(item: Any) -> SlideText:
    yes, no = translate("Slides", "For yes: %1"), translate("Slides", "For no: %1")
    hindsight = translate("Slides", "In retrospect: the criteria were written in 2001.")
    arguments = (yes.replace("%1", _said(item.argument_yes)), no.replace("%1", _said(item.argument_no)))
    return SlideText("", f"{label(item.criterion)}: {item.question}", (hindsight, *arguments))


def _misconception(item: Any) -> SlideText:
    known = translate("Slides", "What is known: %1").replace("%1", _said(item.correction))
    name = translate("Slides", "A form of denial") if item.denial else translate("Slides", "Often said")
    return SlideText("", f"{name}: “{_said(item.claim)}”", (known,))


def _lens(item: Any) -> SlideText:
    tried, missed = translate("Slides", "Tried: %1"), translate("Slides", "Missed: %1")
    return SlideText(
        "",
        label(item.responsibility),
        (*(tried.replace("%1", text) for text in item.tried), *(missed.replace("%1", text) for text in item.missed)),
    )


def _view(item: Any) -> SlideText:
    reply = (translate("Slides", "The reply: %1").replace("%1", _said(item.reply)),) if item.reply else ()
    return SlideText("", item.title, (item.text, *reply))


_RECORDS: Mapping[str, Callable[[Any], SlideText]] = {  # Any: each takes the record type of its own kind
    "document": _document,
    "decision": _decision,
    "figure": _figure,
    "criterion": _criterion,
    "misconception": _misconception,
    "lens": _lens,
    "view": _view,
    "term": lambda item: SlideText("", item.term, (item.definition,)),
    "actor": lambda item: SlideText("", item.name, tuple(text for text in (item.years, item.role, item.note) if text)),
    "discussion": lambda item: SlideText("", item.question),
    "series": lambda item: SlideText("", item.title, (item.question,) if getattr(item, "question", "") else ()),
}


def _bulleted(texts: Sequence[str]) -> Lines:
    return tuple(f"• {text}" for text in texts)


def _said(text: str) -> str:
    return refine(plain(text))
