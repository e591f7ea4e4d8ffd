"""Reports of doubtful questions as CSV, JSON or Markdown, for those who can mend the content."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence

import msgspec
from msgspec import Struct

from r2p_app.export.table import harmless


class ReportLine(Struct, frozen=True):
    """A report as it leaves the program; `prompt` is the question as it reads today, `at` an ISO 8601 moment in UTC."""

    question: str
    prompt: str
    text: str
    at: str
    wording: str


def as_csv(lines: Sequence[ReportLine]) -> bytes:
    """Return a table with a head, safe to open in a spreadsheet."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(ReportLine.__struct_fields__)
    for line in lines:
        writer.writerow([harmless(cell) for cell in msgspec.structs.astuple(line)])
    return text.getvalue().encode()


def as_json(lines: Sequence[ReportLine]) -> bytes:
    """Return a list of objects."""
    return msgspec.json.format(msgspec.json.encode(lines), indent=2) + b"\n"


def as_markdown(lines: Sequence[ReportLine]) -> bytes:
    """Return a list to paste into an issue; what was written stands in quotations, so that none of it is markup."""
    return "".join(map(_item, lines)).encode()


def _item(line: ReportLine) -> str:
    quoted = "".join(f"> {text}\n" for text in line.text.splitlines())
    return f"## `{line.question}`\n\n{line.prompt}\n\n{quoted}\n{line.at}, wording `{line.wording}`\n\n"


FORMATS: Mapping[str, tuple[str, Callable[[Sequence[ReportLine]], bytes]]] = {
    "CSV": (".csv", as_csv),
    "JSON": (".json", as_json),
    "Markdown": (".md", as_markdown),
}
"""By name: the ending of a file, and what writes it."""
