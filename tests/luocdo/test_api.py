"""Four verbs for Python users, in order of use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaders.errors import SecretDocument
from luocdo import api
from luocdo.settings import Settings
from ontology.namespaces import LDO
from queries.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path

PLAN = """ỦY BAN NHÂN DÂN
TỈNH TIỀN GIANG
Số: 77/KH-UBND
Tiền Giang, ngày 02 tháng 02 năm 2024

KẾ HOẠCH
Kiểm tra bến khách ngang sông theo Chỉ thị số 12/CT-TTg ngày 25/4/2019 của Thủ tướng Chính phủ
"""


def test_a_paper_is_extracted_built_and_checked(tmp_path: Path) -> None:
    """What is read becomes a graph, and the check names what it lacks."""
    paper = tmp_path / "kế hoạch.txt"
    paper.write_text(PLAN, encoding="utf-8")
    document = api.extract(paper)
    assert document.path == "id/vn/kh/ubnd-tien-giang/2024/77"
    graph = api.build(document)
    assert [str(number) for number in graph.objects(None, LDO.citedNumber)] == ["12/CT-TTg"]
    codes = {f.code for f in api.check(graph).findings if f.document.endswith("/2024/77")}
    assert "D6" in codes


def test_a_secret_paper_needs_leave(tmp_path: Path) -> None:
    """It is refused unless the settings allow it."""
    paper = tmp_path / "mật.txt"
    paper.write_text(PLAN.replace("KẾ HOẠCH\n", "MẬT\n\nKẾ HOẠCH\n", 1), encoding="utf-8")
    with pytest.raises(SecretDocument):
        api.extract(paper)
    assert api.extract(paper, Settings(allow_secret=True)).metadata.secrecy is not None


def test_an_empty_store_answers_nothing(tmp_path: Path) -> None:
    """There is nothing to ask before something is loaded."""
    with pytest.raises(StoreError):
        api.ask("missing", {}, Settings(store=tmp_path))
