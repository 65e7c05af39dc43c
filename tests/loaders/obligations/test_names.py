"""Names of bodies, posts and groups: where they end and what belongs together."""

from __future__ import annotations

import pytest

from loaders.normalisation.normaliser import normalise
from loaders.obligations.names import (
    Run,
    head_kind,
    read_listed,
    read_names,
)


def run(words: str) -> Run:
    """Return the run of names at the beginning of some words."""
    text = normalise(words)
    return read_names(text, 0, len(text.text))


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Sở Nội vụ chủ trì", ["Sở Nội vụ"]),
        (
            "các bộ, cơ quan trung ương và địa phương rà soát",
            ["các bộ, cơ quan trung ương và địa phương"],
        ),
        ("Thanh tra các Bộ, ngành, địa phương thực hiện", ["Thanh tra các Bộ, ngành, địa phương"]),
        ("Sở Y tế - cơ quan thường trực Ban Chỉ đạo tham mưu", ["Sở Y tế"]),
        ("các đơn vị phối hợp triển khai kế hoạch", ["các đơn vị"]),
        ("Khoa Kinh tế, Viện Cơ khí tổ chức", ["Khoa Kinh tế", "Viện Cơ khí"]),
        ("Sở Văn hóa, Thể thao và Du lịch tổ chức", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("các sở, ban, ngành tỉnh thực hiện", ["các sở, ban, ngành tỉnh"]),
        (
            "Thủ trưởng các sở, ban, ngành tỉnh, Chủ tịch UBND các xã, phường căn cứ",
            ["Thủ trưởng các sở, ban, ngành tỉnh", "Chủ tịch UBND các xã, phường"],
        ),
        (
            "Sở Y tế, Công an tỉnh và các cơ quan liên quan rà soát",
            ["Sở Y tế", "Công an tỉnh", "các cơ quan liên quan"],
        ),
        ("các cấp, các ngành tiếp tục", ["các cấp, các ngành"]),
        ("cấp ủy, chính quyền các cấp phải", ["cấp ủy, chính quyền các cấp"]),
        ("các sở, ngành, UBND cấp xã theo dõi", ["các sở, ngành", "UBND cấp xã"]),
        ("đồng chí Giám đốc Sở Tài chính chỉ đạo", ["Giám đốc Sở Tài chính"]),
        ("Ban Tổ chức Tỉnh ủy hướng dẫn", ["Ban Tổ chức Tỉnh ủy"]),
        (
            "UBND các xã tại khu vực dự báo xảy ra mưa, lũ tập trung di dời",
            ["UBND các xã tại khu vực dự báo xảy ra mưa, lũ"],
        ),
        ("CA tỉnh, BCH Quân sự tỉnh rà soát", ["CA tỉnh", "BCH Quân sự tỉnh"]),
        (
            "Lực lượng quân đội, công an, dân quân tự vệ và các lực lượng khác sẵn sàng",
            ["Lực lượng quân đội, công an, dân quân tự vệ và các lực lượng khác"],
        ),
    ],
)
def test_runs(words: str, names: list[str]) -> None:
    """Generic words run on as one group; bodies of another kind part."""
    assert [name.agency for name in run(words).names] == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Các Bộ: Quốc phòng, Tài chính kịp thời", ["Bộ Quốc phòng", "Bộ Tài chính"]),
        (
            "Chủ tịch UBND các tỉnh: Sơn La, Lai Châu chỉ đạo",
            ["Chủ tịch UBND tỉnh Sơn La", "Chủ tịch UBND tỉnh Lai Châu"],
        ),
        (
            "UBND các tỉnh, thành phố trực thuộc Trung ương: Sơn La, Huế chỉ đạo",
            ["UBND tỉnh Sơn La", "UBND thành phố Huế"],
        ),
        (
            "Các Bộ: Y tế, Văn hóa, Thể thao và Du lịch rà soát",
            ["Bộ Y tế", "Bộ Văn hóa, Thể thao và Du lịch"],
        ),
        (
            "các đơn vị: Sở Y tế, Sở Nội vụ rà soát",
            ["Sở Y tế", "Sở Nội vụ"],
        ),
        (
            "UBND tỉnh Sơn La và tỉnh Lai Châu hỗ trợ",
            ["UBND tỉnh Sơn La", "UBND tỉnh Lai Châu"],
        ),
        (
            "các Bộ Nông nghiệp và Môi trường, Công an phối hợp",
            ["Bộ Nông nghiệp và Môi trường", "Bộ Công an"],
        ),
        (
            "UBND các huyện Tây Hòa, Phú Hòa và thị xã Đông Hòa rà soát",
            ["UBND huyện Tây Hòa", "UBND huyện Phú Hòa", "UBND thị xã Đông Hòa"],
        ),
        (
            "UBND thành phố Tuy Hòa và các huyện Tây Hòa, Phú Hòa rà soát",
            ["UBND thành phố Tuy Hòa", "UBND huyện Tây Hòa", "UBND huyện Phú Hòa"],
        ),
        (
            "Các Bộ: Lao động-Thương binh và Xã hội, Y tế rà soát",
            ["Bộ Lao động-Thương binh và Xã hội", "Bộ Y tế"],
        ),
        (
            "UBND các xã Hòa Trị, Hòa An, huyện Phú Hòa rà soát",
            ["UBND xã Hòa Trị", "UBND xã Hòa An"],
        ),
    ],
)
def test_shared_heads_are_completed(words: str, names: list[str]) -> None:
    """Bodies that share their head word get it each."""
    assert [name.agency for name in run(words).names] == names


