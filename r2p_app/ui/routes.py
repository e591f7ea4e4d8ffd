"""Which page a link opens. Pages are declared once; rail, palette, screenshots and selftest are views of this table."""

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from r2p_app.content.links import Link

if TYPE_CHECKING:
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
        "quiz", str(QT_TRANSLATE_NOOP("Rail", "Quizzes")), "r2p_app.ui.pages.quiz", "QuizPage", icon="list-checks"
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
    PageSpec(
        "problems", str(QT_TRANSLATE_NOOP("Rail", "Faults in the content")), "r2p_app.ui.pages.problems", "ProblemsPage"
    ),
)
"""Pages that only links, messages and the palette open."""

BY_NAME = {page.name: page for page in (*PAGES, *OFF_RAIL)}
HOME = Link("home")


def page_title(page: PageSpec) -> str:
    """Return the title of a page in the language of the window."""
    return QCoreApplication.translate("Rail", page.title)


def resolve(link: Link, library: "Library") -> Link:
    """Turn a link to a record into the page that shows it; other links, and records shown as a card, stay.

    Events and stories open on the timeline, chapters and cases in the reader, questions in the quiz.
    """
    if link.page in BY_NAME or not link.parts or link.parts[0] not in library:
        return link
    item_id = link.parts[0]
    match library.kind_of(item_id).name:
        case "event":
            return Link("timeline", (), (("event", item_id),))
        case "story":
            return Link("timeline", ("story", item_id, "1"))
        case "chapter":
            return Link("case", (library.case_of(item_id), "read", item_id), (), link.fragment)
        case "case":
            return Link("case", (item_id,))
        case "question":
            return Link("quiz", ("one", item_id))
    return link
