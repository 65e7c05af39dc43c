"""About fifty files that were made to break what reads them, written from scratch."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Iterator

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTITIES = (
    '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
OUTSIDE = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)


def packed(**parts: bytes | str) -> bytes:
    """Return a zip of parts; two low lines stand for a slash and one for a point."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/").replace("_", "."), content)
    return made.getvalue()


def docx(body: str, before: str = "") -> bytes:
    """Return a Word file whose body is given."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", TYPES)
        package.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r" Type="{OFFICE}" '
            'Target="word/document.xml"/></Relationships>',
        )
        package.writestr(
            "word/document.xml",
            f'{before}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
        )
    return made.getvalue()


def odt(body: str, before: str = "") -> bytes:
    """Return an OpenDocument text whose body is given."""
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    return packed(
        content_xml=f'{before}<o:document-content xmlns:o="{office}" xmlns:t="{text}"><o:body>'
        f"<o:text>{body}</o:text></o:body></o:document-content>"
    )


def pdf(*objects: bytes, trailer: bytes = b"/Root 1 0 R") -> bytes:
    """Return a PDF of objects numbered from 1."""
    body = b"".join(b"%d 0 obj%sendobj\n" % (i, one) for i, one in enumerate(objects, start=1))
    return b"%PDF-1.7\n" + body + b"trailer<<" + trailer + b">>\n%%EOF"


def stream(content: bytes, more: bytes = b"") -> bytes:
    """Return a stream object."""
    return b"<<%s/Length %d>>stream\n%s\nendstream " % (more, len(content), content)


def page(content: bytes = b"", box: bytes = b"[0 0 600 800]", more: bytes = b"") -> bytes:
    """Return a PDF of one page."""
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox%s/Contents 4 0 R%s>>" % (box, more),
        stream(content),
    )


def png(width: int, height: int) -> bytes:
    """Return a PNG that says a size and holds next to nothing."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(c)) + k + c + struct.pack(">I", zlib.crc32(k + c)) for k, c in parts
    )


def tiff_in_a_circle() -> bytes:
    """Return a TIFF whose last page is followed by its first."""
    made = BytesIO()
    Image.new("1", (8, 8)).save(made, "TIFF")
    content = bytearray(made.getvalue())
    (start,) = struct.unpack_from("<I", content, 4)
    (entries,) = struct.unpack_from("<H", content, start)
    struct.pack_into("<I", content, start + 2 + 12 * entries, start)
    return bytes(content)


def hostile_files() -> Iterator[tuple[str, bytes]]:
    """Give name and content of each file."""
    yield from _texts()
    yield from _packages()
    yield from _old_formats()
    yield from _pdfs()
    yield from _pictures()


def _texts() -> Iterator[tuple[str, bytes]]:
    yield "rỗng.txt", b""
    yield "khoảng trắng.txt", b" \n\t" * 1000
    yield "nhị phân.txt", bytes(range(256)) * 50
    yield "không.txt", b"\0" * 10_000
    yield "dấu chồng.txt", ("a" + "\u0301" * 700_000 + "\u0323" * 700_000).encode()
    yield "utf16-cụt.txt", b"\xff\xfea"
    yield "utf32-sai.txt", b"\xff\xfe\0\0\xff\xff\xff\xff"
    yield "điều khiển.md", b"\x1b[2J" * 100 + b"\x07" * 500
    yield "lồng sâu.html", b"<html>" + b"<div>" * 50_000
    yield "bảng lồng.html", b"<html>" + b"<table><tr><td>" * 3_000
    yield "thẻ dở.html", b"<html><!--" + b"<a " * 20_000
    yield "chỉ khung.html", b"<html><body><script>alert(1)</script><nav>x</nav></body></html>"
    yield "thuộc tính.html", b"<html><p " + b"a='b' " * 30_000


