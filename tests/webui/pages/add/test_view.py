"""Files are read for a signed-in curator, shown as text, and stored only when accepted."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from tests.webui.pages.curating import sign_in, token_of
from webui.limits import Limit
from webui.pages.account import view as account
from webui.pages.add import view
from webui.ports import Acceptance, ReadCitation, ReadPart, ReadTask, UploadReading

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

    from tests.webui.pages.curating import Uploads

HOSTILE = "<script>alert(1)</script>"
DOCUMENT = "https://w3id.org/luocdo/id/vn/ct/ubnd-song-may/2023/9"
READING = UploadReading(
    token="",
    name="",
    document=DOCUMENT,
    text=f"Số 9 {HOSTILE} Căn cứ Luật A. Sở B làm ngay.",
    fields=(ReadPart(kind="number", value=f"9 {HOSTILE}", start=0, end=4),),
    citations=(
        ReadCitation(start=31, end=43, relation="basedOn", status="resolved", target=DOCUMENT),
        ReadCitation(start=38, end=43, relation="mentions", status="unresolved", target=""),
    ),
    tasks=(
        ReadTask(
            start=45,
            end=60,
            summary=f"Sở B {HOSTILE}",
            parts=(
                ReadPart(kind="body", value="Sở B", start=45, end=49, note="lead"),
                ReadPart(kind="deadline", value="ngay", start=54, end=58, note="2024-01-31"),
                ReadPart(kind="target", value="90%"),
            ),
        ),
    ),
)


@pytest.fixture(autouse=True)
def _few_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each test have few tries."""
    monkeypatch.setattr(view, "TRIES", Limit(name="files", most=3, seconds=300))
    monkeypatch.setattr(account, "TRIES", Limit(name="passwords", most=9, seconds=300))


def send(client: FlaskClient, *files: tuple[bytes, str], token: str | None = None) -> TestResponse:
    """Send files with the form of the page."""
    known = token_of(client.get("/add")) if token is None else token
    sent = {"token": known, "files": [(io.BytesIO(content), name) for content, name in files]}
    return client.post("/add/read", data=sent, content_type="multipart/form-data")


def press(client: FlaskClient, button: str) -> TestResponse:
    """Press a button of the first file that waits."""
    return client.post(f"/add/{0:032x}/{button}", data={"token": token_of(client.get("/add"))})


def test_what_was_read_is_shown_with_its_marks(curated: FlaskClient, uploads: Uploads) -> None:
    """Marks lead to facts and facts to marks; whatever a file or its name holds is text."""
    sign_in(curated)
    uploads.reading = READING
    name = f"../{HOSTILE.replace('/', '')}.docx"
    answer = send(curated, (b"PK", name))
    assert (answer.status_code, answer.location) == (303, "/add")
    assert [u.content for _, u, _ in uploads.kept.values()] == [b"PK"]
    listed = curated.get("/add")
    assert "2 viện dẫn, 1 nhiệm vụ" in listed.text
    page = curated.get(f"/add/{0:032x}")
    for place in ('id="w-31-43"', 'href="#w-31-43"', 'href="#cit-1"', 'id="task-1"', 'id="w-0-4"'):
        assert place in page.text
    assert "31/01/2024" in page.text or "31-01-2024" in page.text or "31/1/2024" in page.text
    assert "<script>alert" not in listed.text + page.text
    assert page.headers["Cache-Control"] == listed.headers["Cache-Control"] == "no-store"


def test_a_file_is_stored_when_it_is_accepted(curated: FlaskClient, uploads: Uploads) -> None:
    """Then its document is shown."""
    sign_in(curated)
    uploads.acceptance = Acceptance(document=DOCUMENT)
    send(curated, (b"a", "a.txt"))
    assert uploads.accepted == []
    answer = press(curated, "accept")
    assert (answer.status_code, answer.location) == (303, "/doc/vn/ct/ubnd-song-may/2023/9")
    assert uploads.accepted == [f"{0:032x}"]


