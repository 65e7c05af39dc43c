"""The signature: in whose name, in which post, by whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.metadata.cues import begins, cues
from loaders.metadata.parts import Line, lines_of
from loaders.metadata.persons import SURE, are_name_words, read_person
from loaders.records import Reading, Span
from ontology.vietnamese_text import fold_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from loaders.metadata.parts import Parts

_REACH = 600
"""Letters after the post among which the name stands."""
_TABLE_REACH = 6000
"""The same where list and signature are columns of a table."""
_LINES = 10
_FRAME = 1500
"""Letters at the end of a text among which a web site says what it has published."""
_MOST = 200
"""Lines that may open a signature of which at most so many are looked at."""
_ABOVE = 3
"""Lines above a block over which the name of its body runs."""
_COLUMNS = re.compile(
    r"^(?=[^\n]{0,300}$)(?P<left>[^\n|]*?) {4,}+(?P<right>[^\n|]+)$", re.MULTILINE
)
"""A line of two columns that a wide gap parts."""
_WEAK = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One signature block.

    Args:
        modes: what stands before the posts, folded ("tm", "kt", "tl" ...), in printed order.
        posts: the lines of posts as printed ("CHỦ TỊCH").
        name: the person.
        span: from the first post to the name.
        body: the body on the line above, as joint papers print it; empty where none.
    """

    modes: tuple[str, ...]
    posts: tuple[str, ...]
    name: Reading[str]
    span: Span
    body: str = ""

    @property
    def on_behalf(self) -> str:
        """Return the body on whose behalf ("TM.") the paper is signed; empty where in person."""
        if self.modes and self.modes[0] == "tm":
            return self.posts[0]
        return ""


def read_signatures(parts: Parts) -> tuple[Signature, ...]:
    """Return the signature blocks with a name, before any annex, in printed order.

    Args:
        parts: the parts of the document.

    Source: Decree 30/2020/NĐ-CP, annex I, part II.7; Hướng dẫn 36-HD/VPTW.
    """
    text = parts.text.text
    found: list[Signature] = []
    position = max(parts.body, parts.end[0].span.start - _REACH) if parts.end else parts.body
    for opening in _openings(text, position):
        if opening.start() < position:
            continue
        if found and _is_far(parts, found[-1].span.end, opening.start()):
            break
        signature = _signature(parts, text, opening)
        if signature and all(signature.name.span != other.name.span for other in found):
            found.append(signature)
            position = max(position, opening.end())
            if "|" not in text[opening.start() : opening.end() + 1]:
                position = signature.span.end
    return (
        tuple(found)
        or _in_columns(parts)
        or _beside_list(parts)
        or _below_small_post(parts)
        or _beside_note(parts)
        or _stated(parts)
    )


def _below_small_post(parts: Parts) -> tuple[Signature, ...]:
    """Return the last signature whose post is written small, as old web pages print it."""
    text = parts.text.text
    start = max(parts.body, (parts.end[0].span.start if parts.end else len(text)) - _REACH)
    found = cues().patterns["small-post"].finditer(text, start)
    last = reversed(list(found)[-_LINES:])
    signatures = (_signature(parts, text, opening) for opening in last)
    return next(((each,) for each in signatures if each), ())


def _beside_note(parts: Parts) -> tuple[Signature, ...]:
    """Return the person beside whose name "(Đã ký)" stands, without a post, as decrees of old."""
    text = parts.text.text
    lines = list(lines_of(text, max(parts.body, len(text) - _REACH), len(text)))
    for at, line in enumerate(lines):
        apart = _parted(line)
        if len(apart) == 1 and apart[0] != line:
            lines[at] = apart[0]
        elif not cues().patterns["signature-note"].match(line.words):
            continue
        for beside in (at, at - 1, at + 1):
            name = read_person(parts, lines, beside) if 0 <= beside < len(lines) else None
            if name and name.confidence == SURE:
                return (Signature(modes=(), posts=(), name=name, span=name.span or line.span),)
    return ()


def _stated(parts: Parts) -> tuple[Signature, ...]:
    """Return the signer whom the frame of a web site names above or below the paper."""
    text, pattern = parts.text.text, cues().patterns["stated-signer"]
    found = pattern.search(text, 0, max(parts.body, _REACH))
    found = found or pattern.search(text, max(parts.body, len(text) - _FRAME))
    if not found or found["name"].startswith(cues().lists["post-words"]):
        return ()
    span = Span(start=found.start("name"), end=found.end("name"))
    printed = parts.text.words(span)
    name = Reading(
        value=printed, printed=printed, span=span, rule="stated-signer", confidence=_WEAK
    )
    return (Signature(modes=(), posts=(), name=name, span=span),)


def _in_columns(parts: Parts) -> tuple[Signature, ...]:
    """Return the signatures that stand beside the list or each other, parted by wide gaps alone."""
    if not parts.end:
        return ()
    text = parts.text.text
    start = max(parts.body, parts.end[0].span.start - _REACH)
    end = min(len(text), parts.end[-1].span.end + _REACH)
    found: list[Signature] = []
    for cut in (_right_column, _left_column):
        whole = "\n" * start + _COLUMNS.sub(cut, text[start:end])
        signatures = (_signature(parts, whole, opening) for opening in _openings(whole, start))
        found += (each for each in signatures if each and each.name not in _names(found))
    return tuple(sorted(found, key=lambda each: each.span.start))


def _right_column(line: re.Match[str]) -> str:
    """Return a line of two columns with blanks in place of the left one."""
    return " " * (line.start("right") - line.start()) + line["right"]


def _left_column(line: re.Match[str]) -> str:
    """Return a line of two columns with blanks in place of the right one."""
    return line["left"].ljust(len(line.group()))


