"""What the tests of the roof share: an own place, a way to run a command, and a loaded store."""

from __future__ import annotations

import io
import os
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from luocdo.checking import Checker
from luocdo.commands import main
from luocdo.files import find_files, open_file
from luocdo.opening import open_pipeline
from luocdo.settings import Settings
from ontology.namespaces import DEFAULT_BASE
from queries.store.folder_reader import FolderReader
from queries.store.texts import TextFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from loaders.records import SourceFile
    from luocdo.pipeline import Pipeline
    from ontology.validation import ValidationReport

CHECKED = "id/vn/ct/ubnd-song-may/2023/9"
"""The document of the examples that is checked once for all tests."""

DIRECTIVE = """\
ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 07/CT-UBND
Lạng Sơn, ngày 12 tháng 3 năm 2024

CHỈ THỊ
Về việc tăng cường phòng cháy, chữa cháy rừng

Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017;
Thực hiện Chỉ thị số 12/CT-TTg ngày 25 tháng 4 năm 2019 của Thủ tướng Chính phủ, Chủ tịch Ủy ban
nhân dân tỉnh yêu cầu:

1. Sở Tài chính chủ trì, phối hợp với Công an tỉnh rà soát kinh phí trước ngày 15 tháng 6 năm 2024.

2. Công an tỉnh kiểm tra các khu rừng có nguy cơ cháy cao.

Nơi nhận:
- Sở Tài chính;
- Lưu: VT.

CHỦ TỊCH
Hồ Tiến Thiệu Minh
"""
"""An invented directive that rests on a real one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What a command did: its exit code and what it printed."""

    code: int
    out: str
    err: str


def run(*words: str | Path) -> Done:
    """Run a command as a person would, and return what happened."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code = main([str(word) for word in words])
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
    return Done(code=int(code), out=out.getvalue(), err=err.getvalue())


@pytest.fixture(scope="session")
def luocdo() -> Callable[..., Done]:
    """Return what runs a command in this process."""
    return run


@pytest.fixture(autouse=True)
def _own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in an empty folder, with no settings of the person who runs the tests."""
    for name in [name for name in os.environ if name.startswith("LUOCDO_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="session")
def examples(project: Path) -> Path:
    """Return the folder of the documents of the invented province."""
    return project / "examples"


@pytest.fixture(scope="session")
def store(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store with all examples, loaded once; tests only read it."""
    folder = tmp_path_factory.mktemp("examples") / "store"
    done = run("load", "--store", folder, "--registers", examples / "registers", examples)
    assert done.code == 0, done.err
    return folder


def paths_of(store: Path) -> tuple[str, ...]:
    """Return the paths of the documents of a store."""
    start = f"{DEFAULT_BASE}graph/doc/"
    graphs = FolderReader(store).graphs()
    return tuple(f"id/{g.removeprefix(start)}" for g in graphs if g.startswith(start))


@pytest.fixture(scope="session")
def checker(store: Path) -> Checker:
    """Return a checker of the example store."""
    return Checker(source=FolderReader(store), texts=TextFolder(root=store), base=DEFAULT_BASE)


@pytest.fixture(scope="session")
def checked(checker: Checker) -> ValidationReport:
    """Return what a check finds on one document."""
    return checker.check((CHECKED,))


@pytest.fixture
def directive(tmp_path: Path) -> Path:
    """Return a file with an invented directive."""
    path = tmp_path / "chi-thi.txt"
    path.write_text(DIRECTIVE, encoding="utf-8")
    return path


@pytest.fixture
def opened() -> Callable[[Path], SourceFile]:
    """Return what opens a file."""

    def open_one(path: Path) -> SourceFile:
        (found,) = find_files([str(path)]).files
        return open_file(found, 1_000_000)

    return open_one


@pytest.fixture
def pipeline(tmp_path: Path) -> Iterator[Pipeline]:
    """Return the pipeline of an empty store."""
    with open_pipeline(Settings(store=tmp_path / "store")) as opened:
        yield opened
