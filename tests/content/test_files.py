import errno
import os
from pathlib import Path

import pytest

from r2p_app.content import files
from r2p_app.content.files import PackFile, Stamp, natural, read, select, stamps
from r2p_app.content.problems import Faults


def make(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x", encoding="utf-8")


def chosen(root: Path) -> tuple[list[str], list[tuple[str, str]]]:
    found, problems = select(stamps(root))
    return [file.path for file in found], [(problem.file, problem.code) for problem in problems]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("pack.yaml", PackFile("pack.yaml")),
        ("pack.fr.yaml", PackFile("pack.fr.yaml", "", "fr", "pack.yaml")),
        ("shared/terms.yaml", PackFile("shared/terms.yaml")),
        ("cases/alpha/events.yaml", PackFile("cases/alpha/events.yaml", "alpha")),
        ("cases/alpha/decisions/a.yaml", PackFile("cases/alpha/decisions/a.yaml", "alpha")),
        (
            "cases/alpha/x/01-a.pt-BR.md",
            PackFile("cases/alpha/x/01-a.pt-BR.md", "alpha", "pt-BR", "cases/alpha/x/01-a.md"),
        ),
        ("cases/lost.yaml", PackFile("cases/lost.yaml")),
        ("events.1994.yaml", PackFile("events.1994.yaml")),
    ],
)
def test_what_a_path_says(path: str, expected: PackFile) -> None:
    assert PackFile.at(path) == expected


def test_the_order_is_that_of_people(tmp_path: Path) -> None:
    make(tmp_path, "ch-10.yaml", "ch-9.yaml", "a/b.yaml", "ch-9a.yaml")
    assert chosen(tmp_path)[0] == ["a/b.yaml", "ch-9.yaml", "ch-9a.yaml", "ch-10.yaml"]
    assert natural("9" * 5000)  # no error, however long


def test_only_content_is_read(tmp_path: Path) -> None:
    make(
        tmp_path,
        "a.yaml",
        "README.md",
        "cases/alpha/01.md",
        "notes.txt",
        ".git/x.yaml",
        ".hidden.yaml",
        "x.schema.json",
    )
    assert chosen(tmp_path) == (["a.yaml", "cases/alpha/01.md"], [])


def test_the_other_ending_is_reported(tmp_path: Path) -> None:
    make(tmp_path, "a.yml")
    assert chosen(tmp_path) == ([], [("a.yml", "file-name")])


def test_links_are_not_followed(tmp_path: Path) -> None:
    outside, root = tmp_path / "outside", tmp_path / "pack"
    make(outside, "secret.yaml")
    make(root, "a.yaml")
    (root / "b.yaml").symlink_to(outside / "secret.yaml")
    (root / "folder").symlink_to(outside)
    (root / "loop").symlink_to(root)
    found, problems = chosen(root)
    assert found == ["a.yaml"]
    assert problems == [("b.yaml", "file-link"), ("folder", "file-link"), ("loop", "file-link")]


def test_a_link_put_in_the_place_of_a_file_is_not_read(tmp_path: Path) -> None:
    make(tmp_path, "secret.yaml")
    (tmp_path / "a.yaml").symlink_to(tmp_path / "secret.yaml")
    faults = Faults("a.yaml")
    assert read(tmp_path, "a.yaml", faults) is None
    assert faults.found[0].code == "file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the platform has no pipes")
def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    assert chosen(tmp_path) == ([], [("a.yaml", "file")])
    assert read(tmp_path, "a.yaml", Faults("a.yaml")) == b""


@pytest.mark.skipif(os.name == "nt", reason="the platform forbids such names")
def test_names_that_cannot_be_shown(tmp_path: Path) -> None:
    for name in (b"a\n.yaml", b"a\x1b[2J.yaml", b"a\xff.yaml", "a\u202e.yaml".encode()):
        (tmp_path / os.fsdecode(name)).write_text("x", encoding="utf-8")
    found, problems = select(stamps(tmp_path))
    assert found == []
    assert [problem.code for problem in problems] == ["file-name"] * 4
    assert all(problem.file.isprintable() for problem in problems)


def test_folders_too_deep(tmp_path: Path) -> None:
    deep = "/".join(["d"] * (files.MAX_DEPTH + 1))
    make(tmp_path, f"{deep}/a.yaml")
    assert chosen(tmp_path) == ([], [(deep, "file-depth")])


def test_too_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_FILES", 3)
    make(tmp_path, *(f"{n}.yaml" for n in range(5)))
    found, problems = chosen(tmp_path)
    assert len(found) == 3
    assert [code for _, code in problems] == ["pack-size"]


def test_too_many_bytes() -> None:
    size = files.MAX_BYTES
    many = [Stamp(f"{n}.yaml", 0o100644, size * 10, 0, 0, n) for n in range(files.MAX_TOTAL // size + 10)]
    found, problems = select(many)
    assert len(found) <= files.MAX_TOTAL // size
    assert [problem.code for problem in problems] == ["pack-size"]


def test_no_more_is_read_than_allowed(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"x" * (files.MAX_BYTES + 500))
    assert len(read(tmp_path, "a.yaml", Faults("a.yaml")) or b"") == files.MAX_BYTES + 1


def test_a_missing_file(tmp_path: Path) -> None:
    faults = Faults("a.yaml")
    assert read(tmp_path, "a.yaml", faults) is None
    assert "cannot be read" in faults.found[0].message


def test_a_folder_that_cannot_be_entered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "a.yaml", "closed/b.yaml")
    scandir = os.scandir

    def refuse(folder: str) -> object:
        """Refuse as the system does; an administrator, who may run this test, could enter any folder."""
        if folder.endswith("closed"):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), folder)
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    assert chosen(tmp_path) == (["a.yaml"], [("closed/", "file")])
