"""Reports of doubtful questions as files."""

import csv
import io
import json

from r2p_app.export.reports import FORMATS, ReportLine

LINES = (
    ReportLine("q-1", "What did resolution 912 do?", "Is this right?\nSee para 8.", "2024-04-11T12:00:00+00:00", "abc"),
    ReportLine("q-2", "Who?", "=HYPERLINK(1)", "2024-04-12T12:00:00+00:00", "def"),
)


def test_csv_has_a_head_and_no_formulas() -> None:
    rows = list(csv.reader(io.StringIO(FORMATS["CSV"][1](LINES).decode(), newline="")))
    assert rows[0] == ["question", "prompt", "text", "at", "wording"]
    assert rows[1][2] == "Is this right?\nSee para 8."
    assert rows[2][2] == "'=HYPERLINK(1)"


def test_json_is_a_list_of_objects() -> None:
    found = json.loads(FORMATS["JSON"][1](LINES))
    assert [line["question"] for line in found] == ["q-1", "q-2"]
    assert found[1]["text"] == "=HYPERLINK(1)"


def test_markdown_quotes_what_was_written() -> None:
    text = FORMATS["Markdown"][1](LINES).decode()
    assert text.startswith("## `q-1`\n\nWhat did resolution 912 do?\n\n> Is this right?\n> See para 8.\n")


def test_without_reports_every_file_is_sound() -> None:
    assert FORMATS["CSV"][1](()) == b"question,prompt,text,at,wording\r\n"
    assert json.loads(FORMATS["JSON"][1](())) == []
    assert FORMATS["Markdown"][1](()) == b""
