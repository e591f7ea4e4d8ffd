"""Credit for an answer that is right within a distance."""


def closeness(distance: float, tolerance: float) -> float:
    """Return 1 within the tolerance; beyond it the score falls evenly and reaches 0 at three times the tolerance."""
    if distance <= tolerance:
        return 1.0
    return max(0.0, 1 - (distance - tolerance) / (2 * tolerance)) if tolerance > 0 else 0.0
