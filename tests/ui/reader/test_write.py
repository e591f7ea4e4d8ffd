from r2p_app.content import markup
from r2p_app.content.markup import CitationSpan, LinkSpan
from r2p_app.ui.reader.write import Places, write_blocks
from r2p_app.ui.theme.look import Look
from r2p_app.ui.widgets.typeset import Typesetter

BODY = """## Title {#title}

A [link](r2p://term/t-unamir) and *an [inner](r2p://actor/p-dallaire) one* [@a]. {#par}

1. One
2. Two

   More

> Quoted {#quoted}

---

End.
"""


def written(look: Look) -> tuple[Typesetter, Places]:
    setter, places = Typesetter(look.theme), Places()
    write_blocks(setter, markup.parse(BODY).blocks, places)
    return setter, places


def test_every_block_is_found_again_by_its_anchor(look: Look) -> None:
    setter, places = written(look)
    for block in markup.parse(BODY).blocks:
        assert block.anchor in places.blocks
    at = setter.document.findBlockByNumber
    assert at(places.blocks["title"]).text() == "Title"
    assert at(places.blocks["par"]).text().startswith("A link and an inner one.")
    assert at(places.blocks["quoted"]).text() == "Quoted"


def test_links_and_notes_are_found_where_they_stand(look: Look) -> None:
    setter, places = written(look)
    text = setter.document.toPlainText()
    found = [(type(span), text[position : position + 2]) for position, span in places.spans]
    assert found == [(LinkSpan, "li"), (LinkSpan, "an"), (CitationSpan, "1\n")]


def test_lists_have_their_numbers_and_quotations_stand_in(look: Look) -> None:
    setter, places = written(look)
    text = setter.document.toPlainText()
    assert "1.\tOne" in text
    assert "2.\tTwo" in text
    quoted = setter.document.findBlockByNumber(places.blocks["quoted"])
    assert quoted.blockFormat().leftMargin() > 0
