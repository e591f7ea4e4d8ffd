"""Sources in the forms of reference managers, read back by what each form prescribes."""

import json
import re

import pytest

from r2p_app.content.library import Library
from r2p_app.content.load import load_pack
from r2p_app.content.model import Source, SourceType
from r2p_app.export.citations import FORMATS, bibtex, csl_json, ris
from r2p_app.paths import content_dir

BOOK = Source(
    id="clark-2010",
    type=SourceType.BOOK,
    author="Phil Clark",
    title="The Gacaca Courts: 100 % {truth} & justice_for #all",
    year=2010,
    publisher="Cambridge University Press",
    isbn="978-0-521-19348-4",
)
ARTICLE = Source(
    id="evans-2002",
    type=SourceType.ARTICLE,
    author="Gareth Evans, Mohamed Sahnoun",
    title="The Responsibility to Protect",
    year=2002,
    publisher="Foreign Affairs",
    doi="10.2307/20033347",
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_pack(content_dir(), cache=tmp_path_factory.mktemp("cache"))


def test_bibtex_escapes_what_tex_would_obey() -> None:
    assert bibtex([BOOK]) == (
        "@book{clark-2010,\n"
        "  author = {{Phil Clark}},\n"
        "  title = {{The Gacaca Courts: 100 \\% \\{truth\\} \\& justice\\_for \\#all}},\n"
        "  year = {2010},\n"
        "  publisher = {Cambridge University Press},\n"
        "  isbn = {978-0-521-19348-4},\n"
        "}\n"
    )


def test_ris_has_a_line_for_each_field_and_an_end() -> None:
    assert ris([ARTICLE]).split("\r\n") == [
        "TY  - JOUR",
        "ID  - evans-2002",
        "AU  - Gareth Evans, Mohamed Sahnoun",
        "TI  - The Responsibility to Protect",
        "PY  - 2002",
        "T2  - Foreign Affairs",
        "DO  - 10.2307/20033347",
        "ER  - ",
        "",
    ]


def test_csl_json() -> None:
    assert json.loads(csl_json([ARTICLE])) == [
        {
            "id": "evans-2002",
            "type": "article-journal",
            "author": [{"literal": "Gareth Evans, Mohamed Sahnoun"}],
            "title": "The Responsibility to Protect",
            "issued": {"date-parts": [[2002]]},
            "container-title": "Foreign Affairs",
            "DOI": "10.2307/20033347",
        }
    ]


def test_every_shipped_source_is_in_every_form(library: Library) -> None:
    sources = library.all(Source)
    made = {suffix: write(sources) for suffix, (_, write) in FORMATS.items()}
    assert len(json.loads(made[".json"])) == len(sources)
    assert made[".ris"].count("ER  - ") == len(sources)
    assert re.findall(r"^@\w+\{([^,]+),$", made[".bib"], re.MULTILINE) == [source.id for source in sources]


def test_braces_are_balanced_in_bibtex(library: Library) -> None:
    text = re.sub(r"\\[{}]", "", bibtex(library.all(Source)))
    assert text.count("{") == text.count("}")
