"""The shipped library."""

import pytest

from r2p_app.content.library import Library
from r2p_app.content.load import load_pack
from r2p_app.paths import content_dir


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_pack(content_dir(), cache=tmp_path_factory.mktemp("cache"))
