"""A small collection of an invented province, written in the vocabulary of the contract.

One document is hostile: its words look like HTML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import RDF, XSD, Graph, Literal, URIRef

from ontology.namespaces import (
    DCTERMS,
    DEFAULT_BASE,
    ELI,
    LDO,
    ORG,
    SH,
    SKOS,
    fixed_graph_iri,
    graph_iri,
)
from queries.store.folder_writer import FolderWriter
from queries.store.texts import TextFolder
from queries.store.writer import DocumentGraphs
from tests.webui.papers import Paper, day, of
from tests.webui.stored import SampleReader, queries_of

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["SampleReader", "of", "queries_of"]

HOSTILE = '\u202e<script>alert("x")</script><img src=x onerror=alert(1)>'
DIRECTIVE = "vn/ct/ubnd-song-may/2024/7"
PLAN = "vn/kh/ubnd-song-may/2024/40"
BAD = "vn/cv/ubnd-song-may/2024/99"
CONCLUSION = "vn/kl/tw/k13/909"
PARTY_DIRECTIVE = "vn/ct/tw/k12/908"
POLICE = "vn/agency/cat-song-may"
COMMITTEE = "vn/agency/ubnd-song-may"
JUSTICE = "vn/agency/so-tu-phap-song-may"
LABOUR = "vn/agency/so-ldtbxh-song-may"
HOME = "vn/agency/so-noi-vu-song-may"
GROUP = "vn/group/song-may/so-nganh"
TWELVE_NEW = "vn/nq/tu-song-may/nk2020/12"
TWELVE_OLD = "vn/nq/tu-song-may/nk2015/12"

DIRECTIVE_TEXT = """ỦY BAN NHÂN DÂN
TỈNH SÔNG MÂY

Số: 07/CT-UBND

Sông Mây, ngày 05 tháng 3 năm 2024

CHỈ THỊ
Về tăng cường phòng, chống tội phạm trên địa bàn tỉnh

Triển khai thực hiện Kết luận số 909-KL/TW ngày 14/02/2024 của Ban Bí thư về tiếp tục thực hiện \
Chỉ thị số 908-CT/TW của Ban Bí thư (khóa XII), Nghị quyết số 12 của Tỉnh ủy và văn bản hướng dẫn \
của cấp trên, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:

1. Công an tỉnh chủ trì, phối hợp với Sở Tư pháp rà soát các quy chế phối hợp trước ngày 30/6/2024.

2. Công an tỉnh kéo giảm ít nhất 5% tội phạm về trật tự xã hội so với năm 2023; định kỳ 6 tháng \
báo cáo Ủy ban nhân dân tỉnh kết quả thực hiện.

