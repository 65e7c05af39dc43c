"""What every look at one document needs."""

from __future__ import annotations

from loaders.normalisation.normaliser import normalise
from loaders.obligations.papers import deadlines_in, read_paper, targets_in
from loaders.records import Citation, CitationForm, Metadata, Section, SectionKind, Span


def test_times_in_names_of_papers_are_no_deadlines() -> None:
    """A cited title keeps its dates and figures for itself."""
    words = "Thực hiện Đề án giảm nghèo đến hết năm 2030 đạt 90%; hoàn thành trong năm 2026."
    text = normalise(words)
    title = Span(start=words.index("giảm"), end=words.index(";"))
    cited = Citation(
        index=0,
        span=Span(start=words.index("Đề án"), end=words.index("giảm")),
        printed="Đề án",
        form=CitationForm.NAMED,
        title_span=title,
    )
    section = Section(index=0, kind=SectionKind.ITEM, span=Span(start=0, end=len(words)))
    paper = read_paper(text, (section,), Metadata(), (cited,))
    assert [d.iso for d in deadlines_in(paper, section.span)] == ["2026"]
    assert targets_in(paper, section.span) == ()


def test_the_body_ends_before_the_distribution_list() -> None:
    """What closes a paper is the last part before the list of recipients."""
    text = normalise("Rà soát.\nThực hiện.\nNơi nhận:\nPhụ lục")
    kinds = (
        SectionKind.ITEM,
        SectionKind.PARAGRAPH,
        SectionKind.DISTRIBUTION_LIST,
        SectionKind.ANNEX,
    )
    sections = tuple(
        Section(index=index, kind=kind, span=Span(start=index, end=index + 1))
        for index, kind in enumerate(kinds)
    )
    assert read_paper(text, sections, Metadata(), ()).last == 1


def test_a_lead_in_of_later_items_is_no_part_of_the_item_above_it() -> None:
    """A line that leads in what stands beside its holder makes it no heading."""
    text = normalise("Tỷ lệ đạt 80%.\nĐến năm 2030:\nTỷ lệ đạt 90%.")
    kinds = ((SectionKind.ITEM, None, False), (SectionKind.PARAGRAPH, 0, True))
    sections = tuple(
        Section(index=i, kind=kind, span=Span(start=i, end=i + 1), parent=parent, lead_in=lead_in)
        for i, (kind, parent, lead_in) in enumerate(kinds)
    )
    assert read_paper(text, sections, Metadata(), ()).parents == frozenset()
