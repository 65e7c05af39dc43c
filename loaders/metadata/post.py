"""In whose name or in which post a paper is signed, also where a scan lost the signer's name.

Source: Decree 30/2020/NĐ-CP, annex I, part II.7.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.metadata.cues import cues
from loaders.metadata.parts import lines_of
from ontology.vietnamese_text import fold_words

if TYPE_CHECKING:
    from loaders.metadata.parts import Parts
    from loaders.metadata.signer import Signature
    from loaders.records import Span

_ON_BEHALF = "tm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """The first post of a signature.

    Args:
        mode: what stands before it, folded ("tm", "kt", "tl" ...); empty for who signs in person.
        words: the post, or the body on whose behalf is signed, as printed.
        span: where it stands.
    """

    mode: str
    words: str
    span: Span

    @property
    def on_behalf(self) -> str:
        """Return the body on whose behalf the paper is signed; empty where in person."""
        return self.words if self.mode == _ON_BEHALF else ""


def read_post(parts: Parts, signatures: tuple[Signature, ...]) -> Post | None:
    """Return the first post of the first signature, or of one that has lost its name.

    Args:
        parts: the parts of the document.
        signatures: those with a name.
    """
    if signatures and signatures[0].posts:
        first = signatures[0]
        return Post(mode=next(iter(first.modes), ""), words=first.posts[0], span=first.span)
    if not parts.end:
        return None
    text = parts.text.text
    for line in lines_of(text, parts.end[0].span.start, parts.end[-1].span.end):
        for rule in ("signed-for", "signed-as"):
            found = cues().patterns[rule].match(line.words)
            if found:
                mode = fold_words(found.groupdict().get("mode") or "").replace(" ", "")
                return Post(mode=mode, words=found["post"].strip(), span=line.span)
    return None
