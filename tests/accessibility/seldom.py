"""What is seldom seen, or for a moment: the search, dialogs, panels, messages, faults, a pack with next to nothing.

Dialogs and panels are found by their classes: `test_walk.py` fails when one of them was not seen.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from r2p_app.commands.offscreen import NOON
from r2p_app.content.load import load_pack
from r2p_app.content.model import Case, Chapter, Document, Event
from r2p_app.content.teaching import DecisionPoint, Lesson
from r2p_app.export.paper.handouts.subject import Record
from r2p_app.store.backups import WISHED, Backup
from r2p_app.ui import profile_dialogs
from r2p_app.ui.bars import BarAction
from r2p_app.ui.export.saving import SavingDialog
from r2p_app.ui.export.work import Progress, Work
from r2p_app.ui.pages.timeline import TimelinePage
from r2p_app.ui.paper.handouts import HandoutPrinting
from r2p_app.ui.routes import BY_NAME
from r2p_app.ui.timeline.export_files import Format
from tests.accessibility.stage import Stage, States
from tests.content import packs
from tests.ui.test_bare_packs import CASE, INSIDE

SMALLEST = 800, 600
"""A window in which the details of the timeline have no room beside it."""

BARE = {"pack.yaml": packs.PACK, "lanes.yaml": packs.LANES, "cases/alpha/case.yaml": CASE, "terms.yaml": "- {id: }\n"}


def palette(stage: Stage) -> Iterator[str]:
    """The search: empty, with something found, with nothing found, with commands, and while an exercise confines it."""
    stage.open("r2p://home")
    stage.shell.open_palette()
    overlay = stage.shell.palette_overlay
    assert overlay is not None
    stage.settle()
    yield "palette"
    for typed, name in (("srebrenica", "found"), ("qwxz", "nothing"), ("theme", "commands")):
        field = overlay.first_focus()
        assert isinstance(field, QLineEdit)
        field.clear()
        QTest.keyClicks(field, typed)
        stage.settle()
        yield f"palette, {name}"
    overlay.dismiss()


def messages(stage: Stage) -> Iterator[str]:
    """Messages over the page: a question before leaving, an address outside, a mistake of ours, a link to nothing."""
    stage.open(f"r2p://lab/{next(iter(stage.state.library.all(DecisionPoint))).id}")
    stage.shell.navigation.open("r2p://home")
    stage.settle()
    yield "leaving an exercise"
    stage.shell.navigation.leave()
    stage.shell.external.ask("https://www.un.org/en/genocideprevention/")
    stage.shell.bars.show_message(
        "mistake", "Something went wrong. " * 4, (BarAction("Try again", stage.settle),), urgent=True
    )
    stage.settle()
    yield "messages"
    for key in ("external", "mistake", "leave"):
        stage.shell.bars.clear(key)


def profiles(stage: Stage) -> Iterator[str]:
    """Dialogs about profiles and files."""
    session = stage.run.program.services.session
    stage.open("r2p://settings")
    for ask in (profile_dialogs.ask_new, profile_dialogs.ask_rename, profile_dialogs.ask_erase):
        ask(session, stage.window)
        yield from stage.dialogs(ask.__name__)
    assert session.profile is not None
    taken = profile_dialogs.ask_new(session, stage.window)
    taken.field.setText(session.profile.name)
    taken.accept()
    yield from stage.dialogs("a name that is taken")
    profile_dialogs.ask_put_back(session, Backup(1, NOON.date(), WISHED, stage.folder / "backup"), stage.window)
    yield from stage.dialogs("putting back a backup")
    SavingDialog(_never_done(), stage.folder / "file.pdf", stage.window).open()
    yield from stage.dialogs("saving")


def _never_done() -> Work:
    yield Progress(1, 2)
    return b""


def papers(stage: Stage) -> Iterator[str]:
    """What is asked before something is set on paper."""
    library, printing = stage.state.library, HandoutPrinting(stage.state, stage.page)
    kinds: tuple[type[Record], ...] = (Lesson, Chapter, Document, DecisionPoint, Case)
    for kind in kinds:
        printing.open_record(next(iter(library.all(kind))))
        yield from stage.dialogs(f"handouts, {kind.__name__}")
    stage.open("r2p://timeline")
    page = stage.page
    assert isinstance(page, TimelinePage)
    page.export.export(Format.PDF)
    yield from stage.dialogs("poster")


def details(stage: Stage) -> Iterator[str]:
    """The details of an event, over the timeline where there is no room beside it."""
    stage.open(f"r2p://event/{next(iter(stage.state.library.all(Event))).id}")
    size = stage.window.size()
    stage.window.resize(*SMALLEST)
    stage.open("r2p://timeline")
    page = stage.page
    assert isinstance(page, TimelinePage)
    stage.press(Qt.Key.Key_Right)
    page.side.open_details()
    stage.settle()
    yield "timeline, details over it"
    page.drawer.dismiss()
    stage.window.resize(size)
    stage.settle()


def waiting(stage: Stage) -> Iterator[str]:
    """What is shown before there is content, and when there is none."""
    stage.shell.show_waiting("Loading the content")
    stage.run.wait_until(lambda: bool(stage.shell.waiting.findChildren(QLabel)), "what is said after a while")
    yield "waiting"
    actions = (BarAction("Try again", stage.settle), BarAction("Close the program", stage.settle))
    stage.shell.show_fault(
        "The content cannot be read", ("There is no file pack.yaml.", "Look into the folder."), actions
    )
    stage.settle()
    yield "no content"
    stage.shell.show_wanted()


def empty(stage: Stage) -> Iterator[str]:
    """Every page with an author's first pack, which has one case, nothing else, and a fault."""
    full = stage.state.library
    packs.write(stage.folder / "bare", BARE)
    stage.state.set_library(load_pack(stage.folder / "bare"))
    assert stage.state.library.problems
    for link in (*(f"r2p://{name}" for name in BY_NAME), *INSIDE):
        stage.open(link)
        yield f"{link}, with next to nothing"
    stage.state.set_library(full)
    stage.open("r2p://home")


SELDOM: tuple[States, ...] = (palette, messages, profiles, papers, details, waiting, empty)
