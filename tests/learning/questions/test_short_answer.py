"""Slips of typing are forgiven, another name, number or meaning never."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.content.questions import ShortAnswer
from r2p_app.learning.folding import fold
from r2p_app.learning.questions import short_answer
from r2p_app.learning.questions.short_answer import Written, accepts
from tests.learning import samples


def asked(*accepted: str, near: tuple[str, ...] = ()) -> ShortAnswer:
    return samples.short_answer(accepted, near)


ACCEPTED = [
    ("Račak", "Racak"),
    ("Račak", "račak"),
    ("Račak", "  RACAK. "),
    ("Račak", "Рачак"),
    ("Đinđić", "Dindic"),
    ("Drenica", "Drenicë"),
    ("Łódź", "lodz"),
    ("Œuvre", "oeuvre"),
    ("Srebrenica", "Srebenica"),
    ("Srebrenica", "Srebrnica"),
    ("Roméo Dallaire", "Romeo Dallaire"),
    ("Roméo Dallaire", "romeo dalaire"),
    ("Kofi Annan", "Kofi Anan"),
    ("Habyarimana", "Habiyarimana"),
    ("Interahamwe", "Interhamwe"),
    ("Kosovo", "Kosvo"),
    ("Kosovo", "Kossovo"),
    ("UN Security Council", "the UN security council"),
    ("peacekeeping", "peace-keeping"),
    ("peace-keeping", "peacekeeping"),
    ("“safe areas”", "safe areas"),
    ("S/RES/912", "s/res/912"),
    ("Chapter VII", "chapter 7"),
    ("Chapter VII", "Chapter Seven"),
    ("UNAMIR", "unamir"),
    ("first pillar", "1st pillar"),
    ("U.N.", "UN"),
    ("did not act", "didn’t act"),
    ("Responsibility to Protect", "responsability to protect"),
    ("1,000", "1000"),
]
REFUSED = [
    # other people, places and bodies
    ("Račak", "Rudnik"),
    ("Srebrenica", "Sarajevo"),
    ("Kofi Annan", "Kofi Annans friend"),
    ("Kofi Annan", "Boutros Boutros-Ghali"),
    ("Dallaire", "Delaire"),
    ("Mladić", "Milošević"),
    ("Karadžić", "Krstić"),
    ("Akayesu", "Kayishema"),
    ("Bizimungu", "Bizimana"),
    ("Paul Kagame", "Paul Kambanda"),
    ("Jean Kambanda", "John Kambanda"),
    ("Kigali", "Kagali Kigeli"),
    ("Hutu", "Tutsi"),
    ("Mali", "Bali"),
    ("Annan", "Hannan"),
    ("ICTY", "ICTR"),
    ("the ICTY", "ICTR"),
    ("UNAMIR", "UNAMIC"),
    ("UNPROFOR", "UNPREDEP"),
    ("RTLM", "RTLN"),
    # other numbers
    ("S/RES/912", "S/RES/918"),
    ("S/RES/912", "S/RES/921"),
    ("resolution 912", "resolution 913"),
    ("resolution 912", "resolution"),
    ("A/63/677", "A/63/667"),
    ("Chapter VII", "Chapter VI"),
    ("Chapter VII", "Chapter VIII"),
    ("Chapter VII", "chapter eight"),
    ("21 April 1994", "12 April 1994"),
    ("Group of Seven", "Group of Eleven"),
    ("1.5 million", "15 million"),
    ("first pillar", "third pillar"),
    ("Kosovo", "Kos0vo"),
    # other meanings
    ("binding", "not binding"),
    ("not binding", "binding"),
    ("not binding", "no binding"),
    ("could act", "could not act"),
    ("lawful", "unlawful"),
    ("unjustified", "justified"),
    ("impossible", "possible"),
    ("not able", "notable"),
    ("prosecution", "persecution"),
    ("interstate", "intrastate"),
    ("emigration", "immigration"),
    ("north", "south"),
    ("east", "west"),
    # nothing, too much, hostile
    ("gacaca", ""),
    ("gacaca", "   "),
    ("gacaca", "."),
    ("gacaca", "\0"),
    ("gacaca", "🙂"),
    ("gacaca", "gacaca " * 100),
    ("gacaca", "gacaca'; DROP TABLE attempt; --"),
    ("gacaca", "<b>gacaca</b> and more"),
]


@pytest.mark.parametrize(("form", "text"), ACCEPTED)
def test_another_spelling_is_accepted(form: str, text: str) -> None:
    assert accepts(asked(form), text)


@pytest.mark.parametrize(("form", "text"), REFUSED)
def test_something_else_is_refused(form: str, text: str) -> None:
    assert not accepts(asked(form), text)


@pytest.mark.parametrize(
    "text", ["gaca\u0301ca", "ga\u200bca\u200dca", "\u202egacaca\u202c", "gacaca\ufeff", "gacaca 🙂"]
)
def test_invisible_characters_and_pictures_change_nothing(text: str) -> None:
    assert accepts(asked("gacaca"), text)


@pytest.mark.parametrize(
    ("form", "near", "text"),
    [
        ("Srebrenica", "Srebrenik", "Srebrenik"),
        ("Kambanda", "Kabanda", "Kabanda"),
        ("Kambanda", "Kabanda", "Kabanda."),
        ("Kayibanda", "Kambanda", "Kambanda"),
        ("Kayibanda", "Kambanda", "Kambamda"),
        ("Zepa", "Žepče", "Žepče"),
        ("Goražde", "Gorazdevac", "Gorazdevac"),
        ("Kagame", "Kagema", "Kagema"),
    ],
)
def test_a_near_miss_is_never_accepted(form: str, near: str, text: str) -> None:
    assert not accepts(asked(form, near=(near,)), text)


def test_an_accepted_form_is_accepted_whatever_the_near_misses() -> None:
    assert accepts(asked("Srebrenica", near=("Srebrenice",)), "Srebrenica")


def test_what_lies_between_form_and_near_miss_is_refused() -> None:
    assert not accepts(asked("Kambanda", near=("Kabandas",)), "Kabanda")


def test_a_known_mistake_is_recognised_and_not_accepted() -> None:
    verdict = short_answer.grade(samples.short_answer(), Written("ictr"))
    assert verdict.score == 0
    assert [part.chosen for part in verdict.feedback] == [True]


def test_a_right_answer_is_no_mistake() -> None:
    verdict = short_answer.grade(samples.short_answer(), Written("Gacaca"))
    assert verdict.score == 1
    assert not any(part.chosen for part in verdict.feedback)


@given(st.text())
def test_no_text_breaks_grading(text: str) -> None:
    assert short_answer.grade(samples.short_answer(), Written(text)).score in {0, 1}


@given(st.text(alphabet="bcdefghijklmnopqrstuvwxyz", min_size=5, max_size=8), st.data())
def test_one_slip_is_forgiven_in_words_of_five_to_eight_letters(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(min_value=1, max_value=len(word) - 1))
    slipped = word[:place] + "a" + word[place + 1 :]
    assert accepts(asked(word), slipped) or _is_number(word)


def _is_number(word: str) -> bool:
    return fold(word)[0].is_meaning


@given(st.text(alphabet="abcdefgh", min_size=1, max_size=4), st.text(alphabet="abcdefgh", min_size=1, max_size=4))
def test_short_words_must_be_equal(form: str, text: str) -> None:
    question = samples.short_answer((form,), ())
    if form.strip() and text.strip():
        assert accepts(question, text) == (fold(text) == fold(form))
