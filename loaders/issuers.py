"""Reads the issuer and the term after a citation: `của Ban Bí thư khóa XII về …`."""

import re
from typing import Final

from loaders.alternatives import by_letter
from loaders.letters import MARKED

_OF: Final = re.compile(
    r"(?: \((?:sửa đổi|mới|bổ sung)\)| năm (?:19|20)\d\d)?[,)]? ?(?:của|cùa|cuả|do|CỦA|(?:được )?ban hành bởi) (?=[^\s,;.:()])"
)
_TERM: Final = re.compile(
    r",? ?\(?(?:khóa|nhiệm kỳ khóa) (?:thứ )?(?P<term>[IVX]{1,6})\b\)?", re.IGNORECASE
)
_BODY: Final = (
    r"(?:Ban|Bộ|Sở|Phòng|Hội|Ủy ban|UBND|HĐND|UBMTTQ|MTTQ|Tòa|TAND|Viện|VKS|Văn phòng|Đảng ủy|Đảng bộ|Tỉnh ủy"
    r"|Thành ủy|Huyện ủy|Quận ủy|Mặt trận|Liên|Chính phủ|Thủ tướng|Quốc hội|Trung tâm|Đoàn|Công đoàn|Thường trực"
    r"|Tổng|Cục|Thanh tra|Công an|Quân|Đại hội|Chủ tịch(?! UBND| Ủy ban| HĐND))\b"
)
_ON: Final = by_letter(
    "Quy định|Ban hành|Phê duyệt|Về|Sửa đổi|xây dựng|đề nghị|yêu cầu|thông báo|hướng dẫn|về|v/v|VỀ|BAN HÀNH|THỰC HIỆN|QUY ĐỊNH|SỬA ĐỔI"
    "|Thực hiện|Triển khai|Tổ chức thực|và của|và ý kiến|và kết quả|ban hành|quy định|sửa đổi|thực hiện|tại|khóa|Khóa|triển khai|hướng dẫn thực|phê duyệt"
    "|và căn cứ|vẫn|kiểm tra việc|đôn đốc|liên quan|trong|đối với|để|cho|theo|gửi|đã|đến|gắn với|như|nhằm|là|được|bị"
    "|ở|chậm nhất|và dự thảo|ngày|năm (?:19|20)|nhiệm kỳ|trên|từ|trừ|khi|nếu|sẽ|phải|cần|còn|hiện|và các (?:văn|chương|kế|nghị|quy)"
    "|v[àề] (?:việc|nội dung|kết quả)|quán triệt|phổ biến|tuyên truyền|tổ chức|báo cáo|tiếp tục|giao(?<!Ngoại giao)"
    "|chỉ đạo(?<!Ban chỉ đạo)|yêu cầu|bảo đảm|đảm bảo|cụ thể hóa|thay thế|bãi bỏ|nêu trên|nói trên|thông qua"
    "|chủ trì|phối hợp|tham mưu|khẩn trương|nghiên cứu|tới|bằng|do|mà|trước|sau|có|hết|thành lập|đề ra|xây dựng kế|hỗ trợ|phân|điều chỉnh|bổ sung"
)
"""What goes on after a body's name and is no part of it."""
_NEXT: Final = (
    r"(?i:và) (?=(?i:chỉ thị|nghị quyết|kết luận|quyết định|quy định|hướng dẫn|kế hoạch|chương trình|công văn"
    r"|thông báo|quy chế|báo cáo|đề án|thông tư|luật|nghị định|tờ trình|văn bản|số \d|điều|các|chương|khoản|điểm|mục|phụ lục)\b)"
)
"""What leads to a further document."""
_TITLE: Final = r'"\s?(?:[vV]ề|[vV]/v)\b'
_STOP: Final = re.compile(
    rf"[;.:()\[\]\n]|,(?= (?:(?!{_BODY}|Thể thao và|Thương binh và)|{_ON}(?!\w)|{_NEXT}))"
    rf'| (?:{_ON}(?!\w)|{_NEXT}|{_TITLE}|"(?=[^"]*$))|{_TITLE}'
    rf"|(?<=[{MARKED}])(?:về|ban hành|khóa|ngày|tại)(?!\w)"
)
"""Only its begin counts."""
_LONGEST: Final = 220
_ACTS: Final = re.compile(
    r" (?:ban hành|xây dựng|đề nghị|yêu cầu|thông báo|hướng dẫn|tổ chức|báo cáo|triển khai)\b"
)
_SAYS: Final = re.compile(
    r" tại (?:văn bản|[Cc]ông văn|[Qq]uyết định|[Tt]hông báo|[Kk]ết luận|[Tt]ờ trình|[Nn]ghị quyết|[Cc]hỉ thị) "
)
"""After a body, what it says in a further document: `…, của Ban Bí thư tại văn bản số …`."""
_YEAR: Final = re.compile(r" năm (?:19|20)\d\d")


def issuer_at(
    text: str, position: int, limit: int
) -> tuple[tuple[int, int] | None, str | None, int]:
    """Return the stretch that names the issuer, the term's Roman figure, and where both end."""
    term = _TERM.match(text, position, limit)
    found = term["term"].upper() if term else None
    end = term.end() if term else position
    of = _OF.match(text, end, limit)
    if not of:
        return None, found, end
    start = of.end()
    close = _close(text, start, limit)
    if close is None or (of[0][0] == "," and _SAYS.match(text, close, limit)):
        return None, found, end
    while close > start and text[close - 1] in ' ,"':
        close -= 1
    if text[start:close].endswith((" và", " VÀ")):
        close -= 3
    if close <= start or text[start].isdigit():
        return None, found, end
    after = _TERM.match(text, close, limit)
    if after:
        return (start, close), after["term"].upper(), after.end()
    return (start, close), found, close


def _close(text: str, start: int, limit: int) -> int | None:
    """Return where a body's name ends; a quoted name inside it is passed over."""
    far = min(limit, start + _LONGEST)
    stop = _STOP.search(text, start, far)
    if stop and text.count('"', start, stop.start()) % 2:
        quote = text.find('"', stop.start(), far)
        if quote > 0:
            year = _YEAR.match(text, quote + 1, far)
            return year.end() if year else quote + 1
    if stop and _ACTS.match(text, stop.start()) and ", " in text[start : stop.start()]:
        return text.index(", ", start)
    if stop:
        return stop.start()
    return None if far < limit else far
