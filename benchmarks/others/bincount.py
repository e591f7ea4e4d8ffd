"""numpy counting a million answers by question: the floor of `benchmarks.question_statistics`, for each line read."""

import sys
from time import perf_counter

import numpy as np

ANSWERS, QUESTIONS = 1_000_000, 300


def main() -> None:
    rng = np.random.default_rng(1)
    questions, scores = rng.integers(0, QUESTIONS, ANSWERS), rng.random(ANSWERS)
    print(np.__version__, flush=True)
    for _line in sys.stdin:
        start = perf_counter()
        np.bincount(questions, scores, QUESTIONS)
        print(perf_counter() - start, flush=True)


if __name__ == "__main__":
    main()
