"""Anki's own library answering cards: run in an environment of its own, for `benchmarks.answer_commit`.

Prints the version and SQLite's settings, then for each line on its input answers the next card and prints the seconds
it took: the scheduler's step with FSRS and the commit, without fetching or showing the card.
"""

import sys
import tempfile
from pathlib import Path
from time import perf_counter

from anki.buildinfo import version
from anki.collection import Collection
from anki.scheduler.v3 import CardAnswer

CARDS = 6000


def fill(collection: Collection) -> None:
    collection.set_config("fsrs", True)
    deck = collection.decks.id("Bench")
    config = collection.decks.config_dict_for_deck_id(deck)
    config["new"]["perDay"] = config["rev"]["perDay"] = CARDS
    collection.decks.update_config(config)
    collection.decks.select(deck)
    kind = collection.models.by_name("Basic")
    for number in range(CARDS):
        note = collection.new_note(kind)
        note["Front"], note["Back"] = f"Question {number}", "Option b"
        collection.add_note(note, deck)


def answer(collection: Collection) -> float:
    queued = collection.sched.get_queued_cards(fetch_limit=1)
    top = queued.cards[0]
    card = collection.get_card(top.card.id)
    card.start_timer()
    collection.set_config("bench", top.card.id)  # a commit not counted: the first after waiting would pay for it
    start = perf_counter()
    given = collection.sched.build_answer(card=card, states=top.states, rating=CardAnswer.GOOD)
    collection.sched.answer_card(given)
    return perf_counter() - start


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="r2p-bench-") as folder:
        collection = Collection(str(Path(folder) / "collection.anki2"))
        fill(collection)
        pragmas = [collection.db.scalar(f"PRAGMA {name}") for name in ("journal_mode", "synchronous")]
        print(version, *pragmas, flush=True)
        for _line in sys.stdin:
            print(answer(collection), flush=True)
        collection.close()


if __name__ == "__main__":
    main()
