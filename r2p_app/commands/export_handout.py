"""`r2p export handout`: a worksheet, a test, cards, a frieze or a guide as PDF, without a display."""

import argparse
import os
from typing import TYPE_CHECKING

from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.content.model import Case, Chapter, Document
from r2p_app.content.teaching import DecisionPoint, Lesson
from r2p_app.export.paper.handouts.subject import Handout, Subject, offered, subject_of
from r2p_app.export.paper.setting import PaperSize

if TYPE_CHECKING:
    from r2p_app.ui.paper.making import Plan

_SIZES = {"A4": PaperSize.A4, "Letter": PaperSize.LETTER}
KINDS = tuple(Handout)
_RECORDS = (Lesson, Chapter, Document, DecisionPoint, Case)


def exported(library: Library, link: Link, namespace: argparse.Namespace) -> bytes:
    """Return the bytes of the file; raise `ValueError` where there is no such handout."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from r2p_app.app import make_application
    from r2p_app.ui.export.work import finish
    from r2p_app.ui.paper.making import handout_pdf
    from r2p_app.ui.theme.look import Look

    plan = _plan(library, link, namespace)
    make_application()
    Look().load_faces()
    return finish(handout_pdf(plan))


def _plan(library: Library, link: Link, namespace: argparse.Namespace) -> "Plan":
    from r2p_app.ui.paper.making import Plan

    subject, kind = _subject(library, link), Handout(namespace.kind)
    found = offered(subject)
    if kind not in found:
        there = ", ".join(found) or "nothing"
        raise ValueError(f"there is no {kind} of {link}; there is: {there}")
    if namespace.paper not in _SIZES:
        raise ValueError(f"--paper {namespace.paper} is for posters; handouts are on {' or '.join(_SIZES)}")
    paper = _SIZES[namespace.paper]
    return Plan(library, subject, kind, paper, namespace.versions, namespace.answers)


def _subject(library: Library, link: Link) -> Subject:
    """Return what a link names: a lesson, chapter, document, decision or case, or the questions of a quiz."""
    if link.page == "quiz" and not link.parts:
        return _quiz(library, link)
    named = (name for name in (link.fragment, *reversed(link.parts)) if name)
    record = next((library.entry(name).item for name in named if name in library), None)
    if not isinstance(record, _RECORDS):
        raise ValueError(f"{link} names no lesson, chapter, document, decision, case or quiz")
    return subject_of(library, record)


def _quiz(library: Library, link: Link) -> Subject:
    from r2p_app.learning.request import Request
    from r2p_app.ui.paper.quizzes import quiz_of

    subject = quiz_of(library, Request.from_query(link.query))
    if not subject.questions:
        raise ValueError(f"no question answers to {link}")
    return subject
