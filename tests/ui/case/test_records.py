from r2p_app.content.model import Actor, Case, Event, Place
from r2p_app.ui.case.records import has_records, mentions_in, records_of
from tests.ui.case.making import library


def test_own_records_come_before_shared_ones() -> None:
    pack = library()
    found = [actor.id for actor in records_of(pack, pack.get("rwanda", Case), Actor)]
    assert found[0] == "p-dallaire"
    assert found[-1] == "b-unsc"
    assert len(found) == len(set(found)) == 63


def test_a_case_without_records_of_a_kind_says_so() -> None:
    pack = library()
    doctrine = pack.get("doctrine", Case)
    assert not has_records(pack, doctrine, Place)
    assert has_records(pack, doctrine, Event)


def test_mentions_are_those_of_the_case_chapters_first() -> None:
    pack = library()
    found = mentions_in(pack, pack.get("rwanda", Case), "doc-res-912")
    assert found[0] == "rwanda-warnings"
    assert "ev-res-912" in found
    assert all(pack.case_of(item_id) == "rwanda" for item_id in found)
    assert mentions_in(pack, pack.get("doctrine", Case), "doc-res-912") == ()
