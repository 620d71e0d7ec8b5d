"""Reads names of bodies out of prose: where a name ends, and where a list of them is parted.

What one `các` or one head word governs stays whole: `các huyện ủy, thành ủy trực thuộc` is one,
`Sở Y tế, Sở Tư pháp và các đơn vị có liên quan` are three.
"""

import re
from collections.abc import Iterator
from typing import Final

from loaders.alternatives import by_letter
from loaders.letters import LOWER, MARKED, UPPER

HEADS: Final = by_letter(
    r"Ban(?! hành\b)|Bộ(?! phận)|Sở|Phòng(?!,| chống| ngừa| cháy| dịch| bệnh| tránh| trừ)|Hội(?! nghị| thảo| thi)|Liên (?:hiệp|đoàn|minh)|Mặt trận|MTTQ|UBMTTQ|UB MTTQ"
    r"|Trung tâm|Tổ(?! quốc| chức)|Ủy ban|UBND|HĐND|UBKT|UBBC|BTG|BCĐ|BCS|BTV|BTT|TTHĐND|Văn phòng|VP[A-Z]*|Công đoàn"
    r"|Trường(?! hợp)|Hiệu trưởng|Đảng (?:ủy|bộ|đoàn)|Tỉnh (?:ủy|đoàn)|Thành (?:ủy|đoàn)|Huyện (?:ủy|đoàn)|Quận ủy|Quân ủy"
    r"|Thị ủy|Đoàn(?! kết)|Thanh tra|Công an|Báo(?! cáo| chí)|Đài|T(?:òa|oà)(?! đàm)|TAND|VKSND|Viện|Cục|Chi (?:cục|bộ|ủy|nhánh|hội|đoàn)|Thuế(?= tỉnh| thành phố| khu vực| cơ sở)|Vụ(?! việc)"
    r"|Tổng (?:Công|cục|công ty|liên đoàn)|Kho bạc|Ngân hàng|Bảo hiểm|Thường trực|Thường vụ|Nhà (?:xuất bản|hát|văn hóa|máy|trường)"
    r"|Học viện|Bưu điện|Bệnh viện|Trạm|Tạp chí|Tiểu ban|Cơ quan|Chính phủ|Thủ tướng|Quốc hội|Lãnh đạo"
    r"|Trung ương (?:Hội|Đoàn|MTTQ|Mặt trận)|Các|Cấp ủy|Kiểm toán|Tập đoàn|Doanh nghiệp|Bí thư|Chủ tịch|Thứ trưởng|Phó|Giám đốc|Trưởng|Cộng tác viên|Quân khu"
    r"|Lữ đoàn|Khối|Quỹ|Điện lực|Viễn thông|Chánh|Thủ trưởng|Đồng chí|Đ/c|Đơn vị|Nhóm|Cổng|Hiệp hội|Công ty|Hợp tác xã|Hải quan|Bảo tàng|Thư viện|Thông tấn xã|Chủ (?:đầu tư|rừng|cơ sở)|Hạt Kiểm lâm|Giáo viên|LĐLĐ|LLVT|BCH|Đại học|Đại diện(?= [A-ZĐ])|TT(?= [A-ZĐ]{2})|Đồn"
)
"""Words that a body's name, or the title of somebody in charge, begins with."""