def _names(signatures: Iterable[Signature]) -> tuple[Reading[str], ...]:
    """Return the persons of some signatures."""
    return tuple(signature.name for signature in signatures)


def _beside_list(parts: Parts) -> tuple[Signature, ...]:
    """Return the person whose name a scan prints beside the distribution list, without a post."""
    if not parts.end:
        return ()
    text = parts.text.text
    start, end = parts.end[0].span.start, parts.end[-1].span.end
    for line in lines_of(text, start, end):
        found = cues().patterns["name-at-end"].search(line.words)
        words = found["name"].split() if found else []
        if found and are_name_words(words) and words[0] in cues().lists["surnames"]:
            first = line.span.start + found.start("name")
            span = Span(start=first, end=line.span.start + found.end("name"))
            printed = parts.text.words(span)
            name = Reading(
                value=printed, printed=printed, span=span, rule="name-at-end", confidence=_WEAK
            )
            return (Signature(modes=(), posts=(), name=name, span=span),)
    return ()


def _openings(text: str, start: int) -> Iterator[re.Match[str]]:
    """Give the lines or cells that may open a signature, in order."""
    patterns = cues().patterns
    by_post = patterns["signed-as"].finditer(text, start)
    both = [*patterns["signed-for"].finditer(text, start), *by_post]
    return iter(sorted(both, key=lambda found: found.start())[:_MOST])


def _is_far(parts: Parts, end: int, start: int) -> bool:
    """Tell whether a block stands too far below the last one to sign the same paper."""
    between = parts.text.text[end:start]
    return len(between) > _REACH or bool(cues().patterns["annex"].search(between))


def _signature(parts: Parts, text: str, opening: re.Match[str]) -> Signature | None:
    """Return the block that opens at a match, if a name follows the posts.

    Entries of the distribution list between them are passed over.
    """
    posts_at = opening.start("post") if "post" in opening.groupdict() else opening.end()
    line_start = text.rfind("\n", 0, posts_at) + 1
    line_end = text.find("\n", line_start)
    printed = text[line_start : line_end if line_end >= 0 else len(text)]
    column = text.count("|", line_start, posts_at) if "|" in printed else None
    reach = _REACH if column is None else _TABLE_REACH
    lines = [
        part
        for line in lines_of(text, line_start, min(len(text), line_start + reach), column)
        if not cues().patterns["item"].match(line.words)
        for part in _parted(line)
    ]
    modes: list[str] = []
    posts: list[str] = []
    for index, line in enumerate(lines[:_LINES]):
        mode = cues().patterns["mode"].match(line.words)
        words = line.words[mode.end() :] if mode else line.words
        if mode:
            modes.append(fold_words(mode["mode"]).replace(" ", ""))
        if cues().patterns["signature-note"].match(words):
            continue
        name = read_person(parts, lines, index) if posts and not mode else None
        if name:
            return Signature(
                modes=tuple(modes),
                posts=tuple(posts),
                name=name,
                span=Span(start=lines[0].span.start, end=name.span.end if name.span else 0),
                body=_body_above(text, line_start),
            )
        if _is_scribble(words):
            continue
        if not _is_post(words):
            return None
        if posts and not mode and _runs_on(posts[-1], words):
            posts[-1] = f"{posts[-1]} {words}"
        else:
            posts.append(words)
    return None


def _parted(line: Line) -> tuple[Line, ...]:
    """Return post or remark and name that stand on one line, as lines of their own."""
    patterns = cues().patterns
    noted = patterns["note-and-name"].match(line.words)
    noted = noted or patterns["name-and-note"].match(line.words)
    found = noted or cues().patterns["glued-name"].match(line.words)
    if not found or found["name"].split()[0] not in cues().lists["surnames"]:
        return (line,)
    start = line.span.start
    return tuple(
        Line(
            words=found[name],
            span=Span(start=start + found.start(name), end=start + found.end(name)),
        )
        for name in ("post", "name")
        if name in found.groupdict()
    )


def _body_above(text: str, line_start: int) -> str:
    """Return the lines in capitals right above a block that name a body."""
    above: list[str] = []
    for line in reversed(text[max(0, line_start - _REACH) : line_start].splitlines()[-_ABOVE:]):
        if not line.strip().isupper():
            break
        above.insert(0, line.strip())
        if begins(above[0], "bodies"):
            return " ".join(above)
    return ""


def _is_post(words: str) -> bool:
    """Tell whether a line is a post: in capitals, a scribble at its end aside, or written small."""
    if cues().patterns["small-post"].match(words):
        return True
    kept = [word for word in words.split() if any(letter.isalpha() for letter in word)]
    return bool(kept) and sum(word.isupper() for word in kept) * 3 >= 2 * len(kept)


def _is_scribble(words: str) -> bool:
    """Tell whether a line is a mark of handwriting: one short word."""
    return len(words.split()) == 1 and not words.isupper()


def _runs_on(above: str, words: str) -> bool:
    """Tell whether a line in capitals completes the post or body above it."""
    if above.endswith((",", "-")):
        return True
    return not begins(words, "post-words") and not cues().patterns["signed-as"].match(words)


def signer_of(signatures: tuple[Signature, ...], bodies: Iterable[str]) -> Signature | None:
    """Return the signature of the body whose number the paper bears.

    Args:
        signatures: blocks in printed order.
        bodies: names of those that issue; of a joint paper the first leads.
    """
    lead = next(iter(bodies), "")
    for signature in signatures:
        words = " ".join((signature.body, *signature.posts))
        if len(signatures) > 1 and fold_words(lead) in fold_words(words):
            return signature
    return signatures[0] if signatures else None
