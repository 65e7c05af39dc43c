"""The quality of reading is measured by the shared scorer, kept, and compared with the last run."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import gold, history, probes, quality
from bench.gold import Figure, Mistake
from bench.probes import Mention, Probe, Result
from ontology.registry import load_registry

if TYPE_CHECKING:
    from pathlib import Path

SCORER = '''
import json
from pathlib import Path

class Tally:
    def __init__(self):
        self.hit, self.gold, self.pred, self.missed, self.extra = 0, 0, 0, [], []

def score(gold_dir, pred_file):
    """Compare the numbers of documents."""
    tally = Tally()
    (path,) = Path(gold_dir).glob("*.json")
    stated = json.loads(path.read_text())["metadata"]["number"]
    line = Path(pred_file).read_text()
    read = json.loads(line)["metadata"]["number"] if line else None
    tally.gold, tally.pred, tally.hit = 1, int(read is not None), int(read == stated)
    if read != stated:
        tally.missed.append((path.stem, ("number", stated)))
        tally.extra.append((path.stem, read))
    return {"metadata": tally}
'''
PAPER = """\
ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN
-------
Số: 44/CT-UBND
Lạng Sơn, ngày 7 tháng 5 năm 2024

CHỈ THỊ
Về cây hồi
"""
PROBES = (
    "text\texpected\tkind\tnote\n"
    'Theo Chỉ\\nthị số 33/CT-TTg ngày 20/8/2020.\t[{"number": "33/CT-TTg", "type": "CT", "date": "2020-08-20"}]\tplain\tx\n'
    'Theo Luật Thư viện.\t[{"number": "1/QH1", "type": "L"}]\tnamed\tnot so\n'
)
ONE = Figure(group="all", measure="tasks", hit=3, gold=4, predicted=6)
SLIP = Mistake(measure="tasks", document="a", kind="missed", item="II.1")


@pytest.fixture
def invented(tmp_path: Path) -> Path:
    """Return a folder like the shared one, with one paper read rightly and one wrongly."""
    shared = tmp_path / "shared"
    for folder in ("eval", "design", "seeds", "corpus", "gold/corpus"):
        (shared / folder).mkdir(parents=True)
    (shared / "eval" / "score.py").write_text(SCORER, encoding="utf-8")
    (shared / "design" / "probes.tsv").write_text(PROBES, encoding="utf-8")
    for folder, name, number in (("seeds", "a", "44/CT-UBND"), ("corpus", "b", "45/CT-UBND")):
        (shared / folder / f"{name}.txt").write_text(PAPER, encoding="utf-8")
        stated = {"metadata": {"number": number, "doc_type": "Chỉ thị"}}
        place = shared / ("gold" if folder == "seeds" else "gold/corpus")
        (place / f"{name}.json").write_text(json.dumps(stated), encoding="utf-8")
    return shared


def test_without_the_documents_one_sentence_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A checkout alone measures nothing, keeps nothing, and that is no fault."""
    assert quality.main(tmp_path, tmp_path / "kept.json") == 0
    assert capsys.readouterr().out.strip() == quality.MISSING
    assert not (tmp_path / "kept.json").exists()


