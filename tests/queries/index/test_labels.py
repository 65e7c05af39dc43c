"""What things are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.index.labels import document_labels, name_labels, task_summaries

if TYPE_CHECKING:
    from queries.store.folder_reader import FolderReader

BASE = "https://w3id.org/luocdo/id/vn"


def test_documents_are_called_by_number_and_title(reader: FolderReader) -> None:
    """One that nothing describes has no label."""
    known = f"{BASE}/ct/ubnd-lam-thanh/2024/7"
    found = document_labels(reader.index(), [known, "urn:nothing", known])
    assert found == {known: "07/CT-UBND: Về bảo đảm trật tự các bến đò trong tỉnh"}


def test_bodies_are_called_by_their_vietnamese_names(reader: FolderReader) -> None:
    """Whatever other languages have."""
    secretariat = f"{BASE}/agency/bbt"
    assert name_labels(reader.index(), [secretariat]) == {secretariat: "Ban Bí thư"}


def test_tasks_are_summed_up(reader: FolderReader) -> None:
    """Those that say what is to be done."""
    task = f"{BASE}/ct/ubnd-lam-thanh/2024/7/obl/445-507"
    assert task_summaries(reader.index(), [task, "urn:x"]) == {task: "kéo giảm tai nạn đường thủy"}
