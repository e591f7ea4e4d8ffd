"""The readers under a fuzzer that follows the branches taken. Needs `atheris`, which nothing else here does.

`python -m tests.reliability.fuzz_readers -max_total_time=600 -timeout=5`: what follows is given to libFuzzer. A crash,
a hang of five seconds and a fault without its place end it, with the input that led there in a file.
"""

import sys
import tempfile
from pathlib import Path

import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]  # only where one fuzzes

with atheris.instrument_imports(include=["r2p_app.content", "yaml"]):
    from r2p_app.content.files import PackFile
    from r2p_app.content.unit import analyse

from r2p_app.paths import content_dir
from tests.reliability.mutations import misplaced, shipped

CHAPTER, YAML = PackFile.at("cases/rwanda/chapters/01-fuzzed.md"), PackFile.at("cases/rwanda/fuzzed.yaml")


def read(data: bytes) -> None:
    """Read the input as the first byte says: a chapter or a YAML file."""
    file = CHAPTER if data[:1] == b"m" else YAML
    unit = analyse(file, data[1:])
    assert misplaced(unit.problems) == []


def seeds(folder: Path) -> None:
    """Give the fuzzer the beginnings of the shipped files to start from."""
    for number, (file, data) in enumerate(shipped(content_dir())):
        (folder / f"seed-{number}").write_bytes((b"m" if file.is_chapter else b"y") + data[:4000])


def main() -> None:
    """Fuzz until told to stop."""
    with tempfile.TemporaryDirectory() as folder:
        seeds(Path(folder))
        atheris.Setup([*sys.argv, folder], read)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