def test_a_run_prints_figures_mistakes_and_probes(
    invented: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Both groups, all together and the kind have their table; the wrong ones are listed."""
    quality.main(invented, tmp_path / "kept.json")
    out = capsys.readouterr().out
    assert "missed  [b] number | 45/CT-UBND" in out
    assert "extra   [b] 44/CT-UBND" in out
    heads = [line.split("  ")[0] for line in out.splitlines() if line.startswith("== ")]
    assert heads[:5] == ["== metadata: 2 mistakes", "== seeds", "== corpus", "== all", "== Chỉ thị"]
    assert out.count("0.500  0.500  0.500   (1 of 2 gold, 2 predicted)") == 2
    assert "== probes: 1 of 2 sentences are read as stated\nplain 1/1, named 0/1" in out
    assert "    missed  L 1/QH1\n    extra   L (no number)" in out
    assert "== no earlier run" in out
    assert sorted(path.name for path in (invented / "eval").iterdir()) == ["score.py"]


def test_the_next_run_tells_what_changed(
    invented: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same again is no change; a mended paper is told by its mistake and its figures."""
    kept = tmp_path / "kept.json"
    quality.main(invented, kept)
    quality.main(invented, kept)
    assert "== nothing changed since the last run" in capsys.readouterr().out
    paper = invented / "corpus" / "b.txt"
    paper.write_text(PAPER.replace("44/CT", "45/CT"), encoding="utf-8")
    quality.main(invented, kept)
    told = capsys.readouterr().out.partition("== since the last run: 2 mended, 0 new")[2]
    assert "corpus metadata" in told
    assert "0.000 -> 1.000 (+1.000)" in told
    assert "mended  metadata: missed  [b] number | 45/CT-UBND" in told


def test_a_text_that_cannot_be_read_counts_as_missed(invented: Path) -> None:
    """An empty file stops nothing."""
    (invented / "corpus" / "b.txt").write_text("", encoding="utf-8")
    _, empty = gold.scores(invented, load_registry())
    assert [(f.hit, f.gold, f.predicted) for f in empty.figures] == [(0, 1, 0)]


def test_rates_of_a_figure() -> None:
    """Precision counts what was read, recall what is stated, F1 both."""
    assert (ONE.precision, ONE.recall, ONE.f1) == (0.5, 0.75, 0.6)
    nothing = replace(ONE, hit=0, gold=0, predicted=0)
    assert (nothing.precision, nothing.recall, nothing.f1) == (0.0, 0.0, 1.0)


@given(st.text(max_size=30))
def test_a_run_is_kept_whole(tmp_path_factory: pytest.TempPathFactory, item: str) -> None:
    """Whatever words a mistake has, they come back."""
    path = tmp_path_factory.mktemp("kept") / "run.json"
    run = history.Run(figures=(ONE,), mistakes=(replace(SLIP, item=item),))
    history.keep(run, path)
    assert history.last(path) == run


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"figures": [{"x": 1}], "mistakes": []}'])
def test_a_file_of_another_kind_is_no_run(tmp_path: Path, content: str) -> None:
    """It is written anew and stops nothing."""
    path = tmp_path / "run.json"
    assert history.last(path) is None
    path.write_text(content, encoding="utf-8")
    assert history.last(path) is None


def test_changes_count_each_mistake() -> None:
    """A mistake made twice and then once is mended once; small differences are none."""
    before = history.Run(figures=(ONE,), mistakes=(SLIP, SLIP))
    other = replace(SLIP, kind="extra")
    now = history.Run(figures=(replace(ONE, hit=4),), mistakes=(SLIP, other))
    changed = history.changes(before, now)
    assert (changed.mended, changed.new) == ((SLIP,), (other,))
    assert changed.figures == ((ONE, replace(ONE, hit=4)),)
    assert history.changes(now, now) == history.Changes(figures=(), mended=(), new=())


def test_probes_are_compared_mention_by_mention() -> None:
    """One stated twice and read once is missed once."""
    one = Mention(number="33/CT-TTg", type="CT", date="", term="")
    probe = Probe(text="x", kind="plain", stated=(one, one))
    assert not Result(probe=probe, read=(one,)).is_as_stated
    assert Result(probe=probe, read=(one,)).missed == (one,)
    dated = replace(one, date="2020-01-01")
    assert Result(probe=probe, read=(one, one, dated)).extra == (dated,)
    assert Result(probe=probe, read=(one, one)).is_as_stated


def test_what_a_probe_compares(tmp_path: Path) -> None:
    """Short numbers where stated, terms as codes, whole days alone, breaks as printed."""
    path = tmp_path / "probes.tsv"
    path.write_text(
        "text\texpected\tkind\tnote\n"
        'Sau 5 năm thực hiện Nghị quyết 35.\t[{"number": "35", "type": "NQ"}]\tshort\t\n'
        "Nghị quyết số 05-NQ/TW của Bộ Chính trị\\nkhóa XIII.\t"
        '[{"number": "05-NQ/TW", "type": "NQ", "term": "k13"}]\tunicode\t\n'
        "Số: 77/2024/QĐ-UBND. Tiền Giang, ngày 03 tháng 12 năm 2024\t[]\theader\t\n",
        encoding="utf-8",
    )
    read = probes.results(probes.read_probes(path), load_registry())
    assert [each.is_as_stated for each in read] == [True, True, True]


def test_groups_and_kinds_add_up(shared: Path) -> None:
    """Each real document counts once in its group, once in its kind and once in all."""
    registry = load_registry()
    figures = gold.summed(gold.scores(shared, registry))
    by_group = {(f.group, f.measure): f for f in figures}
    whole, seeds, corpus = (by_group[group, "citations"] for group in ("all", "seeds", "corpus"))
    assert whole.gold == seeds.gold + corpus.gold
    assert whole.hit == seeds.hit + corpus.hit
    kinds = [f for f in figures if f.measure == "citations" and f.group[0].isupper()]
    assert sum(f.gold for f in kinds) == whole.gold
    assert whole.f1 > 0.8