3. Các sở, ngành liên quan theo chức năng tổ chức tuyên truyền.

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Trần Văn Mẫu
"""
PLAN_TEXT = """ỦY BAN NHÂN DÂN TỈNH SÔNG MÂY
Số: 40/KH-UBND
KẾ HOẠCH
Thực hiện Chỉ thị số 07/CT-UBND ngày 05/3/2024 của Ủy ban nhân dân tỉnh
"""
BAD_TEXT = f"Về việc {HOSTILE} theo Chỉ thị số 07/CT-UBND {HOSTILE} & các việc khác\n"


def directive() -> Paper:
    """Return the hub of the collection: a directive with citations and tasks."""
    paper = Paper(path=DIRECTIVE, text=DIRECTIVE_TEXT)
    paper.head(
        "Directive",
        "07/CT-UBND",
        date=day("2024-03-05"),
        issuingBody=of(COMMITTEE),
        place=of("vn/place/song-may"),
        signatory="Trần Văn Mẫu",
        title=Literal("Về tăng cường phòng, chống tội phạm trên địa bàn tỉnh", lang="vi"),
    )
    paper.evidence(paper.node, "07/CT-UBND", "printedNumber")
    paper.evidence(paper.node, "ngày 05 tháng 3 năm 2024", "date")
    paper.evidence(paper.node, "Trần Văn Mẫu", "signatory")
    _citations(paper)
    _tasks(paper)
    return paper


def _citations(paper: Paper) -> None:
    outer = paper.cite(
        "Kết luận số 909-KL/TW ngày 14/02/2024 của Ban Bí thư",
        "implements",
        "resolved",
        citedWork=of(CONCLUSION),
        relationCue="Triển khai thực hiện",
        method=(LDO.byNumber, LDO.byDate),
        resolutionConfidence=0.98,
        relationConfidence=0.95,
    )
    paper.cite(
        "Chỉ thị số 908-CT/TW của Ban Bí thư (khóa XII)",
        "continues",
        "notInRegistry",
        citingWork=of(CONCLUSION),
        citedWork=of(PARTY_DIRECTIVE),
        withinCitation=outer,
        relationCue="về tiếp tục thực hiện",
    )
    twelve = paper.cite("Nghị quyết số 12 của Tỉnh ủy", "implements", "ambiguous")
    first, rest = URIRef(f"{twelve}#list-1"), URIRef(f"{twelve}#list-2")
    paper.graph.add((twelve, LDO.candidates, first))
    cells = ((first, rest, TWELVE_NEW, 0.62), (rest, RDF.nil, TWELVE_OLD, 0.31))
    for cell, after, work, score in cells:
        entry = URIRef(f"{cell}-entry")
        paper.graph.add((cell, RDF.first, entry))
        paper.graph.add((cell, RDF.rest, after))
        paper.say(entry, work=of(work), score=score)
    paper.cite("văn bản hướng dẫn của cấp trên", "cites", "unresolved", confidence=0.6)


def _tasks(paper: Paper) -> None:
    review = paper.oblige(
        "Công an tỉnh chủ trì, phối hợp với Sở Tư pháp rà soát các quy chế phối hợp"
        " trước ngày 30/6/2024.",
        "rà soát các quy chế phối hợp",
    )
    paper.assign(review, 1, "Công an tỉnh", "lead", POLICE)
    paper.assign(review, 2, "Sở Tư pháp", "coordinating", JUSTICE)
    due = URIRef(f"{review}/due/1")
    paper.graph.add((review, LDO.deadline, due))
    paper.graph.add((due, RDF.type, LDO.Deadline))
    paper.say(due, dueText="trước ngày 30/6/2024", dueDate=day("2024-06-30"), dueInclusive=False)
    paper.evidence(due, "trước ngày 30/6/2024")
    lower = paper.oblige(
        "Công an tỉnh kéo giảm ít nhất 5% tội phạm về trật tự xã hội so với năm 2023; định kỳ"
        " 6 tháng báo cáo Ủy ban nhân dân tỉnh kết quả thực hiện.",
        "kéo giảm tội phạm về trật tự xã hội",
    )
    paper.assign(lower, 1, "Công an tỉnh", "implementing", POLICE)
    goal = URIRef(f"{lower}/target/1")
    paper.graph.add((lower, LDO.target, goal))
    paper.say(
        goal,
        measure="tội phạm về trật tự xã hội",
        direction=LDO.decrease,
        comparison=LDO.ge,
        value=5.0,
        unit="%",
        baseline="năm 2023",
    )
    paper.evidence(goal, "ít nhất 5% tội phạm về trật tự xã hội")
    report = URIRef(f"{lower}/report/1")
    paper.graph.add((report, RDF.type, LDO.ReportingDuty))
    paper.graph.add((report, RDF.type, LDO.Obligation))
    paper.say(
        report,
        summary=Literal("báo cáo kết quả thực hiện", lang="vi"),
        force=LDO.mandatory,
        statedIn=paper.node,
        reportsTo=of(COMMITTEE),
        recurrence="FREQ=MONTHLY;INTERVAL=6",
        anchorStated=False,
        confidence=0.9,
    )
    paper.evidence(report, "định kỳ 6 tháng báo cáo Ủy ban nhân dân tỉnh kết quả thực hiện")
    spread = paper.oblige(
        "Các sở, ngành liên quan theo chức năng tổ chức tuyên truyền.", "tổ chức tuyên truyền"
    )
    paper.assign(spread, 1, "Các sở, ngành liên quan", "implementing", None)
    paper.assign(spread, 2, "ngành liên quan", "coordinating", LABOUR)


def plan() -> Paper:
    """Return a plan that carries the directive out."""
    paper = Paper(path=PLAN, text=PLAN_TEXT)
    title = Literal("Thực hiện Chỉ thị số 07/CT-UBND", lang="vi")
    paper.head("Plan", "40/KH-UBND", date=day("2024-04-02"), issuingBody=of(COMMITTEE), title=title)
    words = "Chỉ thị số 07/CT-UBND ngày 05/3/2024 của Ủy ban nhân dân tỉnh"
    paper.cite(words, "implements", "resolved", citedWork=of(DIRECTIVE), relationCue="Thực hiện")
    return paper


def hostile() -> Paper:
    """Return a letter whose title, words and issuer's printed name look like HTML."""
    paper = Paper(path=BAD, text=BAD_TEXT)
    paper.head("OfficialDispatch", "99/UBND-NC", title=Literal(HOSTILE, lang="vi"))
    words = f"Chỉ thị số 07/CT-UBND {HOSTILE}"
    paper.cite(words, "cites", "resolved", citedWork=of(DIRECTIVE), relationCue=HOSTILE)
    task = paper.oblige("các việc khác", HOSTILE)
    paper.assign(task, 1, "việc", "lead", "vn/agency/xau")
    return paper


