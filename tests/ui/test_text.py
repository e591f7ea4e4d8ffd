import enum

import pytest

from r2p_app.content import model
from r2p_app.content.kinds import KINDS
from r2p_app.content.model import Status
from r2p_app.ui import text

ENUMS = [
    member
    for found in vars(model).values()
    if isinstance(found, type) and issubclass(found, enum.StrEnum) and found is not model.SeriesKind
    for member in found
]


@pytest.mark.parametrize("member", ENUMS)
def test_every_member_that_is_shown_has_a_word(member: enum.StrEnum) -> None:
    assert text.label(member)[0].isupper()


@pytest.mark.parametrize("status", Status)
def test_every_status_says_what_it_means(status: Status) -> None:
    assert text.status_meaning(status).endswith(".")


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_every_kind_of_content_has_a_word(kind: str) -> None:
    assert text.kind_label(kind)
