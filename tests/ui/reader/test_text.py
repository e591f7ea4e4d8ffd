from r2p_app.content.markup import ContentNote, Note
from r2p_app.ui.reader.text import next_heading, place_of, places, text_of
from tests.ui.reader.making import CHAPTER


def test_a_chapter_is_parsed_once_while_it_stays_the_same() -> None:
    assert text_of(CHAPTER) is text_of(CHAPTER)


def test_places_are_the_blocks_one_reads_without_notes() -> None:
    text = text_of(CHAPTER)
    note = next(block for block in text.blocks if isinstance(block, Note))
    found = places(text)
    assert note.anchor not in found
    assert [place for place in found if place in ("commander", "the-answer", "after", "last")] == [
        "commander",
        "the-answer",
        "after",
        "last",
    ]


def test_a_note_belongs_to_the_block_it_stands_beside() -> None:
    text = text_of(CHAPTER)
    note = next(block for block in text.blocks if isinstance(block, Note))
    assert place_of(text, note.anchor) == text.blocks[0].anchor
    assert place_of(text, "nowhere") == ""


def test_a_notice_leads_to_the_next_heading() -> None:
    text = text_of(CHAPTER)
    notice = next(block for block in text.blocks if isinstance(block, ContentNote))
    assert next_heading(text, notice) == "after"
    assert next_heading(text, text.blocks[-1]) == ""
