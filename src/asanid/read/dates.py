"""Dates as markup and tables write them → ISO 8601."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_ISO = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s*(Z|[+-]\d\d:?\d\d)?(?:\s*UTC)?)?", re.ASCII
)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?", re.ASCII)
_SLASHED = re.compile(r"(\d{4})/(\d\d?)/(\d\d?)", re.ASCII)
_EPOCH = re.compile(r"\d{9,10}(?:\d{3})?", re.ASCII)


def iso_date(value: str) -> str | None:
    """Bring a machine-written date or date-time into ISO 8601; ``None`` where it is not understood.

    A date whose order of day and month is open (05/06/2021) is not guessed.

    >>> iso_date("2018-02-18T21:35:43+04:00"), iso_date("2021-05-30 08:15:00"), iso_date("20210530")
    ('2018-02-18T21:35:43+04:00', '2021-05-30T08:15:00', '2021-05-30')
    >>> iso_date("Sun, 30 May 2021 08:15:00 +0300"), iso_date("05/06/2021")
    ('2021-05-30T08:15:00+03:00', None)
    """
    value = value.strip()
    for read in (_from_iso, _from_compact, _from_slashed, _from_epoch, _from_mail):
        if found := read(value):
            return found if _is_real(found) else None
    return None


def _is_real(iso: str) -> bool:
    try:
        datetime.fromisoformat(iso)
    except ValueError:
        return False
    return True


def _from_iso(value: str) -> str | None:
    match = _ISO.fullmatch(value)
    if match is None:
        return None
    year, month, day, time, zone = match.groups()
    if time is None:
        return f"{year}-{month}-{day}"
    return f"{year}-{month}-{day}T{time}{_zone(zone)}"


def _zone(zone: str | None) -> str:
    if zone is None or zone == "Z" or ":" in zone:
        return zone or ""
    return f"{zone[:3]}:{zone[3:]}"


def _from_compact(value: str) -> str | None:
    match = _COMPACT.fullmatch(value)
    if match is None:
        return None
    year, month, day, hour, minute, second = match.groups()
    date = f"{year}-{month}-{day}"
    return date if hour is None else f"{date}T{hour}:{minute}:{second}"


def _from_slashed(value: str) -> str | None:
    match = _SLASHED.fullmatch(value)
    return None if match is None else f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"


def _from_epoch(value: str) -> str | None:
    if not _EPOCH.fullmatch(value):
        return None
    seconds = int(value) / (1000 if len(value) > 10 else 1)
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def _from_mail(value: str) -> str | None:
    if not value.isascii() or len(value) > 60:
        return None
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
