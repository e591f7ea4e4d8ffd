"""PDF from data: what a reader of the file finds in it."""

import io

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from r2p_app.content import markup
from r2p_app.export.paper.blocks import Json, Style, blocks_json, spans_json
from r2p_app.export.paper.chapter import Words, chapter_json, joined
from r2p_app.export.paper.setting import PaperError, PaperSize, compile_pdf
from tests.ui.reader import making

STYLE = Style("Before you read on", "Hate speech, quoted as evidence")
WORDS = Words("en", "Chapter 1 of 2", "Before you read", "Sources of this chapter", "Page %1 of %2", "From “A pack”.")


def data(body: str = making.BODY, paper: PaperSize = PaperSize.A4) -> Json:
    chapter = making.with_body(body)
    return chapter_json(making.library(chapter), making.CASE, chapter, STYLE, WORDS, paper=paper)


def read(made: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(made))


@pytest.fixture(scope="module")
def pdf() -> PdfReader:
    return read(compile_pdf("chapter", data()))


def words(pdf: PdfReader) -> str:
    return " ".join("\n".join(page.extract_text() for page in pdf.pages).split())


def inside(of: DictionaryObject, key: str) -> DictionaryObject:
    found = of[key].get_object()
    assert isinstance(found, DictionaryObject)
    return found


def test_text_and_sources_are_in_it(pdf: PdfReader) -> None:
    text = words(pdf)
    assert "A long chapter" in text
    assert "The force commander wrote to New York" in text
    assert "Sources of this chapter" in text
    assert "Before you read Hard things are told." in text
    assert text.endswith("From “A pack”." + f" Page {len(pdf.pages)} of {len(pdf.pages)}")


def test_every_page_has_its_number_and_from_the_second_on_a_running_title(pdf: PdfReader) -> None:
    for number, page in enumerate(pdf.pages, start=1):
        text = page.extract_text()
        assert f"Page {number} of {len(pdf.pages)}" in text
        assert ("A long chapter" in text.splitlines()[0] or "Long" in text.splitlines()[0]) or number == 1


def test_fonts_are_ours_and_embedded(pdf: PdfReader) -> None:
    names = set()
    for page in pdf.pages:
        for font in inside(inside(page, "/Resources"), "/Font").values():
            descendants = font.get_object()["/DescendantFonts"]
            face = descendants[0].get_object()
            names.add(str(face["/BaseFont"]).partition("+")[2])
            assert "/FontFile3" in inside(face, "/FontDescriptor")
    assert all(name.startswith(("SourceSerif4", "Inter")) for name in names)
    assert any(name.startswith("SourceSerif4-Regular") for name in names)


def test_it_is_tagged_and_has_title_language_and_outline(pdf: PdfReader) -> None:
    root = inside(pdf.trailer, "/Root")
    assert inside(root, "/MarkInfo")["/Marked"]
    assert str(root["/Lang"]) == "en"
    assert pdf.metadata is not None
    assert pdf.metadata.title == "A long chapter"
    assert "The answer" in str(pdf.outline)


@pytest.mark.parametrize(("paper", "size"), [(PaperSize.A4, (595, 842)), (PaperSize.LETTER, (612, 792))])
def test_paper_has_its_size(paper: PaperSize, size: tuple[int, int]) -> None:
    box = read(compile_pdf("chapter", data("One line.", paper))).pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


def test_the_same_data_are_the_same_file() -> None:
    assert compile_pdf("chapter", data("One line.")) == compile_pdf("chapter", data("One line."))


def test_what_looks_like_a_template_is_only_text() -> None:
    body = r'\#import "lib.typ" \#panic("no") $x$ \#read("/etc/passwd") @label'
    assert '#panic("no")' in words(read(compile_pdf("chapter", data(body))))


def test_a_fault_in_our_data_is_told() -> None:
    with pytest.raises(PaperError):
        compile_pdf("chapter", {"title": "only"})


def test_a_heading_is_never_the_last_line_of_a_page() -> None:
    parts = "\n\n".join(f"## Heading {number}\n\n{making.LONG[: 90 + 70 * (number % 6)]}" for number in range(40))
    for page in read(compile_pdf("chapter", data(parts))).pages:
        lines = [line for line in page.extract_text().splitlines() if line.strip() and "Page " not in line]
        assert not lines[-1].startswith("Heading")


def test_blocks_become_data() -> None:
    text = markup.parse(
        "## Title\n\nOne *two* **three** [four](r2p://term/t-unamir) five [@a].\n\n- six\n\n> seven\n\n---\n"
    )
    kinds = [block["kind"] for block in blocks_json(text.blocks, STYLE)]
    assert kinds == ["heading", "paragraph", "list", "quote", "divider"]
    spans = blocks_json(text.blocks, STYLE)[1]["spans"]
    assert [span.get("text", span.get("number")) for span in spans] == [
        "One ",
        "two",
        " ",
        "three",
        " ",
        "four",
        " five",
        ".",
        1,
    ]


def test_quoted_hate_speech_is_labelled() -> None:
    text = markup.parse("::: hate-speech\nWords [@a].\n:::\n")
    (block,) = blocks_json(text.blocks, STYLE)
    assert block["label"] == "Hate speech, quoted as evidence"


def test_highlights_cut_the_words_where_they_begin_and_end() -> None:
    spans = spans_json(markup.inline("One *two* three"), STYLE, [(2, 6)])
    found = [(span["text"], span["marked"]) for span in spans]
    assert found == [("On", False), ("e ", True), ("tw", True), ("o", False), (" three", False)]


def test_symbols_are_not_torn_apart() -> None:
    assert joined("S/RES/912 and/or 1/2 / x").count("\N{WORD JOINER}") == 4
