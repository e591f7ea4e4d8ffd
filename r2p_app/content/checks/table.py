"""Every check of a record, a file or the whole pack, in three tables, and the runs over them."""

from collections.abc import Sequence

from r2p_app.content.checks import claims, decisions, identity, named, numbers, order, questions, structure, together
from r2p_app.content.checks.base import FileCheck, RecordCheck
from r2p_app.content.checks.whole import Whole, WholeCheck
from r2p_app.content.lint import options, seats, tolls, wording
from r2p_app.content.problems import Faults, Problem
from r2p_app.content.subjects import Subject

RECORD_CHECKS: tuple[RecordCheck, ...] = (
    *identity.RECORD_CHECKS,
    *structure.RECORD_CHECKS,
    *order.RECORD_CHECKS,
    *decisions.RECORD_CHECKS,
    *numbers.RECORD_CHECKS,
    *questions.RECORD_CHECKS,
    *claims.RECORD_CHECKS,
    *wording.RECORD_CHECKS,
    *tolls.RECORD_CHECKS,
    *seats.RECORD_CHECKS,
    *options.RECORD_CHECKS,
)
FILE_CHECKS: tuple[FileCheck, ...] = options.FILE_CHECKS
WHOLE_CHECKS: tuple[WholeCheck, ...] = (*named.WHOLE_CHECKS, *together.WHOLE_CHECKS, *tolls.WHOLE_CHECKS)


def check(subjects: Sequence[Subject], faults: Faults) -> list[Subject]:
    """Report what is wrong with the records of a file; return those that can be used."""
    sound = [subject for subject in subjects if _is_usable(subject, faults)]
    for check in FILE_CHECKS:
        for fault in check.find(sound):
            faults.add(check.level, fault.at, fault.message, fault.hint, code=check.code)
    return sound


def _is_usable(subject: Subject, faults: Faults) -> bool:
    usable = True
    for check in RECORD_CHECKS:
        if isinstance(subject.item, check.type):
            for fault in check.find(subject.item, subject):
                faults.add(check.level, fault.at, fault.message, fault.hint, code=fault.code or check.code)
                usable = usable and not check.drops
    return usable


def check_whole(whole: Whole) -> list[Problem]:
    """Return what is wrong with the pack as a whole."""
    found: dict[str, Faults] = {}
    for check in WHOLE_CHECKS:
        for file, fault in check.find(whole):
            faults = found.setdefault(file, Faults(file))
            faults.add(check.level, fault.at, fault.message, fault.hint, code=check.code)
    return [problem for faults in found.values() for problem in faults.found]
