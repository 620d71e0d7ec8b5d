"""From printed names of bodies to bodies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.abbreviations import one_apart
from ontology.authorities import Home, authority_for, jurisdiction_of
from ontology.bodies import BodyNames
from ontology.issuers import same_issuer
from ontology.registry import registry

BOARD = "Ban Tuyên giáo Tỉnh ủy Đồng Nai"
NAMES = BodyNames(registry().bodies)
names = st.text(st.sampled_from("ABUKTNDabdđĐủỷ -,.35/"), max_size=30)


def key(printed: str, issuer: str | None = BOARD, jurisdiction: str | None = "Đồng Nai") -> str:
    return NAMES.resolve(printed, issuer, jurisdiction).key


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("BTGTU", "dong-nai/ban-tuyen-giao-tinh-uy"),
        ("BTG", "dong-nai/ban-tuyen-giao-tinh-uy"),
        ("Ban TGTU", "dong-nai/ban-tuyen-giao-tinh-uy"),
        ("Ban Tuyên giáo TU", "dong-nai/ban-tuyen-giao-tinh-uy"),
        ("Ban tuyên giáo Tỉnh uỷ Đồng Nai", "dong-nai/ban-tuyen-giao-tinh-uy"),
        ("UBKT", "dong-nai/uy-ban-kiem-tra-tinh-uy"),
        ("Ủy Ban Kiểm tra TU", "dong-nai/uy-ban-kiem-tra-tinh-uy"),
        ("UBND tỉnh", "dong-nai/uy-ban-nhan-dan-tinh"),
        ("Uỷ ban nhân dân tỉnh Đồng Nai", "dong-nai/uy-ban-nhan-dan-tinh"),
        ("HĐND", "dong-nai/hoi-dong-nhan-dan-tinh"),
        ("MTTQ", "dong-nai/mat-tran-to-quoc-tinh"),
        ("BCĐ 35", "dong-nai/ban-chi-dao-35-tinh-uy"),
        ("BCD 35 Tỉnh ủy", "dong-nai/ban-chi-dao-35-tinh-uy"),
        ("Ban Chi đạo 35 Tỉnh ủy", "dong-nai/ban-chi-dao-35-tinh-uy"),
        ("Ban Tuyên gáo Tỉnh ủy", "dong-nai/ban-tuyen-giao-tinh-uy"),
        ("BCS Đảng UBND tỉnh", "dong-nai/ban-can-su-dang-uy-ban-nhan-dan-tinh"),
        ("Ban Tuyên giáo T.Ư", "tw/ban-tuyen-giao-trung-uong"),
        ("BCT", "tw/bo-chinh-tri"),
        ("Ban Bí thư Trung ương Đảng", "tw/ban-bi-thu"),
        ("Ban Tuyên giáo Tỉnh ủy Lâm Đồng", "lam-dong/ban-tuyen-giao-tinh-uy"),
    ],
)
def test_a_printed_name_is_a_body(printed: str, expected: str) -> None:
    assert key(printed) == expected


@pytest.mark.parametrize(
    "printed",
    ["LLCT-LSD", "LLCT-LSĐ", "Phòng LLCT - LSĐ", "Phòng Lý luận chính trị - Lịch sử Đảng"],
)
def test_one_department_has_many_printings(printed: str) -> None:
    body = NAMES.resolve(printed, BOARD, "Đồng Nai")
    expected = "dong-nai/phong-ly-luan-chinh-tri-lich-su-dang-ban-tuyen-giao-tinh-uy"
    assert (body.key, body.kind) == (expected, "department")
    assert body.parent == "dong-nai/ban-tuyen-giao-tinh-uy"


def test_every_board_has_its_own_departments() -> None:
    assert key("Phòng Tổng hợp") != key("Phòng Tổng hợp", "Ban Tổ chức Tỉnh ủy")


def test_several_letters_are_one_department_as_printed() -> None:
    assert key("Phòng TT- TT") == key("TT-TT")
    body = NAMES.resolve("Phòng HC-TH, KG, VH-VN", BOARD, "Đồng Nai")
    assert body.name == "Phòng Hành chính - Tổng hợp, Khoa giáo, Văn hóa - Văn nghệ"


@pytest.mark.parametrize(
    "printed",
    [
        "các cấp ủy trực thuộc",
        "Các phòng chuyên môn thuộc Ban",
        "các đơn vị có liên quan",
        "Ban TG, TH các cấp ủy trực thuộc",
        "Ban Tuyên giáo các huyện ủy, thành ủy",
    ],
)
def test_a_collective_name_is_a_group(printed: str) -> None:
    assert NAMES.resolve(printed, BOARD, "Đồng Nai").kind == "group"


@pytest.mark.parametrize(
    "printed", ["Liên hiệp các Hội KH-KT", "Đảng ủy các cơ quan Đảng tỉnh", "Trường Chính trị tỉnh"]
)
def test_a_name_with_a_plural_in_it_is_one_body(printed: str) -> None:
    assert NAMES.resolve(printed, BOARD, "Đồng Nai").kind == "body"


def test_figures_are_no_misprints() -> None:
    assert key("Ban Chỉ đạo 36") != key("Ban Chỉ đạo 35")


def test_a_city_has_a_thanh_uy() -> None:
    body = NAMES.resolve("BTGTU", "Ban Tuyên giáo Thành ủy Hà Nội", "Hà Nội")
    assert (body.name, body.parent) == ("Ban Tuyên giáo Thành ủy", "ha-noi/thanh-uy")
    assert key("UBND Thành phố Hồ Chí Minh") == "thanh-pho-ho-chi-minh/uy-ban-nhan-dan-thanh-pho"


def test_a_board_has_a_successor() -> None:
    body = NAMES.resolve("BTGTU", BOARD, "Đồng Nai")
    assert body.successor == "dong-nai/ban-tuyen-giao-va-dan-van-tinh-uy"
    assert body.successor in {other.key for other in NAMES.related(body)}


def test_the_centre_means_its_own_bodies() -> None:
    assert key("Ban Tuyên giáo", "Ban Bí thư", "Trung ương") == "tw/ban-tuyen-giao-trung-uong"


def test_a_district_means_its_own_bodies() -> None:
    issuer, city = "Ban Tuyên giáo Quận ủy Quận 8", "Thành phố Hồ Chí Minh"
    assert key("UBKT", issuer, city) == "thanh-pho-ho-chi-minh/uy-ban-kiem-tra-quan-8"
    assert key("Ban Tuyên giáo Thành ủy", issuer, city).endswith("/ban-tuyen-giao-thanh-uy")
    assert key("Sở Y tế", issuer, city) == "thanh-pho-ho-chi-minh/so-y-te"


def test_an_unknown_province_is_not_guessed() -> None:
    assert key("BTGTU", None, None) == "_/ban-tuyen-giao-tinh-uy"


@given(names, st.sampled_from([None, BOARD]), st.sampled_from([None, "Đồng Nai", "Trung ương"]))
def test_every_name_gives_a_body(printed: str, issuer: str | None, home: str | None) -> None:
    body = NAMES.resolve(printed, issuer, home)
    assert body.key.partition("/")[2]
    assert body == BodyNames(registry().bodies).resolve(printed, issuer, home)


@given(st.text("abcd", max_size=6), st.text("abcd", max_size=6))
def test_one_apart_is_mutual(one: str, other: str) -> None:
    assert one_apart(one, other) == one_apart(other, one)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ban Bí thư", "Ban Bí thư Trung ương Đảng", True),
        ("BBT", "Ban Bí thư", True),
        ("Tỉnh ủy", "Ban Thường vụ Tỉnh ủy Lạng Sơn", True),
        ("Hội nghị lần thứ bảy Ban Chấp hành Trung ương", "Ban Chấp hành Trung ương", True),
        ("Bộ Chính trị", "Bộ Chính trị, Ban Bí thư", True),
        ("Bộ Chính trị", "Ban Bí thư", False),
        ("Chính phủ", "Thủ tướng Chính phủ", False),
        ("Ban Tuyên giáo Trung ương", "Ban Tổ chức Trung ương", False),
    ],
)
def test_an_issuer_is_the_same(one: str, other: str, *, same: bool) -> None:
    assert same_issuer(one, other) is same
    assert same_issuer(other, one) is same


COMMUNE = Home.of("Huế", "Đảng ủy phường Hương Thủy", "_x")
CITY = Home.of("Huế", "Thành ủy Huế", "_x")
NOWHERE = Home.of(None, "Ban Tuyên giáo Tỉnh ủy", "_x")


@pytest.mark.parametrize(
    ("symbol", "issuer", "home", "authority"),
    [
        ("CT/TW", None, NOWHERE, "tw"),
        ("NĐ-CP", None, COMMUNE, "tw"),
        ("KH/TU", None, CITY, "hue"),
        ("KH/TU", None, NOWHERE, "_x"),
        ("KH/TU", "Tỉnh ủy Lạng Sơn", NOWHERE, "lang-son"),
        ("KH/TU", None, COMMUNE, "hue"),
        ("HD/ĐU", None, COMMUNE, "hue.phuong-huong-thuy"),
        ("HD/ĐU", None, CITY, "_x"),
        ("HD/ĐU", "Đảng ủy phường An Cựu", CITY, "hue.phuong-an-cuu"),
        ("QĐ-UBND", None, COMMUNE, "hue.phuong-huong-thuy"),
        ("QĐ-UBND", "UBND thành phố", COMMUNE, "hue"),
    ],
)
def test_a_symbol_belongs_to_whoever_numbers_it(
    symbol: str, issuer: str | None, home: Home, authority: str
) -> None:
    assert authority_for(symbol, issuer, home) == authority
    assert jurisdiction_of(authority) in {"Trung ương", "Huế", "Lạng Sơn", None}


def test_a_place_that_no_list_has_is_left_out_of_a_name_too() -> None:
    assert key("Tỉnh ủy Hà Sơn", None, "Hà Sơn") == "ha-son/tinh-uy"
    assert key("UBND tỉnh Hà Sơn", None, "Hà Sơn") == "ha-son/uy-ban-nhan-dan-tinh"
    assert key("Đảng ủy xã Hà Sơn", "Đảng ủy xã Hà Sơn", "Lạng Sơn") == "lang-son/dang-uy-xa-ha-son"


@pytest.mark.parametrize(
    ("printed", "province", "lives"),
    [
        (
            "Ban Tuyên giáo Tỉnh ủy",
            "Bình Thuận",
            [
                ("binh-thuan/ban-tuyen-giao-tinh-uy", "2025-03-01"),
                ("binh-thuan/ban-tuyen-giao-va-dan-van-tinh-uy", "2025-07-01"),
                ("lam-dong/ban-tuyen-giao-va-dan-van-tinh-uy", None),
            ],
        ),
        (
            "Ban Tuyên giáo Tỉnh ủy",
            "Thừa Thiên Huế",
            [
                ("thua-thien-hue/ban-tuyen-giao-tinh-uy", "2025-01-01"),
                ("hue/ban-tuyen-giao-thanh-uy", "2025-03-01"),
                ("hue/ban-tuyen-giao-va-dan-van-thanh-uy", None),
            ],
        ),
        (
            "UBND tỉnh",
            "Hải Dương",
            [
                ("hai-duong/uy-ban-nhan-dan-tinh", "2025-07-01"),
                ("hai-phong/uy-ban-nhan-dan-thanh-pho", None),
            ],
        ),
        ("Huyện ủy Hữu Lũng", "Lạng Sơn", [("lang-son/huyen-uy-huu-lung", "2025-07-01")]),
        ("Sở Y tế", "Lạng Sơn", [("lang-son/so-y-te", None)]),
        ("Đảng ủy xã Hữu Lũng", "Lạng Sơn", [("lang-son/dang-uy-xa-huu-lung", None)]),
    ],
)
def test_a_body_lives_until_another_comes_after_it(
    printed: str, province: str, lives: list[tuple[str, str | None]]
) -> None:
    body = NAMES.resolve(printed, None, province)
    known = {other.key: other for other in (body, *NAMES.related(body))}
    found = []
    while True:
        found.append((body.key, body.valid_to.isoformat() if body.valid_to else None))
        assert body.successor_date == (body.valid_to if body.successor else None)
        if body.successor is None:
            break
        body = known[body.successor]
    assert found == lives
