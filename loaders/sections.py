"""What the sections of a document are for, by their headings.

Headings follow the usual build of a plan: aim and requirements, tasks, who does what, recipients
(Hướng dẫn 36-HD/VPTW, 05-HD/VPTW; Nghị định 30/2020/NĐ-CP, Phụ lục III).
"""

import re
from enum import StrEnum
from typing import Final


class Section(StrEnum):
    """What a section holds."""

    FRONT = "front"
    TASKS = "tasks"
    ASSIGNMENTS = "assignments"
    TOPICS = "topics"
    MANNER = "manner"
    OTHER = "other"
    BACK = "back"


_OTHER: Final = re.compile(
    r"(?:mục đích|cách |yêu cầu|mục tiêu|quan điểm|phạm vi|đối tượng|nguyên tắc|căn cứ|tình hình|đặc điểm"
    r"|kết quả|đánh giá(?!, xếp loại)|hạn chế|ưu điểm|nguyên nhân|bài học|thành phần|địa điểm|thời gian|thời điểm"
    r"|phương pháp|số lượng|tiêu chuẩn|hồ sơ|cơ cấu|tham dự"
    r"|chủ đề|thông tin (?:văn bản|chung)|khẩu hiệu|định hướng|ý nghĩa|bối cảnh|sự cần thiết|thực trạng|tồn tại|điều kiện"
    r"|phương châm|chỉ tiêu|nội dung tuyên truyền|quy định (?:về )?(?:cơ cấu|số lượng|tiêu chuẩn))"
)
_MANNER: Final = re.compile(r"phương thức|hình thức")
_FAULT: Final = re.compile(r"(?:tồn tại|hạn chế|khuyết điểm)[^:]{0,40}:? .{12}")
"""What the work under it puts right, where it stands over work."""
MEASURES: Final = re.compile(
    r"(?:nguyên tắc|tiêu chí|tiêu chuẩn|điều kiện)(?: chính| chung| cụ thể| cơ bản)?(?: sau| như sau| sau đây| dưới đây)[ .:]*$",
    re.IGNORECASE,
)
"""Words over what work must meet, and is no work."""
_COMMAND: Final = re.compile(
    r"yêu cầu (?:các|cấp ủy|ban|bộ|sở|ủy ban|ubnd|đảng ủy|thủ trưởng|giám đốc|chủ tịch|đơn vị|cơ quan)\b"
)
"""A heading that asks somebody for something, where `Yêu cầu` alone names what work must meet."""
_TASKS: Final = re.compile(
    r"nhiệm vụ|giải pháp|nội dung thực hiện|nội dung công việc|nội dung, |nội dung và|nội dung$|công việc"
    r"|các hoạt động|tiến trình|lộ trình|lịch trình|tiến độ|các bước|^bước \w|trình tự.{0,24} tiến hành|thời gian tiến hành|nội dung trọng tâm|công tác trọng tâm|biện pháp"
)
_ASSIGN: Final = re.compile(
    r"tổ chức (?:và )?(?:triển khai )?(?:thực hiện|triển khai|phân công)|phân công|trách nhiệm (?:thực hiện|của)"
    r"|điều khoản thi hành|^kinh phí"
)
_NO_ASSIGN: Final = re.compile(r"nhiệm vụ (?:trọng tâm|chủ yếu)|giải pháp")
_TOPICS: Final = re.compile(
    r"^nội dung,[^.;]{0,40}thành phần|(?:cho ý kiến|thảo luận|xem xét)(?: về| vào)? (?:các |những |một số )?nội dung|nội dung(?: và phương pháp|,(?: và)? (?:thành phần|thời gian|chương trình|địa điểm))? (?:buổi )?(?:làm việc|kiểm tra|giám sát|cuộc họp|họp|hội nghị|trao đổi"
    r"|thảo luận|khảo sát|sinh hoạt|tổng kết|sơ kết|thi$|hội thi|cuộc thi)"
)


_BODIES: Final = (
    "các ",
    "giao ",
    "sở ",
    "ban ",
    "ủy ban ",
    "ubnd ",
    "đảng ủy ",
    "văn phòng ",
    "phòng ",
)


def section_of(heading: str, inherited: Section, *, letter: bool = False) -> Section:
    """Return what a section holds by its heading, else what the section around it holds.

    In a letter `Yêu cầu` heads what it asks for.

    >>> section_of("MỤC ĐÍCH, YÊU CẦU", Section.TASKS), section_of("TỔ CHỨC THỰC HIỆN", Section.TASKS)
    (<Section.OTHER: 'other'>, <Section.ASSIGNMENTS: 'assignments'>)
    """
    words = heading.lower().strip(" .:")
    if words.endswith(("sau", "đây")) and MEASURES.search(words):
        return Section.OTHER
    if _ASSIGN.search(words) and not _NO_ASSIGN.search(words):
        return Section.TASKS if words.startswith("nội dung") else Section.ASSIGNMENTS
    if letter and words.startswith("yêu cầu"):
        return Section.TASKS
    if _TOPICS.search(words):
        return Section.TOPICS
    if inherited is Section.ASSIGNMENTS and words.startswith(_BODIES):
        return inherited
    if inherited is Section.TOPICS and words == "nội dung":
        return inherited
    if len(words) < 120 and _TASKS.search(words):
        return Section.TASKS
    if inherited is Section.TASKS and _FAULT.match(words):
        return inherited
    if _OTHER.match(words) and not _COMMAND.match(words) and inherited is not Section.ASSIGNMENTS:
        return Section.OTHER
    if _MANNER.match(words) and inherited is not Section.ASSIGNMENTS:
        return Section.MANNER
    return inherited
