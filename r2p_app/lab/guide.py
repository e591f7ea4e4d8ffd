"""A guide that tells similar ideas apart: from the answers given so far to the ideas that still fit."""

from collections.abc import Sequence

from r2p_app.content.teaching import Guide

Answers = tuple[int | None, ...]
"""The choice made at each step so far, by its place; None is “I cannot say”."""


def misfits(guide: Guide, answers: Answers) -> dict[str, int]:
    """Return for each idea how many of the answers do not fit it, in the order of the outcomes."""
    chosen = [step.choices[place] for step, place in zip(guide.steps, answers, strict=False) if place is not None]
    return {each.column: sum(each.column not in choice.fits for choice in chosen) for each in guide.outcomes}


def fitting(guide: Guide, answers: Answers) -> tuple[str, ...]:
    """Return the ideas that every answer fits."""
    return tuple(column for column, count in misfits(guide, answers).items() if not count)


def nearest(guide: Guide, answers: Answers) -> tuple[str, ...]:
    """Return the ideas that the fewest answers speak against: those that fit, where there are any."""
    counts = misfits(guide, answers)
    least = min(counts.values(), default=0)
    return tuple(column for column, count in counts.items() if count == least)


def is_done(guide: Guide, answers: Answers) -> bool:
    """Tell whether there is nothing more to ask: one idea is left, or none, or no question."""
    return len(fitting(guide, answers)) <= 1 or len(answers) >= len(guide.steps)


def sound(guide: Guide, answers: Sequence[int | None]) -> Answers:
    """Return the answers up to the first that names no choice, and no more than were asked for."""
    kept: Answers = ()
    for step, place in zip(guide.steps, answers, strict=False):
        if is_done(guide, kept) or (place is not None and not 0 <= place < len(step.choices)):
            break
        kept = (*kept, place)
    return kept
