"""What is known of the questions: from the files of results that were added, and from one's own answers."""

from r2p_app.content.library import Library
from r2p_app.content.questions import QuestionBase
from r2p_app.learning.fingerprint import key_print
from r2p_app.learning.statistics import QuestionStatistics, statistics
from r2p_app.learning.tallies import combined, tallies
from r2p_app.store import Store


def question_statistics(library: Library, store: Store) -> tuple[QuestionStatistics, ...]:
    """Return the statistics of every question answered under the key it has today."""
    tallied = combined((*store.statistics.tallies(), *tallies(store.statistics.own())))
    today = {question.id: key_print(question) for question in library.all(QuestionBase)}
    return tuple(statistics(one) for one in tallied if today.get(one.question) == one.key_print)