def registry() -> Graph:
    """Return the documents that are known without text."""
    graph = Paper(path=CONCLUSION, text="")
    known = (
        (CONCLUSION, "Conclusion", "909-KL/TW", "về một kết luận được nêu để minh họa"),
        (TWELVE_NEW, "Resolution", "12-NQ/TU", "về phát triển kinh tế (minh họa)"),
        (TWELVE_OLD, "Resolution", "12-NQ/TU", "về xây dựng Đảng (minh họa)"),
    )
    for path, kind, number, title in known:
        graph.graph.add((of(path), RDF.type, LDO[kind]))
        graph.graph.add((of(path), RDF.type, LDO.Document))
        graph.say(of(path), printedNumber=number, title=title, presence=LDO.metadataOnly)
    graph.say(of(TWELVE_OLD), date=Literal("2016-05-04", datatype=XSD.date))
    graph.graph.add((of(PARTY_DIRECTIVE), RDF.type, LDO.Directive))
    graph.graph.add((of(PARTY_DIRECTIVE), RDF.type, LDO.Document))
    graph.say(of(PARTY_DIRECTIVE), number="908", presence=LDO.citedOnly)
    return graph.graph


def agencies() -> Graph:
    """Return the bodies of the invented province."""
    graph = Graph()
    known = (
        (POLICE, "Công an tỉnh Sông Mây", "Sông Mây Provincial Police", 4),
        (COMMITTEE, "Ủy ban nhân dân tỉnh Sông Mây", "Sông Mây People's Committee", 3),
        (JUSTICE, "Sở Tư pháp tỉnh Sông Mây", "Sông Mây Department of Justice", 4),
        ("vn/agency/xau", HOSTILE, HOSTILE, 4),
    )
    for path, vi, en, rank in known:
        node = of(path)
        graph.add((node, RDF.type, LDO.Agency))
        graph.add((node, SKOS.prefLabel, Literal(vi, lang="vi")))
        graph.add((node, SKOS.prefLabel, Literal(en, lang="en")))
        graph.add((node, LDO.rank, Literal(rank)))
    for path, name in ((LABOUR, "Sở Lao động"), (HOME, "Sở Nội vụ")):
        graph.add((of(path), RDF.type, LDO.Agency))
        graph.add((of(path), SKOS.prefLabel, Literal(f"{name} tỉnh Sông Mây", lang="vi")))
    event = of("vn/event/2025-03-01/so-noi-vu-song-may")
    graph.add((event, RDF.type, LDO.Reorganisation))
    graph.add((event, ORG.originalOrganization, of(LABOUR)))
    graph.add((event, ORG.resultingOrganization, of(HOME)))
    graph.add((event, LDO.eventDate, day("2025-03-01")))
    graph.add((event, LDO.byDocument, of(PLAN)))
    graph.add((of(LABOUR), LDO.succeededBy, of(HOME)))
    graph.add((of(POLICE), ORG.subOrganizationOf, of(COMMITTEE)))
    graph.add((of("vn/place/song-may"), RDF.type, LDO.Place))
    graph.add((of("vn/place/song-may"), SKOS.prefLabel, Literal("Tỉnh Sông Mây", lang="vi")))
    graph.add((of(GROUP), RDF.type, LDO.AgencyGroup))
    graph.add((of(GROUP), SKOS.prefLabel, Literal("các sở, ngành", lang="vi")))
    graph.add((of(GROUP), LDO.ofPlace, of("vn/place/song-may")))
    graph.add((of(DIRECTIVE + "/muc/1"), ELI.is_part_of, of(DIRECTIVE)))
    return graph


def findings() -> Graph:
    """Return what a check found: one warning on a citation."""
    graph = Graph()
    node = URIRef(f"{DEFAULT_BASE}graph/findings#1")
    start = DIRECTIVE_TEXT.index("Nghị quyết số 12")
    focus = URIRef(f"{of(DIRECTIVE)}/cit/{start}-{start + len('Nghị quyết số 12 của Tỉnh ủy')}")
    graph.add((node, RDF.type, SH.ValidationResult))
    graph.add((node, DCTERMS.identifier, Literal("C3")))
    graph.add((node, SH.focusNode, focus))
    graph.add((node, SH.resultSeverity, SH.Warning))
    graph.add((node, LDO.statedIn, of(DIRECTIVE)))
    message = "Chưa xác định được văn bản được viện dẫn"
    graph.add((node, SH.resultMessage, Literal(message, lang="vi")))
    graph.add((node, SH.resultMessage, Literal("Cited document not determined", lang="en")))
    return graph


def write_sample(root: Path) -> None:
    """Write the small collection into an empty folder and publish it."""
    texts = TextFolder(root=root)
    with FolderWriter(root) as writer:
        for paper in (directive(), plan(), hostile()):
            texts.keep(paper.text)
            path = f"id/{paper.path}"
            writer.replace(
                DocumentGraphs(
                    document_path=path,
                    raw_iri=str(graph_iri(DEFAULT_BASE, "raw", path)),
                    raw=paper.graph,
                    effective_iri=str(graph_iri(DEFAULT_BASE, "doc", path)),
                    effective=paper.graph,
                )
            )
        writer.replace_fixed(str(fixed_graph_iri(DEFAULT_BASE, "registry")), registry())
        writer.replace_fixed(str(fixed_graph_iri(DEFAULT_BASE, "agencies")), agencies())
        writer.replace_fixed(str(fixed_graph_iri(DEFAULT_BASE, "findings")), findings())
        writer.publish()