def _packages() -> Iterator[tuple[str, bytes]]:
    zeros = b"0" * 20_000_000
    yield "bom.docx", packed(word__document_xml=zeros * 15)
    yield "bom thẻ.docx", packed(word__document_xml="<a/>" * 5_000_000)
    yield "thực thể.docx", docx("<w:p><w:r><w:t>&i;</w:t></w:r></w:p>", ENTITIES)
    yield "ra ngoài.docx", docx("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", OUTSIDE)
    yield "bảng sâu.docx", docx("<w:tbl><w:tr><w:tc>" * 5_000)
    yield "thiếu phần.docx", packed(word__a_xml="<a/>")
    yield "cụt.docx", docx("<w:p/>")[:200]
    yield "mật khẩu.docx", OLE + bytes(4000)
    yield "thực thể.odt", odt("<t:p>&i;</t:p>", ENTITIES)
    yield "ra ngoài.odt", odt("<t:p>&a;</t:p>", OUTSIDE)
    yield "sâu.odt", odt("<t:span>" * 5_000)
    yield "bom.odt", packed(content_xml=zeros * 15)
    yield "lặp.odt", odt("<t:p>" + "<t:s t:c='99999999'/>" * 200 + "</t:p>")
    yield "hỏng.zip", b"PK\x03\x04" + bytes(100)
    yield "bom.zip", packed(a_txt=zeros)
    yield "lồng.zip", packed(a_zip=packed(b_zip=packed(c_txt="x")))
    yield "đường dẫn.zip", packed(**{"..__..__etc__passwd_txt": b"\0\1\2"})


def _old_formats() -> Iterator[tuple[str, bytes]]:
    yield "trống.doc", OLE
    yield (
        "vòng.doc",
        OLE
        + bytes(16)
        + struct.pack("<5H6x9I", 62, 3, 65534, 9, 6, *[0] * 9)
        + (struct.pack("<110I", *[0] * 110)),
    )
    yield "rác.doc", OLE + bytes(range(256)) * 40
    yield "sâu.rtf", b"{\\rtf1" + b"{\\b" * 200_000
    yield "đóng thừa.rtf", b"{\\rtf1 " + b"}" * 100_000
    yield "số lớn.rtf", b"{\\rtf1\\u99999999999999 \\uc999999 \\f99999999999 }"
    yield "ảnh.rtf", b"{\\rtf1{\\pict " + b"ff" * 500_000 + b"}}"


def _pdfs() -> Iterator[tuple[str, bytes]]:
    bomb = zlib.compress(zlib.compress(b"0" * 50_000_000))
    yield "đầu.pdf", b"%PDF-1.7"
    yield (
        "vòng trang.pdf",
        pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>"),
    )
    yield (
        "quá nhiều trang.pdf",
        pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 999999999/Kids[]>>"),
    )
    yield "khổng lồ.pdf", page(b"BT /F1 9 Tf (x) Tj ET", b"[0 0 9999999 9999999]")
    yield "khổ âm.pdf", page(b"0 0 m", b"[0 0 -5 nan]")
    yield (
        "bom.pdf",
        pdf(
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
            stream(bomb, b"/Filter[/FlateDecode/FlateDecode]"),
        ),
    )
    form = (
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 5 0 R>>>>/Length 5>>"
    )
    yield (
        "vòng hình.pdf",
        pdf(
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</A 5 0 R>>>>>>",
            stream(b"/A Do"),
            form + b"stream\n/A Do\nendstream ",
        ),
    )
    yield "mật khẩu.pdf", pdf(b"<<>>", trailer=b"/Root 1 0 R/Encrypt<</Filter/X>>/ID[(a)(a)]")
    font = b"/Resources<</Font<</F1<</Type/Font/Subtype/Type0/DescendantFonts[4 0 R]>>>>>>"
    yield "phông.pdf", page(b"BT /F1 9 Tf <0001> Tj ET" * 5_000, more=font)
    yield "lệnh.pdf", page(b"q " * 500_000)


def _pictures() -> Iterator[tuple[str, bytes]]:
    yield "khổng lồ.png", png(60_000, 60_000)
    yield "cụt.png", png(100, 100)[:40]
    yield "không cạnh.png", png(0, 0)
    yield "dẹt.png", png(1, 5_000_000)
    yield "rác.jpg", b"\xff\xd8\xff\xe0" + bytes(5_000)
    yield "vòng.tif", tiff_in_a_circle()
    yield "rác.tif", b"II*\0" + b"\xff" * 500
