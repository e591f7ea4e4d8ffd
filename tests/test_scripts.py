"""The two commands, with every tool of the system replaced: what is installed when, and what is said.

That they work for real is seen whenever `./test` runs on a fresh machine; here are the turns not seen there.
"""

import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from shlex import quote

import pytest

ROOT = Path(__file__).resolve().parents[1]
TOOLS = ("bash", "cat", "cp", "dirname", "grep", "mkdir", "rm")
LIBRARIES = (
    "libEGL.so.1",
    "libGL.so.1",
    "libxkbcommon.so.0",
    "libdbus-1.so.3",
    "libfontconfig.so.1",
    "libgssapi_krb5.so.2",
    "libglib-2.0.so.0",
)

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the fakes are those of a Linux machine")

PYTHON = """#!/usr/bin/env bash
printf '%s\\n' "$*" >>{log}
case "$*" in
  *'import ensurepip'*) [[ -e {machine}/venv ]] ;;
  *version_info\\[:2\\]*) echo 3.11 ;;
  '-m venv '*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
  *' install '*) [[ ! -e {machine}/offline ]] ;;
  '- '*) [[ -e {machine}/libraries ]] ;;
esac
"""
APT_GET = """#!/usr/bin/env bash
printf 'apt-get %s\\n' "$*" >>{log}
if [[ $1 == install ]]; then : >{machine}/venv >{machine}/libraries; fi
"""
APT_CACHE = "#!/usr/bin/env bash\n[[ $2 != *t64 ]]\n"
LDCONFIG = "#!/usr/bin/env bash\nif [[ -e {machine}/libraries ]]; then cat {machine}/known; fi\n"
ID = "#!/usr/bin/env bash\ncat {machine}/user\n"


