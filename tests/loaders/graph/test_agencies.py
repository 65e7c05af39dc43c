"""Bodies are described where they are used, by the registers."""

from __future__ import annotations

from rdflib import Graph, Literal

from loaders.graph.agencies import agency_triples
from loaders.records import AgencyResolution
from ontology.namespaces import DEFAULT_BASE, LDO, ORG, RDF, SKOS, iri
from ontology.registry import load_registry


def graph_of(*agencies: AgencyResolution) -> Graph:
    """Return the graph that describes some bodies."""
    graph = Graph()
    for triple in agency_triples(agencies, load_registry(), DEFAULT_BASE):
        graph.add(triple)
    return graph


def test_a_provinces_own_body_has_name_rank_place_and_parent() -> None:
    """The generic row and the province make the instance."""
    graph = graph_of(
        AgencyResolution(printed="Sở Y tế", kind="agency", target="id/vn/agency/so-y-te-tien-giang")
    )
    node = iri(DEFAULT_BASE, "id/vn/agency/so-y-te-tien-giang")
    assert Literal("Sở Y tế tỉnh Tiền Giang", lang="vi") in set(graph.objects(node, SKOS.prefLabel))
    assert graph.value(node, LDO.rank) == Literal(4)
    assert graph.value(node, LDO.ofPlace) == iri(DEFAULT_BASE, "id/vn/place/tien-giang")
    assert graph.value(node, ORG.subOrganizationOf) == iri(
        DEFAULT_BASE, "id/vn/agency/ubnd-tien-giang"
    )


def test_a_post_is_in_its_body() -> None:
    """Who heads a body is a post, and the body is described too."""
    graph = graph_of(
        AgencyResolution(
            printed="Chủ tịch UBND tỉnh",
            kind="post",
            target="id/vn/post/ct-ubnd-tien-giang",
            body="id/vn/agency/ubnd-tien-giang",
        )
    )
    post = iri(DEFAULT_BASE, "id/vn/post/ct-ubnd-tien-giang")
    body = iri(DEFAULT_BASE, "id/vn/agency/ubnd-tien-giang")
    assert graph.value(post, RDF.type) == LDO.Post
    assert graph.value(post, ORG.postIn) == body
    assert graph.value(body, LDO.rank) == Literal(3)


def test_what_is_not_known_is_not_made_up() -> None:
    """A name without a target gives no node."""
    assert len(graph_of(AgencyResolution(printed="Đội 911", kind="agency", target=None))) == 0


def test_groups_and_posts_of_a_province_have_its_place() -> None:
    """Groups of one name are told apart by it; a group of the whole country has none."""
    path = "id/vn/group/tien-giang/so-nganh"
    graph = graph_of(
        AgencyResolution(printed="các sở, ngành", kind="group", target=path),
        AgencyResolution(printed="các bộ", kind="group", target="id/vn/group/vn/cac-bo"),
    )
    place = iri(DEFAULT_BASE, "id/vn/place/tien-giang")
    assert graph.value(iri(DEFAULT_BASE, path), LDO.ofPlace) == place
    assert graph.value(iri(DEFAULT_BASE, "id/vn/group/vn/cac-bo"), LDO.ofPlace) is None
    post = iri(DEFAULT_BASE, "id/vn/post/ct-ubnd-tien-giang")
    chair = graph_of(
        AgencyResolution(printed="Chủ tịch", kind="post", target="id/vn/post/ct-ubnd-tien-giang")
    )
    assert chair.value(post, LDO.ofPlace) == place