_SMALL: Final = by_letter(
    r"các|những|cơ quan|đơn vị|cấp ủy|chính quyền|địa phương|lãnh đạo|ủy ban|đảng ủy|đảng bộ|chi bộ|huyện ủy|thành ủy"
    r"|thị ủy|tỉnh ủy|quận ủy|chi|thành đoàn|huyện đoàn|thị đoàn|thị|cao đẳng|trung cấp|ban|sở|ngành|phòng|văn phòng|trung tâm|đoàn thể|tổ chức|đồng chí|hội|mặt trận|công an|công đoàn"
    r"|trường|doanh nghiệp|bộ|cán bộ|từng|mỗi|xã|phường|thôn|đài|báo|thường trực|bộ phận|ban thường vụ|nhà trường"
    r"|bí thư|chủ tịch|giám đốc|hiệu trưởng|thủ trưởng|người đứng đầu|đoàn|liên đoàn|hệ thống|thủ đô|tổ|lực lượng|ubnd|viện|tòa án|toà án|thành phố|tỉnh|quận|huyện"
    r"|báo chí|truyền thông|thông tấn|chủ rừng|chủ đầu tư|quân đội|quốc hội|bản|tổ dân phố|khu phố|ấp|buôn|làng|khu dân cư|trạm|trường học|đặc khu|thị xã|thị trấn|đảng đoàn|cục|vụ|chi cục|hợp tác xã|tập đoàn|tổng công ty|công ty|hiệp hội|đoàn viên"
)
BODY_START: Final = re.compile(rf"(?:{HEADS}|{_SMALL})(?:(?!\w)|(?<=[{MARKED}])(?=[{UPPER}]))")
"""A blank may be lost after a marked letter: `Đảng ủyUBND xã`."""

_VERBS: Final = (
    "báo cáo|xây dựng(?<!hạ tầng xây dựng)(?<!đầu tư xây dựng)(?<!hoạt động xây dựng)(?! [Đđ]ảng)|tham mưu(?!,? giúp việc)|triển khai|thực hiện|phối hợp|chủ trì|có trách nhiệm|chịu trách nhiệm|tiếp tục|tăng cường"
    "|thường xuyên|chủ động|phân công|nghiên cứu|trực tiếp|đưa|khai thác|tập trung|kịp thời|phát huy|quán triệt|bố trí"
    "|cân đối|thẩm định|tổng hợp|đề xuất|rà soát|ban hành|phát động|vận động|giám sát|kiểm tra|đảm bảo|bảo đảm|lập(?<!công lập)(?<!độc lập)"
    "|định hướng|cung cấp(?<!tổ chức cung cấp)(?<!đơn vị cung cấp)|đăng tải|tuyên truyền|căn cứ|theo|phải|cần|sẽ|khẩn trương|hướng dẫn|theo dõi|đôn đốc|chuẩn bị"
    "|đẩy mạnh|đẩy nhanh|nâng cao|hoàn thiện|hoàn thành|biên soạn|biên tập|cập nhật|quan tâm|đề nghị|yêu cầu|lấy|không(?! gian| quân)|giúp(?! việc)|giao(?<!Ngoại giao)(?! dịch| thông)|làm việc|kiện toàn"
    "|củng cố|sơ kết|tổng kết|xem xét|phê duyệt|trình|gửi|thông tin(?<!ổng thông tin)|phản ánh|tiến hành|là|được|đã|đang|khi|để|bằng|trong(?<!hoạt động trong)(?! khối| tỉnh| ngành| hệ thống| cụm| huyện| xã| toàn | lực lượng| thành phố| Khối| vùng| khu| cả nước| cơ quan| các cơ quan| đơn vị| trường| quân đội| nước| [Tt]iểu ban)|tại(?! chỗ| địa phương)|trên(?<!cấp trên)(?<!nêu trên)(?<!nói trên)(?! địa bàn)"
    "|thống nhất|trao đổi|thảo luận|đặt hàng|phản biện|điều chỉnh|xử lý|giải quyết|hỗ trợ|tạo điều kiện|đánh giá|mở|cử(?<!bầu cử)(?<!ứng cử)|ký(?<![Tt]hư ký)|triệu tập|tham dự|quyết định|thông báo|xác nhận|kiến nghị|tiếp thu"
    r"|đối với|về|từ(?! [A-ZĐ]\w+(?: [A-ZĐ]\w+)* đến [A-ZĐ])|với|nhằm|như|do|nếu|sau|trước|ngay|phổ biến|nắm bắt|nắm|quản lý(?<!cơ quan quản lý)(?<!phạm vi quản lý)(?<!đơn vị quản lý)(?<![Bb]an quản lý)|sử dụng|khảo sát|thành lập|tham gia"
    "|làm tốt|làm|lồng ghép|duy trì|thu thập|thẩm tra|tiếp nhận|công bố|công khai|niêm yết|in ấn|phát hành|trang trí|treo"
    "|tư vấn(?<!đơn vị tư vấn)(?<!tổ chức tư vấn)(?<!công ty tư vấn)(?<!nhà thầu tư vấn)|khuyến khích|huy động|xác định|lựa chọn|giới thiệu|tổ chức|lãnh đạo|chỉ đạo|và triển khai|đồng thời|cùng(?! cấp)|gắn"
    "|trả lời|đối chiếu|đối khớp|tăng|tuân thủ|phân tích|thống kê|bổ sung|sửa đổi|dự thảo|soạn thảo|đấu tranh|ngăn chặn|phòng ngừa|tích cực|nghiêm túc|linh hoạt"
    "|dự toán|chi trả(?<!tổ chức chi trả)|thanh toán|quy định|chấn chỉnh|thay mặt|góp ý|cho ý kiến|có ý kiến|có nhiệm vụ|có văn bản|có giải pháp|có kế hoạch"
    "|bám sát|ưu tiên|tự|lan tỏa|tuyển chọn|đăng ký|nộp|nhân rộng|khắc phục|học tập|viết|đăng|phát sóng|đưa tin|mời(?! thầu)|dự(?! án| phòng| trữ| bị)|bồi dưỡng|đào tạo(?<!và đào tạo)(?<!cơ sở đào tạo)|tập huấn|họp|sinh hoạt|giao ban|cụ thể hóa|cụ thể hoá|đa dạng hóa|đa dạng hoá|số hóa|số hoá|chuẩn hóa|chuẩn hoá|đơn giản hóa|đơn giản hoá|xếp|xác minh|trân trọng|soạn|phát(?! triển| thanh)|chậm nhất|rất|bám|quyết liệt|định kỳ|nêu(?! trên)|cho|đóng góp|vận dụng|đổi mới|phấn đấu|giữ|ra|lên|tính|đo|khẩn|cải cách|siết|tháo gỡ|phân bổ|giải ngân|đàm phán|ứng|chuyển(?! đổi)|thúc đẩy|bảo vệ|mở rộng|tận dụng|tìm|cho phép|làm rõ|sớm|xin|tích hợp|lắp đặt|phản hồi|nghe|kiểm soát(?<!hòng kiểm soát)(?<!phận kiểm soát)(?<!quan kiểm soát)|khám(?<!hòng khám)(?<!sở khám)|gặp gỡ|bàn giao|công nhận|tặng|thăm|hoàn chỉnh|cắm|điều tra(?<!quan điều tra)(?<!sát điều tra)|lo"
)
_GLUED: Final = "|".join(verb for verb in _VERBS.split("|") if re.fullmatch(r"\w+ \w+", verb))
"""Verbs that are known without the blank before them, which text layers lose after a marked letter."""

