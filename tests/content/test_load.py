import errno
import gc
import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from r2p_app.content import cache as caching
from r2p_app.content import load as loading
from r2p_app.content import unit as units
from r2p_app.content.cache import FILE_NAME
from r2p_app.content.files import PackFile
from r2p_app.content.library import Library
from r2p_app.content.load import LoadCancelled, load_pack
from r2p_app.content.model import Event, Place
from r2p_app.content.questions import SingleChoice
from r2p_app.content.teaching import View
from tests.content import packs
from tests.content.conftest import MiniPack

Snapshot = tuple[object, ...]


def everything(library: Library) -> Snapshot:
    return library.pack, library.problems, list(library)


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def analysed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of files that were read as YAML or Markdown."""
    paths: list[str] = []
    real = units.analyse

    def counting(file: PackFile, data: bytes) -> units.Unit[object]:
        paths.append(file.path)
        return real(file, data)

    monkeypatch.setattr(units, "analyse", counting)
    return paths


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trust what the file system says about files written a moment ago."""
    monkeypatch.setattr(loading, "_SETTLED_NS", -3_600_000_000_000)


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Make every reading of a file an error from now on."""

    def forbid() -> None:
        def fail(*_: object) -> None:
            raise AssertionError("a file was read")

        monkeypatch.setattr(loading, "read", fail)

    return forbid


def test_with_a_cache_and_without(mini_pack: MiniPack, cache: Path) -> None:
    root = mini_pack()
    assert (
        everything(load_pack(root))
        == everything(load_pack(root, cache=cache))
        == everything(load_pack(root, cache=cache))
    )


def test_an_unchanged_pack_is_not_read_again(
    mini_pack: MiniPack, cache: Path, settled: None, unread: Callable[[], None]
) -> None:
    root = mini_pack(packs.changed(packs.EVENTS_PATH, "pl-kigali", "pl-none"))
    first = everything(load_pack(root, cache=cache))
    unread()
    assert everything(load_pack(root, cache=cache)) == first


def test_a_file_written_a_moment_ago_is_compared_byte_by_byte(
    mini_pack: MiniPack, cache: Path, unread: Callable[[], None]
) -> None:
    root = mini_pack()
    load_pack(root, cache=cache)
    unread()
    with pytest.raises(AssertionError, match="a file was read"):
        load_pack(root, cache=cache)


def test_only_changed_files_are_parsed_again(mini_pack: MiniPack, cache: Path, analysed: list[str]) -> None:
    root = mini_pack()
    load_pack(root, cache=cache)
    assert sorted(analysed) == sorted(packs.FILES)
    analysed.clear()
    packs.write(root, packs.changed(packs.EVENTS_PATH, "The Council reduces the force", "The Council cuts the force"))
    assert load_pack(root, cache=cache).get("ev-cut", Event).title == "The Council cuts the force"
    assert analysed == [packs.EVENTS_PATH]


def test_a_change_is_seen_in_files_that_name_what_changed(
    mini_pack: MiniPack, cache: Path, analysed: list[str]
) -> None:
    root = mini_pack()
    load_pack(root, cache=cache)
    analysed.clear()
    packs.write(root, packs.changed("cases/alpha/places.yaml", "id: pl-kigali", "id: pl-kigale"))
    found = load_pack(root, cache=cache).problems
    assert analysed == ["cases/alpha/places.yaml"]
    assert [problem.file for problem in found] == [
        "cases/alpha/decisions.yaml",
        packs.EVENTS_PATH,
        "cases/alpha/movements.yaml",
        packs.QUESTIONS_PATH,
    ]


def test_a_file_put_back_is_not_parsed_again(mini_pack: MiniPack, cache: Path, analysed: list[str]) -> None:
    root = mini_pack()
    before = everything(load_pack(root, cache=cache))
    packs.write(root, {"lanes.yaml": "lanes: []\n"})
    load_pack(root, cache=cache)
    analysed.clear()
    packs.write(root, {"lanes.yaml": packs.LANES})
    assert everything(load_pack(root, cache=cache)) == before
    assert analysed == []


def test_a_moved_file_is_another_file(mini_pack: MiniPack, cache: Path) -> None:
    root = mini_pack()
    load_pack(root, cache=cache)
    packs.write(
        root, {"cases/alpha/places.yaml": None, "cases/alpha/where.yaml": packs.FILES["cases/alpha/places.yaml"]}
    )
    assert load_pack(root, cache=cache).entry("pl-kigali").file == "cases/alpha/where.yaml"


def test_languages_are_kept_apart(mini_pack: MiniPack, cache: Path) -> None:
    root = mini_pack({"cases/alpha/events.fr.yaml": "events:\n- {id: ev-cut, title: La coupe}\n"})
    for _ in range(2):
        titles = [load_pack(root, cache=cache, language=name).get("ev-cut", Event).title for name in ("en", "fr", "de")]
        assert titles == ["The Council reduces the force", "La coupe", "The Council reduces the force"]


def test_records_are_read_when_their_kind_is_asked_for(mini_pack: MiniPack, cache: Path) -> None:
    root = mini_pack()
    load_pack(root, cache=cache)
    library = load_pack(root, cache=cache)
    assert library._sections == {}
    assert library.get("q-cut", SingleChoice).options[1].correct
    assert set(library._sections) == {"question"}


def test_a_cache_lost_in_between_is_made_good_from_the_files(mini_pack: MiniPack, cache: Path) -> None:
    root = mini_pack()
    first = load_pack(root, cache=cache)
    library = load_pack(root, cache=cache)
    (cache / FILE_NAME).unlink()
    assert everything(library) == everything(first)


def test_what_the_cache_holds_is_checked(mini_pack: MiniPack, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = mini_pack()
    first = everything(load_pack(root, cache=cache))
    library = load_pack(root, cache=cache)
    monkeypatch.setattr(caching, "_whole", lambda _: b"\xc1 not ours")
    assert everything(library) == first
    assert everything(load_pack(root, cache=cache)) == first


def test_a_kind_the_pack_does_not_have(mini_pack: MiniPack, cache: Path) -> None:
    root = mini_pack({"cases/alpha/views.yaml": None})
    load_pack(root, cache=cache)
    assert load_pack(root, cache=cache).all(View) == ()


def damage(path: Path, how: str) -> None:
    data = bytearray(path.read_bytes())
    match how:
        case "foreign":
            data = bytearray(b"This is no database.\n" * 500)
        case "empty":
            data = bytearray()
        case "cut":
            del data[len(data) // 2 :]
        case "bytes":
            for place in range(4096, len(data), 97):
                data[place] ^= 0x55
        case "other tables":
            path.unlink()
            connection = sqlite3.connect(path)
            connection.execute("CREATE TABLE blob (other INTEGER)")
            connection.close()
            return
    path.write_bytes(data)


@pytest.mark.parametrize("how", ["foreign", "empty", "cut", "bytes", "other tables"])
def test_a_damaged_cache_is_discarded_and_made_anew(
    mini_pack: MiniPack, cache: Path, how: str, analysed: list[str]
) -> None:
    root = mini_pack()
    first = everything(load_pack(root, cache=cache))
    damage(cache / FILE_NAME, how)
    assert everything(load_pack(root, cache=cache)) == first
    analysed.clear()
    assert everything(load_pack(root, cache=cache)) == first
    assert analysed == []


@pytest.mark.parametrize("how", ["foreign", "cut", "bytes"])
def test_a_cache_damaged_while_open(mini_pack: MiniPack, cache: Path, how: str) -> None:
    root = mini_pack()
    first = everything(load_pack(root, cache=cache))
    library = load_pack(root, cache=cache)
    damage(cache / FILE_NAME, how)
    assert everything(library) == first


def test_a_folder_that_cannot_be_written(mini_pack: MiniPack, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    root = mini_pack()
    assert len(load_pack(root, cache=blocked / "cache")) == len(load_pack(root))
    assert len(load_pack(root, cache=blocked)) == len(load_pack(root))


def test_a_read_only_cache_still_serves(
    mini_pack: MiniPack, cache: Path, settled: None, unread: Callable[[], None]
) -> None:
    root = mini_pack()
    load_pack(root, cache=cache)
    cache.chmod(0o500)
    (cache / FILE_NAME).chmod(0o400)
    unread()
    try:
        assert "ev-cut" in load_pack(root, cache=cache)
    finally:
        cache.chmod(0o700)


def test_a_cache_that_another_program_is_writing_to(mini_pack: MiniPack, cache: Path) -> None:
    root = mini_pack()
    load_pack(root, cache=cache)
    connection = sqlite3.connect(cache / FILE_NAME, isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    try:
        packs.write(root, packs.changed("cases/alpha/places.yaml", "name: The camp", "name: A camp"))
        assert load_pack(root, cache=cache).get("pl-camp", Place).name == "A camp"
    finally:
        connection.execute("ROLLBACK")
        connection.close()
    assert (cache / FILE_NAME).exists()


def test_two_programs_at_once(mini_pack: MiniPack, cache: Path) -> None:
    root = mini_pack()
    code = (
        "import sys; from pathlib import Path; from r2p_app.content.load import load_pack\n"
        "for n in range(5): print(len(list(load_pack(Path(sys.argv[1]), cache=Path(sys.argv[2])))))"
    )
    command = [sys.executable, "-c", code, str(root), str(cache)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    expected = f"{len(load_pack(root))}\n" * 5
    assert [process.communicate(timeout=60)[0] for process in running] == [expected] * 3


def test_two_threads_at_once(mini_pack: MiniPack, cache: Path) -> None:
    root = mini_pack()
    found: list[Snapshot] = []
    threads = [
        threading.Thread(target=lambda: found.append(everything(load_pack(root, cache=cache)))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [everything(load_pack(root))] * 4


def test_progress_and_cancelling(mini_pack: MiniPack, cache: Path) -> None:
    root = mini_pack()
    seen: list[tuple[int, int]] = []
    load_pack(root, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(n, len(packs.FILES)) for n in range(1, len(packs.FILES) + 1)]
    answers: Iterator[bool] = iter([False] * (len(packs.FILES) + 5) + [True])
    with pytest.raises(LoadCancelled):
        load_pack(root, cache=cache, cancelled=lambda: next(answers))
    assert len(load_pack(root, cache=cache)) == len(load_pack(root))


def test_the_garbage_collector_is_on_again_afterwards(mini_pack: MiniPack, tmp_path: Path) -> None:
    root = mini_pack()
    assert gc.isenabled()
    load_pack(root)
    assert gc.isenabled()
    with pytest.raises(LoadCancelled):
        load_pack(root, cancelled=lambda: True)
    assert gc.isenabled()
    gc.disable()
    try:
        load_pack(root)
        assert not gc.isenabled()
    finally:
        gc.enable()


@pytest.mark.parametrize("name", ["missing", "file"])
def test_no_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(NotADirectoryError):
        load_pack(tmp_path / name)


def test_an_empty_folder(tmp_path: Path, cache: Path) -> None:
    (tmp_path / "pack").mkdir()
    for _ in range(2):
        library = load_pack(tmp_path / "pack", cache=cache)
        assert len(library) == 0
        assert [problem.code for problem in library.problems] == ["pack-file"]


def test_the_folder_may_be_reached_by_a_link(mini_pack: MiniPack, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(mini_pack())
    assert load_pack(tmp_path / "link").problems == ()


def test_a_file_that_cannot_be_read_is_read_once_it_can(
    mini_pack: MiniPack, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = mini_pack()
    system_open = os.open

    def refuse(path: Path, flags: int) -> int:
        """Refuse as the system does; an administrator, who may run this test, could read any file."""
        if path.name == "lanes.yaml":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return system_open(path, flags)

    with monkeypatch.context() as refusing:
        refusing.setattr(os, "open", refuse)
        assert "file" in {problem.code for problem in load_pack(root, cache=cache).problems}
    assert load_pack(root, cache=cache).problems == ()


def test_an_unchanged_pack_needs_neither_yaml_nor_markdown(mini_pack: MiniPack, cache: Path) -> None:
    root = mini_pack()
    load_pack(root, cache=cache)
    code = (
        "import sys; from pathlib import Path; from r2p_app.content.load import load_pack\n"
        "library = load_pack(Path(sys.argv[1]), cache=Path(sys.argv[2])); list(library)\n"
        "print(len(library), sorted({'yaml', 'markdown_it', 'PySide6'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(root), str(cache)], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"{len(load_pack(root))} []\n"
