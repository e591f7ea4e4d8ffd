"""What is Markdown or HTML elsewhere, and would only be shown as characters here."""

import re

from r2p_app.content.markup.dialect import CONTAINERS
from r2p_app.content.markup.inline import MARKUP, Source
from r2p_app.content.problems import Faults, Place

_FOREIGN = re.compile(r"[ \t]*(?:(```|~~~)|(\|)|(:::+)[ \t]*(\S*))")


def report_foreign(source: Source, faults: Faults) -> None:
    """Report tags, code, tables, and containers that are unknown or not closed."""
    open_line = 0
    for row, line in enumerate(source.lines):
        if tag := MARKUP.search(line):
            at = Place(source.line(row), tag.start() + 1)
            faults.error(
                at, "HTML is not allowed", "use Markdown; put a space after “<” where it means less than", code="html"
            )
        if match := _FOREIGN.match(line):
            open_line = _fence(match, Place(source.line(row), match.end() + 1), open_line, faults)
    if open_line:
        faults.error(
            Place(open_line, 1), "this “:::” is not closed", "end the note with a line “:::”", code="markup-container"
        )


def _fence(match: re.Match[str], at: Place, open_line: int, faults: Faults) -> int:
    """Follow the fences of containers; return the line of the one that is open."""
    code, table, colons, name = match.groups()
    start = Place(at.line, (match.start(4) if name else match.end() - len(match.group().lstrip())) + 1)
    if code or table:
        what = "code blocks" if code else "tables"
        faults.error(start, f"{what} have no place in a chapter", "use a list, or a comparison", code="markup-foreign")
    elif colons and not name:
        if not open_line:
            faults.error(start, "this “:::” closes nothing", "a note begins with “::: note”", code="markup-container")
        return 0
    elif colons and name not in CONTAINERS:
        faults.error(start, f"unknown container “{name}”", f"allowed: {', '.join(CONTAINERS)}", code="markup-container")
        return at.line
    elif colons:
        return at.line
    return open_line