_BEGUN: Final = (
    "Phối hợp|Chủ trì|Chủ động|Căn cứ|Tham mưu|Triển khai|Tiếp tục|Tăng cường|Rà soát|Thực hiện"
)
"""Verbs of a new line that runs on from the line of a name."""
_FIELDS: Final = r"(?:tư tưởng|hành chính|quản trị|nghiệp vụ|pháp chế|văn xã|văn nghệ|xuất bản|lịch sử|đối ngoại|tôn giáo|dân tộc|thể thao|du lịch|môi trường|giúp việc|truyền hình)"
"""What else a department is for: `Phòng Chính trị, tư tưởng`."""
_LATTER: Final = r"(?:tương đương|phát thanh|truyền hình|công nghiệp|dân vận|môi trường|công nghệ|đào tạo|du lịch|đầu tư|xã hội|truyền thông|chế xuất|khu (?:công nghiệp|kinh tế|chế xuất|công nghệ))"
"""What is joined to what else a body is for: `ban tuyên giáo và dân vận`."""
_END: Final = re.compile(
    rf"[.;:()\[\]\"\n]| {by_letter(_VERBS)}(?!\w)|(?<=[{MARKED}]){by_letter(_GLUED)}(?!\w)|(?<!Ban)(?<!Tổ)(?<!Đội) (?:{_BEGUN}) (?=[{LOWER}])|,? \.\.\.|…|,\.\.\.|/"
    rf"|(?:, (?!{_FIELDS}(?!\w))|,? và (?!{_LATTER}(?!\w)))(?!(?:{HEADS}|{_SMALL}|cá nhân)(?!\w)|[{UPPER}])"
)
_NOUNS: Final = re.compile(
    r"(?:[Cc]ác|[Nn]hững|đồng chí|của|công tác|[Bb]an|[Ủủ]y ban|cơ quan|trung tâm|[Đđ]ội|[Tt]ổ|bộ phận|(?<!uốc )[Pp]hòng|(?<!Tỉnh )(?<!Thành )(?<!Huyện )[Đđ]oàn|hệ thống|[Hh]ội đồng) $"
)
_TWINS: Final = re.compile(
    r",? ?(?:và )?(?:kiểm tra|giám sát|thẩm định|tuyên truyền|công tác|biên tập|xác minh|thẩm tra)(?!\w)"
)
_AMBIGUOUS: Final = frozenset(
    {
        "tổ chức",
        "lãnh đạo",
        "chỉ đạo",
        "thông tin",
        "kiểm tra",
        "giám sát",
        "thẩm định",
        "tuyên truyền",
        "biên tập",
    }
)
_ORGANISATION: Final = re.compile(
    r"(?<=,) tổ chức,|(?<=và) tổ chức,| tổ chức(?: (?:có liên|liên quan|chính trị|khác|thành viên|đoàn|xã hội|hội(?! nghị| thảo| thi| đàm| chợ)|đảng|cơ sở|cá nhân|và cá nhân))"
)
_LISTED: Final = re.compile(
    r"[Cc]ác (?:Bộ|Sở|Ban|Phòng|(?i:bộ|sở|ban|phòng|cơ quan|đơn vị|đảng ủy|đảng bộ|xã|phường)(?:, (?:ban|ngành|cơ quan))*)$"
)
_PLACES: Final = re.compile(
    r"[Cc]ác (?:huyện|quận|thị xã|thành phố|tỉnh)(?:, (?:thị xã|thành phố))*$"
)
_PROPER: Final = re.compile(rf" [{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+)+,")
"""The names of places, as they follow `các huyện:`."""
_GIVEN: Final = re.compile(
    r" được (?:(?:Đảng|cấp trên)(?:(?:,| và) Nhà nước)? )?(?:giao|phân công)(?: (?:làm|nhiệm vụ|chủ trì|phối hợp|thực hiện|tham mưu|phụ trách|quản lý))*"
    r"(?:(?:(?! (?:khẩn trương|chủ động|triển khai|xây dựng|căn cứ|tập trung|tiếp tục|nghiêm túc|phải|cần) )[^.,;:()\n]){0,80}?(?= có trách nhiệm| chịu trách nhiệm|:|$))?"
)
_PARTS: Final = frozenset({"chủ trì", "phối hợp"})
_ROLE_NAME: Final = re.compile(r"(?:[Cc]ác )?(?:[Cc]ơ quan|[Đđ]ơn vị)")
"""What is named by its part in the work, where that is no verb: `Cơ quan chủ trì có trách nhiệm`."""
_GENERIC: Final = re.compile(
    r"(?:đơn vị|[Hh]ội|cơ quan|địa phương|tổ chức|ngành|bộ phận|đồng chí|cán bộ)$"
)
"""Heads of a name that a clause may tell from others: `các cơ quan được phân công chủ trì`."""
_LEVEL: Final = re.compile(r"(?:xã|phường|huyện|thị xã|thành phố|đơn vị|địa phương)(?!\w)")
"""What a slash joins: `UBND cấp huyện/xã`, `các cơ quan/đơn vị`."""
_LONGEST: Final = 420


