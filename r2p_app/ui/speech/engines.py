"""The programs that can speak, by platform. Text goes to their standard input or is one argument: never to a shell."""

import shutil
import sys
from collections.abc import Callable
from typing import NamedTuple

Which = Callable[[str], str | None]

_WINDOWS_SCRIPT = (
    "[Console]::InputEncoding = [Text.Encoding]::UTF8; Add-Type -AssemblyName System.Speech; "
    "(New-Object System.Speech.Synthesis.SpeechSynthesizer).Speak([Console]::In.ReadToEnd())"
)


class Engine(NamedTuple):
    """A program that speaks and ends when it has spoken.

    The text is its input, or its last argument. `silence` are the arguments that make a service fall silent, for a
    program that only hands the text on.
    """

    program: str
    arguments: tuple[str, ...] = ()
    reads_input: bool = True
    silence: tuple[str, ...] = ()


_BY_PLATFORM: dict[str, tuple[Engine, ...]] = {
    "darwin": (Engine("say", ("-f", "-")),),
    "win32": (Engine("powershell", ("-NoProfile", "-NonInteractive", "-Command", _WINDOWS_SCRIPT)),),
}
_ELSEWHERE = (
    Engine("spd-say", ("--wait", "--language", "en", "--"), reads_input=False, silence=("--cancel",)),
    Engine("espeak-ng", ("-v", "en-gb", "--stdin")),
    Engine("espeak", ("-v", "en", "--stdin")),
)
"""The service that follows the person's own settings comes first."""


def find_engine(which: Which = shutil.which, platform: str = sys.platform) -> Engine | None:
    """Return the first engine that is installed, with the path of its program; None where there is none."""
    for engine in _BY_PLATFORM.get(platform, _ELSEWHERE):
        if (path := which(engine.program)) is not None:
            return engine._replace(program=path)
    return None
