"""Points in time as the database keeps them: whole microseconds since 1970 in UTC."""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_micros(moment: datetime) -> int:
    """Return `moment`, which must be aware, exactly."""
    return (moment - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """Return the aware UTC moment."""
    return _EPOCH + micros * _MICROSECOND


def from_optional(micros: int | None) -> datetime | None:
    """Return the moment, or None where there is none."""
    return None if micros is None else from_micros(micros)
