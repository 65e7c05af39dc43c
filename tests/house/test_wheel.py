"""What is installed works without the sources beside it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

ROOMS = ("luocdo", "ontology", "loaders", "queries", "webui")
PAPER = """\
UBND TỈNH LẠNG SƠN
SỞ TÀI CHÍNH
Số: 15/STC-NS
V/v rà soát dự toán

Lạng Sơn, ngày 04 tháng 6 năm 2024

Kính gửi: Các sở, ban, ngành tỉnh.

Thực hiện Chỉ thị số 12/CT-TTg ngày 25 tháng 4 năm 2019 của Thủ tướng Chính phủ, Sở Tài chính đề
nghị các đơn vị gửi dự toán trước ngày 20 tháng 6 năm 2024.
"""


def run(folder: Path, *words: str, site: Path | None = None) -> str:
    """Run our own interpreter in a folder, and return what it printed."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("LUOCDO_")}
    if site:
        environment["PYTHONPATH"] = str(site)
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


@pytest.fixture(scope="module")
def wheel(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel, built from the sources."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ("--wheel", "--no-isolation", "--outdir", str(folder))
    run(project, "-m", "build", *options, str(project))
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder into which only the wheel is installed."""
    folder = tmp_path_factory.mktemp("site")
    options = ("--quiet", "--no-deps", "--no-index", "--disable-pip-version-check")
    run(folder, "-m", "pip", "install", *options, "--target", str(folder), str(wheel))
    return folder


def test_every_data_file_is_in_the_wheel(project: Path, wheel: Path) -> None:
    """Tables, registers, questions, shapes, templates, scripts: none is left out."""
    packed = set(zipfile.ZipFile(wheel).namelist())
    missing = [
        name
        for room in ROOMS
        for path in sorted((project / room).rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
        if (name := path.relative_to(project).as_posix()) not in packed
    ]
    assert missing == []
    assert [name for name in packed if name.split("/")[0] in {"tests", "bench", "docs"}] == []


def test_the_installed_program_reads_keeps_and_answers(site: Path, tmp_path: Path) -> None:
    """From an empty folder: help, extraction, loading, a check, a question, the home page."""
    luocdo = str(site / "bin" / "luocdo")
    (tmp_path / "cong-van.txt").write_text(PAPER, encoding="utf-8")
    where = run(tmp_path, "-c", "import luocdo; print(luocdo.__file__)", site=site)
    assert where.startswith(str(site))
    assert "extract" in run(tmp_path, luocdo, "--help", site=site)
    read = json.loads(run(tmp_path, luocdo, "extract", "cong-van.txt", site=site))
    assert read["metadata"]["number"] == "15/STC-NS"
    assert [citation["number"] for citation in read["citations"]] == ["12/CT-TTg"]
    own = ("--store", "kho")
    assert "Đã nạp 1 văn bản" in run(tmp_path, luocdo, "load", *own, "cong-van.txt", site=site)
    asked = ("query", "lineage-up", "--doc", "15/STC-NS", "--format", "json")
    assert json.loads(run(tmp_path, luocdo, *asked, *own, site=site))
    assert "2019" in run(tmp_path, luocdo, "lineage", *own, "15/STC-NS", site=site)
    home = (
        "from pathlib import Path; from luocdo.serve import open_site;"
        "from luocdo.settings import Settings\n"
        "if __name__ == '__main__':\n"
        "    with open_site(Settings(store=Path('kho')), 'http://localhost/') as app:\n"
        "        print(app.test_client().get('/').status)\n"
    )
    (tmp_path / "home.py").write_text(home, encoding="utf-8")
    assert run(tmp_path, "home.py", site=site).startswith("200")
