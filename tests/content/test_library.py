from collections.abc import Iterable

import pytest

from r2p_app.content.kinds import KINDS
from r2p_app.content.library import Citation, Entry, Library
from r2p_app.content.load import load_pack
from r2p_app.content.model import Actor, Case, Event, PackInfo, Record, Source
from r2p_app.content.questions import QuestionBase, SingleChoice
from tests.content import packs
from tests.content.conftest import MiniPack

PACK = PackInfo(format=1, id="p", title="P", version="1", licence="L", languages=("en",), authors=("A",))


@pytest.fixture
def library(mini_pack: MiniPack) -> Library:
    return load_pack(mini_pack())


def test_records_by_id_and_type(library: Library) -> None:
    assert library.get("ev-cut", Event).title == "The Council reduces the force"
    assert library.find("ev-cut", Source) is None
    assert library.find("ev-none", Event) is None
    with pytest.raises(KeyError):
        library.get("ev-none", Event)
    with pytest.raises(KeyError):
        library.entry("ev-none")


def test_where_a_record_stands(library: Library) -> None:
    entry = library.entry("ev-cut")
    assert (entry.kind, entry.case, entry.file, entry.line) == ("event", "alpha", packs.EVENTS_PATH, 15)
    assert library.kind_of("ev-cut").key == "events"
    assert (library.case_of("ev-cut"), library.case_of("report-1999")) == ("alpha", "")


def test_records_of_a_type_in_the_order_of_the_file(library: Library) -> None:
    assert [event.id for event in library.all(Event)] == ["ev-cable", "ev-cut"]
    assert [question.id for question in library.all(SingleChoice)] == ["q-cut"]
    assert len(library.all(QuestionBase)) == 12
    assert len(library.all(Record)) == len(library) == len(list(library))
    assert [actor.id for actor in library.all(Actor, case="")] == ["b-council"]
    assert library.all(Actor, case="alpha") == ()


def test_kinds_come_in_the_order_of_their_table(library: Library) -> None:
    names = [kind.name for kind in KINDS]
    places = [names.index(entry.kind) for entry in library]
    assert places == sorted(places)


def test_chapters_of_a_case(library: Library) -> None:
    (case,) = library.cases
    assert [chapter.id for chapter in library.chapters(case)] == ["alpha-warnings"]


def test_who_mentions_a_record(library: Library) -> None:
    assert set(library.mentions("b-council")) == {"ev-cable", "alpha-warnings"}
    assert library.mentions("ev-none") == ()


def test_cases_follow_the_lanes_and_the_doctrine_comes_last(mini_pack: MiniPack) -> None:
    lanes = "".join(f"- {{id: lane-{name}, title: T, case: {name}}}\n" for name in ("zulu", "law", "alpha"))
    files = {"lanes.yaml": packs.yaml("lanes", lanes + "- {id: lane-council, title: Council}\n")}
    for name in ("zulu", "law"):
        text = packs.CASE.replace("alpha-warnings", "").replace("alpha", name)
        files[f"cases/{name}/case.yaml"] = text + ("  kind: doctrine\n" if name == "law" else "")
    library = load_pack(mini_pack(files))
    assert [case.id for case in library.cases] == ["zulu", "alpha", "law"]
    assert [entry.id for entry in library if isinstance(entry.item, Case)] == ["zulu", "law", "alpha"]


class TestDeferred:
    def deferred(self, asked: list[str]) -> Library:
        actor = Actor(id="b-a", name="A", kind="un", role="R")  # type: ignore[arg-type]  # the kind does not matter here

        def read(kind: str) -> Iterable[Entry]:
            asked.append(kind)
            return [Entry("b-a", "actor", "alpha", actor)] if kind == "actor" else []

        return Library.deferred(PACK, {"actor": ["b-a"], "event": ["ev-a"]}, read)

    def test_nothing_is_read_before_it_is_asked_for(self) -> None:
        asked: list[str] = []
        library = self.deferred(asked)
        assert "b-a" in library
        assert (len(library), library.kind_of("b-a").name) == (2, "actor")
        assert asked == []

    def test_each_kind_is_read_once(self) -> None:
        asked: list[str] = []
        library = self.deferred(asked)
        assert library.get("b-a", Actor) is library.all(Actor)[0]
        assert library.case_of("b-a") == "alpha"
        assert asked == ["actor"]

    def test_a_record_that_is_gone_is_not_found(self) -> None:
        library = self.deferred([])
        assert library.find("ev-a", Event) is None
        with pytest.raises(KeyError):
            library.entry("ev-a")


@pytest.mark.parametrize(
    ("text", "citation"),
    [
        ("a-1999", Citation("a-1999")),
        ("a-1999, p. 3, 4", Citation("a-1999", "p. 3, 4")),
        (" a , b ", Citation("a", "b")),
    ],
)
def test_citations(text: str, citation: Citation) -> None:
    assert Citation.parse(text) == citation