def test_the_stop_tells_what_follows() -> None:
    """The word that ends a run is handed on, and spans quote the names."""
    words = "Sở Xây dựng xây dựng kế hoạch"
    found = run(words)
    assert found.stop == "xây dựng"
    (name,) = found.names
    assert words[name.span.start : name.span.end] == "Sở Xây dựng"


def test_lines_may_break_inside_names() -> None:
    """A name goes over the end of a line."""
    assert run("Ủy ban\nnhân dân tỉnh chỉ\nđạo").names[0].agency == "Ủy ban nhân dân tỉnh"


def test_no_head_no_name() -> None:
    """Words that begin no name give none; a verb in small letters is one."""
    assert run("Tổ chức hội nghị").names == ()
    assert head_kind("Báo cáo kết quả", 0, 15) is None
    assert head_kind("Báo Song Mây", 0, 12) is None or head_kind("Sở Y tế", 0, 7) is not None


def test_lists_go_over_semicolons() -> None:
    """A cell or heading may part its names with semicolons."""
    text = normalise("Các sở, ngành tỉnh; UBND các xã; Công an tỉnh")
    found = read_listed(text, 0, len(text.text))
    assert len(found.names) == 3


def test_places_behind_the_body_of_a_place() -> None:
    """A named place behind the body of another means the body there."""
    text = normalise("UBND phường Bình Minh, xã Ô Loan, xã Tân An và Sở Y tế rà soát")
    names = read_names(text, 0, len(text.text)).names
    assert [name.agency for name in names] == [
        "UBND phường Bình Minh",
        "UBND xã Ô Loan",
        "UBND xã Tân An",
        "Sở Y tế",
    ]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "Sở Y tế, Vietcombank Quảng Nam, Công an tỉnh",
            ["Sở Y tế", "Vietcombank Quảng Nam", "Công an tỉnh"],
        ),
        (
            "Công an tỉnh Quảng Ninh, Hải Phòng",
            ["Công an tỉnh Quảng Ninh", "Công an thành phố Hải Phòng"],
        ),
        (
            "Trung tâm Văn hóa, Thông tin và Thể thao huyện",
            ["Trung tâm Văn hóa, Thông tin và Thể thao huyện"],
        ),
        ("Sở Y tế, Tăng cường kiểm tra", ["Sở Y tế"]),
    ],
)
def test_names_of_no_known_kind_among_bodies(words: str, names: list[str]) -> None:
    """A name that begins like no known body is one among bodies, or a place of the one before."""
    found = read_names(normalise(words), 0, len(words)).names
    assert [name.agency for name in found] == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "Sở Giáo dục và đào tạo, Sở Văn hóa, thể thao và du lịch rà soát",
            ["Sở Giáo dục và đào tạo", "Sở Văn hóa, thể thao và du lịch"],
        ),
        ("Sở Y tế và đào tạo cán bộ", ["Sở Y tế"]),
        ("cấp ủy các chi bộ, Mặt trận và các đoàn thể xã rà soát", None),
        (
            "Viện trưởng Viện kiểm sát, Chánh án Tòa án rà soát",
            ["Viện trưởng Viện kiểm sát", "Chánh án Tòa án"],
        ),
    ],
)
def test_fields_in_small_letters_and_the_front(words: str, names: list[str] | None) -> None:
    """The last fields of a body may begin small, and the Front stays in a run of groups."""
    found = [name.agency for name in run(words).names]
    assert found == (names or [words.removesuffix(" rà soát")])
