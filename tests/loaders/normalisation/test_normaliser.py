"""Step 2 must make every text readable and never lose the way back."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from loaders.normalisation.normaliser import normalise
from loaders.records import Span


def test_a_plain_text_maps_to_itself() -> None:
    """A text in NFC without odd characters keeps its offsets."""
    done = normalise("Căn cứ Luật Cư trú;")
    assert done.text == "Căn cứ Luật Cư trú;"
    assert done.to_source(Span(start=7, end=11)) == Span(start=7, end=11)


def test_look_alikes_become_one() -> None:
    """Dashes, spaces, slashes, eth, quotes and markdown marks are read as one kind each."""
    done = normalise("**11–NQ/TW**\u00a0số 5⁄QÐ “x”")
    assert done.text == '  11-NQ/TW   số 5/QĐ "x"'
    assert len(done.text) == len(done.source)


def test_invisible_characters_and_references_vanish_but_offsets_lead_back() -> None:
    """Spans after something that changed the length still quote the source."""
    source = "TT\u00ad-BCA và BNN&amp;PTNT hết"
    done = normalise(source)
    assert done.text == "TT-BCA và BNN&PTNT hết"
    start = done.text.index("hết")
    span = done.to_source(Span(start=start, end=start + 3))
    assert source[span.start : span.end] == "hết"


def test_decomposed_text_is_read_as_composed() -> None:
    """Text in NFD gives the same words, and spans that quote the decomposed print."""
    source = unicodedata.normalize("NFD", "Quyết định của Thủ tướng")
    done = normalise(source)
    assert done.text == "Quyết định của Thủ tướng"
    start = done.text.index("định")
    span = done.to_source(Span(start=start, end=start + 4))
    assert unicodedata.normalize("NFC", source[span.start : span.end]) == "định"


def test_the_tone_mark_takes_its_new_place() -> None:
    """Open syllables of oa, oe, uy are respelt; closed ones and qu are left alone."""
    assert normalise("hoà khoá uỷ THUỶ toàn quý hoàn").text == "hòa khóa ủy THỦY toàn quý hoàn"


@given(st.text(alphabet=st.sampled_from("aệ e\u0323\u0302d\u00ad\u200b&amp;–\n*Ðoà"), max_size=60))
def test_every_position_leads_back_in_order(text: str) -> None:
    """Positions in the source ascend and stay inside the text."""
    done = normalise(text)
    back = [done.position(i) for i in range(len(done.text) + 1)]
    assert back == sorted(back)
    assert back[-1] == len(text)


def test_letters_of_another_alphabet_that_look_alike_are_read_as_latin() -> None:
    """A symbol typed with a Cyrillic letter is the symbol that a reader sees."""
    assert normalise("06/2026/TT-B\u0422\u0421").text == "06/2026/TT-BTC"


def test_half_a_character_is_read_as_unknown() -> None:
    """Lone surrogates stand in texts that were cut; no later step can write them."""
    text = normalise("Chỉ thị số 12\ud800/CT-TTg")
    assert text.text == "Chỉ thị số 12\ufffd/CT-TTg"
    assert text.text.encode("utf-8")
