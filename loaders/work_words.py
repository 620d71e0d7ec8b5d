"""The words by which a paragraph is told to give work, or to give none."""

import re
from typing import Final

from loaders.actors import SUBJECT

IDLE: Final = re.compile(
    r"(?:Cơ bản |Về cơ bản,? )?(?:[Tt]hống nhất|[Nn]hất trí|Đồng ý|Ghi nhận|Biểu dương|Đánh giá cao|Sau khi|Kết quả|Qua |Nhìn chung|Tuy nhiên|Đến nay|Hiện nay"
    r"|Trong thời gian qua|Thời gian qua|Năm \d|Đã |Tình hình|Người dùng|Trên đây|Kính|Xin |Kèm theo|\(|Kinh phí|Hiệu lực|Các nội dung (?:dưới|trên)|(?:Các|Những|Thực hiện các) (?:nhiệm vụ|nội dung|công việc) [^.;]{0,60}(?:tại|theo) (?:các )?[Pp]hụ lục|Sử dụng (?:từ )?(?:nguồn )?(?:kinh phí|ngân sách)|Bên cạnh|Như sau|Mốc thời gian|Niên độ|(?:Kế hoạch|Chương trình|Hướng dẫn|Quyết định|Chỉ thị|Công văn|Quy chế|Quy định|Thông báo) này (?:thay thế|có hiệu lực)|-{3})"
)
"""A paragraph that begins so gives no work."""
_WELCOMED: Final = re.compile(
    r"(?:Bộ Chính trị|Ban Bí thư|Chính phủ|Thủ tướng|Ban (?:Thường vụ|Chấp hành)|Thường trực|Chủ tịch|UBND)[^.;:\n]{0,60}? (?:cơ bản )?(?:nhất trí|ghi nhận|biểu dương|đánh giá cao|hoan nghênh)\b"
)
"""The same after a body."""
IDLE_BULLET: Final = re.compile(
    r"Kinh phí |Nguồn kinh phí |(?:Về (?:đối tượng|thành phần|phương pháp, quy trình|thẩm quyền quyết định)"
    r"|Đối tượng|Thành phần|Phương pháp, quy trình|Thẩm quyền quyết định)[^:.;]{0,60}:"
)
"""A bullet that begins so gives none."""
CASE: Final = re.compile(r"(?:Đối với|Về|Với|Trường hợp) [^:.;]{2,120}:")
"""A bullet that tells of which case the `+` under it speak."""
WORK: Final = re.compile(
    r"(?i:tham mưu|xây dựng|tổ chức|triển khai|thực hiện|ban hành|phối hợp|chủ trì|báo cáo|tổng hợp|tiếp tục|tăng cường|đẩy mạnh|nâng cao|hướng dẫn|theo dõi"
    r"|kiểm tra|giám sát|rà soát|hoàn thành|hoàn thiện|biên|chuẩn bị|tuyên truyền|quán triệt|đôn đốc|nghiên cứu|phát|tập trung|khẩn trương|chỉ đạo|định|đề|sơ kết"
    r"|tổng kết|thành lập|kiện toàn|củng cố|cử |mở |lập |cập nhật|chủ động|quan tâm|bố trí|quản lý|đảm bảo|bảo đảm|thường xuyên|kịp thời|đăng|truy cập|xác định"
    r"|xem xét|đánh giá(?! cao)|thẩm|yêu cầu|giao |căn cứ|trong |h[àằ]ng |lãnh đạo|giữ|đổi mới|khuyến|hỗ trợ|tạo|làm|đưa|cung cấp|gửi|trình|nắm|in |phân|đối với|nếu|khi |bám|duy trì|tham gia|tích cực|chú trọng|phát huy|chấn chỉnh|phấn đấu|học tập|khai thác|xử lý|giải quyết|vận|huy|kết nạp|thăm|tặng|dự |họp|hội nghị|tiếp |đấu tranh|tuyển|khảo sát|xác minh|bồi dưỡng|đào tạo|tập huấn|khen thưởng|bình xét|gặp mặt|nâng cấp|sửa đổi|bổ sung|tạm dừng|chấm dứt|diễn tập|ra quân|kỷ niệm|công bố|công khai|niêm yết|đối thoại|hưởng ứng|thí điểm|số hóa)"
)
"""Verbs that work begins with."""
ASKED: Final = re.compile(r"(?:Đề nghị|Giao|Yêu cầu|giao|yêu cầu|đề nghị) ")
FRAME: Final = re.compile(
    r"(?:Thời gian|Địa điểm|Thành phần|Kinh phí)(?: và địa điểm|, địa điểm)?(?: thực hiện| tổ chức| triển khai)?[:. ]*"
)
"""A heading over when, where and with whom, which is no work."""
WEEKDAY: Final = re.compile(r"(?i:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật),?")
"""The day that stands over a date, in a cell of two lines."""
WEEK: Final = re.compile(
    r"[*_]*(?:TUẦN|Tuần)(?: thứ| lễ)? (?:\d{1,2}|[IVX]{1,3}|nhất|hai|ba|tư|năm)(?!\w)[^.;\n]{0,60}"
)
"""A line over the work of a week: `Tuần 2 (từ 09/9 đến 13/9)`."""


_AGREED: Final = re.compile(r"(?:Cơ bản |Về cơ bản,? )?(?:[Tt]hống nhất|[Nn]hất trí|Đồng ý)")
_THEN: Final = re.compile(r"[.;] (?:Giao|Yêu cầu|Đề nghị) (?!quyết)")


def is_idle(text: str, start: int, end: int) -> bool:
    """Tell whether a paragraph begins as one that gives no work, and asks nothing of anybody after it."""
    if IDLE.match(text, start, end) is None:
        return _WELCOMED.match(text, start, end) is not None
    return _AGREED.match(text, start, end) is None or _THEN.search(text, start, end) is None


def gives_work(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch begins with a verb of work or who does it, or asks somebody for it."""
    return bool(
        WORK.match(text, start, end)
        or SUBJECT.match(text, start, end)
        or ASKED.search(text, start, end)
    )
