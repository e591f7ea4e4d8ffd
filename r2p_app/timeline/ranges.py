"""The days that are seen, as links write them: `from` and `to`, both included, with a time where it is no midnight."""

from r2p_app.content.dates import DateError, iso_day, parse

_MINUTES = 24 * 60


def write_range(start: float, end: float) -> tuple[tuple[str, str], ...]:
    """Write the days from `start` up to `end`, to the minute."""
    last = end - 1 if _is_midnight(end) else end
    return (("from", _write(start)), ("to", _write(last)))


def read_range(first: str, last: str) -> tuple[float, float] | None:
    """Read such days; None where they are no range."""
    try:
        start, end = _read(first, whole_day=0.0), _read(last, whole_day=1.0)
    except (DateError, ValueError):
        return None
    return (start, end) if end > start else None


def _write(day: float) -> str:
    minutes = round(day * _MINUTES)
    whole, rest = divmod(minutes, _MINUTES)
    date = iso_day(whole)
    return f"{date}T{rest // 60:02}:{rest % 60:02}" if rest else date


def _read(text: str, *, whole_day: float) -> float:
    date, _, time = text.partition("T")
    parsed = parse(date)
    if not time:
        return float(parsed.earliest if whole_day == 0 else parsed.latest + whole_day)
    hours, minutes = (int(part) for part in time.split(":"))
    return parsed.earliest + (hours * 60 + minutes) / _MINUTES


def _is_midnight(day: float) -> bool:
    minutes = round(day * _MINUTES)
    return minutes % _MINUTES == 0