def name_end(text: str, start: int, limit: int) -> int:
    """Return where the body, or list of bodies, that begins at a place ends: before a verb or mark.

    A word such as `tổ chức` is no verb after `các` or another noun that it belongs to.
    """
    position = start
    far = min(limit, start + _LONGEST)
    while True:
        stop = _END.search(text, position, far)
        if stop is None:
            return far if far == limit else start
        word = stop[0].strip()
        if word in _AMBIGUOUS and _NOUNS.search(text, max(start - 10, 0), stop.start() + 1):
            twin = _TWINS.match(text, stop.end(), far)
            position = twin.end() if twin else stop.end()
            continue
        if word == "được" and _GENERIC.search(text, max(start, stop.start() - 10), stop.start()):
            given = _GIVEN.match(text, stop.start(), far)
            if given:
                position = given.end()
                continue
        if word in _PARTS and _is_role_name(text, start, stop, far):
            position = stop.end()
            continue
        if word == "là" and text.startswith((" tổ chức", " cá nhân", " hộ "), stop.end()):
            position = stop.end() + 8
            continue
        if word == "tổ chức" and _ORGANISATION.match(text, stop.start(), far):
            position = stop.end()
            continue
        if (
            word == "lãnh đạo"
            and text[stop.start() - 1] == ","
            and BODY_START.match(text, min(stop.end() + 1, limit), limit)
        ):
            position = stop.end()
            continue
        if word == ":" and (
            _LISTED.search(text, start, stop.start())
            or (_PLACES.search(text, start, stop.start()) and _PROPER.match(text, stop.end(), far))
        ):
            position = stop.end()
            continue
        if stop[0] == ";" and BODY_START.match(text, min(stop.end() + 1, limit), limit):
            position = stop.end()
            continue
        if word == "/" and (
            text[stop.start() - 1 : stop.start()] in "đĐ"
            or _LEVEL.match(text, stop.end(), far)
            or BODY_START.match(text, stop.end(), far)
        ):
            position = stop.end()
            continue
        return stop.start()


