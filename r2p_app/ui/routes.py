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
    """A page of the program: its name in links, its title, and its picture and group in the rail.

    The page `lab` is the class `LabPage` of the module `pages/lab.py`.
    """

    name: str
    title: str
    icon: str = ""
    group: str = ""

    @property
    def module(self) -> str:
        """The full name of the page's module."""
        return f"r2p_app.ui.pages.{self.name}"

    @property
    def class_name(self) -> str:
        """The name of the page's class."""
        return f"{self.name.title()}Page"

    def page_class(self) -> "type[Page]":
        """Import the page's module (on its first visit) and return the class."""
        found: type[Page] = getattr(import_module(self.module), self.class_name)
        return found


_FOR_A_CLASS = str(QT_TRANSLATE_NOOP("Rail", "For a class"))
_REFERENCE = str(QT_TRANSLATE_NOOP("Rail", "Reference"))

PAGES = (
    PageSpec("home", str(QT_TRANSLATE_NOOP("Rail", "Home")), "house"),
    PageSpec("timeline", str(QT_TRANSLATE_NOOP("Rail", "Timeline")), "clock"),
    PageSpec("case", str(QT_TRANSLATE_NOOP("Rail", "Case studies")), "book-open"),
    PageSpec("doctrine", str(QT_TRANSLATE_NOOP("Rail", "The doctrine")), "landmark"),
    PageSpec("compare", str(QT_TRANSLATE_NOOP("Rail", "Compare")), "columns-3"),
    PageSpec("lab", str(QT_TRANSLATE_NOOP("Rail", "Decision lab")), "scale"),
    PageSpec("quiz", str(QT_TRANSLATE_NOOP("Rail", "Quizzes")), "list-checks"),
    PageSpec("review", str(QT_TRANSLATE_NOOP("Rail", "Review")), "calendar-clock"),
    PageSpec("lessons", str(QT_TRANSLATE_NOOP("Rail", "Lessons")), "presentation", _FOR_A_CLASS),
    PageSpec("live", str(QT_TRANSLATE_NOOP("Rail", "Live quiz")), "vote", _FOR_A_CLASS),
    PageSpec("notes", str(QT_TRANSLATE_NOOP("Rail", "Notes")), "notebook-pen", _REFERENCE),
    PageSpec("library", str(QT_TRANSLATE_NOOP("Rail", "Library")), "library", _REFERENCE),
    PageSpec("misconceptions", str(QT_TRANSLATE_NOOP("Rail", "Misconceptions")), "circle-help", _REFERENCE),
    PageSpec("settings", str(QT_TRANSLATE_NOOP("Rail", "Settings")), "settings", _REFERENCE),
)

OFF_RAIL = (
    PageSpec("welcome", str(QT_TRANSLATE_NOOP("Rail", "Before you begin"))),
    PageSpec("statistics", str(QT_TRANSLATE_NOOP("Rail", "Statistics of the questions"))),
    PageSpec("problems", str(QT_TRANSLATE_NOOP("Rail", "Faults in the content"))),
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

    Events and stories open on the timeline, chapters and cases in the reader, questions in the quiz, decisions and
    sequences in the lab; comparisons, pairings and misconceptions on their own pages.
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
