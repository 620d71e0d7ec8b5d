"""The registry: what comes with the project, and files that users add."""

import datetime as dt
from pathlib import Path

import pytest

from ontology.facts import Standing
from ontology.known import KnownDocument
from ontology.provinces import find_province, is_city, province_of, provinces, successor_of
from ontology.registry import Registry, RegistryError, read_bodies, read_documents, registry
from ontology.relations import Relation
from ontology.terms import term_on

HEAD = "type_code,number,symbol,date,issuer,short_title"
RIGHT = "CT,99,CT/TW,2024-02-01,Ban Bí thư,x"


def by_key() -> dict[str, KnownDocument]:
    return {document.key: document for document in registry().documents}


def written(folder: Path, *lines: str, name: str = "so.csv") -> Path:
    path = folder / name
    path.write_text("\n".join((*lines, "")), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "key",
    [
        "tw/05-CT-TW/2016-05-15",
        "tw/01-KL-TW/2021-05-18",
        "tw/30-2020-NĐ-CP/2020-03-05",
        "lang-son/35-KH-TU/2021-10-13",
        "lam-dong/35-KH-TU/2022-03-08",
        "tw/21-KL-BCA",
    ],
)
def test_a_known_document_has_a_readable_key(key: str) -> None:
    assert by_key()[key].standing is Standing.REGISTERED


def test_keys_are_unique_and_in_order() -> None:
    keys = [document.key for document in registry().documents]
    assert keys == sorted(set(keys))


def test_the_year_of_a_state_form_goes_with_the_symbol() -> None:
    document = by_key()["tw/30-2020-NĐ-CP/2020-03-05"]
    assert (document.number, document.symbol, document.group) == ("30", "2020/NĐ-CP", "30|2020NĐCP")


def test_the_same_number_and_symbol_are_six_documents() -> None:
    resolutions = [d for d in registry().documents if d.group == "20|NQTW"]
    assert len({d.key for d in resolutions}) == len(resolutions) == 6


def test_every_relation_leads_from_a_known_document_to_another() -> None:
    keys = set(by_key())
    for relation in registry().relations:
        assert {relation.from_key, relation.to_key} <= keys
        assert relation.from_key != relation.to_key


def test_inverse_relations_are_one() -> None:
    pairs = [(r.from_key, r.relation, r.to_key) for r in registry().relations]
    assert len(set(pairs)) == len(pairs)
    assert ("tw/01-KL-TW/2021-05-18", Relation.CONTINUES, "tw/05-CT-TW/2016-05-15") in pairs
    assert ("tw/399-QĐ-TW/2026-01-09", Relation.REPLACES, "tw/66-QĐ-TW/2017-02-06") in pairs


def test_a_later_document_on_the_subject_is_no_relation() -> None:
    later = "tw/07-CT-TW/2021-07-06", "tw/54-CT-TW/2005-11-30"
    assert later not in {(r.from_key, r.to_key) for r in registry().relations}
    assert by_key()[later[1]].status == "followed by CT 07-CT/TW 2021-07-06"


def test_facts_speak_neither_of_machines_nor_of_how_they_were_found() -> None:
    told = " ".join(f"{d.source} {d.title} {d.status}" for d in registry().documents)
    assert not [word for word in ("seed", "knowledge", "data file") if word in told]


def test_users_need_only_six_columns(tmp_path: Path) -> None:
    row = 'KH,45,KH/TU,2024-02-01,Ban Thường vụ Tỉnh ủy Cà Mau,"Thực hiện Chỉ thị số 05-CT/TW"'
    (document,) = read_documents(written(tmp_path, HEAD, row)).added.documents
    assert document.key == "ca-mau/45-KH-TU/2024-02-01"
    assert document.jurisdiction == "Cà Mau"


def test_a_users_relation_leads_to_the_projects_registry(tmp_path: Path) -> None:
    row = "KH,45,KH/TU,1/2/2024,Tỉnh ủy Cà Mau,x,implements CT 05-CT/TW 2016-05-15"
    (relation,) = read_documents(written(tmp_path, f"{HEAD},relations", row)).added.relations
    assert relation.to_key == "tw/05-CT-TW/2016-05-15"
    assert relation.words == "Kế hoạch 45-KH/TU thực hiện Chỉ thị 05-CT/TW"


