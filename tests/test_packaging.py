"""What is shipped: a wheel that works anywhere, a lock that is one, a licence for every file."""

import os
import shutil
import site
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK: dict[str, Any] = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
REUSE: dict[str, Any] = tomllib.loads((ROOT / "REUSE.toml").read_text(encoding="utf-8"))
LICENCES = {path.stem for path in (ROOT / "LICENSES").iterdir()}


def run(*command: str | Path, **options: Any) -> str:
    """Return what the command printed; fail with all it said if it failed."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, **options)
    assert done.returncode == 0, done.stdout + done.stderr
    printed: str = done.stdout
    return printed


def tracked_files() -> list[str]:
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("which files belong to the project is known only in a git checkout")
    return run("git", "-c", f"safe.directory={ROOT}", "ls-files", "-z", cwd=ROOT).split("\0")[:-1]


# One process builds and installs the wheel, whichever tests share the work.
of_wheel = pytest.mark.xdist_group("wheel")

# --- the wheel --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel_files(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a fresh environment with the wheel; what it depends on is borrowed from this environment."""
    folder = tmp_path_factory.mktemp("fresh")
    run(sys.executable, "-m", "venv", folder)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    run(programs / "python", "-m", "pip", "--isolated", "install", "--no-deps", "--no-index", wheel)
    # Paths in a .pth file are searched last, and .pth files found there, such as the checkout's own, are not read.
    where = run(programs / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    (Path(where) / "borrowed.pth").write_text("\n".join(site.getsitepackages()), encoding="utf-8")
    return programs


@pytest.fixture
def elsewhere(tmp_path: Path) -> dict[str, Any]:
    """How a program is started far from the checkout, by somebody who has no files yet."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("R2P_", "PYTHON", "XDG_"))}
    for name in ("home", "here"):
        (tmp_path / name).mkdir()
    return {"cwd": tmp_path / "here", "env": {**kept, "HOME": str(tmp_path / "home")}}


@of_wheel
def test_wheel_carries_every_file_of_content_and_resources(wheel_files: set[str]) -> None:
    shipped = [name for name in tracked_files() if name.startswith(("content/", "resources/"))]
    assert {f"r2p_app/_data/{name}" for name in shipped if (ROOT / name).exists()} <= wheel_files


@of_wheel
def test_wheel_carries_the_licences_and_nothing_but_the_program(wheel_files: set[str]) -> None:
    tops = {name.split("/")[0] for name in wheel_files}
    (information,) = tops - {"r2p_app"}
    assert {f"{information}/licenses/LICENSES/{licence}.txt" for licence in LICENCES} <= wheel_files


@of_wheel
def test_installed_program_is_the_one_in_the_wheel(installed: Path, elsewhere: dict[str, Any]) -> None:
    where = run(
        installed / "python", "-c", "import r2p_app.paths as p; print(p.__file__, p.content_dir())", **elsewhere
    )
    assert str(ROOT) not in where
    assert str(Path("_data") / "content") in where


@of_wheel
def test_installed_program_passes_its_own_test(installed: Path, elsewhere: dict[str, Any]) -> None:
    printed = run(installed / "r2p", "selftest", timeout=120, **elsewhere)
    assert "answered and kept" in printed
    assert all(line.startswith("ok") for line in printed.splitlines() if line)


# --- the frozen program -----------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.xdist_group("frozen")
@pytest.mark.skipif(sys.platform != "linux", reason="the spec knows the libraries of Linux")
def test_frozen_program_passes_its_own_test(tmp_path: Path, elsewhere: dict[str, Any]) -> None:
    run(ROOT / "scripts" / "freeze.sh", tmp_path / "frozen", timeout=600)
    program = tmp_path / "frozen" / "r2p" / "r2p"
    assert not list(program.parent.rglob("libgtk*"))
    printed = run(program, "selftest", timeout=120, cwd=elsewhere["cwd"], env={"HOME": elsewhere["env"]["HOME"]})
    assert printed.count("ok    library: ") == 7
    assert all(line.startswith("ok") for line in printed.splitlines())
    shutil.rmtree(tmp_path / "frozen")  # a quarter of a gigabyte


# --- the lock ---------------------------------------------------------------------------------------------------------


def locked(package: dict[str, Any]) -> set[str]:
    """The hashes of one package in the lock."""
    files = [*package.get("wheels", ()), *([package["sdist"]] if "sdist" in package else ())]
    return {file["hash"] for file in files}


def exported(name: str) -> dict[str, set[str]]:
    """Pinned package to its hashes, from a file that pip installs."""
    pins: dict[str, set[str]] = {}
    current = ""
    for line in (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if "==" in line:
            current = line.split()[0]
            pins[current] = set()
        elif "--hash=" in line:
            pins[current].add(line.strip(" \\").removeprefix("--hash="))
    return pins


@pytest.mark.parametrize("name", ["run", "dev"])
def test_requirements_are_those_of_the_lock(name: str) -> None:
    lock = {f"{one['name']}=={one['version']}": locked(one) for one in LOCK["package"] if "version" in one}
    pins = exported(name)
    assert pins
    assert pins == {pin: lock.get(pin) for pin in pins}


def test_what_tests_need_includes_what_the_program_needs() -> None:
    assert exported("run").items() <= exported("dev").items()


def names(requirements: list[str]) -> Iterator[str]:
    for requirement in requirements:
        yield requirement.split(">")[0].split("<")[0].split("=")[0].strip().lower()


@pytest.mark.parametrize(
    ("name", "declared"), [("run", PROJECT["project"]["dependencies"]), ("dev", PROJECT["dependency-groups"]["dev"])]
)
def test_every_declared_dependency_is_locked(name: str, declared: list[str]) -> None:
    assert set(names(declared)) <= {pin.partition("==")[0] for pin in exported(name)}


def test_lock_names_no_registry_but_the_public_one() -> None:
    others = [
        one
        for one in LOCK["package"]
        if one["source"] not in ({"registry": "https://pypi.org/simple"}, {"editable": "."})
    ]
    assert not others


# --- licences ---------------------------------------------------------------------------------------------------------


def annotations() -> Iterator[tuple[str, str]]:
    for annotation in REUSE["annotations"]:
        paths = annotation["path"]
        for path in [paths] if isinstance(paths, str) else paths:
            yield path, annotation["SPDX-License-Identifier"]


def test_every_file_has_a_licence() -> None:
    patterns = [pattern for pattern, _ in annotations()]
    files = [name for name in tracked_files() if not name.startswith("LICENSES/")]
    assert not [name for name in files if not any(fnmatchcase(name, pattern) for pattern in patterns)]


def test_every_licence_is_used_and_its_text_is_here() -> None:
    used = {path: expression.split(" AND ") for path, expression in annotations()}
    assert {name for names in used.values() for name in names} == LICENCES
    released = {name for path, names in used.items() if not path.startswith("tests/data/") for name in names}
    assert released == set(PROJECT["project"]["license"].split(" AND "))
