"""Recurrence rules in words: "FREQ=MONTHLY;INTERVAL=6" is "every 6 months".

Source: RFC 5545, section 3.3.10.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from webui.language import Language


def recurrence_words(rule: str, language: Language) -> str:
    """Return a recurrence rule in words; one that cannot be told so is "recurring".

    Args:
        rule: as in the graph, "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15".
        language: of the words.
    """
    parts = dict(part.partition("=")[::2] for part in rule.split(";"))
    key = f"recurrence.{parts.get('FREQ', '')}"
    if not language.knows(key):
        return language.say("document.recurs")
    interval = parts.get("INTERVAL", "1")
    words = language.say(key) if interval == "1" else language.say(f"{key}-some", interval=interval)
    return words + _when(parts, language)


def _when(parts: dict[str, str], language: Language) -> str:
    """Return on which days of the rhythm something is due; nothing where the rule does not say."""
    months = parts.get("BYMONTH", "").replace(",", ", ")
    days = parts.get("BYMONTHDAY", "").replace(",", ", ")
    weekdays = [f"recurrence.{name}" for name in parts.get("BYDAY", "").split(",")]
    if months and days:
        return language.say("recurrence.on-days-of-months", days=days, months=months)
    if months:
        return language.say("recurrence.in-months", months=months)
    if days:
        return language.say("recurrence.on-days", days=days)
    known = [language.say(key) for key in weekdays if language.knows(key)]
    return language.say("recurrence.on-weekdays", days=", ".join(known)) if known else ""
