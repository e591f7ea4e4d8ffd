"""What a translation of the pack still lacks."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from r2p_app.content.files import PACK_FILE, PackFile, read, select, stamps
from r2p_app.content.kinds import BY_NAME, Kind
from r2p_app.content.library import Entry, Library
from r2p_app.content.nodes import Mapping, Node
from r2p_app.content.nodes import Sequence as ListNode
from r2p_app.content.overlay import untranslated
from r2p_app.content.parse import PACK, id_of
from r2p_app.content.problems import Faults, Problem
from r2p_app.content.shapes import shape_of
from r2p_app.content.unit import analyse


def missing(root: Path, library: Library, language: str) -> list[Problem]:
    """Return a warning for every file and record of `library`, loaded from `root` in English, that lacks words."""
    files, _ = select(stamps(root))
    overlays = {file.base: file for file in files if file.language == language}
    problems: list[Problem] = []
    for path, entries in _by_file(library).items():
        if any(gap for entry in entries for gap in _gaps(entry, None)):
            problems += _of_file(root, path, entries, overlays.get(path), language)
    return sorted(problems)


def _by_file(library: Library) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    found[PACK_FILE].append(Entry(library.pack.id, PACK.name, "", library.pack, PACK_FILE))
    for entry in library:
        found[entry.file].append(entry)
    return found


def _kind(entry: Entry) -> Kind:
    return PACK if entry.kind == PACK.name else BY_NAME[entry.kind]


def _of_file(root: Path, path: str, entries: Sequence[Entry], file: PackFile | None, language: str) -> list[Problem]:
    if file is None:
        name = PurePosixPath(path)
        faults = Faults(path)
        hint = f"write {name.stem}.{language}{name.suffix} beside it, with the same ids and only words"
        faults.warning(None, f"there is no translation into “{language}”", hint, code="translation")
        return faults.found
    data = read(root, file.path, Faults(file.path))
    overlay = analyse(file, data).overlay if data is not None else None
    faults = Faults(file.path)
    for entry in entries:
        node = _node(overlay, entry)
        if gaps := list(_gaps(entry, node)):
            message = f"“{entry.id}” is not wholly translated: {', '.join(gaps)}"
            faults.warning(node, message, f"the original is in {path}, line {entry.line}", code="translation")
    return faults.found


def _gaps(entry: Entry, node: Node | None) -> Iterator[str]:
    return untranslated(shape_of(_kind(entry).type), entry.item, node)


def _node(root: Node | None, entry: Entry) -> Node | None:
    """Return the node that translates the entry."""
    if entry.kind == "chapter":
        return root
    value = root.find(_kind(entry).key) if isinstance(root, Mapping) else None
    if isinstance(value, ListNode):
        return next((node for node in value.items if id_of(node) == entry.id), None)
    return value
