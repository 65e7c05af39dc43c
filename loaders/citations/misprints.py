"""Tell how character recognition prints the words of a name: with one mark lost or misread.

Source: scanned papers of provinces and ministries, where marks above and below letters fade.
"""

from __future__ import annotations

import unicodedata

from ontology.vietnamese_text import place_tones, strip_marks

_TONES = ("\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
"""The five tone marks."""
_STROKE, _BARE = "\u0111", "d"


def misprints(name: str) -> tuple[str, ...]:
    """Return a name in lower case as it looks with its marks gone, or those of one syllable wrong.

    Args:
        name: words in NFC, one blank between them.

    >>> "quyet dinh" in misprints("quyết định"), "quyết đinh" in misprints("quyết định")
    (True, True)
    """
    syllables = name.lower().split()
    found = {strip_marks(name)}
    for place, syllable in enumerate(syllables):
        for wrong in _wrong(syllable):
            found.add(" ".join((*syllables[:place], wrong, *syllables[place + 1 :])))
    return tuple(sorted(found - {name.lower()}))


def _wrong(syllable: str) -> set[str]:
    """Return a syllable with no marks, without those of its letters, or with another tone."""
    parts = unicodedata.normalize("NFD", syllable)
    tone = next((part for part in parts if part in _TONES), "")
    toneless = parts.replace(tone, "") if tone else parts
    at = parts.index(tone) if tone else len(parts)
    while at < len(toneless) and unicodedata.combining(toneless[at]):
        at += 1
    tones = ("", *_TONES) if tone else ("",)
    others = {toneless[:at] + other + toneless[at:] for other in tones}
    plain = strip_marks(syllable)
    letters = {_toned(plain, syllable, tone)} if tone else set()
    spelt = {unicodedata.normalize("NFC", form) for form in others} | letters | {plain}
    spelt |= {form.replace(_STROKE, _BARE) for form in spelt | {syllable}}
    return {place_tones(form) for form in spelt} - {syllable}


def _toned(plain: str, syllable: str, tone: str) -> str:
    """Return a syllable without the marks of its letters but with its tone."""
    place = next(
        place
        for place, letter in enumerate(syllable)
        if tone in unicodedata.normalize("NFD", letter)
    )
    return unicodedata.normalize("NFC", plain[: place + 1] + tone + plain[place + 1 :])
