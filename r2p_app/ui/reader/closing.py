"""What frames a chapter: its title above; misconceptions, its sources and the way on below."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from r2p_app.content.citations import Length
from r2p_app.content.library import Library
from r2p_app.content.links import Link, item_link
from r2p_app.content.markup import CitationSpan
from r2p_app.content.model import Case, Chapter
from r2p_app.content.reading import minutes
from r2p_app.content.teaching import Misconception
from r2p_app.ui.format import duration
from r2p_app.ui.text import label as enum_label
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import ResponsibilityMark, button, column, label, row
from r2p_app.ui.widgets.inline import plain
from r2p_app.ui.widgets.prose import Prose
from r2p_app.ui.widgets.records.cite import write_citation
from r2p_app.ui.widgets.spans import describe
from r2p_app.ui.widgets.typeset import Typesetter
from r2p_app.ui.widgets.typography import refine


class ChapterHead(QWidget):
    """Title, responsibility, place in the case, time needed."""

    def __init__(self, case: Case, chapter: Chapter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        facts = row(spacing=2 * GRID)
        if chapter.responsibility is not None:
            facts.addWidget(ResponsibilityMark(chapter.responsibility.value))
        facts.addWidget(label(self._facts(case, chapter), TextRole.SMALL, tone="muted"), 1)
        box = column(label(refine(chapter.title), TextRole.H1), into=self, spacing=2 * GRID)
        box.addLayout(facts)

    def _facts(self, case: Case, chapter: Chapter) -> str:
        responsibility = enum_label(chapter.responsibility) if chapter.responsibility is not None else ""
        place = self.tr("Chapter %1 of %2").replace("%1", str(case.chapters.index(chapter.id) + 1))
        time = self.tr("%1 to read").replace("%1", duration(minutes(chapter.body)))
        parts = (responsibility, place.replace("%2", str(len(case.chapters))), time)
        return " · ".join(part for part in parts if part)


class Endnotes(Prose):
    """The sources of the chapter, by the numbers in its text; those in `known` stand above, in notes of their own."""

    def __init__(
        self,
        notes: Sequence[CitationSpan],
        library: Library,
        *,
        known: Collection[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        name = self.tr("Sources of this chapter")
        write = partial(_write_endnotes, "" if known else name, tuple(notes), library, known)
        super().__init__(write, TextRole.SMALL, name=name, parent=parent)


def _write_endnotes(
    heading: str, notes: Sequence[CitationSpan], library: Library, known: Collection[str], setter: Typesetter
) -> None:
    """Write every note; a source is given in full the first time, unless it is known from notes before these."""
    if heading:
        setter.paragraph(role=TextRole.H3)
        setter.text(heading)
    seen = set(known)
    for note in notes:
        setter.paragraph(before=6, indent=28, hang=28)
        setter.text(f"{note.number}\t", strong=True)
        for index, citation in enumerate(note.citations):
            setter.text(" " if index else "")
            write_citation(setter, library, citation, Length.SHORT if citation.source in seen else Length.FULL)
            seen.add(citation.source)


class OftenSaid(Prose):
    """The misconceptions about the subject of the chapter; what is known stands where they lead to."""

    def __init__(self, items: Sequence[Misconception], library: Library, parent: QWidget | None = None) -> None:
        heading = self.tr("Often said, and mistaken")
        super().__init__(
            partial(_write_often_said, heading, tuple(items)),
            name=heading,
            describe=partial(describe, library),
            parent=parent,
        )


def _write_often_said(heading: str, items: Sequence[Misconception], setter: Typesetter) -> None:
    setter.paragraph(role=TextRole.H3)
    setter.text(heading)
    for item in items:
        setter.paragraph(before=6)
        claim = QCoreApplication.translate("OftenSaid", "“%1”").replace("%1", plain(item.claim))
        setter.link(claim, item_link("misconception", item.id))
        if item.denial:
            setter.text(f" · {QCoreApplication.translate('OftenSaid', 'a form of denial')}", tone="note")


def often_said(library: Library, chapter: Chapter) -> list[Misconception]:
    """Return the misconceptions that concern the subject of a chapter."""
    return [item for item in library.all(Misconception) if chapter.id in item.chapters]


class Neighbours(QWidget):
    """The way to the next chapter and back to the one before.

    Signals:
        link_requested: Go to this chapter.
    """

    link_requested = Signal(str)

    def __init__(self, case: Case, chapter: Chapter, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(3 * GRID)
        grid.setColumnStretch(1, 1)
        before, after = neighbours(case, chapter, library)
        for line, (words, kind, other) in enumerate(
            ((self.tr("Next chapter"), "primary", after), (self.tr("Previous chapter"), "secondary", before))
        ):
            if other is not None:
                grid.addWidget(self._goer(words, kind, case, other), line, 0)
                grid.addWidget(label(numbered(case, other), TextRole.BODY), line, 1, Qt.AlignmentFlag.AlignVCenter)

    def _goer(self, words: str, kind: str, case: Case, other: Chapter) -> QWidget:
        goer = button(words, kind, name=f"{words}: {numbered(case, other)}")
        goer.setProperty("link", str(chapter_link(case, other.id)))
        goer.clicked.connect(self._on_goer_clicked)
        return goer

    @Slot()
    def _on_goer_clicked(self) -> None:
        self.link_requested.emit(str(self.sender().property("link")))


def numbered(case: Case, chapter: Chapter) -> str:
    """Return a chapter's title with its number in the case."""
    return f"{case.chapters.index(chapter.id) + 1}. {refine(chapter.title)}"


def chapter_link(case: Case, chapter_id: str, anchor: str = "") -> Link:
    """Return the link to a chapter, or to a place in it."""
    return Link("case", (case.id, "read", chapter_id), (), anchor)


def neighbours(case: Case, chapter: Chapter, library: Library) -> tuple[Chapter | None, Chapter | None]:
    """Return the chapters before and after, among those that are sound."""
    sound = library.chapters(case)
    index = next((i for i, each in enumerate(sound) if each.id == chapter.id), None)
    if index is None:
        return None, None
    after = sound[index + 1] if index + 1 < len(sound) else None
    return (sound[index - 1] if index else None), after
