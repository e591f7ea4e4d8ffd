"""What a reader finds in a PDF, without line breaks and what only keeps lines together."""

from pypdf import PageObject, PdfReader

_SAME = {"\N{NO-BREAK SPACE}": " ", "\N{WORD JOINER}": "", "\N{SOFT HYPHEN}": ""}


def plain(text: str) -> str:
    """Return text without spaces and hyphens, which lines break at, and without ligatures of the font."""
    for found, written in _SAME.items():
        text = text.replace(found, written)
    return "".join(text.split()).replace("-", "").replace("\N{HYPHEN}", "").replace("*", "")


def page_text(page: PageObject) -> str:
    return plain(page.extract_text())


def text(pdf: PdfReader) -> str:
    return "".join(page_text(page) for page in pdf.pages)
