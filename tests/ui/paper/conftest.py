"""The shipped library, and handouts made of it that can be read again."""

import io
from collections.abc import Callable

import pytest
from pypdf import PdfReader

from r2p_app.content.library import Library
from r2p_app.content.load import load_pack
from r2p_app.content.model import Case, Chapter, Document
from r2p_app.content.teaching import DecisionPoint, Lesson
from r2p_app.export.paper.handouts.subject import Handout, subject_of
from r2p_app.export.paper.setting import PaperSize
from r2p_app.paths import content_dir
from r2p_app.ui.export.work import finish
from r2p_app.ui.paper.making import Plan, handout_pdf
from r2p_app.ui.theme.look import Look

Make = Callable[..., PdfReader]


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_pack(content_dir(), cache=tmp_path_factory.mktemp("cache"))


@pytest.fixture
def make(library: Library, look: Look) -> Make:
    """Make a handout of a record, by its id, and open it."""

    def made(
        name: str, kind: Handout, *, paper: PaperSize = PaperSize.A4, versions: int = 1, answers: bool = False
    ) -> PdfReader:
        record = library.entry(name).item
        assert isinstance(record, Lesson | Chapter | Document | DecisionPoint | Case)
        plan = Plan(library, subject_of(library, record), kind, paper, versions, answers)
        return PdfReader(io.BytesIO(finish(handout_pdf(plan))))

    return made