def _is_role_name(text: str, start: int, stop: re.Match[str], far: int) -> bool:
    """Tell whether a word is no verb but tells which body is meant, and a verb comes after it."""
    acts = _END.match(text, stop.end(), far)
    named = _ROLE_NAME.fullmatch(text, start, stop.start()) is not None
    return named and acts is not None and acts[0][0] == " " and acts[0].strip() not in _PARTS


_PERSONS: Final = (
    rf"(?!Tổng (?:C|c)ông ty|(?:Công ty|Hợp tác xã)(?! [{UPPER}])|Tập đoàn (?![{UPPER}])|Khối)"
)
_NEXT: Final = (
    rf"(?!các [Kk]hu (?:công|kinh|chế))(?=(?:các|đảng ủy các|lãnh đạo|{_PERSONS}{HEADS})(?!\w))"
)
_SPLIT: Final = re.compile(
    rf"[;.,\s](?:(?<=;)\s*(?:và )?|(?<=\.)\s*[-+•]\s*|(?<=\n)"
    rf"|(?<=\s)(?=[-+•v])(?:[-+•]\s+(?=(?:[Cc]ác|những|lãnh đạo|{HEADS})(?!\w))"
    rf"|(?=và\s)(?<!ĐBQH\s)(?<!Văn phòng HĐND\s)(?<!Văn phòng UBND\s)(?<![Đđ]ại biểu Quốc hội\s)và\s+{_NEXT})"
    rf"|(?<=,)(?:(?<!ĐBQH,)(?<!Văn phòng HĐND,)(?<!Văn phòng UBND,)(?<!đại biểu Quốc hội,)\s+và\s+{_NEXT}"
    rf"|(?<!Bộ Chính trị,)\s*{_NEXT}))"
)
_EDGES: Final = re.compile(
    r"[\s\-+•*:.,;]*(?:(?i:chủ trì|phối hợp(?: thực hiện)?)(?: (?:với|cùng))? ?:? ?)?"
)


