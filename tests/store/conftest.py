from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from r2p_app.store import Store
from tests.store.sample import FakeClock


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return tmp_path / "learner"


@pytest.fixture
def store(directory: Path, clock: FakeClock) -> Iterator[Store]:
    with Store.open(directory, now=clock, local_offset=lambda _moment: timedelta(hours=2)) as opened:
        yield opened