@dataclass
class Machine:
    """A checkout and the tools around it. `log` holds what Python and apt-get were asked to do."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("bin", "checkout"):
            (self.folder / name).mkdir()
        for name in ("run", "test"):
            shutil.copy(ROOT / name, self.checkout)
        shutil.copytree(ROOT / "scripts", self.checkout / "scripts")
        shutil.copytree(ROOT / "requirements", self.checkout / "requirements")
        for tool in TOOLS:
            (self.folder / "bin" / tool).symlink_to(shutil.which(tool) or tool)
        (self.folder / "known").write_text("".join(f"\t{name} (libc6,x86-64) => /lib/{name}\n" for name in LIBRARIES))
        for name in ("chromium", "Xvfb", "xdotool", "dbus-run-session", "python-of-system"):
            self.tool(name, "#!/usr/bin/env bash\n")
        self.environment["ATSPI_PYTHON"] = str(self.folder / "bin" / "python-of-system")
        for name, text in {"apt-get": APT_GET, "apt-cache": APT_CACHE, "ldconfig": LDCONFIG, "id": ID}.items():
            self.tool(name, text)
        self.become(0)

    @property
    def checkout(self) -> Path:
        return self.folder / "checkout"

    @property
    def venv(self) -> Path:
        return self.checkout / ".venv"

    def tool(self, name: str, text: str) -> None:
        path = self.folder / "bin" / name
        path.write_text(text.format(log=quote(str(self.folder / "log")), machine=quote(str(self.folder))))
        path.chmod(0o755)

    def has(self, *things: str) -> None:
        """Give the machine "venv" (Python can make environments), "libraries" (Qt's) or "offline" (pip fails)."""
        for thing in things:
            (self.folder / thing).touch()

    def become(self, user: int) -> None:
        (self.folder / "user").write_text(f"{user}\n")

    def start(self, *command: str, status: int = 0) -> str:
        """Run a command of the checkout from somewhere else, and return what it said."""
        (self.folder / "log").write_text("")
        done = subprocess.run(
            [self.checkout / command[0], *command[1:]],
            cwd=self.folder,
            env={"PATH": str(self.folder / "bin"), **self.environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == status, done.stdout + done.stderr
        return done.stderr

    def log(self) -> list[str]:
        return (self.folder / "log").read_text().splitlines()

    def did(self, words: str) -> bool:
        return any(words in line for line in self.log())


@pytest.fixture
def bare(tmp_path: Path) -> Machine:
    """A machine without any Python."""
    (tmp_path / "machine with spaces").mkdir()
    return Machine(tmp_path / "machine with spaces")


@pytest.fixture
def debian(bare: Machine) -> Machine:
    """Debian as installed: a Python that cannot make environments, none of Qt's libraries."""
    bare.tool("python3.11", PYTHON)
    return bare


@pytest.fixture
def ready(debian: Machine) -> Machine:
    """A machine that has all it needs; nothing is set up yet."""
    debian.has("venv", "libraries")
    return debian


def test_first_start_installs_with_hashes_and_starts_the_program(ready: Machine) -> None:
    ready.start("run", "check", "some folder")
    assert ready.did("--no-deps --require-hashes --only-binary :all: --requirement")
    assert ready.log()[-1] == "-P -m r2p_app check some folder"


def test_second_start_does_nothing_but_start(ready: Machine) -> None:
    ready.start("run", "check")
    ready.start("run", "check")
    assert ready.log() == ["-P -m r2p_app check"]


def test_second_test_run_does_nothing_but_start(ready: Machine) -> None:
    ready.start("test")
    ready.start("test", "-k", "dates")
    assert [line.partition(" --")[0] for line in ready.log()] == ["-m pytest"]
    assert ready.log()[0].endswith("-k dates")


def test_root_gets_the_browser_that_tests_need(ready: Machine) -> None:
    (ready.folder / "bin" / "chromium").unlink()
    ready.start("test")
    assert ready.did("apt-get install -y -qq --no-install-recommends chromium")


def test_without_a_browser_others_are_told_and_the_tests_run(ready: Machine) -> None:
    (ready.folder / "bin" / "chromium").unlink()
    ready.become(1000)
    assert "apt-get install chromium" in ready.start("test")
    assert ready.log()[-1].startswith("-m pytest")


def test_root_gets_what_reads_the_accessibility_tree(ready: Machine) -> None:
    ready.tool("python-of-system", "#!/usr/bin/env bash\nexit 1\n")
    ready.start("test")
    assert ready.did("xdotool dbus-daemon at-spi2-core python3-gi gir1.2-atspi-2.0")


def test_without_an_accessibility_tree_others_are_told_and_the_tests_run(ready: Machine) -> None:
    (ready.folder / "bin" / "xdotool").unlink()
    ready.become(1000)
    assert "at-spi2-core" in ready.start("test")
    assert ready.log()[-1].startswith("-m pytest")


def test_a_named_browser_is_enough(ready: Machine) -> None:
    (ready.folder / "bin" / "chromium").unlink()
    ready.environment["CHROME_BIN"] = "/opt/browser"
    assert "Chromium" not in ready.start("test")


def test_installing_for_tests_serves_the_program_too(ready: Machine) -> None:
    ready.start("test")
    assert ready.did("--no-deps --no-build-isolation --editable")
    ready.start("run", "check")
    assert not ready.did("install")


def test_installing_for_the_program_does_not_serve_tests(ready: Machine) -> None:
    ready.start("run", "check")
    ready.start("test")
    assert ready.did("requirements/dev.txt")


def test_changed_lock_is_installed_into_the_same_environment(ready: Machine) -> None:
    ready.start("run", "check")
    lock = ready.checkout / "requirements" / "run.txt"
    lock.write_text(lock.read_text() + "new==1.0\n")
    ready.start("run", "check")
    assert ready.did("install")
    assert not ready.did("-m venv")


def test_interrupted_installation_is_made_anew(ready: Machine) -> None:
    ready.has("offline")
    ready.start("run", "check", status=1)
    half = ready.venv / "half-written"
    half.touch()
    (ready.folder / "offline").unlink()
    ready.start("run", "check")
    assert ready.did("-m venv")
    assert not half.exists()


def test_environment_of_a_moved_checkout_is_installed_again(ready: Machine) -> None:
    ready.start("run", "check")
    stamp = ready.venv / "stamp-run"
    stamp.write_text(stamp.read_text().replace(str(ready.checkout), "/elsewhere"))
    ready.start("run", "check")
    assert ready.did("install")


def test_environment_whose_python_is_gone_is_made_anew(ready: Machine) -> None:
    ready.start("run", "check")
    (ready.venv / "bin" / "python").unlink()
    ready.start("run", "check")
    assert ready.did("-m venv")


def test_root_gets_what_is_missing(debian: Machine) -> None:
    said = debian.start("run", "check")
    assert debian.did("apt-get install -y -qq --no-install-recommends python3.11 python3.11-venv libegl1 libgl1")
    assert debian.did("libglib2.0-0")
    assert not debian.did("t64")
    assert "Installing packages of the system: python3.11" in said


def test_others_are_told_the_one_command_to_type(debian: Machine) -> None:
    debian.become(1000)
    said = debian.start("run", "check", status=1)
    qt = "libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libgssapi-krb5-2 libglib2.0-0"
    assert f"\n    sudo apt-get install -y python3.11 python3.11-venv {qt}\n" in said
    assert not debian.did("apt-get")


def test_name_since_the_time_change_is_used_where_it_is_known(debian: Machine) -> None:
    debian.become(1000)
    debian.tool("apt-cache", "#!/usr/bin/env bash\n")
    assert "libglib2.0-0t64" in debian.start("run", "check", status=1)


def test_missing_libraries_alone_are_told_after_the_set_up(debian: Machine) -> None:
    debian.has("venv")
    debian.become(1000)
    said = debian.start("run", "check", status=1)
    assert "    sudo apt-get install -y libegl1 libgl1 " in said
    debian.has("libraries")
    debian.start("run", "check")
    assert debian.log() == ["-P -m r2p_app check"]


def test_libraries_that_vanish_later_are_noticed(ready: Machine) -> None:
    ready.start("run", "check")
    (ready.folder / "libraries").unlink()
    ready.start("run", "check")
    assert ready.did("apt-get install")


def test_a_window_needs_more_libraries(ready: Machine) -> None:
    ready.environment["DISPLAY"] = "far.example:0"
    ready.become(1000)
    ready.start("run", "check")
    (ready.folder / "libraries").unlink()
    assert "libxcb-cursor0" not in ready.start("run", "check", status=1)
    assert "libxcb-cursor0" in ready.start("run", status=1)


def test_without_python_or_packages_the_person_is_sent_to_python_org(bare: Machine) -> None:
    (bare.folder / "bin" / "apt-get").unlink()
    assert "https://www.python.org/downloads/" in bare.start("run", status=1)


def test_without_a_python_that_can_be_installed_the_way_out_is_said(bare: Machine) -> None:
    assert "R2P_PYTHON=/path/to/python3.12" in bare.start("run", status=1)


def test_a_named_python_is_used(bare: Machine) -> None:
    bare.tool("my-python", PYTHON)
    bare.has("venv", "libraries")
    bare.environment["R2P_PYTHON"] = "my-python"
    bare.start("run", "check")
    assert bare.did("-m venv")


def test_without_a_display_pages_are_drawn_instead(ready: Machine) -> None:
    said = ready.start("run")
    assert "There is no display here" in said
    assert ready.log()[-1] == f"-P -m r2p_app screenshots {ready.checkout}/preview"


def test_pages_drawn_instead_are_those_of_the_wanted_content(ready: Machine) -> None:
    ready.start("run", "--content", "my pack", "--profile=anna")
    assert ready.log()[-1] == f"-P -m r2p_app --content my pack --profile=anna screenshots {ready.checkout}/preview"


@pytest.mark.parametrize("display", [":4711", "unix:4711.0", "localhost:59000.0"])
def test_a_display_that_does_not_answer_is_none(ready: Machine, display: str) -> None:
    ready.environment["DISPLAY"] = display
    assert "There is no display here" in ready.start("run", "--profile", "anna")


@pytest.mark.parametrize(
    "arguments", [("--version",), ("--profile", "anna", "--help"), ("selftest",), ("--content", "pack", "check")]
)
def test_what_needs_no_window_needs_no_display(ready: Machine, arguments: tuple[str, ...]) -> None:
    said = ready.start("run", *arguments)
    assert "There is no display here" not in said
    assert ready.log()[-1] == f"-P -m r2p_app {' '.join(arguments)}"


def test_a_chosen_platform_counts_as_a_display(ready: Machine) -> None:
    ready.environment["QT_QPA_PLATFORM"] = "vnc"
    ready.start("run", "--profile", "anna")
    assert ready.log()[-1] == "-P -m r2p_app --profile anna"


@pytest.mark.parametrize("path", sorted(ROOT.glob("**/*.ps1")), ids=lambda path: path.name)
def test_windows_scripts_are_ascii(path: Path) -> None:
    assert path.read_text(encoding="ascii"), "Windows PowerShell 5 takes files without a mark for the local code page"
