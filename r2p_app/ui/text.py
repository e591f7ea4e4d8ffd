"""Words for the enums of the domain, which carry none themselves: tables here, translated when shown."""

import enum
from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from r2p_app.content.model import (
    ActorKind,
    Bloom,
    Criterion,
    MovementKind,
    Responsibility,
    SourceType,
    Status,
    Theme,
)
from r2p_app.content.questions import Knowledge
from r2p_app.content.teaching import Change
from r2p_app.lab.judgement import Level
from r2p_app.learning.attempts import Mode
from r2p_app.learning.confidence import Confidence
from r2p_app.learning.verdict import Outcome

_LABELS: Mapping[type[enum.StrEnum], Mapping[enum.StrEnum, str]] = {
    Responsibility: {
        Responsibility.PREVENT: str(QT_TRANSLATE_NOOP("Text", "Prevent")),
        Responsibility.REACT: str(QT_TRANSLATE_NOOP("Text", "React")),
        Responsibility.REBUILD: str(QT_TRANSLATE_NOOP("Text", "Rebuild")),
    },
    Status: {
        Status.ADJUDICATED: str(QT_TRANSLATE_NOOP("Text", "Adjudicated")),
        Status.OFFICIAL_RECORD: str(QT_TRANSLATE_NOOP("Text", "Official record")),
        Status.SCHOLARSHIP: str(QT_TRANSLATE_NOOP("Text", "Scholarship")),
        Status.TESTIMONY: str(QT_TRANSLATE_NOOP("Text", "Testimony")),
        Status.CONTESTED: str(QT_TRANSLATE_NOOP("Text", "Contested")),
    },
    Theme: {
        Theme.BACKGROUND: str(QT_TRANSLATE_NOOP("Text", "Background")),
        Theme.WARNING: str(QT_TRANSLATE_NOOP("Text", "Warning")),
        Theme.VIOLENCE: str(QT_TRANSLATE_NOOP("Text", "Violence")),
        Theme.DISPLACEMENT: str(QT_TRANSLATE_NOOP("Text", "Displacement")),
        Theme.RESCUE: str(QT_TRANSLATE_NOOP("Text", "Rescue")),
        Theme.MILITARY: str(QT_TRANSLATE_NOOP("Text", "Military")),
        Theme.DIPLOMACY: str(QT_TRANSLATE_NOOP("Text", "Diplomacy")),
        Theme.COUNCIL: str(QT_TRANSLATE_NOOP("Text", "Security Council")),
        Theme.AID: str(QT_TRANSLATE_NOOP("Text", "Aid")),
        Theme.JUSTICE: str(QT_TRANSLATE_NOOP("Text", "Justice")),
        Theme.MEMORY: str(QT_TRANSLATE_NOOP("Text", "Memory")),
        Theme.DOCTRINE: str(QT_TRANSLATE_NOOP("Text", "Doctrine")),
    },
    SourceType: {
        SourceType.UN_DOCUMENT: str(QT_TRANSLATE_NOOP("Text", "UN document")),
        SourceType.JUDGMENT: str(QT_TRANSLATE_NOOP("Text", "Judgment")),
        SourceType.REPORT: str(QT_TRANSLATE_NOOP("Text", "Report")),
        SourceType.ARCHIVE: str(QT_TRANSLATE_NOOP("Text", "Archive")),
        SourceType.BOOK: str(QT_TRANSLATE_NOOP("Text", "Book")),
        SourceType.ARTICLE: str(QT_TRANSLATE_NOOP("Text", "Article")),
        SourceType.DATASET: str(QT_TRANSLATE_NOOP("Text", "Data set")),
        SourceType.WEB: str(QT_TRANSLATE_NOOP("Text", "Web page")),
    },
    ActorKind: {
        ActorKind.PERSON: str(QT_TRANSLATE_NOOP("Text", "Person")),
        ActorKind.STATE: str(QT_TRANSLATE_NOOP("Text", "State")),
        ActorKind.UN: str(QT_TRANSLATE_NOOP("Text", "United Nations body")),
        ActorKind.ORGANISATION: str(QT_TRANSLATE_NOOP("Text", "Organisation")),
        ActorKind.ARMED_GROUP: str(QT_TRANSLATE_NOOP("Text", "Armed group")),
        ActorKind.COURT: str(QT_TRANSLATE_NOOP("Text", "Court")),
        ActorKind.NGO: str(QT_TRANSLATE_NOOP("Text", "Non-governmental organisation")),
        ActorKind.MEDIA: str(QT_TRANSLATE_NOOP("Text", "News medium")),
    },
    MovementKind: {
        MovementKind.DISPLACEMENT: str(QT_TRANSLATE_NOOP("Text", "Flight or expulsion")),
        MovementKind.TRANSPORT: str(QT_TRANSLATE_NOOP("Text", "Forced transport")),
        MovementKind.RETURN: str(QT_TRANSLATE_NOOP("Text", "Return")),
        MovementKind.EVACUATION: str(QT_TRANSLATE_NOOP("Text", "Evacuation")),
        MovementKind.DEPLOYMENT: str(QT_TRANSLATE_NOOP("Text", "Deployment or advance")),
        MovementKind.WITHDRAWAL: str(QT_TRANSLATE_NOOP("Text", "Withdrawal")),
    },
    Bloom: {
        Bloom.REMEMBER: str(QT_TRANSLATE_NOOP("Text", "Remember")),
        Bloom.UNDERSTAND: str(QT_TRANSLATE_NOOP("Text", "Understand")),
        Bloom.APPLY: str(QT_TRANSLATE_NOOP("Text", "Apply")),
        Bloom.ANALYSE: str(QT_TRANSLATE_NOOP("Text", "Analyse")),
        Bloom.EVALUATE: str(QT_TRANSLATE_NOOP("Text", "Evaluate")),
        Bloom.CREATE: str(QT_TRANSLATE_NOOP("Text", "Create")),
    },
    Criterion: {
        Criterion.JUST_CAUSE: str(QT_TRANSLATE_NOOP("Text", "Just cause")),
        Criterion.RIGHT_INTENTION: str(QT_TRANSLATE_NOOP("Text", "Right intention")),
        Criterion.LAST_RESORT: str(QT_TRANSLATE_NOOP("Text", "Last resort")),
        Criterion.PROPORTIONAL_MEANS: str(QT_TRANSLATE_NOOP("Text", "Proportional means")),
        Criterion.REASONABLE_PROSPECTS: str(QT_TRANSLATE_NOOP("Text", "Reasonable prospects")),
        Criterion.RIGHT_AUTHORITY: str(QT_TRANSLATE_NOOP("Text", "Right authority")),
    },
    Change: {
        Change.KEPT: str(QT_TRANSLATE_NOOP("Text", "Kept")),
        Change.NARROWED: str(QT_TRANSLATE_NOOP("Text", "Narrowed")),
        Change.CHANGED: str(QT_TRANSLATE_NOOP("Text", "Changed")),
        Change.MOVED: str(QT_TRANSLATE_NOOP("Text", "Moved")),
        Change.DROPPED: str(QT_TRANSLATE_NOOP("Text", "Dropped")),
        Change.ADDED: str(QT_TRANSLATE_NOOP("Text", "Added")),
    },
    Level: {
        Level.NOT_MET: str(QT_TRANSLATE_NOOP("Text", "Not met")),
        Level.DOUBTFUL: str(QT_TRANSLATE_NOOP("Text", "Doubtful")),
        Level.LIKELY: str(QT_TRANSLATE_NOOP("Text", "Likely")),
        Level.MET: str(QT_TRANSLATE_NOOP("Text", "Met")),
    },
    Knowledge: {
        Knowledge.THEN: str(QT_TRANSLATE_NOOP("Text", "Known then")),
        Knowledge.LATER: str(QT_TRANSLATE_NOOP("Text", "Known later")),
    },
    Outcome: {
        Outcome.RIGHT: str(QT_TRANSLATE_NOOP("Text", "Right")),
        Outcome.PARTLY: str(QT_TRANSLATE_NOOP("Text", "Partly right")),
        Outcome.WRONG: str(QT_TRANSLATE_NOOP("Text", "Wrong")),
    },
    Confidence: {
        Confidence.NOT_SURE: str(QT_TRANSLATE_NOOP("Text", "Not sure")),
        Confidence.FAIRLY_SURE: str(QT_TRANSLATE_NOOP("Text", "Fairly sure")),
        Confidence.SURE: str(QT_TRANSLATE_NOOP("Text", "Sure")),
    },
    Mode: {
        Mode.PRACTICE: str(QT_TRANSLATE_NOOP("Text", "Practice")),
        Mode.TEST: str(QT_TRANSLATE_NOOP("Text", "Test")),
        Mode.CHECK: str(QT_TRANSLATE_NOOP("Text", "Check")),
        Mode.REVIEW: str(QT_TRANSLATE_NOOP("Text", "Review")),
        Mode.MISTAKES: str(QT_TRANSLATE_NOOP("Text", "Mistakes")),
        Mode.DIAGNOSTIC: str(QT_TRANSLATE_NOOP("Text", "Before you read")),
    },
}
"""By type first: members of different enums may have the same value, and equal strings are equal keys."""

