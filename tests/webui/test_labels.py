"""Terms are called by the names that the vocabulary gives them."""

from __future__ import annotations

from webui.labels import local_name, short_name, term_label


def test_a_term_has_its_name_in_both_languages() -> None:
    """By local name or by IRI, the label of luocdo.ttl is used."""
    assert term_label("implements", "vi") == "thực hiện"
    assert term_label("https://w3id.org/luocdo/ns#implements", "en") == "implements"


def test_what_has_no_name_is_shortened() -> None:
    """An unknown term is shown as a prefixed name, a foreign IRI as it is."""
    assert term_label("http://purl.org/dc/terms/title", "vi") == "dcterms:title"
    assert short_name("http://example.org/x") == "http://example.org/x"
    assert local_name("https://w3id.org/luocdo/ns#resolved") == "resolved"
