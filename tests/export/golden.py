"""Files compared with those kept in tests/data/export; NEW_GOLDEN=1 writes them anew."""

import os
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "data" / "export"
_RENEWS = "NEW_GOLDEN" in os.environ


def assert_golden(name: str, data: bytes) -> None:
    path = FOLDER / name
    if _RENEWS:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    assert data == path.read_bytes(), f"unlike {path}; NEW_GOLDEN=1 writes it anew"