def test_semicolons_and_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    path = tmp_path / "so.csv"
    text = f"{HEAD}\nCT,99,CT/TW,2024-02-01,Ban Bí thư,x\n".replace(",", ";")
    path.write_bytes(text.encode("utf-8-sig"))
    assert read_documents(path).added.documents[0].term == "XIII"


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("CT,05,CT/TW,2016-02-31,Bộ Chính trị,x", "dòng 2, cột date: không có ngày '2016-02-31'"),
        ("ZZ,05,CT/TW,2016-05-15,Bộ Chính trị,x", "dòng 2, cột type_code: không có loại"),
        ("CT,,CT/TW,2016-05-15,Bộ Chính trị,x", "dòng 2, cột number: thiếu số"),
        ("CT,năm,CT/TW,2016-05-15,Bộ Chính trị,x", "dòng 2, cột number: 'năm' không phải"),
        ("CT,05,,2016-05-15,Bộ Chính trị,x", "dòng 2, cột symbol: thiếu ký hiệu"),
        ("KH,05,KH/TU,2016-05-15,Tỉnh ủy,x", "dòng 2, cột issuer: ký hiệu KH/TU là của địa phương"),
        ("CT,05,CT/TW,2016-05-15,Bộ Chính trị,x,y", "dòng 2: nhiều ô hơn số cột"),
    ],
)
def test_a_wrong_row_is_named_by_line_and_column(tmp_path: Path, row: str, problem: str) -> None:
    taken = read_documents(written(tmp_path, HEAD, row, RIGHT))
    (told,) = taken.problems
    assert f"so.csv, {problem}" in told
    assert [one.number for one in taken.added.documents] == ["99"]


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    rows = ("ZZ,05,CT/TW,2016-13-01,Bộ Chính trị,x", "", "CT,,CT/TW,,,x")
    assert len(read_documents(written(tmp_path, HEAD, *rows)).problems) == 4


def test_a_torn_row_does_not_hide_what_comes_after_it(tmp_path: Path) -> None:
    torn = 'CT,98,"CT"/TW,2024-02-01,Ban Bí thư,x'
    taken = read_documents(written(tmp_path, HEAD, RIGHT, torn, RIGHT.replace("99", "97")))
    assert [one.number for one in taken.added.documents] == ["97", "99"]
    (told,) = taken.problems
    assert "dòng 3: không đọc được dòng này" in told
    open_quote = torn.replace('"CT"/TW', '"CT/TW')
    taken = read_documents(written(tmp_path, HEAD, RIGHT, open_quote, RIGHT.replace("99", "97")))
    assert [one.number for one in taken.added.documents] == ["99"]
    assert "dòng 3: không đọc được dòng này" in taken.problems[0]


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="cột issuer: thiếu cột này"):
        read_documents(written(tmp_path, "type_code,number,symbol,date,short_title"))


def test_another_encoding_is_named_by_line(tmp_path: Path) -> None:
    path = tmp_path / "so.csv"
    path.write_bytes(
        f"{HEAD}\n".encode() + "CT,05,CT/TW,,Bộ,x".encode("cp1258", "replace") + b"\xff"
    )
    with pytest.raises(RegistryError, match="dòng 2: tệp không ở dạng UTF-8"):
        read_documents(path)


def test_a_document_given_twice_names_both_lines(tmp_path: Path) -> None:
    row = "CT,05,CT/TW,2016-05-15,Bộ Chính trị,x"
    taken = read_documents(written(tmp_path, HEAD, row, row))
    (told,) = taken.problems
    assert "dòng 3, cột number: văn bản này đã có ở dòng 2" in told
    assert len(taken.added.documents) == 1


def test_a_document_given_rightly_after_a_wrong_row_is_taken(tmp_path: Path) -> None:
    taken = read_documents(written(tmp_path, HEAD, RIGHT.replace("CT,99", "ZZ,99"), RIGHT))
    assert (len(taken.problems), len(taken.added.documents)) == (1, 1)


def test_what_leads_to_a_row_that_is_left_out_is_left_out(tmp_path: Path) -> None:
    """A relation needs both its ends, and so on upwards."""
    rows = (
        "ZZ,71,CT/TW,2024-02-01,Ban Bí thư,x,",
        "CT,72,CT/TW,2024-02-01,Ban Bí thư,x,continues CT 71-CT/TW 2024-02-01",
        "CT,73,CT/TW,2024-02-01,Ban Bí thư,x,continues CT 72-CT/TW 2024-02-01",
        "CT,74,CT/TW,2024-02-01,Ban Bí thư,x,continues CT 05-CT/TW 2016-05-15",
        "CT,75,CT/TW,2024-02-01,Ban Bí thư,x,continues CT 74-CT/TW 2024-02-01",
    )
    taken = read_documents(written(tmp_path, f"{HEAD},relations", *rows))
    assert [told.partition(":")[0] for told in taken.problems] == [
        f"so.csv, dòng {line}, cột {column}"
        for line, column in ((2, "type_code"), (3, "relations"), (4, "relations"))
    ]
    assert [one.number for one in taken.added.documents] == ["74", "75"]
    assert len(taken.added.relations) == 2


