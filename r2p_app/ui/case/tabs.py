"""The tabs of a case, declared once: name in links, title, where its class is, what it shows."""

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.content.model import Actor, Case, Chapter, Document, Event, Figure, Place, Series
from r2p_app.content.teaching import CriterionReading, LensEntry
from r2p_app.ui.case.records import has_records

if TYPE_CHECKING:
    from r2p_app.ui.case.tab import CaseTab


class TabSpec(NamedTuple):
    """A tab: it is offered where the case has a record of one of the `kinds`."""

    name: str
    title: str
    module: str
    class_name: str
    kinds: tuple[type[msgspec.Struct], ...]

    def tab_class(self) -> "type[CaseTab]":
        """Import the tab's module (on its first visit) and return the class."""
        found: type[CaseTab] = getattr(import_module(self.module), self.class_name)
        return found

    def link(self, case: Case) -> Link:
        """Return the link to the tab."""
        return Link("case", (case.id, self.name))


READ = TabSpec("read", str(QT_TRANSLATE_NOOP("CaseTabs", "Read")), "r2p_app.ui.case.read", "ReadTab", (Chapter,))
TABS = (
    READ,
    TabSpec(
        "timeline",
        str(QT_TRANSLATE_NOOP("CaseTabs", "Timeline")),
        "r2p_app.ui.case.timeline",
        "TimelineTab",
        (Event,),
    ),
    TabSpec(
        "map",
        str(QT_TRANSLATE_NOOP("CaseTabs", "Map")),
        "r2p_app.ui.case.map",
        "MapTab",
        (Place,),
    ),
    TabSpec(
        "people",
        str(QT_TRANSLATE_NOOP("CaseTabs", "People and bodies")),
        "r2p_app.ui.case.people",
        "PeopleTab",
        (Actor,),
    ),
    TabSpec(
        "documents",
        str(QT_TRANSLATE_NOOP("CaseTabs", "Documents")),
        "r2p_app.ui.case.documents",
        "DocumentsTab",
        (Document,),
    ),
    TabSpec(
        "figures",
        str(QT_TRANSLATE_NOOP("CaseTabs", "Figures")),
        "r2p_app.ui.case.figures",
        "FiguresTab",
        (Figure, Series),
    ),
    TabSpec(
        "criteria",
        str(QT_TRANSLATE_NOOP("CaseTabs", "Six criteria")),
        "r2p_app.ui.case.criteria",
        "CriteriaTab",
        (CriterionReading,),
    ),
    TabSpec(
        "lens",
        str(QT_TRANSLATE_NOOP("CaseTabs", "Prevent, react, rebuild")),
        "r2p_app.ui.case.lens",
        "LensTab",
        (LensEntry,),
    ),
)


def tabs_of(library: Library, case: Case) -> tuple[TabSpec, ...]:
    """Return the tabs of a case that have something to show; reading is always offered."""
    return tuple(tab for tab in TABS if tab is READ or any(has_records(library, case, kind) for kind in tab.kinds))


def tab_title(tab: TabSpec) -> str:
    """Return the title of a tab in the language of the window."""
    return QCoreApplication.translate("CaseTabs", tab.title)
