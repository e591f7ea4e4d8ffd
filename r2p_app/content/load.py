"""A folder to a `Library`: from the cache where nothing has changed, from the files where something has.

Three looks, each only if the one before fails: is every file as the file system saw it last time; does every file hold
the same bytes; and only then, read again those files that do not.

References may point at nothing: a pack with faults still opens, so ask `Library.find` where a record may be missing.
"""

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from r2p_app.clock import utc_now
from r2p_app.content.cache import Cache, digest, program
from r2p_app.content.files import PackFile, Stamp, printable, read, select, stamps
from r2p_app.content.library import Entry, Library
from r2p_app.content.packed import pack_index, pack_sections, unpack_index, unpack_section
from r2p_app.content.problems import Faults, Problem
from r2p_app.garbage import collector_paused

if TYPE_CHECKING:
    from r2p_app.content.unit import Unit

Progress = Callable[[int, int], None]

_SETTLED_NS = 2_000_000_000
"""A file written a moment ago may be written again within the same tick of the file system's clock."""


class LoadCancelled(Exception):  # noqa: N818  it is a wish, not an error
    """The caller asked to stop."""


def load_pack(
    root: Path,
    *,
    cache: Path | None = None,
    language: str = "en",
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Library:
    """Return everything sound in the pack at `root`, and all its problems.

    `cache` is a folder for validated content, `language` the overlay to apply, `progress` is told files done and in
    all, `cancelled` is asked before every file. Raises `LoadCancelled` if it says so, `NotADirectoryError` without a
    folder.
    """
    if not root.is_dir():
        raise NotADirectoryError(str(root))
    with collector_paused():
        return _Loading(root, Cache(cache), language, progress, cancelled).run()


class _Loading:
    def __init__(
        self,
        root: Path,
        cache: Cache,
        language: str,
        progress: Progress | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self._root = root
        self._cache = cache
        self._language = language
        self._progress = progress
        self._cancelled = cancelled

    def run(self) -> Library:
        """Take the shortest way that is safe."""
        seen = stamps(self._root)
        look = digest(b"look", program(), os.fsencode(self._root), repr(sorted(seen)).encode())
        if (key := self._cache.get(look)) and (library := self._kept(key)):
            return library
        files, refused = select(seen)
        contents = [(file, *self._read(file)) for file in files]
        key = self._key(contents, refused)
        library = self._kept(key)
        if library is None:
            library = self._made(key, contents, refused)
        if _is_settled(seen):
            self._cache.put({look: key})
        return library

    def _kept(self, key: bytes) -> Library | None:
        """Return the library that was kept under `key`."""
        data = self._cache.get(self._index_key(key))
        if data is None:
            return None
        try:
            index = unpack_index(data)
        except msgspec.MsgspecError:
            return None
        keys = {kind: _section_key(key, self._language, kind) for kind in index.ids}
        sections = _Sections(self._root, self._cache, keys, self._language)
        return Library.deferred(index.pack, index.ids, sections, index.problems, key=self._name(key))

    def _name(self, key: bytes) -> str:
        return f"{key.hex()}-{self._language}"

    def _index_key(self, key: bytes) -> bytes:
        return digest(b"index", key, self._language.encode())

    def _read(self, file: PackFile) -> tuple[bytes | None, list[Problem]]:
        if self._cancelled is not None and self._cancelled():
            raise LoadCancelled
        faults = Faults(file.path)
        return read(self._root, file.path, faults), faults.found

    def _key(self, contents: Sequence[tuple[PackFile, bytes | None, list[Problem]]], refused: list[Problem]) -> bytes:
        parts = [part for file, data, _ in contents for part in (file.path.encode(), data or b"")]
        problems = [*refused, *(problem for _, _, found in contents for problem in found)]
        return digest(b"pack", program(), os.fsencode(self._root.name), repr(problems).encode(), *parts)

    def _made(
        self, key: bytes, contents: Sequence[tuple[PackFile, bytes | None, list[Problem]]], refused: list[Problem]
    ) -> Library:
        """Analyse what is new, put everything together, and keep it."""
        from r2p_app.content.assemble import assemble

        units = list(self._units(contents))
        made = assemble(units, refused, self._language, printable(self._root.name))
        blobs = {_section_key(key, self._language, kind): data for kind, data in pack_sections(made.entries).items()}
        self._cache.put({**blobs, self._index_key(key): pack_index(*made)})
        return Library(*made, key=self._name(key))

    def _units(
        self, contents: Sequence[tuple[PackFile, bytes | None, list[Problem]]]
    ) -> Iterator[tuple[PackFile, "Unit[Any]"]]:
        from r2p_app.content.unit import Unit, analyse, decode_unit, encode

        keys = [digest(b"file", program(), file.path.encode(), data or b"") for file, data, _ in contents]
        kept = self._cache.get_all(keys)
        fresh: dict[bytes, bytes] = {}
        for done, (key, (file, data, problems)) in enumerate(zip(keys, contents, strict=True), 1):
            if self._cancelled is not None and self._cancelled():
                raise LoadCancelled
            if data is None:
                yield file, Unit(problems=tuple(problems))
            elif (known := decode_unit(kept.get(key, b""))) is not None:
                yield file, known
            else:
                unit = analyse(file, data)
                fresh[key] = encode(unit)
                yield file, unit
            if self._progress is not None:
                self._progress(done, len(contents))
        self._cache.put(fresh)


def _section_key(key: bytes, language: str, kind: str) -> bytes:
    return digest(b"section", key, language.encode(), kind.encode())


class _Sections:
    """Reads the records of a kind from the cache; if they are no longer there, from the files.

    What is kept is fetched at once, with the first kind asked for, and made into records kind by kind.
    """

    def __init__(self, root: Path, cache: Cache, keys: Mapping[str, bytes], language: str) -> None:
        self._root, self._cache, self._keys, self._language = root, cache, keys, language
        self._kept: dict[bytes, bytes] | None = None
        self._again: Library | None = None

    def __call__(self, kind: str) -> Iterable[Entry]:
        if kind not in self._keys:
            return []
        if self._kept is None:
            self._kept = self._cache.get_all(list(self._keys.values()))
        data = self._kept.pop(self._keys[kind], None)
        if data is not None:
            with contextlib.suppress(msgspec.MsgspecError), collector_paused():
                return unpack_section(kind, data)
        if self._again is None:
            self._again = load_pack(self._root, language=self._language)
        return [entry for entry in self._again if entry.kind == kind]


def _is_settled(seen: Sequence[Stamp]) -> bool:
    newest = max((max(stamp.modified, stamp.changed) for stamp in seen), default=0)
    return newest < utc_now().timestamp() * 1e9 - _SETTLED_NS
