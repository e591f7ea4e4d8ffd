import os
from pathlib import Path

from r2p_app.content.watch import Snapshot, changed
from tests.content import packs
from tests.content.conftest import MiniPack


def test_nothing_changed(mini_pack: MiniPack) -> None:
    root = mini_pack()
    before = Snapshot.take(root)
    assert changed(root, before) is before


def test_every_kind_of_change_is_seen(mini_pack: MiniPack) -> None:
    root = mini_pack()
    changes: list[packs.Files] = [
        {"lanes.yaml": packs.LANES + "\n"},
        {"new.yaml": "places: []\n"},
        {"new.yaml": None},
        {"cases/beta/01.md": "x"},
    ]
    before = Snapshot.take(root)
    for files in changes:
        packs.write(root, files)
        after = changed(root, before)
        assert after != before, files
        before = after


def test_a_change_that_keeps_size_and_date_is_seen(mini_pack: MiniPack) -> None:
    root = mini_pack()
    path = root / "lanes.yaml"
    info = path.stat()
    before = Snapshot.take(root)
    path.write_bytes(path.read_bytes().replace(b"Alpha", b"Gamma"))
    os.utime(path, ns=(info.st_atime_ns, info.st_mtime_ns))
    assert path.stat().st_size == info.st_size
    assert changed(root, before) != before


def test_files_that_are_not_content_are_none_of_its_business(mini_pack: MiniPack) -> None:
    root = mini_pack()
    before = Snapshot.take(root)
    packs.write(root, {"notes.txt": "x", ".events.yaml.swp": "x", "schemas/events.schema.json": "{}"})
    assert changed(root, before) is before


def test_what_to_watch(mini_pack: MiniPack) -> None:
    root = mini_pack()
    snapshot = Snapshot.take(root)
    assert snapshot.files(root) == tuple(sorted(root / name for name in packs.FILES))
    assert snapshot.folders(root) == tuple(
        sorted([root, root / "shared", root / "cases/alpha", root / "cases/alpha/chapters"])
    )


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    gone = Snapshot.take(tmp_path / "gone")
    assert gone.files(tmp_path) == ()
    assert changed(tmp_path / "gone", gone) is gone