_STATUS_MEANINGS: Mapping[Status, str] = {
    Status.ADJUDICATED: str(QT_TRANSLATE_NOOP("Text", "A court has made this finding.")),
    Status.OFFICIAL_RECORD: str(
        QT_TRANSLATE_NOOP("Text", "An official document made at the time, or an official inquiry, records it.")
    ),
    Status.SCHOLARSHIP: str(QT_TRANSLATE_NOOP("Text", "Researchers have established it from several sources.")),
    Status.TESTIMONY: str(QT_TRANSLATE_NOOP("Text", "It rests on what witnesses have said.")),
    Status.CONTESTED: str(QT_TRANSLATE_NOOP("Text", "Sources or scholars disagree about it.")),
}

_KINDS: Mapping[str, str] = {
    "case": str(QT_TRANSLATE_NOOP("Text", "Case study")),
    "chapter": str(QT_TRANSLATE_NOOP("Text", "Chapter")),
    "lane": str(QT_TRANSLATE_NOOP("Text", "Lane of the timeline")),
    "source": str(QT_TRANSLATE_NOOP("Text", "Source")),
    "actor": str(QT_TRANSLATE_NOOP("Text", "Person or body")),
    "place": str(QT_TRANSLATE_NOOP("Text", "Place")),
    "term": str(QT_TRANSLATE_NOOP("Text", "Term")),
    "event": str(QT_TRANSLATE_NOOP("Text", "Event")),
    "figure": str(QT_TRANSLATE_NOOP("Text", "Figure")),
    "series": str(QT_TRANSLATE_NOOP("Text", "Data series")),
    "movement": str(QT_TRANSLATE_NOOP("Text", "Movement on the map")),
    "document": str(QT_TRANSLATE_NOOP("Text", "Document")),
    "objective": str(QT_TRANSLATE_NOOP("Text", "Objective")),
    "question": str(QT_TRANSLATE_NOOP("Text", "Question")),
    "decision": str(QT_TRANSLATE_NOOP("Text", "Decision point")),
    "sequence": str(QT_TRANSLATE_NOOP("Text", "Sequence of decisions")),
    "criterion": str(QT_TRANSLATE_NOOP("Text", "Criterion applied")),
    "lens": str(QT_TRANSLATE_NOOP("Text", "Responsibility in the case")),
    "misconception": str(QT_TRANSLATE_NOOP("Text", "Misconception")),
    "guide": str(QT_TRANSLATE_NOOP("Text", "Guide")),
    "comparison": str(QT_TRANSLATE_NOOP("Text", "Comparison")),
    "view": str(QT_TRANSLATE_NOOP("Text", "Position in the debate")),
    "pairing": str(QT_TRANSLATE_NOOP("Text", "Ground and Council")),
    "story": str(QT_TRANSLATE_NOOP("Text", "Story on the timeline")),
    "discussion": str(QT_TRANSLATE_NOOP("Text", "Discussion")),
    "lesson": str(QT_TRANSLATE_NOOP("Text", "Lesson")),
}


def label(member: enum.StrEnum) -> str:
    """Return the word for a member of a domain enum, capitalised, in the language of the window."""
    return QCoreApplication.translate("Text", _LABELS[type(member)][member])


def status_meaning(status: Status) -> str:
    """Return one sentence that says what kind of support the status stands for."""
    return QCoreApplication.translate("Text", _STATUS_MEANINGS[status])


def kind_label(name: str) -> str:
    """Return the word for a kind of content, by its name in `content.kinds`."""
    return QCoreApplication.translate("Text", _KINDS[name])
