"""The numbers at the top of the Review page."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from r2p_app.ui.format import duration, number, plural
from r2p_app.ui.review.cards import NumberCard
from r2p_app.ui.review.standing import ReviewStanding
from r2p_app.ui.review.words import time_words

translate = QCoreApplication.translate


def number_cards(standing: ReviewStanding) -> Sequence[NumberCard]:
    """Return what is known, due, spent and wrongly believed; the last offers to practise."""
    return _known(standing), _due(standing), _time(standing), _sure_and_wrong(standing)


def _known(standing: ReviewStanding) -> NumberCard:
    done = standing.progress
    known = plural(translate("Review", "%1 of %n question(s)", None, done.questions)).replace("%1", number(done.known))
    recall = translate("Review", "expected recall %1").replace("%1", number(done.recall, 2))
    return NumberCard(translate("Review", "Known today"), known, recall if done.known else "")


def _due(standing: ReviewStanding) -> NumberCard:
    week = plural(translate("Review", "%n question(s)", None, standing.week))
    return NumberCard(
        translate("Review", "Due this week"), week, duration(standing.week_minutes) if standing.week else ""
    )


def _time(standing: ReviewStanding) -> NumberCard:
    spent = time_words(standing.weeks[-1].seconds) or translate("Review", "None yet")
    since = translate("Review", "%1 since you began").replace("%1", time_words(standing.seconds))
    return NumberCard(translate("Review", "Time this week"), spent, since if standing.seconds else "")


def _sure_and_wrong(standing: ReviewStanding) -> NumberCard:
    wrong = len(standing.progress.sure_and_wrong)
    return NumberCard(
        translate("Review", "Sure and wrong"),
        plural(translate("Review", "%n question(s)", None, wrong)),
        translate("Review", "Nothing you were sure of was wrong the last time."),
        translate("Review", "Practise these") if wrong else "",
    )
