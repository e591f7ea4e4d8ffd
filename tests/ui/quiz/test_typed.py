import msgspec
import pytest
from PySide6.QtTest import QTest

from r2p_app.learning.questions import grade
from r2p_app.learning.questions.numeric import Number
from r2p_app.learning.questions.short_answer import Written
from r2p_app.ui.quiz.typed import NumericCard, ShortCard
from r2p_app.ui.theme.look import Look
from r2p_app.ui.widgets.fields import storable
from tests.learning import samples
from tests.ui.quiz.acting import words_in
from tests.ui.quiz.conftest import Show


@pytest.mark.parametrize(
    ("text", "reading"),
    [("1.2 million", "Read as 1,200,000 people"), ("1,000", "Read as 1,000 people"), ("1.000", "Read as 1 people")],
)
def test_how_a_number_is_read_is_shown_while_it_is_typed(text: str, reading: str, look: Look, show: Show) -> None:
    card = NumericCard(samples.numeric(), ())
    show(card)
    QTest.keyClicks(card.first_focus(), text)
    assert reading in words_in(card)
    assert card.answer() == Number(text)


def test_what_is_no_number_cannot_be_submitted(look: Look, show: Show) -> None:
    card = NumericCard(samples.numeric(), ())
    show(card)
    assert card.missing() == "Write a number first."
    QTest.keyClicks(card.first_focus(), "many")
    assert card.answer() is None
    assert "cannot be read as a number" in card.missing()


def test_a_wrong_number_meets_its_reason_and_the_tolerance(look: Look, show: Show) -> None:
    question = samples.numeric()
    card = NumericCard(question, ())
    show(card)
    card.show_answer(Number("2548"))
    card.show_verdict(grade(question, Number("2548")))
    shown = words_in(card)
    assert "Your answer: 2,548 people. That was the strength allowed in October 1993." in shown
    assert "The answer: 270 people. Anything within 250–290 counts as right." in shown


def test_an_exact_number_speaks_of_no_tolerance(look: Look, show: Show) -> None:
    question = samples.numeric(tolerance=0)
    card = NumericCard(question, ())
    show(card)
    card.show_answer(Number("270"))
    card.show_verdict(grade(question, Number("270")))
    assert "within" not in words_in(card)
    assert "Your answer" not in words_in(card)


def test_a_word_is_taken_without_its_spaces(look: Look, show: Show) -> None:
    card = ShortCard(samples.short_answer(), ())
    show(card)
    QTest.keyClicks(card.first_focus(), "   ")
    assert card.answer() is None
    QTest.keyClicks(card.first_focus(), "Gacaca  ")
    assert card.answer() == Written("Gacaca")


def test_a_known_wrong_word_meets_its_reason(look: Look, show: Show) -> None:
    question = samples.short_answer()
    card = ShortCard(question, ())
    show(card)
    card.show_answer(Written("<b>ICTR</b>"))
    card.show_verdict(grade(question, Written("ICTR")))
    shown = words_in(card)
    assert "Your answer: &lt;b&gt;ICTR&lt;/b&gt;. The ICTR was the UN tribunal in Arusha." in shown
    assert "The answer: gacaca. Also accepted: gacaca courts." in shown


def test_half_a_character_can_be_stored() -> None:
    text = storable("a\ud83db")
    assert msgspec.json.decode(msgspec.json.encode(Written(text)), type=Written).text == "a\N{REPLACEMENT CHARACTER}b"
    assert storable("Đinđić 🙂") == "Đinđić 🙂"
