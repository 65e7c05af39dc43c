"""Gather what a document says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.metadata.date import read_issue
from loaders.metadata.deciding import Clues
from loaders.metadata.distribution import read_addressees, read_recipients
from loaders.metadata.issuer import read_issuer
from loaders.metadata.number import read_number
from loaders.metadata.parts import parts_of
from loaders.metadata.post import read_post
from loaders.metadata.signer import read_signatures, signer_of
from loaders.metadata.stamps import read_stamps
from loaders.metadata.title import read_heading
from loaders.records import Metadata

if TYPE_CHECKING:
    from loaders.records import NormalisedText, Section
    from ontology.registry import Registry


def read_metadata(
    text: NormalisedText, sections: tuple[Section, ...], registry: Registry
) -> Metadata:
    """Return what a document says of itself; fields it does not print stay None.

    Args:
        text: the normalised text.
        sections: its sections in order.
        registry: types, symbols, bodies and provinces.

    Source: Decree 30/2020/NĐ-CP, annex I (State); Hướng dẫn 36-HD/VPTW (Party).
    """
    parts = parts_of(text, sections)
    number = read_number(parts, registry)
    issue = read_issue(parts, number)
    heading = read_heading(parts, number, registry)
    signatures = read_signatures(parts)
    issuer = read_issuer(
        Clues(
            parts=parts,
            number=number,
            issue=issue,
            heading=heading,
            post=read_post(parts, signatures),
            registry=registry,
        )
    )
    stamps = read_stamps(parts)
    signature = signer_of(signatures, issuer.bodies)
    return Metadata(
        number=number.number,
        symbol=number.symbol,
        document_type=heading.kind_reading,
        type_name=heading.name_reading,
        issuing_body=issuer.issuing_body,
        co_issuers=issuer.co_issuers,
        decided_by=issuer.decided_by,
        province=issuer.province,
        issued_on=issue.issued_on,
        place=issue.place,
        title=heading.title,
        signer=signature.name if signature else None,
        co_signers=tuple(each.name for each in signatures) if issuer.co_issuers else (),
        urgency=stamps.urgency,
        secrecy=stamps.secrecy,
        addressees=read_addressees(parts),
        recipients=read_recipients(parts, signatures),
    )