_TWOFOLD: Final = re.compile(
    r"(?:Đảng (?:ủy|bộ) (?:Mặt trận Tổ quốc|MTTQ)(?: Việt Nam)?[;,]? (?:và )?|cơ quan của Đảng, ?)$"
)
"""What has the look of two bodies and is one, up to where it could be parted."""
_HALVES: Final = ("các đoàn", "các tổ ch", "Quốc hội", "Nhà nước", "Chính phủ")
_TOLD: Final = re.compile(r"[Cc]ác (?P<kind>[^\d\W]+(?: [^\d\W]+)?)(?:, (?:ban|ngành|cơ quan))*: ")
"""The bodies of one kind follow: `các Đảng ủy: Chính phủ; Quốc hội`."""
_COMMON: Final = re.compile(
    r"[Cc]ác (?:[Đđ]ảng (?:ủy|bộ)|[Tt]hanh tra|[Vv]ăn phòng|[Cc]ông đoàn) (?P<kind>Bộ|Sở|Ban|Ủy ban) "
)
"""`các` governs a list of what its head word belongs to: `các Đảng ủy Bộ Tài chính, Bộ Nội vụ`."""
_BRANCHES: Final = ("Ban, ngành", "Ban, Ngành", "Ban ngành")
"""What goes on after `các Sở`, in capitals or not: `các Sở, Ban, ngành liên quan`."""
_DASHES: Final = ("-", "–")
_AFTER_NAME: Final = (*_DASHES, ",")
_PERSON: Final = re.compile(rf"(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à) [{UPPER}]")
_OFFICER: Final = re.compile(rf"{_PERSON.pattern}|(?:Bộ|Thứ) trưởng|Giám đốc|Chủ tịch|Trưởng")
"""Somebody who has a further post after a dash: `Bộ trưởng Bộ Y tế - Phó Trưởng ban Chỉ đạo`."""
_POST: Final = re.compile("Phó|Trưởng|Chủ tịch|Bí thư|Giám đốc|Chánh|Thủ trưởng|[ỦU][yỷ] viên")
"""The post of a person, after the name: `đồng chí Nguyễn Văn A - Phó Chủ tịch`."""
_NEW: Final = re.compile(r"(?:[Cc]ác|[Nn]hững|[Đđ]ảng (?:ủy|bộ)|[Tt]ỉnh ủy|[Tt]hành ủy)(?!\w)")
_STANDING: Final = re.compile(r"[Cc]ơ quan (?:[Tt]hường trực|đầu mối|chủ trì)(?!\w)")
"""What a body is besides, after its name and a dash: `Sở Tài chính - Cơ quan thường trực Ban Chỉ đạo`."""
_FAR: Final = 40


def split_names(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of single bodies in a list, without list marks and closing points."""
    at, aside = start, False
    for match in _SPLIT.finditer(text, start, end):
        if _goes_on(text, at, match):
            continue
        name = None if aside else _trimmed(text, at, match.start())
        if name:
            yield name
        at = match.end()
        aside = match[0].strip() in _DASHES and _STANDING.match(text, at) is not None
    name = None if aside else _trimmed(text, at, end)
    if name:
        yield name


def _goes_on(text: str, start: int, mark: re.Match[str]) -> bool:
    """Tell whether the name that begins at a place goes on after a mark that could part two."""
    at, sign = mark.end(), mark[0].strip()
    if sign in _AFTER_NAME and (
        (_POST.match(text, at) and (_PERSON if sign == "," else _OFFICER).match(text, start))
        or (sign != "," and text.startswith("Chi nhánh ", at))
    ):
        return True
    if text.startswith(_HALVES, at) and _TWOFOLD.search(text[max(start, at - _FAR) : at]):
        return True
    if text[start] not in "Cc":
        return False
    told = _TOLD.match(text, start)
    if told and not mark[0].rstrip().endswith("và"):
        if _NEW.match(text, at):
            earlier = text[max(start, at - _FAR) : mark.start()].endswith("Mặt trận Tổ quốc")
            return earlier and text.startswith("các đoàn thể", at)
        of_kind = "ủy" in told["kind"] or text.startswith("Tập đoàn", at)
        return of_kind or not BODY_START.match(text, at)
    if text.startswith(_BRANCHES, at) and _LISTED.search(text, start, mark.start()):
        return True
    common = _COMMON.match(text, start)
    return common is not None and text.startswith(f"{common['kind']} ", at)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    lead = _EDGES.match(text, start, end)
    first = lead.end() if lead else start
    last = start + len(text[start:end].rstrip(" .,;:*-…\n"))
    return (first, last) if last > first else None
