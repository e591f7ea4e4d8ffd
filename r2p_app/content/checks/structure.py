"""Records whose parts must fit one another."""

from collections.abc import Iterator
from itertools import pairwise

from r2p_app.content.checks.base import Fault, RecordCheck
from r2p_app.content.model import Case, Chapter, Movement, PackInfo, Series
from r2p_app.content.problems import Level
from r2p_app.content.subjects import Subject
from r2p_app.content.teaching import Comparison, DecisionPoint, Story

FORMAT = 1
"""The version of the content format this program writes and reads."""


def pack_format(record: PackInfo, subject: Subject) -> Iterator[Fault]:
    """A pack of a later format was made for a later program."""
    if record.format != FORMAT:
        message = f"this pack has format {record.format}, the program reads format {FORMAT}"
        yield Fault(subject.at("format"), message, "use a program of the pack’s time")


def pack_language(record: PackInfo, subject: Subject) -> Iterator[Fault]:
    """The words in the files themselves are English; overlays bring the others."""
    if "en" not in record.languages:
        yield Fault(subject.at("languages"), "“en” is not among the languages", "the files themselves are in English")


def columns(record: Comparison, subject: Subject) -> Iterator[Fault]:
    """Answers stand in columns that exist, one each."""
    known = {column.id for column in record.columns}
    for row, line in enumerate(record.rows):
        seen: set[str] = set()
        for index, answer in enumerate(line.answers):
            at = subject.at("rows", row, "answers", index, "column")
            if answer.column not in known:
                yield Fault(at, f"there is no column “{answer.column}”", f"columns: {', '.join(sorted(known))}")
            elif answer.column in seen:
                yield Fault(at, f"a second answer in the column “{answer.column}”")
            seen.add(answer.column)


def options(record: DecisionPoint, subject: Subject) -> Iterator[Fault]:
    """There was something to decide."""
    if len(record.options) < 2:
        yield Fault(subject.at("options"), "a decision needs at least two options that were on the table")
    if not record.known_then:
        yield Fault(subject.at("known_then"), "nothing was known then", "list what the decision-makers had before them")


def chapters(record: Case, subject: Subject) -> Iterator[Fault]:
    """A chapter stands once in its case."""
    seen: set[str] = set()
    for index, chapter in enumerate(record.chapters):
        if chapter in seen:
            yield Fault(subject.at("chapters", index), f"the chapter “{chapter}” stands here twice")
        seen.add(chapter)


def body(record: Chapter, subject: Subject) -> Iterator[Fault]:
    """A chapter has words."""
    if not record.body.strip():
        yield Fault(subject.at("id"), "the chapter has no text", "write it below the second line “---”")


def story_steps(record: Story, subject: Subject) -> Iterator[Fault]:
    """A story goes somewhere."""
    if len(record.steps) < 2:
        yield Fault(subject.at("steps"), "a story needs at least two steps")


def path(record: Movement, subject: Subject) -> Iterator[Fault]:
    """A movement goes from one place to another."""
    if len(record.path) < 2:
        yield Fault(subject.at("path"), "a movement goes from one place to another", "write “path: [pl-from, pl-to]”")
    for index, (before, after) in enumerate(pairwise(record.path), 1):
        if before == after:
            yield Fault(subject.at("path", index), f"the place “{after}” follows itself")


def series(record: Series, subject: Subject) -> Iterator[Fault]:
    """A chart states the question it answers, how to read it and what it does not show."""
    for key in ("question", "how_to_read", "limits"):
        if not getattr(record, key):
            yield Fault(
                subject.at(), f"the chart has no “{key}”", "say what it answers, how to read it, what it leaves out"
            )


RECORD_CHECKS = (
    RecordCheck("pack-format", PackInfo, pack_format),
    RecordCheck("pack-language", PackInfo, pack_language),
    RecordCheck("comparison-column", Comparison, columns, drops=True),
    RecordCheck("decision-options", DecisionPoint, options),
    RecordCheck("story-steps", Story, story_steps, drops=True),
    RecordCheck("series-words", Series, series, Level.WARNING),
    RecordCheck("movement-path", Movement, path, drops=True),
    RecordCheck("chapter-twice", Case, chapters),
    RecordCheck("chapter-empty", Chapter, body, Level.WARNING),
)
