"""What tests of charts share: the small library with the series made by hand."""

import pytest

from r2p_app.content.library import Entry, Library
from tests.ui.charts.series import ALL


@pytest.fixture
def library(mini_library: Library) -> Library:
    """The series of `tests.ui.charts.series` belong to Rwanda."""
    own = [Entry(series.id, "series", "rwanda", series) for series in ALL]
    return Library(mini_library.pack, [*mini_library, *own])
