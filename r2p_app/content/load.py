"""A folder to a `Library`: the whole way from files to records.

References may point at nothing: a pack with faults still opens, so ask `Library.find` where a record may be missing.
"""

from collections.abc import Callable
from pathlib import Path

from r2p_app.content.files import PACK_FILE, PackFile, read, scan
from r2p_app.content.library import Entry, Library
from r2p_app.content.model import PackInfo
from r2p_app.content.parse import PACK, Parsed, parse_chapter, parse_yaml
from r2p_app.content.problems import Faults, Problem
from r2p_app.content.reader import decode


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
    all, `cancelled` is asked after every file; raise `LoadCancelled` if it says so, `NotADirectoryError` without a pack.
    """
    if not root.is_dir():
        raise NotADirectoryError(str(root))
    files, problems = scan(root)
    entries: dict[str, Entry] = {}
    info: PackInfo | None = None
    for done, file in enumerate(file for file in files if not file.language):
        if cancelled is not None and cancelled():
            raise LoadCancelled
        faults = Faults(file.path)
        for parsed in _parse(root, file, faults):
            if parsed.kind is PACK:
                info = parsed.item
            else:
                _keep(
                    Entry(parsed.item.id, parsed.kind.name, file.case, parsed.item, file.path, parsed.node.line),
                    entries,
                    faults,
                )
        problems.extend(faults.found)
        if progress is not None:
            progress(done + 1, len(files))
    if info is None:
        info = _unnamed(root, problems)
    return Library(info, entries.values(), sorted(problems))


def _parse(root: Path, file: PackFile, faults: Faults) -> list[Parsed]:
    data = read(root, file.path, faults)
    text = decode(data, faults) if data is not None else None
    if text is None:
        return []
    return parse_chapter(text, faults) if file.is_chapter else parse_yaml(text, faults)


def _keep(entry: Entry, entries: dict[str, Entry], faults: Faults) -> None:
    if first := entries.get(entry.id):
        hint = f"first in {first.file}, line {first.line}; ids are unique in the whole pack"
        faults.error(None, f"the id “{entry.id}” is used twice", hint, code="id-duplicate")
    else:
        entries[entry.id] = entry


def _unnamed(root: Path, problems: list[Problem]) -> PackInfo:
    """Stand in for a missing or broken pack file, so that the rest can be shown."""
    faults = Faults(PACK_FILE)
    if not any(problem.file == PACK_FILE for problem in problems):
        faults.error(
            None, f"there is no {PACK_FILE}", "it begins with “pack:”; see docs/authoring.md", code="pack-file"
        )
    problems.extend(faults.found)
    return PackInfo(
        format=1, id="pack", title=root.name or "pack", version="", licence="", languages=("en",), authors=()
    )
