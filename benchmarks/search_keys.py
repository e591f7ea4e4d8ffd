"""A keystroke in the search against the bare FTS5 query that it asks, among 100,000 passages, in turns.

A keystroke is what happens between the key and the list: reading what was typed, asking the index, and the excerpts of
the rows that are seen. The floor runs the same SQL with the question written out beforehand. Goal: at most 1.3 times.
"""

from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.result import Result, hand_over
from r2p_app.content.load import load_pack
from r2p_app.paths import content_dir
from r2p_app.search import index as indexes
from r2p_app.search.excerpt import excerpt
from r2p_app.search.index import Index, build
from r2p_app.search.passages import Passage, passages
from r2p_app.search.query import parse

PASSAGES = 100_000
ROUNDS = 40
SEEN = 10
GOAL = 1.3
TYPED = ("unamir mandate", "srebrenica safe area", "durdevic", "genocide convention 1948", '"all necessary measures"')


def many() -> Iterator[Passage]:
    """Yield the shipped passages over and over, each time under other links."""
    own = list(passages(load_pack(content_dir())))
    for number, passage in enumerate(islice(cycle(own), PASSAGES)):
        yield passage._replace(link=f"{passage.link}-{number}")


def keystrokes() -> list[str]:
    """Return what stands in the field after each key."""
    return [words[:end] for words in TYPED for end in range(1, len(words) + 1)]


def keystroke(index: Index, typed: str) -> None:
    """Do what the palette does for a key."""
    query = parse(typed)
    for passage in index.find(query)[:SEEN]:
        excerpt(passage.text, query)


def main() -> list[Result]:
    ours: list[float] = []
    bare: list[float] = []
    with TemporaryDirectory(prefix="r2p-bench-") as folder:
        path = Path(folder) / "search.sqlite"
        build(path, "", many())
        index = Index.open(path, "")
        assert index is not None
        questions = [typed for typed in keystrokes() if not parse(typed).is_empty]
        for _ in range(ROUNDS):
            for typed in questions:
                query = parse(typed)
                sql, match = (indexes.RANKED if query.is_ranked else indexes.UNRANKED), query.match()
                start = perf_counter()
                keystroke(index, typed)
                middle = perf_counter()
                index.connection.execute(sql, (match, 50)).fetchall()
                ours.append(middle - start)
                bare.append(perf_counter() - middle)
        index.close()
    print(f"a keystroke / a bare FTS5 query, {PASSAGES:,} passages: {sum(ours) / sum(bare):.2f} (goal {GOAL})")
    print(f"  median {median(ours) * 1e3:.2f} ms against {median(bare) * 1e3:.2f} ms", end="; ")
    print(f"p95 {quantiles(ours, n=20)[-1] * 1e3:.1f} ms against {quantiles(bare, n=20)[-1] * 1e3:.1f} ms")
    value, floor = sum(ours) / len(ours) * 1e3, sum(bare) / len(bare) * 1e3
    what = f"a keystroke among {PASSAGES:,} passages, mean"
    return [Result(what=what, value=value, against="the bare FTS5 query", floor=floor, goal=GOAL)]


if __name__ == "__main__":
    hand_over(main())
