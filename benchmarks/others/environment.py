"""An environment for what benchmarks compare with and the program does not need: Anki's library, numpy."""

import subprocess
import sys
import venv
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_FOLDER = _ROOT / ".venv" / "others"
_REQUIREMENTS = Path(__file__).with_name("requirements.txt")
_STAMP = _FOLDER / "stamp"
_BIN = "Scripts" if sys.platform == "win32" else "bin"


def other_python() -> Path | None:
    """Return the Python that has them, installing it on first use; None, with the reason said, where that fails."""
    python = _FOLDER / _BIN / "python"
    wanted = _REQUIREMENTS.read_text("utf-8")
    if _STAMP.exists() and _STAMP.read_text("utf-8") == wanted:
        return python
    venv.create(_FOLDER, with_pip=True, clear=True)
    command = [str(python), "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
    done = subprocess.run(
        [*command, "--only-binary", ":all:", "-r", str(_REQUIREMENTS)], check=False, stderr=subprocess.PIPE, text=True
    )
    if done.returncode:
        print(f"  what others are compared with cannot be installed: {done.stderr.strip().splitlines()[-1]}")
        return None
    _STAMP.write_text(wanted, "utf-8")
    return python


def start(script: str) -> "subprocess.Popen[str] | None":
    """Start a script of this folder with that Python, to be spoken to line by line; None where there is none."""
    python = other_python()
    if python is None:
        return None
    path = Path(__file__).with_name(script)
    return subprocess.Popen([str(python), str(path)], text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def ask(process: "subprocess.Popen[str]") -> str:
    """Return the line that follows from a line sent to it."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("go\n")
    process.stdin.flush()
    return process.stdout.readline().strip()
