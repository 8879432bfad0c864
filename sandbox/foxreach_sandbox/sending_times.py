"""The times at which a campaign may send: its days and hours in its time zone. Pure: the caller passes the time.

FoxReach documents the fields and not how they work together. These are guesses: a window that ends at or before its
start goes on until that time of the next day and belongs to the day on which it begins, an unknown time zone is UTC,
and the day of the daily limit is that of the campaign's time zone.
"""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

from .document import Json


@cache
def zone(name: str) -> tzinfo:
    """Return the time zone called *name*, UTC if there is none."""
    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError):  # No such key, no valid key, or a folder.
        return UTC


def local_day(campaign: Json, moment: float) -> date:
    """Return the day in the time zone of *campaign*."""
    return datetime.fromtimestamp(moment, zone(campaign["timezone"])).date()


def next_midnight(where: tzinfo, moment: float) -> float:
    """Return the beginning of the next day in a time zone."""
    day = datetime.fromtimestamp(moment, where).date() + timedelta(days=1)
    return datetime.combine(day, time(), where).timestamp()


def next_open(campaign: Json, moment: float) -> float | None:
    """Return the first time from *moment* on at which *campaign* may send; None if it has no day to send."""
    where, today = zone(campaign["timezone"]), local_day(campaign, moment)
    begin = time(campaign["sendingStartHour"], campaign.get("sendingStartMinute") or 0)
    end = time(campaign["sendingEndHour"], campaign.get("sendingEndMinute") or 0)
    for day in (today + timedelta(days=number) for number in range(-1, 8)):
        if day.isoweekday() in campaign["sendingDays"]:
            last = day if end > begin else day + timedelta(days=1)
            if moment < datetime.combine(last, end, where).timestamp():
                return max(moment, datetime.combine(day, begin, where).timestamp())
    return None
