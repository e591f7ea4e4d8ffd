"""Which page a link opens. Pages are declared once; rail, palette, screenshots and selftest are views of this table."""

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from r2p_app.content.links import Link

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from r2p_app.content.library import Library
    from r2p_app.ui.page import Page


class PageSpec(NamedTuple):
    """A page of the program: its name in links, its title, where its class is, and its group in the rail."""

    name: str
    title: str
    module: str
    class_name: str
    group: str = ""
    icon: str = ""

    def page_class(self) -> "type[Page]":
        """Import the page's module (on its first visit) and return the class."""
        found: type[Page] = getattr(import_module(self.module), self.class_name)
        return found


PAGES = (
    PageSpec("home", str(QT_TRANSLATE_NOOP("Rail", "Home")), "r2p_app.ui.pages.home", "HomePage", icon="house"),
    PageSpec(
        "timeline",
        str(QT_TRANSLATE_NOOP("Rail", "Timeline")),
        "r2p_app.ui.pages.timeline",
        "TimelinePage",
        icon="clock",
    ),
    PageSpec(
        "case", str(QT_TRANSLATE_NOOP("Rail", "Case studies")), "r2p_app.ui.pages.case", "CasePage", icon="book-open"
    ),
    PageSpec(
        "doctrine",
        str(QT_TRANSLATE_NOOP("Rail", "The doctrine")),
        "r2p_app.ui.pages.doctrine",
        "DoctrinePage",
        icon="landmark",
    ),
    PageSpec(
        "compare",
        str(QT_TRANSLATE_NOOP("Rail", "Compare")),
        "r2p_app.ui.pages.compare",
        "ComparePage",
        icon="columns-3",
    ),
    PageSpec("lab", str(QT_TRANSLATE_NOOP("Rail", "Decision lab")), "r2p_app.ui.pages.lab", "LabPage", icon="scale"),
    PageSpec(
        "quiz", str(QT_TRANSLATE_NOOP("Rail", "Quizzes")), "r2p_app.ui.pages.quiz", "QuizPage", icon="list-checks"
    ),
    PageSpec(
        "review",
        str(QT_TRANSLATE_NOOP("Rail", "Review")),
        "r2p_app.ui.pages.review",
        "ReviewPage",
        icon="calendar-clock",
    ),
    PageSpec(
        "lessons",
        str(QT_TRANSLATE_NOOP("Rail", "Lessons")),
        "r2p_app.ui.pages.lessons",
        "LessonsPage",
        str(QT_TRANSLATE_NOOP("Rail", "For a class")),
        icon="presentation",
    ),
    PageSpec(
        "live",
        str(QT_TRANSLATE_NOOP("Rail", "Live quiz")),
        "r2p_app.ui.pages.live",
        "LivePage",
        str(QT_TRANSLATE_NOOP("Rail", "For a class")),
        icon="vote",
    ),
    PageSpec(
        "notes",
        str(QT_TRANSLATE_NOOP("Rail", "Notes")),
        "r2p_app.ui.pages.notes",
        "NotesPage",
        str(QT_TRANSLATE_NOOP("Rail", "Reference")),
        icon="notebook-pen",
    ),
    PageSpec(
        "library",
        str(QT_TRANSLATE_NOOP("Rail", "Library")),
        "r2p_app.ui.pages.library",
        "LibraryPage",
        str(QT_TRANSLATE_NOOP("Rail", "Reference")),
        icon="library",
    ),
    PageSpec(
        "misconceptions",
        str(QT_TRANSLATE_NOOP("Rail", "Misconceptions")),
        "r2p_app.ui.pages.misconceptions",
        "MisconceptionsPage",
        str(QT_TRANSLATE_NOOP("Rail", "Reference")),
        icon="circle-help",
    ),
    PageSpec(
        "settings",
        str(QT_TRANSLATE_NOOP("Rail", "Settings")),
        "r2p_app.ui.pages.settings",
        "SettingsPage",
        str(QT_TRANSLATE_NOOP("Rail", "Reference")),
        icon="settings",
    ),
)

OFF_RAIL = (
    PageSpec("welcome", str(QT_TRANSLATE_NOOP("Rail", "Before you begin")), "r2p_app.ui.pages.welcome", "WelcomePage"),
    PageSpec(
        "statistics",
        str(QT_TRANSLATE_NOOP("Rail", "Statistics of the questions")),
        "r2p_app.ui.pages.statistics",
        "StatisticsPage",
    ),
    PageSpec(
        "problems", str(QT_TRANSLATE_NOOP("Rail", "Faults in the content")), "r2p_app.ui.pages.problems", "ProblemsPage"
    ),
)
"""Pages that only links, messages and the palette open."""

BY_NAME = {page.name: page for page in (*PAGES, *OFF_RAIL)}
HOME = Link("home")
WELCOME = Link("welcome")


def page_title(page: PageSpec) -> str:
    """Return the title of a page in the language of the window."""
    return QCoreApplication.translate("Rail", page.title)


def resolve(link: Link, library: "Library") -> Link:
    """Turn a link to a record into the page that shows it; other links, and records shown as a card, stay.

    Events and stories open on the timeline, chapters and cases in the reader, questions in the quiz; decisions and
    sequences in the lab; comparisons,
    pairings and misconceptions on their own pages.
    """
    if link.page in BY_NAME or not link.parts or link.parts[0] not in library:
        return link
    item_id = link.parts[0]
    shown_by = _SHOWN_BY.get(library.kind_of(item_id).name)
    return shown_by(item_id, library.case_of(item_id), link.fragment) if shown_by is not None else link


_SHOWN_BY: "Mapping[str, Callable[[str, str, str], Link]]" = {
    "event": lambda item_id, _case, _fragment: Link("timeline", (), (("event", item_id),)),
    "story": lambda item_id, _case, _fragment: Link("timeline", ("story", item_id, "1")),
    "chapter": lambda item_id, case, fragment: Link("case", (case, "read", item_id), (), fragment),
    "case": lambda item_id, _case, _fragment: Link("case", (item_id,)),
    "question": lambda item_id, _case, _fragment: Link("quiz", ("one", item_id)),
    "criterion": lambda item_id, case, _fragment: Link("case", (case, "criteria"), (), item_id),
    "decision": lambda item_id, _case, _fragment: Link("lab", (item_id,)),
    "sequence": lambda item_id, _case, _fragment: Link("lab", ("sequence", item_id)),
    "guide": lambda _item_id, _case, _fragment: Link("doctrine", ("which",)),
    "comparison": lambda item_id, _case, fragment: Link("compare", (item_id,), (), fragment),
    "pairing": lambda item_id, case, _fragment: Link("compare", ("pairs", case) if case else ("pairs",), (), item_id),
    "lesson": lambda item_id, _case, _fragment: Link("lessons", (item_id,)),
    "misconception": lambda item_id, case, _fragment: Link("misconceptions", (case,) if case else (), (), item_id),
}
"""The page that shows a kind of record, from the record's id, its case and the fragment of the link."""
