"""Name what a figure measures alike across documents: its words without those around them.

"Tỷ lệ điều tra, khám phá án về trật tự xã hội đạt" of one province and "điều tra, khám phá các loại
án trật tự xã hội" of another are one measure. Source: issue of the project (targets comparable
across documents); the wordings that set figures in directives and plans, in measures.toml.
"""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.obligations.wordings import load_table
from ontology.vietnamese_text import slug

TABLE = load_table("measures")
AROUND = ("baseline", "time", "place", "change", "framing", "change", "linking")
LONGEST_KEY = 12  # words
SPACES = re.compile(r"[\W_]+")


@lru_cache(maxsize=512)
def measure_key(measure: str) -> str:
    """Return the name of a measure; empty where only words around it are left.

    Args:
        measure: what is measured, in the words of a document.

    >>> measure_key("Tỷ lệ hộ dân dùng nước sạch đạt") == measure_key("hộ dân dùng nước sạch")
    True
    """
    words = f" {SPACES.sub(' ', measure.lower()).strip()} "
    for name in AROUND:
        words = TABLE.pattern(name).sub(" ", words)
    return "-".join(slug(words).split("-")[:LONGEST_KEY])
