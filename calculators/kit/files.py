"""Files a reader can take along, made as text in the browser: a calendar (RFC 5545) and a table (CSV)."""

from __future__ import annotations

from datetime import timedelta

from calculators.kit.result import Event, Table

_FOLD = 75  # octets to a line, RFC 5545 section 3.1


def calendar(events: tuple[Event, ...], slug: str) -> str:
    """All-day events for a calendar program.

    The time stamp that the standard asks for is each event's own day, because a calculator has no clock; the same plan
    gives the same file, so that importing it again changes nothing.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Baseline//{slug}//EN", "CALSCALE:GREGORIAN"]
    for place, event in enumerate(events, start=1):
        lines += [
            "BEGIN:VEVENT",
            f"UID:{slug}-{event.day:%Y%m%d}-{place}@baseline",
            f"DTSTAMP:{event.day:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_escaped(event.title)}",
            *([f"DESCRIPTION:{_escaped(event.note)}"] if event.note else []),
            "CLASS:PRIVATE",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    return "".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def spreadsheet(table: Table) -> str:
    """The table as CSV. A cell that a spreadsheet would run as a formula is quoted as text."""
    return "".join(f"{','.join(map(_cell, row))}\r\n" for row in (table.head, *table.rows))


def _cell(text: str) -> str:
    text = text.replace("**", "")
    if text.startswith(("=", "+", "-", "@", "\t")):
        text = f"'{text}"
    return f'"{text.replace('"', '""')}"' if any(mark in text for mark in '",\r\n') else text


def _escaped(text: str) -> str:
    for mark in "\\;,":
        text = text.replace(mark, f"\\{mark}")
    return "\\n".join(text.splitlines())


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets, never cutting a letter; each further piece starts with a space."""
    pieces = [""]
    for letter in line:
        if len((pieces[-1] + letter).encode()) > _FOLD:
            pieces.append(" ")
        pieces[-1] += letter
    return "\r\n".join(pieces)
