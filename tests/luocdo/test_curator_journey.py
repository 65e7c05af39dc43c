"""What a curator does, in a real browser on the real server: sign in, review, add, check a draft."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from luocdo.curation.accounts import Accounts
from luocdo.settings import Settings
from tests.luocdo.serving import visited

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

PASSWORD = "một mật khẩu đủ dài"  # noqa: S105 - of an account that lives as long as a test
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def opened(
    store: Path, examples: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Page]]:
    """Return the address of a copy of the examples, and a tab in which a curator is signed in."""
    own = tmp_path_factory.mktemp("curated") / "store"
    shutil.copytree(store, own)
    Accounts(folder=own).add("lan", PASSWORD)
    settings = Settings(store=own, registers=examples / "registers", query_workers=1)
    with visited(settings) as (address, tab):
        tab.page.goto(f"{address}/account")
        tab.page.fill("#account-name", "lan")
        tab.page.fill("#account-password", PASSWORD)
        tab.page.locator("main").get_by_role("button", name="Đăng nhập").click()
        tab.page.wait_for_url("**/review")
        yield address, tab.page


@pytest.fixture
def site(opened: tuple[str, Page]) -> str:
    """Return the address of the site."""
    return opened[0]


@pytest.fixture
def page(opened: tuple[str, Page]) -> Page:
    """Return the tab."""
    return opened[1]


def test_an_open_citation_is_settled(page: Page, site: str) -> None:
    """The curator names the document by its number; the page shows it at once, with the reason."""
    page.goto(f"{site}/review")
    page.locator("main blockquote a").first.click()
    page.get_by_label("Sửa", exact=True).check()
    page.locator("input[name=value-citedWork]").fill("48 ct/tw")
    page.get_by_label("Lý do").fill("Theo ngày ban hành")
    page.get_by_role("button", name="Ghi quyết định").click()
    page.get_by_role("heading", name="Quyết định đã ghi").wait_for()
    assert "Chỉ thị 48-CT/TW" in page.locator("main").inner_text()
    assert "Theo ngày ban hành" in page.locator("main").inner_text()


def test_a_file_is_read_looked_at_and_kept(page: Page, site: str, directive: Path) -> None:
    """It stands in the collection after it was accepted, not before."""
    document = f"{site}/doc/vn/ct/ubnd-lang-son/2024/7"
    answer = page.request.get(document, headers={"Accept": "text/html"})
    assert answer.status == 404
    page.goto(f"{site}/add")
    page.set_input_files("#add-files", str(directive))
    page.get_by_role("button", name="Đọc").click()
    page.get_by_role("link", name=directive.name).click()
    assert page.locator("main mark").count() >= 2
    page.locator("form.choice button").first.click()
    page.wait_for_url("**/doc/vn/ct/ubnd-lang-son/2024/7*")
    assert page.locator("h1").inner_text() == "Chỉ thị 07/CT-UBND"


def test_a_draft_is_looked_through(page: Page, site: str) -> None:
    """A body that no longer exists and a task without a day are told with their words."""
    page.goto(f"{site}/draft")
    page.fill(
        "#draft-words",
        "ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\n-------\nSố: /CT-UBND\nLạng Sơn, ngày  tháng  năm 2025\n\n"
        "CHỈ THỊ\nVề phòng cháy rừng\n\nChủ tịch Ủy ban nhân dân tỉnh yêu cầu:\n\n"
        "1. Sở Lao động - Thương binh và Xã hội rà soát các hộ ở gần rừng.\n",
    )
    page.locator("form:has(#draft-words) button").click()
    page.locator("#h-remarks").wait_for()
    assert any("Sở Lao động" in words for words in page.locator("main mark").all_inner_texts())
