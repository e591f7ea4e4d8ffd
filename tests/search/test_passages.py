"""What can be found in the shipped content, and what must not be."""

from collections import Counter
from collections.abc import Sequence

import pytest

from r2p_app.content.folding import fold
from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.content.load import load_pack
from r2p_app.content.model import Chapter
from r2p_app.content.questions import MultipleResponse, QuestionBase, ShortAnswer, SingleChoice
from r2p_app.content.teaching import DecisionPoint
from r2p_app.paths import content_dir
from r2p_app.search.index import Index
from r2p_app.search.passages import ORDER, Passage, passages, plain
from r2p_app.search.query import LONGEST, parse


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_pack(content_dir(), cache=tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def found(library: Library) -> Sequence[Passage]:
    return tuple(passages(library))


def test_every_kind_that_people_look_for_is_there(library: Library, found: Sequence[Passage]) -> None:
    heads = Counter(passage.kind for passage in found if not Link.parse(passage.link).fragment)
    assert heads == Counter(entry.kind for entry in library if entry.kind in ORDER)
    assert {"event", "actor", "document", "place", "term", "chapter", "question", "lesson"} <= set(heads)


def test_every_paragraph_of_a_chapter_has_its_own_link(library: Library, found: Sequence[Passage]) -> None:
    places = [Link.parse(passage.link) for passage in found]
    anchored = {place.parts[0] for place in places if place.fragment}
    assert anchored == {chapter.id for chapter in library.all(Chapter)}
    assert len({str(place) for place in places}) == len(places)


def test_no_key_can_be_found(library: Library, found: Sequence[Passage]) -> None:
    texts = {passage.link: f"{passage.title} {passage.text}" for passage in found if passage.kind == "question"}
    for question in library.all(QuestionBase):
        text = texts[f"r2p://question/{question.id}"]
        if isinstance(question, SingleChoice | MultipleResponse):
            assert not [option.text for option in question.options if option.rationale in text]
        if isinstance(question, ShortAnswer):
            assert not [form for form in question.accepted if f" {form} " in text]
        assert not question.rationale or question.rationale not in text


def test_nothing_of_what_followed_a_decision_is_in_it(library: Library, found: Sequence[Passage]) -> None:
    texts = {passage.link: passage.text for passage in found if passage.kind == "decision"}
    for decision in library.all(DecisionPoint):
        text = texts[f"r2p://decision/{decision.id}"]
        assert decision.chosen not in text
        assert decision.what_followed not in text


def test_every_title_finds_its_record_first(found: Sequence[Passage]) -> None:
    index = Index.in_memory(found)
    heads = [passage for passage in found if "#" not in passage.link and len(passage.title) < LONGEST - 2]
    typed = [(passage.title, words) for passage in heads for words in (passage.title, f'"{passage.title}"')]
    assert not [words for title, words in typed if fold(index.find(parse(words))[0].title) != fold(title)]
    index.close()


def test_no_question_is_found_by_what_only_its_key_says(library: Library, found: Sequence[Passage]) -> None:
    index = Index.in_memory(found)
    texts = {passage.link: fold(f"{passage.title} {passage.text}") for passage in found if passage.kind == "question"}
    for question in library.all(SingleChoice):
        link = f"r2p://question/{question.id}"
        for words in (text for option in question.options for text in (option.text, option.rationale)):
            if fold(plain(words)) not in texts[link]:
                asked = parse(f'kind:question "{plain(words)}"')
                assert link not in [passage.link for passage in index.find(asked)]
    index.close()
