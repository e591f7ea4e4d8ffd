"""What Home offers an author: the faults of the pack, the file changed last, the folder and the guide."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from r2p_app.content.files import stamps
from r2p_app.paths import guide_file
from r2p_app.store.settings import DAY_BOUNDARY
from r2p_app.ui.format import plural
from r2p_app.ui.home.tasks import Task
from r2p_app.ui.home.words import day_words
from r2p_app.ui.state import AppState

translate = QCoreApplication.translate

_CONTENT = (".yaml", ".md")


def authoring_tasks(state: AppState) -> Iterator[Task]:
    """Yield what an author may do next."""
    yield _faults(state)
    if state.content is None:
        return
    if (file := changed_last(state.content)) is not None:
        day = day_words(datetime.fromtimestamp(file.stat().st_mtime, UTC), state.now(), _day_begins_at(state))
        yield Task(
            translate("Home", "The file changed last"),
            file.relative_to(state.content).as_posix(),
            translate("Home", "changed %1").replace("%1", day),
            translate("Home", "Open the file"),
            path=file,
        )
    yield _folder(state.content, state.library.pack.title)


def changed_last(root: Path) -> Path | None:
    """Return the file of the pack that was saved last; None where there is none to be read."""
    try:
        files = [root / stamp.path for stamp in stamps(root) if stamp.path.endswith(_CONTENT)]
        return max(files, key=lambda file: file.stat().st_mtime, default=None)
    except OSError:  # being saved or taken away at this moment
        return None


def _faults(state: AppState) -> Task:
    problems = state.library.problems
    caption = translate("Home", "Faults in the content")
    if not problems:
        title = translate("Home", "No faults were found")
        detail = translate("Home", "When a file is saved it is read again within a second.")
        return Task(caption, title, detail, translate("Home", "Open the list"), "r2p://problems")
    title = plural(translate("Home", "%n fault(s)", None, len(problems)))
    files = plural(translate("Home", "in %n file(s)", None, len({problem.file for problem in problems})))
    return Task(caption, title, files, translate("Home", "Show the faults"), "r2p://problems")


def _folder(root: Path, pack: str) -> Task:
    guide = guide_file()
    beside = Task("", "", "", translate("Home", "Author’s guide"), path=guide) if guide is not None else None
    return Task(
        translate("Home", "The folder"), pack, root.name, translate("Home", "Open the folder"), path=root, beside=beside
    )


def _day_begins_at(state: AppState) -> int:
    return state.store.settings.get(DAY_BOUNDARY)
