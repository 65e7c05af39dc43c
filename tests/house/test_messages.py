"""Whatever the commands say, they say in both languages, and every error has its sentence."""

from __future__ import annotations

import ast
import re
import string
import tomllib
from typing import TYPE_CHECKING

import pytest

from luocdo.messages import load_messages
from luocdo.overview import LANGUAGES
from ontology.errors import LuocdoError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

PAGES = "Problem"
FREE = (
    *("severity.", "relation.", "setting.", "command.", "form.", "part.", "repair."),
    *("status.", "method.", "reason.", "verdict.", "draft.", "draft-value.", "completeness."),
)
"""Keys that are made of a name, as `command.load`."""


def places(template: str) -> set[str]:
    """Return the names that a sentence leaves open."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def keys_said(path: Path) -> Iterator[str]:
    """Give the keys of sentences that a module says; of an f-string, its beginning."""
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "say" and call.args:
            first = call.args[0]
            if isinstance(first, ast.JoinedStr):
                first = first.values[0]
            if isinstance(first, ast.BinOp):
                first = first.left
            if isinstance(first, ast.Constant):
                yield str(first.value)


def sentences(language: str) -> Mapping[str, str]:
    """Return all sentences of a language, those of errors under `error:<code>`."""
    messages = load_messages(language)
    return {**messages.sentences, **{f"error:{c}": s for c, s in messages.errors.items()}}


def test_languages_have_the_same_sentences_with_the_same_places() -> None:
    """A sentence of one language has its twin, and both leave the same values open."""
    vi, en = sentences("vi"), sentences("en")
    assert vi.keys() == en.keys()
    assert [key for key in vi if places(vi[key]) != places(en[key])] == []
    assert [key for key, words in [*vi.items(), *en.items()] if not words.strip()] == []


def test_every_error_has_its_sentence(raised: frozenset[tuple[str, str]]) -> None:
    """No refused file and no failed command falls back to the words of the source."""
    codes = {code for code, kind in raised if kind != PAGES}
    assert len(codes) > 50
    for language in LANGUAGES:
        assert codes - load_messages(language).errors.keys() == set(), language


def test_every_sentence_has_its_error(raised: frozenset[tuple[str, str]]) -> None:
    """A sentence for a code that nothing raises is dead."""
    assert load_messages("vi").errors.keys() - {code for code, _ in raised} == set()


def test_errors_of_pages_have_their_sentences(
    raised: frozenset[tuple[str, str]], project: Path
) -> None:
    """What a page refuses is said, with what to do, in both languages."""
    codes = {code for code, kind in raised if kind == PAGES}
    for language in LANGUAGES:
        path = project / "webui" / "translations" / f"{language}.toml"
        known = tomllib.loads(path.read_text(encoding="utf-8"))["problem"]
        assert [c for c in codes if c not in known or f"{c}-hint" not in known] == []


def test_errors_of_files_name_the_file(raised: frozenset[tuple[str, str]]) -> None:
    """A person with a hundred files learns which one it was."""
    of_files = {"UnsupportedFormat", "UnreadableDocument", "DocumentTooLarge", "SecretDocument"}
    codes = {code for code, kind in raised if kind in of_files}
    for language in LANGUAGES:
        errors = load_messages(language).errors
        assert [code for code in codes if not errors[code].startswith("{name}: ")] == []


def test_every_key_that_is_said_exists(project: Path) -> None:
    """A command cannot stop because a sentence is missing."""
    known = load_messages("vi").sentences
    said = {key for path in (project / "luocdo").rglob("*.py") for key in keys_said(path)}
    assert len(said) > 40
    missing = {key for key in said if key not in known}
    assert {k for k in missing if not any(n.startswith(k) and k.endswith(".") for n in known)} == (
        set()
    )


def test_no_sentence_is_dead(project: Path) -> None:
    """Each sentence is named in the source, or is of a kind that is made of a name."""
    sources = [path.read_text(encoding="utf-8") for path in (project / "luocdo").rglob("*.py")]
    words = set(re.findall(r'"([\w.]+)"', "\n".join(sources)))
    known = load_messages("vi").sentences
    assert [k for k in known if k not in words and not k.startswith((*FREE, "flag."))] == []


def constants(node: ast.AST, returned: Mapping[str, set[str]]) -> set[str]:
    """Return the words an expression may give, with those that a function it calls returns."""
    found = {n.value for n in ast.walk(node) if isinstance(n, ast.Constant)}
    called = [n.func for n in ast.walk(node) if isinstance(n, ast.Call)]
    names = [func.id for func in called if isinstance(func, ast.Name)]
    strings = {word for word in found if isinstance(word, str)}
    return strings.union(*(returned.get(name, set()) for name in names))


def reasons(folder: Path) -> set[str]:
    """Return the codes of reasons below a folder: what is given or bound under that name."""
    nodes = [
        node
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    ]
    returned: dict[str, set[str]] = {}
    for node in nodes:
        if isinstance(node, ast.FunctionDef) and ast.unparse(node.returns or node) == "str":
            given = [n.value for n in ast.walk(node) if isinstance(n, ast.Return) and n.value]
            returned[node.name] = {word for value in given for word in constants(value, {})}
    bound = [n.value for n in nodes if isinstance(n, ast.keyword) and n.arg == "reason"]
    bound += [n.value for n in nodes if isinstance(n, ast.Assign) and _names(n) == ["reason"]]
    for node in nodes:
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {
            "unresolved",
            "ambiguous",
        }:
            bound.append(node.args[-1])
    codes = {word for value in bound for word in constants(value, returned)}
    return {code for code in codes if re.fullmatch(r"[a-z]+(-[a-z]+)*", code)}


def _names(node: ast.Assign) -> list[str]:
    return [target.id for target in node.targets if isinstance(target, ast.Name)]


def test_every_reason_has_its_sentence(project: Path) -> None:
    """Why a citation was resolved so, or not at all, is told in both languages; none is dead."""
    codes = reasons(project / "loaders")
    assert len(codes) > 25
    for language in LANGUAGES:
        known = load_messages(language).sentences
        told = {key.removeprefix("reason.") for key in known if key.startswith("reason.")}
        assert codes ^ told == set(), language


def test_every_relation_and_repair_has_its_words(project: Path) -> None:
    """Kinds that the tables and the vocabulary hold can be told in both languages."""
    path = project / "loaders" / "relations" / "triggers.toml"
    entries = [
        entry
        for entries in tomllib.loads(path.read_text(encoding="utf-8")).values()
        if isinstance(entries, list)
        for entry in entries
    ]
    fields = ("kind", "in_title", "nested", "policy", "detailing")
    kinds = {f"relation.{entry[field]}" for entry in entries for field in fields if field in entry}
    words = (project / "ontology" / "luocdo.ttl").read_text(encoding="utf-8")
    for value, key in (("RepairKind", "repair."), ("ResolutionMethod", "method.")):
        kinds |= {
            key + name
            for name in re.findall(rf"^ldo:(\w+)\n    a ldo:{value}", words, re.MULTILINE)
        }
    assert len(kinds) > 20
    for language in LANGUAGES:
        assert kinds - load_messages(language).sentences.keys() == set(), language


def test_no_meaning_of_a_rule_is_dead(project: Path) -> None:
    """What is said of a rule belongs to a rule of a table or of the source."""
    ids = {
        word
        for folder in ("citations", "grammar", "relations")
        for path in (project / "loaders" / folder).iterdir()
        if path.suffix in {".py", ".toml"}
        for word in re.findall(r'"([\w-]+)"', path.read_text(encoding="utf-8"))
    }
    for language in LANGUAGES:
        rules = [key.partition(".")[2] for key in load_messages(language).means]
        assert rules
        assert [rule for rule in rules if rule.removeprefix("full:") not in ids] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_error_can_be_said(language: str) -> None:
    """No template asks for a value that an error does not have; braces in values are kept."""
    messages = load_messages(language)
    for code in messages.errors:
        said = messages.explain(LuocdoError(code, "a {b} c.", "d"), "tệp {x}.txt")
        assert "\n" not in said
        assert "{name}" not in said
