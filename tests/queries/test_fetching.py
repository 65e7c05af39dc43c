"""Documents that are not held are ranked by the lineages that end at them."""

from __future__ import annotations

from pyoxigraph import RdfFormat, Store

from queries.fetching import to_fetch
from queries.store.embedded import QuadStore

GRAPH = """
@base <https://w3id.org/luocdo/id/vn/> .
@prefix ldo: <https://w3id.org/luocdo/ns#> .
<ct/a/2024/1> ldo:presence ldo:fullText ; ldo:implements <ct/b/2023/1> .
<ct/b/2023/1> ldo:presence ldo:fullText ; ldo:implements <kl/tw/k13/1> .
<kl/tw/k13/1> ldo:presence ldo:citedOnly .
<nd/cp/2020/1> ldo:presence ldo:citedOnly .
<ct/b/2023/1/cit/1-9> ldo:citedWork <kl/tw/k13/1> ; ldo:printed "Kết luận 1" ; ldo:statedIn <ct/b/2023/1> .
<ct/a/2024/1/cit/1-9> ldo:citedWork <nd/cp/2020/1> ; ldo:printed "Nghị định 1" ; ldo:statedIn <ct/a/2024/1> .
<ct/b/2023/1/cit/11-19> ldo:citedWork <nd/cp/2020/1> ; ldo:printed "Nghị định 1/2020" ; ldo:statedIn <ct/b/2023/1> .
<ct/b/2023/1/cit/21-29> ldo:citedWork <ct/b/2023/1> ; ldo:printed "Chỉ thị 1" ; ldo:statedIn <ct/b/2023/1> .
"""


def test_chains_decide_before_citations() -> None:
    """The conclusion carries two lineages, the decree none, though it is cited more often."""
    raw = Store()
    raw.load(GRAPH.encode(), RdfFormat.TURTLE)
    found = to_fetch(QuadStore(raw))
    assert [(each.chains, each.citations) for each in found] == [(2, 1), (0, 2)]
    assert found[0].document.endswith("kl/tw/k13/1")
    assert [quote.words for quote in found[1].quotes] == ["Nghị định 1", "Nghị định 1/2020"]
    assert len(to_fetch(QuadStore(raw), most=1)) == 1