@pytest.mark.parametrize(
    ("relations", "problem"),
    [
        ("likes CT 05-CT/TW 2016-05-15", "không đọc được"),
        ("implements CT 05-CT/TW 1999-01-01", "không có văn bản duy nhất"),
        ("implements CT 24-CT/TW", "không có văn bản duy nhất"),
    ],
)
def test_a_relation_to_no_document_is_named(tmp_path: Path, relations: str, problem: str) -> None:
    row = f"KH,45,KH/TU,2024-02-01,Tỉnh ủy Cà Mau,x,{relations}"
    taken = read_documents(written(tmp_path, f"{HEAD},relations", row))
    (told,) = taken.problems
    assert f"dòng 2, cột relations: {problem}" in told
    assert taken.added == Registry()


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="không mở được tệp"):
        read_documents(tmp_path / "không-có.csv")


def test_users_add_bodies(tmp_path: Path) -> None:
    path = written(tmp_path, "name,jurisdiction,parent", "Ban Tôn giáo,Cà Mau,Tỉnh ủy")
    (body,) = read_bodies(path).added.bodies
    assert (body.key, body.parent) == ("ca-mau/ban-ton-giao", "*/tinh-uy")


def test_a_body_without_a_name_or_under_nobody_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, "name,parent", ",Tỉnh ủy", "A,Ban Không Có")
    nameless, homeless = read_bodies(path).problems
    assert "dòng 2, cột name: thiếu tên" in nameless
    assert "dòng 3, cột parent: không có 'Ban Không Có'" in homeless


def test_bodies_under_a_body_that_is_left_out_are_left_out(tmp_path: Path) -> None:
    rows = ("Ban A,Cà Mau,,2024-13-01", "Phòng B,Cà Mau,Ban A,", "Ban C,Cà Mau,Tỉnh ủy,")
    taken = read_bodies(written(tmp_path, "name,jurisdiction,parent,valid_from", *rows))
    assert [body.name for body in taken.added.bodies] == ["Ban C"]
    assert [told.partition(": ")[0] for told in taken.problems] == [
        "so.csv, dòng 2, cột valid_from",
        "so.csv, dòng 3, cột parent",
    ]


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("Ban Thường vụ Tỉnh uỷ Lạng Sơn", "Lạng Sơn"),
        ("UBND TP.HCM", "Thành phố Hồ Chí Minh"),
        ("TP. Hồ Chí Minh, ngày 02 tháng 3", "Thành phố Hồ Chí Minh"),
        ("ĐẢNG BỘ THÀNH PHỐ HỒ CHÍ MINH", "Thành phố Hồ Chí Minh"),
        ("Tỉnh ủy Bình Thuận", "Bình Thuận"),
        ("Tỉnh ủy Bà Rịa – Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("UBND tỉnh Thừa Thiên - Huế", "Thừa Thiên Huế"),
        ("tỉnh Đắc Lắc", "Đắk Lắk"),
        ("tỉnh Hoà Bình", "Hòa Bình"),
        ("Tỉnhủy Lạng Sơn", "Lạng Sơn"),
        ("Hà Nội, ngày 03 tháng 02", "Hà Nội"),
        ("tư tưởng, đạo đức, phong cách Hồ Chí Minh", None),
        ("vì hòa bình và phát triển", None),
        ("Đảng ủy xã Hòa Bình", None),
        ("sông Đồng Nai", None),
        ("Ban Bí thư", None),
    ],
)
def test_a_province_is_found_in_words(text: str, province: str | None) -> None:
    assert province_of(text) == province


def test_every_province_is_found_by_its_name_and_its_committee() -> None:
    for province in provinces():
        assert province_of(province.name) == province.name
        assert province_of(f"Tỉnh ủy {province.name}") == province.name
    assert find_province("tỉnh lạng sơn nao đo") is None


def test_a_merged_province_keeps_its_name_and_has_a_successor() -> None:
    assert successor_of("Bình Thuận") == ("Lâm Đồng", dt.date(2025, 7, 1))
    assert successor_of("Thừa Thiên Huế") == ("Huế", dt.date(2025, 1, 1))
    assert successor_of("Lâm Đồng") is None
    names = {province.name for province in provinces()}
    assert {p.successor for p in provinces()} - {None} <= names


def test_a_city_may_become_one_later() -> None:
    assert is_city("Hà Nội")
    assert not is_city("Lạng Sơn")
    assert is_city("Đồng Nai", dt.date(2026, 4, 30))
    assert not is_city("Đồng Nai", dt.date(2026, 4, 29))


@pytest.mark.parametrize(
    ("day", "term"),
    [
        (dt.date(1930, 2, 3), None),
        (dt.date(2016, 1, 26), "XI"),
        (dt.date(2016, 1, 27), "XII"),
        (dt.date(2021, 1, 31), "XIII"),
        (dt.date(2026, 1, 22), "XIII"),
        (dt.date(2026, 1, 23), "XIV"),
        (dt.date(2030, 1, 1), "XIV"),
    ],
)
def test_a_term_begins_with_its_numbers(day: dt.date, term: str | None) -> None:
    assert term_on(day) == term