def test_what_cannot_be_stored_says_why(curated: FlaskClient, uploads: Uploads) -> None:
    """On the page of the file, which still waits."""
    sign_in(curated)
    uploads.acceptance = Acceptance(refusal="Kho đang bận.")
    send(curated, (b"a", "a.txt"))
    answer = press(curated, "accept")
    assert answer.status_code == 409
    assert "Kho đang bận." in answer.text


def test_a_file_is_discarded(curated: FlaskClient, uploads: Uploads) -> None:
    """Also one that could not be read, which only says why."""
    sign_in(curated)
    uploads.reading = UploadReading(token="", name="", refusal=f"Hỏng {HOSTILE}.")
    send(curated, (b"a", "a.txt"))
    page = curated.get("/add")
    assert "Hỏng &lt;script" in page.text
    assert "/accept" not in page.text
    assert press(curated, "discard").status_code == 303
    assert uploads.kept == {}


def test_a_visitor_is_led_to_the_account(curated: FlaskClient, uploads: Uploads) -> None:
    """And can send nothing, look at nothing, accept nothing."""
    page = curated.get("/add")
    assert "Đăng nhập để thêm văn bản" in page.text
    token = token_of(curated.get("/account"))
    assert send(curated, (b"a", "a.txt"), token=token).status_code == 403
    for address in ("accept", "discard"):
        sent = curated.post(f"/add/{0:032x}/{address}", data={"token": token})
        assert sent.status_code == 403
    assert curated.get(f"/add/{0:032x}").status_code == 403
    assert uploads.kept == {}


def test_what_another_session_sent_is_not_seen(curated: FlaskClient, uploads: Uploads) -> None:
    """Not even by the same curator elsewhere."""
    sign_in(curated)
    send(curated, (b"a", "a.txt"))
    other = curated.application.test_client()
    sign_in(other)
    assert "a.txt" not in other.get("/add").text
    assert other.get(f"/add/{0:032x}").status_code == 404
    assert press(other, "accept").status_code == 404
    press(other, "discard")
    assert len(uploads.kept) == 1
    assert uploads.accepted == []


def test_a_form_of_another_site_sends_nothing(curated: FlaskClient, uploads: Uploads) -> None:
    """Its token is not of this session."""
    sign_in(curated)
    assert send(curated, (b"a", "a.txt"), token="guessed").status_code == 400  # noqa: S106 - a wrong one
    assert curated.post(f"/add/{0:032x}/accept", data={}).status_code == 400
    assert uploads.kept == {}


@pytest.mark.parametrize(
    ("files", "status"),
    [
        ((), 400),
        (tuple((b"a", f"{n}.txt") for n in range(5)), 409),
        (tuple((b"a", f"{n}.txt") for n in range(11)), 409),
        (((b"a" * 3_100_000, "a.txt"),), 413),
    ],
)
def test_nothing_too_much_and_too_large(
    curated: FlaskClient, uploads: Uploads, files: tuple[tuple[bytes, str], ...], status: int
) -> None:
    """Nothing is kept then."""
    sign_in(curated)
    assert send(curated, *files).status_code == status
    assert uploads.kept == {}


def test_files_may_be_larger_than_other_forms(curated: FlaskClient, uploads: Uploads) -> None:
    """Up to the bound of the desk; others keep theirs."""
    sign_in(curated)
    assert send(curated, (b"a" * 2_900_000, "a.txt")).status_code == 303
    assert len(uploads.kept) == 1
    assert curated.post("/account/leave", data={"token": "a" * 2_900_000}).status_code == 413


def test_few_forms_an_address(curated: FlaskClient) -> None:
    """The rest is sent away for a while."""
    sign_in(curated)
    assert [send(curated, (b"a", "a")).status_code for _ in range(4)] == [303, 303, 303, 429]


def test_the_page_is_led_to_where_there_is_one(curated: FlaskClient, client: FlaskClient) -> None:
    """A site that only shows has none."""
    assert 'href="/add"' in curated.get("/").text
    assert "Nothing is stored before you accept it" in curated.get("/add?lang=en").text
    assert 'href="/add"' not in client.get("/").text
    assert client.get("/add").status_code == 404
    assert client.post("/add/read").status_code == 404
