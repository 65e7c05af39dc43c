"""Events by which one body took over from another."""

from __future__ import annotations

from datetime import date

from rdflib import Graph

from ontology.namespaces import DEFAULT_BASE, LDO, ORG, RDF, iri
from ontology.registry import load_registry
from ontology.reorganisations import Change, change_triples, ending


def graph(change: Change) -> Graph:
    """Return the event of a change."""
    made = Graph()
    for triple in change_triples(DEFAULT_BASE, change):
        made.add(triple)
    return made


def test_a_ministry_went_into_another_by_a_resolution() -> None:
    """The day after its last, with who took over."""
    registry = load_registry()
    row = registry.agency("bgtvt")
    assert row is not None
    (change,) = ending(registry, row, None, "id/vn/agency/bgtvt")
    assert change == Change(
        day=date(2025, 3, 1),
        old="id/vn/agency/bgtvt",
        new="id/vn/agency/bxd",
        by_document="id/vn/nq/qh15/2025/176",
    )
    made = graph(change)
    assert (
        iri(DEFAULT_BASE, change.old),
        LDO.succeededBy,
        iri(DEFAULT_BASE, change.new),
    ) in made
    assert len(list(made.objects(None, LDO.byDocument))) == 1


def test_a_department_went_into_that_of_its_own_province() -> None:
    """The heir has the same province."""
    registry = load_registry()
    row, province = registry.agency("so-tttt"), registry.province("ben-tre")
    assert row is not None
    (change,) = ending(registry, row, province, "id/vn/agency/so-tttt-ben-tre")
    assert change.new == "id/vn/agency/so-khcn-ben-tre"


def test_an_abolished_body_has_no_heir() -> None:
    """And what lives on has no event."""
    change = Change(day=date(2025, 7, 1), old="id/vn/agency/x", new="", by_document="")
    made = graph(change)
    assert list(made.objects(None, ORG.resultingOrganization)) == []
    assert list(made.objects(None, LDO.succeededBy)) == []
    registry = load_registry()
    row = registry.agency("bca")
    assert row is not None
    assert list(ending(registry, row, None, "id/vn/agency/bca")) == []


def test_a_district_ended_by_the_resolutions_of_the_state_and_of_its_province() -> None:
    """Who took over is not known of one body, but which resolution drew the communes is."""
    registry = load_registry()
    row, province = registry.agency("ubnd-huyen"), registry.province("ben-tre")
    assert row is not None
    (change,) = ending(registry, row, province, "id/vn/agency/ubnd-huyen-ba-tri-ben-tre")
    made = graph(change)
    documents = {str(each) for each in made.objects(None, LDO.byDocument)}
    assert all(len(list(made.objects(e, LDO.byDocument))) == 1 for e in made.subjects(RDF.type))
    assert change.new == ""
    assert documents == {
        DEFAULT_BASE + path for path in ("id/vn/nq/qh15/2025/203", "id/vn/nq/ubtvqh15/k15/1687")
    }


def test_groups_of_two_provinces_end_by_events_of_their_own() -> None:
    """A group has the same code in every province; its event has not."""
    registry = load_registry()
    row = registry.agency("cap-huyen")
    assert row is not None
    events = {
        event
        for slug in ("ben-tre", "tra-vinh")
        for change in ending(
            registry, row, registry.province(slug), f"id/vn/group/{slug}/cap-huyen"
        )
        for event in graph(change).subjects(LDO.eventDate)
    }
    assert len(events) == 2 * len(("ben-tre", "tra-vinh"))  # the end, and the communes instead
