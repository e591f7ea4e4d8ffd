"""Names and words (rule G5 and the traps of the subject).

When does "R2P" need "in retrospect"? A sentence of the narrator that mentions it and speaks of a time before December
2001: it stands in an event or a decision dated earlier, or names a year up to 2000. It passes if it also names a year
from 2001 on, says itself that the idea came later, or if the text it stands in says "in retrospect" or "in
hindsight". Wrong options and false statements to judge are not sentences of the narrator.
"""

import re
from collections.abc import Iterator

import msgspec

from r2p_app.content.checks.base import Fault, RecordCheck
from r2p_app.content.dates import day_number, parse
from r2p_app.content.lint.passages import Passage, passages, sentences
from r2p_app.content.lint.phrases import PHRASES
from r2p_app.content.markup.inline import MARKUP
from r2p_app.content.model import Event, Record
from r2p_app.content.questions import Option, TrueFalse
from r2p_app.content.subjects import Subject
from r2p_app.content.teaching import DecisionPoint

MAX_TEXT = 20_000
REPORT_OF_2001 = day_number(2001, 12, 1)

_R2P = re.compile(r"\bR2P\b|\bRtoP\b|\b[Rr]esponsibility to [Pp]rotect\b")
_RESOLUTION = re.compile(r"\b[Rr]esolutions? [0-9]{3,4}(?:(?:, | and |, and )[0-9]{3,4})*")
_EARLY_YEAR = re.compile(r"\b(?:1[89][0-9]{2}|2000)\b")
_LATE_YEAR = re.compile(r"\b20(?:0[1-9]|[1-9][0-9])\b")
_RETROSPECT = re.compile(r"\b(?:in retrospect|retrospective(?:ly)?|(?:in|with) hindsight)\b", re.IGNORECASE)
_NOT_YET = re.compile(
    r"\blater\b|\bnot (?:yet )?(?:exist|a doctrine)|\bbefore (?:R2P|the Responsibility to Protect)"
    r"|\bno (?:R2P|Responsibility to Protect)|\b(?:R2P|Protect) (?:existed|was (?:written|agreed|born))",
    re.IGNORECASE,
)
_LINK_OUT = re.compile(r"\]\(\s*+(?!r2p://)([^)\s]*)")


def phrases(_record: Record, subject: Subject) -> Iterator[Fault]:
    """The narrator's words are not those in the table."""
    for passage in passages(subject):
        narrated = passage.narrated
        for rule in PHRASES:
            if found := rule.find(narrated):
                yield Fault(passage.at, rule.message.format(found=found), rule.hint, rule.code)


def retrospect(record: Record, subject: Subject) -> Iterator[Fault]:
    """R2P is applied to earlier acts only with the word that says so."""
    before = _is_before(record)
    for passage in passages(subject):
        if _R2P.search(passage.text) and not _is_false(passage) and not _RETROSPECT.search(passage.text):
            yield from _unlabelled(passage, before=before)


def _unlabelled(passage: Passage, *, before: bool) -> Iterator[Fault]:
    for sentence in sentences(_RESOLUTION.sub("a resolution", passage.narrated)):
        early = before or _EARLY_YEAR.search(sentence)
        if early and _R2P.search(sentence) and not (_LATE_YEAR.search(sentence) or _NOT_YET.search(sentence)):
            hint = "add “in retrospect”, or the year from which on you speak"
            yield Fault(passage.at, "R2P is applied to a time before December 2001 without saying so", hint)
            return


def _is_before(record: msgspec.Struct) -> bool:
    return isinstance(record, Event | DecisionPoint) and parse(record.date).latest < REPORT_OF_2001


def _is_false(passage: Passage) -> bool:
    match passage.owner, passage.key:
        case Option(correct=correct), "text":
            return not correct
        case TrueFalse(answer=answer), "prompt":
            return not answer
    return False


def html(_record: Record, subject: Subject) -> Iterator[Fault]:
    """No text holds HTML or a script; chapters are looked at by `markup`."""
    for leaf in subject.leaves:
        if match := MARKUP.search(leaf.text):
            hint = "use Markdown for emphasis and links; put a space after “<” where it means less than"
            yield Fault(leaf, f"“{leaf.key}” holds HTML: “{leaf.text[match.start() :][:20]}”", hint)


def short_markup(_record: Record, subject: Subject) -> Iterator[Fault]:
    """Short texts know emphasis and links inside the program only."""
    for leaf in subject.leaves:
        if leaf.shape.translate and (match := _LINK_OUT.search(leaf.text)):
            yield Fault(leaf, f"“{match[1]}” is not a link inside the program", "write r2p://kind/id")
        if leaf.shape.translate and "[@" in leaf.text:
            yield Fault(leaf, f"a citation inside “{leaf.key}”", "list it under “sources”")


def length(_record: Record, subject: Subject) -> Iterator[Fault]:
    """A text of a record is read in one go; longer ones are chapters."""
    for leaf in subject.leaves:
        if len(leaf.text) > MAX_TEXT:
            message = f"“{leaf.key}” is longer than {MAX_TEXT:,} characters"
            yield Fault(leaf, message, "shorten it, or write a chapter")


RECORD_CHECKS = (
    RecordCheck("wording", Record, phrases),
    RecordCheck("retrospect", Record, retrospect),
    RecordCheck("text-length", Record, length, drops=True),
    RecordCheck("html", Record, html, drops=True),
    RecordCheck("link-scheme", Record, short_markup),
)
