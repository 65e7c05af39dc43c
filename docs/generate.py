"""Write the pages of docs/ that say what the code and its tables say.

python docs/generate.py
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from writers import (
    commands,
    completeness_rules,
    errors,
    questions,
    registers,
    settings,
    vocabulary,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

DOCS = Path(__file__).resolve().parent

PAGES: Mapping[str, Callable[[], str]] = {
    "commands.md": commands.write,
    "completeness-rules.md": completeness_rules.write,
    "errors.md": errors.write,
    "questions.md": questions.write,
    "registers.md": registers.write,
    "settings.md": settings.write,
    "vocabulary.md": vocabulary.write,
}
"""The generated pages and what writes each of them."""


def main() -> None:
    """Write all pages, and name those that changed."""
    for name, write in PAGES.items():
        path, text = DOCS / name, write()
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"docs/{name}")


if __name__ == "__main__":
    main()
