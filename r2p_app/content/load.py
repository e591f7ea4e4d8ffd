"""A folder to a `Library`: the whole way from files to records.

References may point at nothing: a pack with faults still opens, so ask `Library.find` where a record may be missing.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from r2p_app.content.assemble import assemble
from r2p_app.content.files import PackFile, read, select, stamps
from r2p_app.content.library import Library
from r2p_app.content.problems import Faults
from r2p_app.content.unit import Unit, analyse


class LoadCancelled(Exception):  # noqa: N818  it is a wish, not an error
    """The caller asked to stop."""


def load_pack(
    root: Path,
    *,
    cache: Path | None = None,
    language: str = "en",
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Library:
    """Return everything sound in the pack at `root`, and all its problems.

    `cache` is a folder for validated content, `language` the overlay to apply, `progress` is told files done and in
    all, `cancelled` is asked before every file. Raises `LoadCancelled` if it says so, `NotADirectoryError` without a
    folder.
    """
    if not root.is_dir():
        raise NotADirectoryError(str(root))
    files, refused = select(stamps(root))
    units: list[tuple[PackFile, Unit[Any]]] = []
    for done, file in enumerate(files, 1):
        if cancelled is not None and cancelled():
            raise LoadCancelled
        units.append((file, _unit(root, file)))
        if progress is not None:
            progress(done, len(files))
    return Library(*assemble(units, refused, language, root.name))


def _unit(root: Path, file: PackFile) -> Unit[Any]:
    faults = Faults(file.path)
    data = read(root, file.path, faults)
    return Unit(problems=tuple(faults.found)) if data is None else analyse(file, data)
