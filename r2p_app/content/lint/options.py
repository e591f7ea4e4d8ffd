"""Good options (rules L4 and L7), and denial named as denial (rule G9)."""

import re
from collections.abc import Iterator, Sequence

from r2p_app.content.checks.base import Fault, FileCheck, RecordCheck
from r2p_app.content.lint.chance import at_least
from r2p_app.content.problems import Level
from r2p_app.content.questions import MultipleResponse, Option, QuestionBase, ShortAnswer, SingleChoice, TrueFalse
from r2p_app.content.subjects import Subject

_CATCH_ALL = re.compile(
    r"^\W*(?:(?:all|none|both|neither|any|either)(?: of)? (?:the |these |those )?(?:above|options|answers|others)"
    r"|(?:all|none) of (?:these|them|those)|both [a-d] and [a-d]|(?:the )?(?:first|last) (?:two|three))\b",
    re.IGNORECASE,
)
_DENIAL = re.compile(
    r"\bdouble genocide\b|^there was (?:no|never any) (?:genocide|massacres?)\b|\bnot (?:a )?genocide,? but\b"
    r"|\b(?:genocide|massacres?|killings?|deaths?|graves?) (?:was|were|is|are)"
    r" (?:staged|invented|faked|fabricated|a (?:lie|hoax|myth))"
    r"|\b(?:genocide|massacres?|killings?) (?:did not|never) (?:happen|take place)|\bdied in (?:combat|battle) only\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\bden(?:y|ies|ied|ying|ial|ialist|ier)s?\b", re.IGNORECASE)
_UNLIKELY = 0.01
"""How improbable a pattern of keys must be, by chance, before it is reported."""


def _options(record: QuestionBase) -> Sequence[tuple[str, Sequence[Option]]]:
    """Return the key under which options stand, and the options, of kinds that have them."""
    keys = {SingleChoice: "options", MultipleResponse: "options", TrueFalse: "reasons", ShortAnswer: "mistakes"}
    key = keys.get(type(record))
    return ((key, getattr(record, key)),) if key else ()


def number(record: SingleChoice | MultipleResponse | TrueFalse, subject: Subject) -> Iterator[Fault]:
    """Three or four options; up to six where several are right."""
    most = 6 if isinstance(record, MultipleResponse) else 4
    for key, options in _options(record):
        optional = isinstance(record, TrueFalse) and not options
        if not optional and not 3 <= len(options) <= most:
            message = f"{len(options)} under “{key}”: three to {'six' if most == 6 else 'four'} are good"
            yield Fault(subject.at(key), message, "each wrong one is a mistake people really make")


def catch_all(record: QuestionBase, subject: Subject) -> Iterator[Fault]:
    """Options stand for themselves: the window shuffles them."""
    for key, options in _options(record):
        for index, option in enumerate(options):
            if _CATCH_ALL.search(option.text):
                hint = "write out what is meant; options are shuffled"
                yield Fault(subject.at(key, index, "text"), f"“{option.text}” leans on other options", hint)


def rationale(record: QuestionBase, subject: Subject) -> Iterator[Fault]:
    """A rationale explains its own option, and does not only repeat it."""
    for key, options in _options(record):
        first: dict[tuple[str, bool], Option] = {}
        for index, option in enumerate(options):
            at = subject.at(key, index, "rationale")
            words = option.rationale.casefold()
            if other := first.get((words, not option.correct)):
                message = f"the same rationale as for option “{other.id}”"
                yield Fault(at, message, "one is right and the other wrong")
            if words == record.rationale.casefold():
                yield Fault(at, "the same words as the rationale of the question", "leave out the question’s rationale")
            if words.strip(" .") == option.text.casefold().strip(" ."):
                yield Fault(at, "the rationale only repeats the option", "say why")
            first.setdefault((words, option.correct), option)


def duplicates(record: QuestionBase, subject: Subject) -> Iterator[Fault]:
    """No two options say the same."""
    for key, options in _options(record):
        first: dict[str, Option] = {}
        for index, option in enumerate(options):
            if other := first.get(option.text.casefold()):
                yield Fault(subject.at(key, index, "text"), f"the same words as option “{other.id}”")
            first.setdefault(option.text.casefold(), option)


def lengths(record: QuestionBase, subject: Subject) -> Iterator[Fault]:
    """Options are of like length, so that length gives nothing away."""
    for key, options in _options(record):
        sizes = [len(option.text) for option in options]
        if sizes and max(sizes) > 2.5 * min(sizes) and max(sizes) - min(sizes) > 60:
            message = f"options from {min(sizes)} to {max(sizes)} characters"
            yield Fault(subject.at(key), message, "shorten the long one or say as much in the others")


def denial(record: QuestionBase, subject: Subject) -> Iterator[Fault]:
    """An option that denies is wrong, and its rationale calls it denial."""
    for key, options in _options(record):
        for index, option in enumerate(options):
            path = (key, index)
            if option.names_denial and option.correct:
                yield Fault(subject.at(*path), "an option marked as denial is marked as correct")
            elif option.names_denial and not _NAMED.search(option.rationale):
                hint = "say in the rationale that this is denial, and what the court found"
                yield Fault(subject.at(*path, "rationale"), "the rationale does not name the claim as denial", hint)
            elif _DENIAL.search(option.text) and not (option.names_denial or option.correct):
                hint = "name it as denial in the rationale and write “names_denial: true”, or choose another option"
                yield Fault(subject.at(*path, "text"), "the option reads like denial and is not named so", hint)


def balance(subjects: Sequence[Subject]) -> Iterator[Fault]:
    """Over the questions of a file, no place holds the key more often than chance allows."""
    questions = _single(subjects)
    places = [next(i for i, option in enumerate(question.options) if option.correct) for question in questions]
    for place in range(max(map(len, (question.options for question in questions)), default=0)):
        hits = places.count(place)
        if at_least(hits, [1 / len(question.options) for question in questions]) < _UNLIKELY / 4:
            message = f"the answer is option {place + 1} in {hits} of {len(questions)} questions"
            yield Fault(None, message, "move some answers to other places")


def longest(subjects: Sequence[Subject]) -> Iterator[Fault]:
    """Nor is the longest option the key more often than chance allows."""
    questions = _single(subjects)
    hits = sum(_key_is_longest(question) for question in questions)
    if at_least(hits, [1 / len(question.options) for question in questions]) < _UNLIKELY:
        message = f"the longest option is the answer in {hits} of {len(questions)} questions"
        yield Fault(None, message, "shorten some answers or lengthen some wrong options")


def _single(subjects: Sequence[Subject]) -> list[SingleChoice]:
    found = [subject.item for subject in subjects if isinstance(subject.item, SingleChoice)]
    return [question for question in found if sum(option.correct for option in question.options) == 1]


def _key_is_longest(question: SingleChoice) -> bool:
    key = next(option for option in question.options if option.correct)
    return all(len(key.text) > len(option.text) for option in question.options if option is not key)


RECORD_CHECKS = (
    RecordCheck("option-number", (SingleChoice, MultipleResponse, TrueFalse), number),
    RecordCheck("option-catch-all", QuestionBase, catch_all),
    RecordCheck("option-rationale", QuestionBase, rationale),
    RecordCheck("option-twice", QuestionBase, duplicates),
    RecordCheck("option-lengths", (SingleChoice, MultipleResponse), lengths, Level.WARNING),
    RecordCheck("denial", QuestionBase, denial),
)
FILE_CHECKS = (
    FileCheck("key-places", balance),
    FileCheck("key-longest", longest),
)
