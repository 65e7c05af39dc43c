"""Whatever a file does to its parser, it costs that file alone, and is told in one sentence."""

from __future__ import annotations

import importlib.util
import os
import signal
import time
from hashlib import sha256
from multiprocessing import Pipe
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from loaders.errors import DocumentError, UnreadableDocument
from loaders.readers import Limits, media_type
from loaders.records import SourceFile, SourceText
from luocdo.files import find_files, open_file
from luocdo.loading import reader_process
from luocdo.loading.reader_process import ReaderProcess, read_apart, serve
from luocdo.messages import load_messages

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = "<html><p>Kế hoạch số 15/KH-UBND</p></html>".encode()
LIMITS = Limits()
FAR, MEGABYTES = 30.0, 2_000


def file_of(name: str, content: bytes) -> SourceFile:
    return SourceFile(
        name=name,
        media_type=media_type(name, content[:4096]),
        content=content,
        sha256=sha256(content).hexdigest(),
    )


GOOD = file_of("tốt.html", PAGE)


@pytest.fixture
def process() -> Iterator[ReaderProcess]:
    running = ReaderProcess(MEGABYTES, FAR)
    yield running
    running.end()


def hostile_files() -> list[tuple[str, bytes]]:
    """Return the files of `hostile.py`, which stands beside this test."""
    spec = importlib.util.spec_from_file_location("hostile", Path(__file__).with_name("hostile.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return list(module.hostile_files())


def test_fifty_hostile_files_cost_no_neighbour(tmp_path: Path) -> None:
    """Each is read or refused in one Vietnamese sentence that names it; good files are read."""
    hostile = hostile_files()
    assert len(hostile) >= 50
    for name, content in hostile:
        (tmp_path / name).write_bytes(content)
        (tmp_path / f"{name} láng giềng.html").write_bytes(PAGE)
    said, read = load_messages("vi"), set()
    faults: dict[str, DocumentError] = {}
    for found in find_files([str(tmp_path)]).files:
        try:
            file = open_file(found, 50_000_000)
            read_apart(file, LIMITS, megabytes=MEGABYTES, seconds=FAR)
        except DocumentError as fault:
            faults[found.name] = fault
        else:
            read.add(found.name)
    assert {fault.code for fault in faults.values()} <= set(said.errors)
    sentences = {name: said.explain(fault, name) for name, fault in faults.items()}
    assert all(sentence.startswith(f"{name}:") for name, sentence in sentences.items())
    assert {f"{name} láng giềng.html" for name, _ in hostile} <= read
    assert len(sentences) > 40


def test_a_process_reads_file_after_file(process: ReaderProcess) -> None:
    """Starting one takes a while, so it is kept; faults of documents come through as they are."""
    text = process.read(GOOD, LIMITS).text
    assert text == "Kế hoạch số 15/KH-UBND"
    assert process._child._running is not None
    first = process._child._running.pid
    with pytest.raises(UnreadableDocument) as caught:
        process.read(file_of("x.html", b"<html></html>"), LIMITS)
    assert (caught.value.code, caught.value.hint != "") == ("empty-document", True)
    assert process.read(GOOD, LIMITS).text == text
    assert process._child._running.pid == first


def test_silence_ends_the_process_and_not_the_load() -> None:
    """A file that keeps its parser busy for ever is refused; the next one gets a new process."""
    process = ReaderProcess(MEGABYTES, 0.001)
    with pytest.raises(UnreadableDocument, match=r"more than 0\.001 seconds") as caught:
        process.read(GOOD, LIMITS)
    assert caught.value.code == "reading-took-too-long"
    process._seconds = FAR
    assert process.read(GOOD, LIMITS).text
    process.end()


def test_a_crash_is_told_and_the_next_file_is_read(process: ReaderProcess) -> None:
    """A parser that falls over takes its process with it, and nothing else."""
    process.read(GOOD, LIMITS)
    assert process._child._running is not None
    child = process._child._running.pid
    os.kill(child, signal.SIGSTOP)
    faults: list[DocumentError] = []

    def read() -> None:
        try:
            process.read(GOOD, LIMITS)
        except DocumentError as fault:
            faults.append(fault)

    reading = Thread(target=read)
    reading.start()
    time.sleep(0.2)
    os.kill(child, signal.SIGKILL)
    reading.join()
    assert [fault.code for fault in faults] == ["reading-broke-off"]
    assert process.read(GOOD, LIMITS).text


def test_text_needs_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """What no foreign parser reads is read here, and so is the refusal of an unknown kind."""
    monkeypatch.setattr(reader_process, "ReaderProcess", None)
    reader_process._shared.cache_clear()
    plain = file_of("a.txt", b"abc")
    assert read_apart(plain, LIMITS, megabytes=1, seconds=1).text == "abc"
    with pytest.raises(DocumentError):
        read_apart(file_of("a.zip", b"PK\x03\x04"), LIMITS, megabytes=1, seconds=1)


def test_signs_of_life_and_want_of_memory_come_through(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process tells of each page, and of the end of its memory."""

    def read(file: SourceFile, limits: Limits) -> SourceText:
        limits.alive()
        if file.name == "lớn":
            raise MemoryError
        return SourceText(source_sha256="", text="x")

    monkeypatch.setattr(reader_process.readers, "read", read)
    ours, theirs = Pipe()
    serving = Thread(target=serve, args=(theirs,))
    serving.start()
    for name in ("a", "lớn"):
        ours.send((file_of(name, b"x"), LIMITS))
    told = [ours.recv() for _ in range(4)]
    ours.close()
    serving.join()
    assert told[0] is told[2] is None
    assert told[1].text == "x"
    assert told[3].code == "reading-broke-off"
