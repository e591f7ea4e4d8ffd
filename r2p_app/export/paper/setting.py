"""From a template and data to a PDF: tagged, with an outline, our own fonts in it, the same bytes for the same data."""

from datetime import UTC, datetime
from enum import StrEnum

import msgspec

from r2p_app.paths import resources_dir

STAMP = datetime(2024, 1, 1, tzinfo=UTC)
"""The date in every file: when it was made says nothing about what it holds, and equal data are equal files."""


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

    root = resources_dir()
    folder = root / "typst"
    try:
        made = typst.compile(
            folder / f"{template}.typ",
            root=folder,
            font_paths=[root / "fonts"],
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"data": msgspec.json.encode(data).decode()},
            pdf_standards=["ua-1"],
            timestamp=int(stamp.timestamp()),
        )
    except typst.TypstError as error:
        raise PaperError(str(error)) from error
    assert isinstance(made, bytes)
    return made
