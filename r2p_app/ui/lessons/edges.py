"""The lines around a slide, and what a slide is called in the list of what comes next."""

from PySide6.QtCore import QCoreApplication

from r2p_app.content.library import Library
from r2p_app.content.teaching import Lesson
from r2p_app.lessons.slides import Show, Slide
from r2p_app.ui.lessons.running import RunningLesson
from r2p_app.ui.lessons.slide_text import slide_text
from r2p_app.ui.lessons.words import form_label
from r2p_app.ui.projector.canvas import Edges
from r2p_app.ui.text import kind_label
from r2p_app.ui.widgets.records.summary import title

translate = QCoreApplication.translate


def edges(running: RunningLesson) -> Edges:
    """Return what stands above and below the slide."""
    step = running.step
    cue = _cue(running.slide) or (form_label(step.form) if step is not None else "")
    clock = clock_words(running.pace().left) if running.shows_clock and step is not None else ""
    head = slide_text(running.slide, running.lesson, running.library).over if running.slide.step >= 0 else ""
    return Edges(head=head, cue=cue, clock=clock)


def _cue(slide: Slide) -> str:
    match slide.show:
        case Show.QUESTION:
            return translate("Slides", "Vote in silence")
        case Show.VOTE:
            return translate("Slides", "Talk, then vote again")
        case Show.ANSWER:
            return translate("Slides", "The answer")
        case _:
            return ""


def slide_name(slide: Slide, lesson: Lesson, library: Library) -> str:
    """Return a slide in a line: "Step 3: A war or a genocide?", "Document: S/RES/912"."""
    if slide.show is Show.PROMPT:
        words = translate("Slides", "Step %1: %2").replace("%1", str(slide.step + 1))
        return words.replace("%2", lesson.steps[slide.step].heading)
    if slide.show in {Show.TIMELINE, Show.MAP}:
        return translate("Slides", "Timeline") if slide.show is Show.TIMELINE else translate("Slides", "Map")
    if slide.items:
        name = f"{kind_label(library.kind_of(slide.items[0]).name)}: {title(library, slide.items[0])}"
        return f"{_cue(slide)} · {name}" if _cue(slide) else name
    return slide_text(slide, lesson, library).heading or translate("Slides", "End")


def clock_words(seconds: float) -> str:
    """Return minutes and seconds: "06:40"; what has run over has a sign before it."""
    whole = int(abs(seconds))
    sign = "+" if seconds <= -1 else ""
    return f"{sign}{whole // 60:02}:{whole % 60:02}"
