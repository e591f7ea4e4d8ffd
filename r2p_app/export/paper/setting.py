"""From a template and data to a PDF: tagged, with an outline, our own fonts in it, the same bytes for the same data."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Literal

import msgspec

from r2p_app.paths import resources_dir

STAMP = datetime(2024, 1, 1, tzinfo=UTC)
"""The date in every file: when it was made says nothing about what it holds, and equal data are equal files."""

_NO_LETTER = "could not be displayed with font"
"""What Typst says of a letter that no font of ours has, which PDF/UA does not allow."""


class PaperSize(StrEnum):
    """The sheets that a template knows, by their names in Typst."""

    A4 = "a4"
    LETTER = "us-letter"


class PaperError(Exception):
    """A document could not be set; the fault is ours."""


def compile_pdf(template: str, data: object, *, stamp: datetime = STAMP) -> bytes:
    """Return the PDF that a template of `resources/typst` makes of `data`, which must be JSON; takes up to a second.

    Nothing but the templates and our fonts can be read meanwhile.
    """
    import typst  # heavy, and needed only here

    inputs = {"data": msgspec.json.encode(data).decode()}
    try:
        try:
            return _compiled(template, inputs, stamp, ("ua-1",))
        except typst.TypstError as error:
            if _NO_LETTER not in str(error):
                raise
            return _compiled(template, inputs, stamp, ())  # tagged all the same; a box stands for the letter
    except typst.TypstError as error:
        raise PaperError(str(error)) from error


def _compiled(template: str, inputs: dict[str, str], stamp: datetime, standards: tuple[Literal["ua-1"], ...]) -> bytes:
    import typst

    root = resources_dir()
    folder = root / "typst"
    made = typst.compile(
        folder / f"{template}.typ",
        root=folder,
        font_paths=[root / "fonts"],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs=inputs,
        pdf_standards=list(standards),
        timestamp=int(stamp.timestamp()),
    )
    assert isinstance(made, bytes)
    return made
