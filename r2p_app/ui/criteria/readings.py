"""How others read a criterion: whose view it is, in a few words, why, and where it can be looked up."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication

from r2p_app.content.citations import Length
from r2p_app.content.library import Citation, Library
from r2p_app.content.teaching import Reading
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.widgets.records.body import RecordBody
from r2p_app.ui.widgets.records.cite import write_citation
from r2p_app.ui.widgets.spans import write_field
from r2p_app.ui.widgets.typeset import Typesetter

translate = QCoreApplication.translate


def add_readings(body: RecordBody, readings: Iterable[Reading]) -> None:
    """Add the readings, each with whoever holds it first."""
    for reading in readings:
        body.paragraph(partial(_write_holder, reading), before=10)
        body.paragraph(partial(_write_reading, reading), before=2)
        body.paragraph(partial(_write_sources, body.library, reading), role=TextRole.SMALL, tone="ink-2", before=2)


def _write_holder(reading: Reading, setter: Typesetter) -> None:
    setter.text(f"{reading.by}: ", tone="ink-2")
    setter.text(reading.view, strong=True)


def _write_reading(reading: Reading, setter: Typesetter) -> None:
    write_field(setter, reading.text)


def _write_sources(library: Library, reading: Reading, setter: Typesetter) -> None:
    is_one = len(reading.sources) == 1
    setter.text(translate("Reading", "Source:") if is_one else translate("Reading", "Sources:"))
    for number, text in enumerate(reading.sources):
        setter.text(" · " if number else " ")
        write_citation(setter, library, Citation.parse(text), Length.SHORT)
