"""The files of a pack, analysed one by one, put together: ids, translations, checks across files, order."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from r2p_app.content.checks.table import check_whole
from r2p_app.content.checks.whole import Whole
from r2p_app.content.files import PACK_FILE, PackFile
from r2p_app.content.kinds import BY_NAME
from r2p_app.content.library import Entry
from r2p_app.content.model import Case, Lane, PackInfo
from r2p_app.content.nodes import Mapping, Node
from r2p_app.content.overlay import by_id, overlay
from r2p_app.content.parse import PACK, items
from r2p_app.content.problems import Faults, Problem
from r2p_app.content.shapes import shape_of
from r2p_app.content.unit import Unit


class Assembled(NamedTuple):
    """What a library is made of."""

    pack: PackInfo
    entries: Sequence[Entry]
    problems: Sequence[Problem]


def assemble(
    files: Sequence[tuple[PackFile, Unit[Any]]], refused: Iterable[Problem], language: str, name: str
) -> Assembled:
    """Put units together; `name` is what a pack without a sound pack file is called."""
    problems = [*refused, *(problem for _, unit in files for problem in unit.problems)]
    originals = [(file, unit) for file, unit in files if not file.language]
    infos: dict[str, Entry] = {}
    entries: dict[str, Entry] = {}
    for file, unit in originals:
        problems += _collect(file, unit, infos if unit.kind == PACK.name else entries)
    problems += check_whole(Whole(files, entries))
    everything = {**infos, **entries}
    by_file: dict[str, list[str]] = defaultdict(list)
    for entry in everything.values():
        by_file[entry.file].append(entry.id)
    for file, unit in files:
        if file.language:
            base = [everything[item_id] for item_id in by_file[file.base]]
            changed, found = _translate(file, unit, base)
            problems += found
            everything.update(changed if file.language == language else {})
    info = _pack_info(everything, infos, problems, name)
    return Assembled(info, _ordered([everything[item_id] for item_id in entries]), sorted(set(problems)))


def _collect(file: PackFile, unit: Unit[Any], entries: dict[str, Entry]) -> list[Problem]:
    faults = Faults(file.path)
    for record, (line, column) in zip(unit.records, unit.places, strict=True):
        entry = Entry(record.id, unit.kind, file.case, record, file.path, line, column)
        if first := entries.get(record.id):
            hint = f"first in {first.file}, line {first.line}; ids are unique in the whole pack"
            faults.error(entry, f"the id “{record.id}” is used twice", hint, code="id-duplicate")
        else:
            entries[record.id] = entry
    return faults.found


def _pack_info(entries: dict[str, Entry], infos: dict[str, Entry], problems: list[Problem], name: str) -> PackInfo:
    """Return the pack's own record, or one that stands in for it so that the rest can be shown."""
    for item_id in infos:
        info = entries[item_id].item
        if isinstance(info, PackInfo):
            return info
    if not any(problem.file == PACK_FILE for problem in problems):
        faults = Faults(PACK_FILE)
        faults.error(
            None, f"there is no {PACK_FILE}", "it begins with “pack:”; see docs/authoring.md", code="pack-file"
        )
        problems += faults.found
    return PackInfo(format=1, id="pack", title=name or "Pack", version="", licence="", languages=("en",), authors=())


def _translate(file: PackFile, unit: Unit[Any], originals: Sequence[Entry]) -> tuple[dict[str, Entry], list[Problem]]:
    """Lay an overlay over what it translates; return what changed, and what does not fit."""
    faults = Faults(file.path)
    changed: dict[str, Entry] = {}
    if unit.overlay is not None and not originals:
        hint = f"it stands beside {file.base} and translates what that holds"
        faults.error(None, "this file translates nothing", hint, code="overlay")
    elif unit.overlay is not None:
        for entry, node in _matched(originals, unit.overlay, file, faults):
            shape = shape_of((PACK if entry.kind == PACK.name else BY_NAME[entry.kind]).type)
            changed[entry.id] = entry._replace(item=overlay(shape, entry.item, node, faults))
    return changed, faults.found


def _matched(originals: Sequence[Entry], root: Node, file: PackFile, faults: Faults) -> list[tuple[Entry, Node]]:
    """Pair the records of the original with the nodes of the overlay."""
    if file.is_chapter:
        return [(originals[0], root)]
    kind = PACK if originals[0].kind == PACK.name else BY_NAME[originals[0].kind]
    value = root.find(kind.key) if isinstance(root, Mapping) else None
    if value is None:
        faults.error(
            root, f"“{kind.key}” is missing", "an overlay has the same first key as its original", code="overlay"
        )
        return []
    nodes = items(kind, value, faults)
    if len(originals) == 1 and nodes == (value,):
        return [(originals[0], value)]
    places = {entry.id: index for index, entry in enumerate(originals)}
    matched = [(by_id(node, places, faults), node) for node in nodes]
    return [(originals[place], node) for place, node in matched if place is not None]


def _ordered(entries: Sequence[Entry]) -> list[Entry]:
    """Put what is shared first, then the cases in the order of their lanes: authors order the lanes, in `lanes:`."""
    lanes = [entry.id for entry in entries if isinstance(entry.item, Lane)]
    places = {entry.id: _place(entry.item, lanes) for entry in entries if isinstance(entry.item, Case)}
    last = len(lanes)
    return sorted(entries, key=lambda entry: (entry.case != "", places.get(entry.case, last), entry.case))


def _place(case: Case, lanes: list[str]) -> int:
    return lanes.index(case.lane) if case.lane in lanes else len(lanes)
