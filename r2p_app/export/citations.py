"""Sources as reference managers take them: BibTeX, RIS and CSL-JSON.

Authors are given whole ("literal"): the content does not say which of them are people and which are bodies.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping

from r2p_app.content.model import Source, SourceType

_BIBTEX: Mapping[SourceType, str] = {
    SourceType.BOOK: "book",
    SourceType.ARTICLE: "article",
    SourceType.REPORT: "techreport",
    SourceType.UN_DOCUMENT: "techreport",
}
_RIS: Mapping[SourceType, str] = {
    SourceType.BOOK: "BOOK",
    SourceType.ARTICLE: "JOUR",
    SourceType.REPORT: "RPRT",
    SourceType.UN_DOCUMENT: "RPRT",
    SourceType.JUDGMENT: "CASE",
    SourceType.DATASET: "DATA",
    SourceType.WEB: "ELEC",
    SourceType.ARCHIVE: "GEN",
}
_CSL: Mapping[SourceType, str] = {
    SourceType.BOOK: "book",
    SourceType.ARTICLE: "article-journal",
    SourceType.REPORT: "report",
    SourceType.UN_DOCUMENT: "report",
    SourceType.JUDGMENT: "legal_case",
    SourceType.DATASET: "dataset",
    SourceType.WEB: "webpage",
    SourceType.ARCHIVE: "document",
}
_ESCAPED = str.maketrans({**{sign: f"\\{sign}" for sign in "{}%&#_$"}, "\\": r"\textbackslash{}"})


def bibtex(sources: Iterable[Source]) -> str:
    """Return the sources as BibTeX, in UTF-8; titles keep their capitals."""
    return "\n\n".join(map(_bibtex_entry, sources)) + "\n"


def _bibtex_entry(source: Source) -> str:
    is_article = source.type is SourceType.ARTICLE
    fields = {
        "author": f"{{{_tex(source.author)}}}",
        "title": f"{{{_tex(source.title)}}}",
        "year": str(source.year or ""),
        "journal" if is_article else "publisher": _tex(source.publisher),
        "number": _tex(source.symbol),
        "isbn": source.isbn,
        "doi": source.doi,
        "url": source.url.replace("{", "%7B").replace("}", "%7D"),
        "note": _tex(source.note),
    }
    lines = (f"  {name} = {{{value}}}," for name, value in fields.items() if value not in {"", "{}"})
    return "\n".join((f"@{_BIBTEX.get(source.type, 'misc')}{{{source.id},", *lines, "}"))


def _tex(text: str) -> str:
    return " ".join(text.translate(_ESCAPED).split())


def ris(sources: Iterable[Source]) -> str:
    """Return the sources as RIS, lines ended as its specification asks."""
    return "".join(f"{tag}  - {value}\r\n" for source in sources for tag, value in _ris_fields(source))


def _ris_fields(source: Source) -> Iterator[tuple[str, str]]:
    yield "TY", _RIS[source.type]
    named = (
        ("ID", source.id),
        ("AU", source.author),
        ("TI", source.title),
        ("PY", str(source.year or "")),
        ("T2" if source.type is SourceType.ARTICLE else "PB", source.publisher),
        ("M1", source.symbol),
        ("SN", source.isbn),
        ("DO", source.doi),
        ("UR", source.url),
        ("N1", source.note),
    )
    yield from ((tag, " ".join(value.split())) for tag, value in named if value)
    yield "ER", ""


def csl_json(sources: Iterable[Source]) -> str:
    """Return the sources as CSL-JSON."""
    return json.dumps([_csl(source) for source in sources], ensure_ascii=False, indent=2) + "\n"


def _csl(source: Source) -> dict[str, object]:
    is_article = source.type is SourceType.ARTICLE
    fields: dict[str, object] = {
        "id": source.id,
        "type": _CSL[source.type],
        "author": [{"literal": source.author}],
        "title": source.title,
        "issued": {"date-parts": [[source.year]]} if source.year is not None else "",
        "container-title" if is_article else "publisher": source.publisher,
        "number": source.symbol,
        "ISBN": source.isbn,
        "DOI": source.doi,
        "URL": source.url,
        "note": source.note,
    }
    return {name: value for name, value in fields.items() if value}


FORMATS: Mapping[str, tuple[str, Callable[[Iterable[Source]], str]]] = {
    ".bib": ("BibTeX", bibtex),
    ".ris": ("RIS", ris),
    ".json": ("CSL-JSON", csl_json),
}
"""By the ending of the file: the name of the format, and what makes it."""
