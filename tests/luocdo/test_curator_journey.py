"""What a curator does, in a real browser on the real server: sign in, review, add, check a draft."""

from __future__ import annotations

import os
import shutil
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import waitress

from luocdo.curation.accounts import Accounts
from luocdo.serve import listen, open_site
from luocdo.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

CHROMIUM = Path(os.environ.get("LUOCDO_CHROMIUM", "/usr/bin/chromium"))
PASSWORD = "một mật khẩu đủ dài"  # noqa: S105 - of an account that lives as long as a test
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(store: Path, examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a copy of the examples that has a curator."""
    own = tmp_path_factory.mktemp("curated") / "store"
    shutil.copytree(store, own)
    Accounts(folder=own).add("lan", PASSWORD)
    listening = listen("127.0.0.1", 0)
    address = f"http://127.0.0.1:{listening.getsockname()[1]}"
    settings = Settings(store=own, registers=examples / "registers", query_workers=1)
    with open_site(settings, f"{address}/") as app:
        server = waitress.create_server(app, sockets=[listening], threads=4)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        yield address
        server.close()


@pytest.fixture(scope="module")
def page(site: str) -> Iterator[Page]:
    """Return a tab in which the curator is signed in."""
    if not CHROMIUM.exists():
        pytest.skip(f"Chromium is not installed at {CHROMIUM}")
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        tab = browser.new_context(locale="vi-VN").new_page()
        tab.set_default_timeout(60_000)
        tab.goto(f"{site}/account")
        tab.fill("#account-name", "lan")
        tab.fill("#account-password", PASSWORD)
        tab.locator("main").get_by_role("button", name="Đăng nhập").click()
        tab.wait_for_url("**/review")
        yield tab
        browser.close()


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


@pytest.mark.parametrize("address", ["/account", "/review", "/add", "/draft"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_axe_finds_nothing(page: Page, site: str, address: str, lang: str) -> None:
    """The pages of curators are as open to everybody as the others."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page.goto(f"{site}{address}?lang={lang}")
    answer = axe.run(page, options={"runOnly": RULES})
    assert [fault["id"] for fault in answer.response["violations"]] == []
