"""The manners in which offices write plans: short passages, and who does what by when in each."""

import pytest

from loaders.extract import extract
from ontology.facts import Source
from tests.items import Said, said

DATED_LABELS = """\
KẾ HOẠCH
tuyên truyền Nghị quyết

II. NHIỆM VỤ
- Quý II/2025: Kiểm tra việc thực hiện Chỉ thị số 42-CT/TW.
- Tháng 6/2025: Huyện ủy tổ chức hội nghị tổng kết cấp huyện.
- Từ ngày 15/4 đến 30/5/2025: Các chi, đảng bộ cơ sở tổng kết.
- Báo cáo tháng: Sở Tài chính tổng hợp trước ngày 10 hằng tháng.
"""
BODIES_OF_ONE_KIND = """\
KẾ HOẠCH
phát triển kinh tế

IV. TỔ CHỨC THỰC HIỆN
1. Các sở: Nông nghiệp và Môi trường, Công Thương và UBND các xã, phường:
- Lồng ghép nguồn vốn hỗ trợ.
2. Giao các Đảng ủy: Chính phủ; Quốc hội; Mặt trận Tổ quốc, các đoàn thể Trung ương \
và các tỉnh ủy tổ chức thực hiện.
3. Các cơ quan, đơn vị được giao nhiệm vụ tại Kế hoạch này có trách nhiệm:
- Báo cáo kết quả trước ngày 05/12 hằng năm.
4. Đối với các xã, phường: chủ động tổ chức hoạt động thể thao.
"""
CLAUSES = """\
KẾT LUẬN
của Ban Bí thư

3. Tổ chức thực hiện
3.1. Đảng ủy Chính phủ chỉ đạo các bộ bố trí nguồn lực; Đảng ủy Bộ Y tế chủ trì, phối hợp với \
các cơ quan liên quan hướng dẫn; đôn đốc Sở Y tế; các xã, phường tổ chức tuyên truyền.
3.2. Đề nghị Ban Tuyên giáo Tỉnh ủy định hướng các cơ quan báo chí; Ủy ban MTTQ Việt Nam tỉnh \
phối hợp giám sát.
3.3. Giao Đảng ủy Quốc hội:
- Đảng ủy Bộ Tư pháp rà soát chương trình xây dựng pháp luật.
"""
BY_WEEKS = """\
HUYỆN ỦY ĐẠI LỘC
*
Số 58-CTr/HU
Đại Lộc, ngày 29 tháng 8 năm 2025

CHƯƠNG TRÌNH CÔNG TÁC
tháng 9 năm 2025

Căn cứ Chương trình số 49-CTr/HU, ngày 08/01/2025 của Ban Chấp hành Đảng bộ huyện về công tác năm \
2025, Ban Thường vụ Huyện ủy ban hành Chương trình công tác tháng 9 năm 2025 như sau:
II. CHƯƠNG TRÌNH CỤ THỂ
Tuần 1 (từ 01/9 đến 05/9)
1. Dự Lễ khai giảng năm học mới (ngày 05/9)
Các đồng chí Ủy viên Ban Thường vụ Huyện ủy.
2. Hội nghị báo cáo viên tháng 9/2025
Ban Tuyên giáo Huyện ủy - ngày 03/9.
Tuần 2 (từ 08/9 đến 12/9)
3. Kiểm tra tiến độ Dự án đường Hồ Chí Minh
Đồng chí Chủ tịch UBND huyện chủ trì; các phòng, ban liên quan cùng dự.
III. NHIỆM VỤ THƯỜNG XUYÊN
- Dự sinh hoạt chi bộ (từ ngày 01 đến ngày 05).
- Báo cáo Tỉnh ủy trong tuần thứ ba của tháng.
- Theo dõi, đôn đốc việc thực hiện Chương trình hành động số 12-CTr/HU, ngày 04/01/2021 của Ban \
Chấp hành Đảng bộ huyện về tăng cường sự lãnh đạo của Đảng đối với công tác bảo vệ môi trường.
"""
BY_STAGES = """\
KẾ HOẠCH
giám sát chuyên đề
- Căn cứ Quy định số 22-QĐ/TW, ngày 28/7/2021 của Ban Chấp hành Trung ương;
- Thực hiện Quyết định số 87-QĐ/UBKTHU, ngày 28/3/2024 của Ủy ban Kiểm tra Huyện ủy,
III. PHƯƠNG PHÁP, TRÌNH TỰ VÀ THỜI GIAN TIẾN HÀNH
1. Bước chuẩn bị (từ ngày 28/3/2024 đến ngày 12/4/2024)
- Đoàn giám sát là đầu mối xây dựng đề cương.
2. Bước tiến hành (từ ngày 22/4/2024 đến 17/5/2024)
- Lập danh sách, giao từng cán bộ theo dõi; Thường trực Đảng ủy mở hội nghị thông báo.
- Yêu cầu Phòng Kinh tế phối hợp với Ban Quản lý dự án cung cấp hồ sơ, chậm nhất đến cuối năm \
2025.
"""
STAGE_1 = "Bước chuẩn bị (từ ngày 28/3/2024 đến ngày 12/4/2024)"
STAGE_2 = "Bước tiến hành (từ ngày 22/4/2024 đến 17/5/2024)"
LETTERS_END = "trước 17 giờ 00, ngày 17/11/2025"
BOLD_OVER_LINES = """\
**3. Cục
Điện ảnh, Cục Du lịch Quốc gia Việt Nam**
Phối hợp với Vụ Pháp chế đưa nội dung vào dự thảo, hoàn thành trước 30/11/2025.
**4. Chủ tịch Ủy ban nhân dân các tỉnh từ Hà Tĩnh đến Lâm Đồng:**
Phát động "Chiến dịch Quang Trung" vào ngày 01/12/2025.
"""
ENDING_WITH_NAMES = """\
CÔNG VĂN
Kính gửi: Các đảng ủy trực thuộc

1. Kỷ niệm 95 năm Ngày thành lập Đoàn (26/3/1931 - 26/3/2026): Đoàn xã.
2. Lễ giao nhận quân; phát động Tết trồng cây. Ban Chỉ huy Quân sự xã, Hội Nông dân.
3. Thủ trưởng các sở, ban, ngành, Chủ tịch UBND các xã rà soát, báo cáo trong ngày 10/11/2025.
4. Giao đồng chí Nguyễn Văn Lập, Phó Chủ tịch UBND xã phối hợp với Sở Y tế cùng các đơn vị làm.

Báo cáo đề nghị gửi về Văn phòng Tỉnh ủy trước 17 giờ 00, ngày 17/11/2025 để tổng hợp.
"""
WEEK_IN_A_TABLE = """\
LỊCH CÔNG TÁC
Tuần 44 năm 2025
Thứ/ngày\tThời gian\tNội dung công việc\tChủ trì\tThành phần
Thứ Hai
27/10\t7h30\tGiao ban đầu tuần\tGiám đốc Sở\tCác phòng
\t9h00\tHọp thẩm định\tVăn phòng Sở\t
\t\tHạn cuối gửi báo cáo\t\t
28/10\t8h00\tKiểm tra việc vận hành
các hồ chứa\tChi cục Thủy lợi\tĐài Khí tượng
"""
ASKED_UNDER_A_HEADING = """\
Kính gửi:
- Các sở, ban, ngành.

Thực hiện chỉ đạo của Thành ủy, UBND Thành phố yêu cầu:
1. Báo cáo định kỳ hằng tháng:
Yêu cầu UBND các xã, phường báo cáo số liệu hằng tháng theo quy định, bao gồm:
(1) Tổng số gói thầu trong kỳ;
(2) Tổng giá trị gói thầu trong kỳ.
2. Sắp xếp cán bộ:
Yêu cầu các đơn vị hoàn thành việc đánh giá trước ngày 05/12/2025.
3. Giao Sở Nội vụ theo dõi, đôn đốc.
Yêu cầu các đơn vị nghiêm túc thực hiện.
"""
LISTS_AMID_BULLETS = """\
KẾ HOẠCH
sắp xếp tổ chức

2. Tổ chức hội nghị hiệp thương theo hướng dẫn của cấp trên.
- Tài liệu phục vụ hội nghị gồm danh sách và biên bản.
(1) Tổ chức hiệp thương lần thứ nhất: chậm nhất ngày 10/12/2025.
(2) Tổ chức hiệp thương lần thứ hai: chậm nhất ngày 03/02/2026.
- Thời gian hoàn thành: Quý I/2026.
- Đơn vị chủ trì: Ban Thường trực.
3. Giao Đảng ủy Chính phủ:
- Phân cấp, phân quyền theo một số nguyên tắc chính sau:
(1) Trung ương quản lý vĩ mô.
(2) Rà soát, phân định thẩm quyền.
- Ban hành nghị định trước ngày 25/6/2026.
"""
ROLES_IN_THE_LINE = """\
KẾ HOẠCH
chuyển đổi số

I. NHIỆM VỤ
a) Tổ chức 02 lớp tập huấn. Thời gian: tháng 4/2026. Đơn vị thực hiện: Phòng Văn hóa - Xã hội; \
phối hợp: Trung tâm Dịch vụ công.
1. Tuyên truyền Luật Hợp tác xã
1.1. Nội dung: Tuyên truyền Luật Hợp tác xã.
1.2. Đơn vị chủ trì: Liên minh Hợp tác xã tỉnh.
1.3. Đơn vị phối hợp: Sở Tài chính, UBND cấp xã.
1.4. Thời gian thực hiện: Quý II/2026.
2. Phổ biến Luật Việc làm
- Nội dung thực hiện: Tổ chức phổ biến Luật Việc làm.
- Cơ quan thực hiện: Sở Nội vụ chủ trì tham mưu ban hành Kế hoạch; Sở Tư pháp trong phạm vi \
nhiệm vụ của mình và các cơ quan khác có liên quan.
- Thời gian thực hiện: Năm 2026.
"""
ANNEX_WITHOUT_CLOSING = """\
CHƯƠNG TRÌNH
hành động

III. TỔ CHỨC THỰC HIỆN
1. Văn phòng Tỉnh ủy theo dõi, đôn đốc việc thực hiện.

PHỤ LỤC

TT | Nội dung công việc | Chủ trì | Thời hạn | Ghi chú, phối hợp
1 | Rà soát quy định | Sở Tư pháp | Quý III/2025 | Phối hợp các sở, UBND cấp huyện/xã
2 | Xây dựng Quy chế | Sở Tài chính | Quý IV/2025 | Thực hiện sau khi có Thông tư mới
"""
LOST_BLANKS = """\
KẾ HOẠCH
thực hiện Nghịquyết số12-NQ/TU

II. NHIỆM VỤ
1. Đảng uỷUBND xã chủtrì, phối hợp Văn phòng Đảng uỷvà các cơ quan tham mưu, giúp việc Đảng \
uỷtham mưu Nghịquyết vềchuyển đổi số, trình trong quý I/2026.
2. Chi bộTrường THCS Hùng Vương: Công tác kết nạp đảng viên mới.
"""
LINES_AFTER_BULLETS = """\
KẾ HOẠCH
nâng cao năng lực cán bộ

III. NHIỆM VỤ
4. Nâng cao năng lực cho đội ngũ cán bộ, công chức
- Tăng cường giáo dục chính trị, tư tưởng.
- Nâng cao nhận thức của đội ngũ cán bộ.
Đơn vị thực hiện: Các sở, ngành.
Đơn vị phối hợp: Sở Tư pháp.
- Tổ chức tập huấn kỹ năng xây dựng pháp luật.
Đơn vị chủ trì tham mưu thực hiện: Sở Nội vụ.
Thời gian thực hiện: Tháng 12/2025.
"""
WHO_PREPARES = """\
CHƯƠNG TRÌNH
công tác

A. NỘI DUNG TRÌNH BAN CHẤP HÀNH
II. CÁC NỘI DUNG CỤ THỂ
2. Năm 2026
2.1. Nghị quyết xây dựng nông thôn mới và giảm nghèo bền vững giai đoạn 2026 - 2030

Đảng ủy UBND xã chủ trì, phối hợp các cơ quan liên quan tham mưu trình trong tháng 01/2026.
2.2. Tổng kết công tác kiểm tra, giám sát và thi hành kỷ luật trong Đảng nhiệm kỳ này.
- Ủy ban Kiểm tra Đảng ủy tham mưu, trình.
B. NỘI DUNG TRÌNH BAN THƯỜNG VỤ
I. CÁC NỘI DUNG ĐỊNH KỲ
1. Xây dựng chương trình kiểm tra, giám sát hằng năm của Ban Chấp hành Đảng bộ xã.
3. Ban Thường vụ Đảng ủy yêu cầu Chi bộ Trường Mẫu giáo:
- Khắc phục các thiếu sót trước ngày 15/3/2026.
4. Công tác kiểm điểm
Chi bộ Trường Mẫu giáo thực hiện tốt các nội dung sau:
- Kiểm điểm trách nhiệm của cấp ủy.
- Người đứng đầu chi bộ báo cáo kết quả.
"""
ISSUED_BY_A_DECISION = """\
BỘ VĂN HÓA
Số: 85/QĐ-BVH

QUYẾT ĐỊNH
Về việc ban hành Kế hoạch thực hiện Quy hoạch

BỘ TRƯỞNG BỘ VĂN HÓA
Căn cứ Nghị định số 43/2025/NĐ-CP ngày 28/02/2025 của Chính phủ;

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch thực hiện Quy hoạch.
Điều 2. Chánh Văn phòng Bộ chịu trách nhiệm thi hành Quyết định này./.

Nơi nhận:
- Như Điều 2;
- Lưu: VT.

BỘ TRƯỞNG

KẾ HOẠCH
THỰC HIỆN QUY HOẠCH
(Kèm theo Quyết định số 85/QĐ-BVH ngày 18 tháng 11 năm 2025 của Bộ trưởng Bộ Văn hóa)

IV. TỔ CHỨC THỰC HIỆN
1. Viện Văn hóa
a) Tổ chức tuyên truyền nội dung Kế hoạch.
b) Đánh giá việc thực hiện Kế hoạch hằng năm.
2. Sở Văn hóa/Sở Thể thao các tỉnh rà soát cơ sở vật chất trong quý I/2026.
"""
LONE_LABELS = """\
KẾ HOẠCH
đảm bảo y tế

IV. NỘI DUNG TRIỂN KHAI

1.
Công tác vệ sinh môi trường

b) Phòng chống bệnh đường ruột

- Tăng cường truyền thông vệ sinh ăn uống theo Công văn số 159/SXD-QLN& TTBĐS.

V. TỔ CHỨC THỰC HIỆN

1.
Sở Y tế

- Chỉ đạo các đơn vị trực thuộc chuẩn bị thuốc, hóa chất.

6. Cục Kết cấu hạ tầng xây dựng

- Kiểm tra hồ chứa trong Quí IV-2025.
"""
LISTS_OF_DOCUMENTS = """\
KẾ HOẠCH
về đấu thầu

1. Quán triệt, thực hiện nghiêm:
- Chỉ thị số 24-CT/TW.
- Các Nghị định về đấu thầu: số 115/2024/NĐ-CP; số 225/2025/NĐ-CP.
- Luật số 22/2023/QH15 được sửa đổi, bổ sung bởi Luật số 57/2024/QH15.
- Bố trí nguồn lực theo quy định tại Luật Lâm nghiệp, Luật Đất đai; Nghị định số 131/2025/NĐ-CP.
"""

WHO_STANDS_OVER_BULLETS = """\
KẾ HOẠCH
phát triển dịch vụ số

III. NHIỆM VỤ
1. Các đồng chí Trưởng phòng theo chức năng trực tiếp chỉ đạo, chú trọng các nội dung sau:
- Rà soát thủ tục hành chính.
2. Nâng cao nhận thức: (1) Thanh tra tỉnh ban hành hướng dẫn trước ngày 25/11/2025; (2) các sở, \
ngành khẩn trương rà soát dữ liệu; nhiệm vụ thường xuyên.
IV. TỔ CHỨC THỰC HIỆN
1. Các nhà thầu đang hoạt động tại khu công nghiệp
- Chủ động phối hợp với các nhà mạng lắp đặt thiết bị.
2. Các đơn vị, doanh nghiệp căn cứ chức năng được giao xây dựng kế hoạch của mình.
- Giới thiệu điển hình tiên tiến.
3. Đề nghị Mặt trận Tổ quốc tỉnh: Phối hợp tuyên truyền theo Mẫu số 02/MT-TT.
4. Đài Truyền hình tỉnh (HTV) chủ trì, phối hợp Sở Nội vụ xây dựng phóng sự.
5. Giao đồng chí Lò Văn Tấn – Phó Chủ tịch UBND xã theo dõi việc thực hiện.
"""
ARTICLES_OF_A_DECISION = """\
QUYẾT ĐỊNH
Công bố danh mục thủ tục hành chính

Điều 1. Công bố kèm theo Quyết định này 02 thủ tục hành chính.
Điều 2. Tổ chức thực hiện
1. Sở Y tế có trách nhiệm công khai danh mục trước ngày 05/12/2025.
2. Quyết định này thay thế các quy định trước đây.
Điều 3. Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này.
"""
WORDS_OVER_NUMBERS = """\
THÔNG BÁO
Kết luận buổi làm việc

Hà Sơn, ngày 05 tháng 11 năm 2025

II. NHIỆM VỤ, GIẢI PHÁP
Đề nghị Thường trực Tỉnh ủy lãnh đạo thực hiện các nhiệm vụ; trong đó lưu ý một số nội dung sau:
1. Đổi mới tư duy, tầm nhìn phát triển.
2. Xây dựng nông thôn mới, hoàn thành trong năm 2025.
III. VỀ MỘT SỐ KIẾN NGHỊ
1. Về chủ trương đầu tư tuyến đường từ xã Sơn Hà đến quốc lộ 6 và cao tốc CT.03, đoạn qua tỉnh Hà \
Sơn, được giao trong năm 2025 theo kế hoạch vốn trung hạn giai đoạn 2026 - 2030 đã trình cấp có \
thẩm quyền: Sở Xây dựng khẩn trương rà soát, báo cáo trước ngày 01/12/2025.
IV. NHIỆM VỤ CỦA NHÀ TRƯỜNG
1. Đối với đội ngũ giáo viên
Phân công nhiệm vụ cho từng giáo viên.
"""
FIELDS_WITH_PLUSES = """\
KẾ HOẠCH
phát triển dịch vụ "Chương trình quốc gia giai đoạn 2026
- 2030" trên địa bàn

III. NỘI DUNG HOẠT ĐỘNG
1. Truyền thông
a) Hoạt động 1
- Nội dung: Tuyên truyền, giáo dục về phòng ngừa bạo lực.
- Cơ quan thực hiện:
+ Sở Văn hóa chủ trì, phối hợp với các sở, ban, ngành.
b) Hoạt động 2
- Nội dung:
+ Tổng kết mô hình hỗ trợ phụ nữ.
+ Tập huấn nâng cao năng lực cho cán bộ.
- Cơ quan thực hiện: Sở Y tế chủ trì.
2. Nhà trường chủ trì, phối hợp
Công an xã tuyên truyền trong tháng 9/2026.
"""
PASSAGES: dict[str, tuple[str, list[Said]]] = {
    "dated-labels": (
        DATED_LABELS,
        [
            ("II.-1", [], [], "Quý II/2025"),
            ("II.-2", ["Huyện ủy"], [], "Tháng 6/2025"),
            ("II.-3", ["Các chi, đảng bộ cơ sở"], [], "Từ ngày 15/4 đến 30/5/2025"),
            ("II.-4", ["Sở Tài chính"], [], "monthly"),
        ],
    ),
    "bodies-of-one-kind": (
        BODIES_OF_ONE_KIND,
        [
            (
                "IV.1.-1",
                ["Các sở: Nông nghiệp và Môi trường, Công Thương", "UBND các xã, phường"],
                [],
                None,
            ),
            (
                "IV.2",
                [
                    "các Đảng ủy: Chính phủ; Quốc hội; Mặt trận Tổ quốc, các đoàn thể Trung ương",
                    "các tỉnh ủy",
                ],
                [],
                None,
            ),
            ("IV.3.-1", ["Các cơ quan, đơn vị được giao nhiệm vụ tại Kế hoạch này"], [], "yearly"),
            ("IV.4", ["các xã, phường"], [], None),
        ],
    ),
    "clauses": (
        CLAUSES,
        [
            ("3.1", ["Đảng ủy Chính phủ", "Đảng ủy Bộ Y tế"], ["các cơ quan liên quan"], None),
            ("3.2", ["Ban Tuyên giáo Tỉnh ủy"], ["Ủy ban MTTQ Việt Nam tỉnh"], None),
            ("3.3.-1", ["Đảng ủy Quốc hội", "Đảng ủy Bộ Tư pháp"], [], None),
        ],
    ),
    "by-weeks": (
        BY_WEEKS,
        [
            ("II.1", ["Các đồng chí Ủy viên Ban Thường vụ Huyện ủy"], [], "ngày 05/9"),
            ("II.2", ["Ban Tuyên giáo Huyện ủy"], [], "ngày 03/9"),
            ("II.3", ["Đồng chí Chủ tịch UBND huyện"], [], "Tuần 2 (từ 08/9 đến 12/9)"),
            ("III.-1", [], [], "từ ngày 01 đến ngày 05"),
            ("III.-2", [], [], "trong tuần thứ ba của tháng"),
            ("III.-3", [], [], None),
        ],
    ),
    "by-stages": (
        BY_STAGES,
        [
            ("III.1.-1", ["Đoàn giám sát"], [], STAGE_1),
            ("III.2.-1", ["Thường trực Đảng ủy"], [], STAGE_2),
            ("III.2.-2", [], ["Phòng Kinh tế", "Ban Quản lý dự án"], "chậm nhất đến cuối năm 2025"),
        ],
    ),
    "bold-over-lines": (
        BOLD_OVER_LINES,
        [
            (
                "3",
                ["Cục Điện ảnh", "Cục Du lịch Quốc gia Việt Nam"],
                ["Vụ Pháp chế"],
                "trước 30/11/2025",
            ),
            (
                "4",
                ["Chủ tịch Ủy ban nhân dân các tỉnh từ Hà Tĩnh đến Lâm Đồng"],
                [],
                "vào ngày 01/12/2025",
            ),
        ],
    ),
    "ending-with-names": (
        ENDING_WITH_NAMES,
        [
            ("1", ["Đoàn xã"], [], LETTERS_END),
            ("2", ["Ban Chỉ huy Quân sự xã", "Hội Nông dân"], [], LETTERS_END),
            (
                "3",
                ["Thủ trưởng các sở, ban, ngành", "Chủ tịch UBND các xã"],
                [],
                "trong ngày 10/11/2025",
            ),
            (
                "4",
                [],
                ["đồng chí Nguyễn Văn Lập, Phó Chủ tịch UBND xã", "Sở Y tế", "các đơn vị"],
                LETTERS_END,
            ),
        ],
    ),
    "week-in-a-table": (
        WEEK_IN_A_TABLE,
        [
            ("1", ["Giám đốc Sở"], ["Các phòng"], "Thứ Hai 27/10"),
            ("2", ["Văn phòng Sở"], [], "Thứ Hai 27/10"),
            ("3", [], [], "Thứ Hai 27/10"),
            ("4", ["Chi cục Thủy lợi"], ["Đài Khí tượng"], "28/10"),
        ],
    ),
    "asked-under-a-heading": (
        ASKED_UNDER_A_HEADING,
        [
            ("1", ["UBND các xã, phường"], [], "monthly"),
            ("2", ["các đơn vị"], [], "trước ngày 05/12/2025"),
            ("3", ["Sở Nội vụ"], [], None),
        ],
    ),
    "lists-amid-bullets": (
        LISTS_AMID_BULLETS,
        [
            ("2", ["Ban Thường trực"], [], "Quý I/2026."),
            ("2.(1)", [], [], "chậm nhất ngày 10/12/2025"),
            ("2.(2)", [], [], "chậm nhất ngày 03/02/2026"),
            ("3.-1", ["Đảng ủy Chính phủ"], [], None),
            ("3.-2", ["Đảng ủy Chính phủ"], [], "trước ngày 25/6/2026"),
        ],
    ),
    "roles-in-the-line": (
        ROLES_IN_THE_LINE,
        [
            ("I.a", ["Phòng Văn hóa - Xã hội"], ["Trung tâm Dịch vụ công"], "tháng 4/2026"),
            ("I.1", ["Liên minh Hợp tác xã tỉnh"], ["Sở Tài chính", "UBND cấp xã"], "Quý II/2026."),
            ("I.2", ["Sở Nội vụ", "Sở Tư pháp", "các cơ quan khác có liên quan"], [], "Năm 2026."),
        ],
    ),
    "annex-without-closing": (
        ANNEX_WITHOUT_CLOSING,
        [
            ("III.1", ["Văn phòng Tỉnh ủy"], [], None),
            ("PL.1", ["Sở Tư pháp"], ["các sở", "UBND cấp huyện/xã"], "Quý III/2025"),
            ("PL.2", ["Sở Tài chính"], [], "Quý IV/2025"),
        ],
    ),
    "lost-blanks": (
        LOST_BLANKS,
        [
            (
                "II.1",
                ["Đảng uỷUBND xã"],
                ["Văn phòng Đảng uỷ", "các cơ quan tham mưu, giúp việc Đảng uỷ"],
                "trong quý I/2026",
            ),
            ("II.2", ["Chi bộTrường THCS Hùng Vương"], [], None),
        ],
    ),
    "lines-after-bullets": (
        LINES_AFTER_BULLETS,
        [
            ("III.4.-1", ["Các sở, ngành"], ["Sở Tư pháp"], None),
            ("III.4.-2", ["Các sở, ngành"], ["Sở Tư pháp"], None),
            ("III.4.-3", ["Sở Nội vụ"], [], "Tháng 12/2025."),
        ],
    ),
    "who-prepares": (
        WHO_PREPARES,
        [
            ("A.II.2.1", ["Đảng ủy UBND xã"], ["các cơ quan liên quan"], "trong tháng 01/2026"),
            ("A.II.2.2", ["Ủy ban Kiểm tra Đảng ủy"], [], "Năm 2026"),
            ("B.I.1", [], [], "yearly"),
            ("B.I.3.-1", ["Chi bộ Trường Mẫu giáo"], [], "trước ngày 15/3/2026"),
            ("B.I.4.-1", ["Chi bộ Trường Mẫu giáo"], [], None),
            ("B.I.4.-2", ["Người đứng đầu chi bộ"], [], None),
        ],
    ),
    "lone-labels": (
        LONE_LABELS,
        [
            ("IV.1.b.-1", [], [], None),
            ("V.1.-1", ["Sở Y tế"], [], None),
            ("V.6.-1", ["Cục Kết cấu hạ tầng xây dựng"], [], "trong Quí IV-2025"),
        ],
    ),
    "issued-by-a-decision": (
        ISSUED_BY_A_DECISION,
        [
            ("IV.1.a", ["Viện Văn hóa"], [], None),
            ("IV.1.b", ["Viện Văn hóa"], [], "yearly"),
            ("IV.2", ["Sở Văn hóa/Sở Thể thao các tỉnh"], [], "trong quý I/2026"),
        ],
    ),
    "who-stands-over-bullets": (
        WHO_STANDS_OVER_BULLETS,
        [
            ("III.1.-1", ["Các đồng chí Trưởng phòng"], [], None),
            ("III.2", ["Thanh tra tỉnh", "các sở, ngành"], [], "trước ngày 25/11/2025"),
            (
                "IV.1.-1",
                ["Các nhà thầu đang hoạt động tại khu công nghiệp"],
                ["các nhà mạng"],
                None,
            ),
            ("IV.2.-1", ["Các đơn vị, doanh nghiệp"], [], None),
            ("IV.3", [], ["Mặt trận Tổ quốc tỉnh"], None),
            ("IV.4", ["Đài Truyền hình tỉnh"], ["Sở Nội vụ"], None),
            ("IV.5", ["đồng chí Lò Văn Tấn – Phó Chủ tịch UBND xã"], [], None),
        ],
    ),
    "words-over-numbers": (
        WORDS_OVER_NUMBERS,
        [
            ("II.1", ["Thường trực Tỉnh ủy"], [], None),
            ("II.2", ["Thường trực Tỉnh ủy"], [], "trong năm 2025"),
            ("III.1", ["Sở Xây dựng"], [], "trước ngày 01/12/2025"),
            ("IV.1", ["đội ngũ giáo viên"], [], None),
        ],
    ),
    "fields-with-pluses": (
        FIELDS_WITH_PLUSES,
        [
            ("III.1.a", ["Sở Văn hóa"], ["các sở, ban, ngành"], None),
            ("III.1.b.-1.+1", ["Sở Y tế"], [], None),
            ("III.1.b.-1.+2", ["Sở Y tế"], [], None),
            ("III.2", ["Nhà trường"], ["Công an xã"], "trong tháng 9/2026"),
        ],
    ),
    "articles-of-a-decision": (
        ARTICLES_OF_A_DECISION,
        [("Điều 2.1", ["Sở Y tế"], [], "trước ngày 05/12/2025")],
    ),
}


@pytest.mark.parametrize("manner", PASSAGES)
def test_a_manner_of_writing_is_read(manner: str) -> None:
    text, expected = PASSAGES[manner]
    assert said(text) == expected


ATTACHED = """\
ỦY BAN NHÂN DÂN
TỈNH HÀ SƠN
Số: 1358/QĐ-UBND

Hà Sơn, ngày 09 tháng 9 năm 2024

QUYẾT ĐỊNH
Ban hành Kế hoạch chuyển đổi số

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch chuyển đổi số.
Điều 2. Các sở thi hành Quyết định này./.

Nơi nhận:
- Như Điều 2;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Vi Thị Thục

{head}
Chuyển đổi số ở cấp xã
(Ban hành kèm theo Quyết định số 1358/QĐ-UBND ngày 09/9/2024 của Ủy ban nhân dân tỉnh)

I. NHIỆM VỤ
1. Sở Công Thương chủ trì, phối hợp với Sở Tài chính xây dựng đề án, xong trước ngày 31/12/2024.
2. Sở Nội vụ mở lớp bồi dưỡng trong quý I/2025.
"""


@pytest.mark.parametrize("head", ["KẾ HOẠCH", "KẾ HOẠCH HÀNH ĐỘNG", "CHƯƠNG TRÌNH"])
def test_the_plan_that_a_decision_puts_into_force_gives_the_work(head: str) -> None:
    items = extract(Source("q.txt", "q.txt", "text", "0" * 64, ATTACHED.format(head=head))).items
    assert [(item.path, [body.text for body in item.lead]) for item in items] == [
        ("I.1", ["Sở Công Thương"]),
        ("I.2", ["Sở Nội vụ"]),
    ]


def test_a_list_of_documents_takes_the_relation_of_its_heading() -> None:
    text = LISTS_OF_DOCUMENTS
    facts = extract(Source("a", "a", "txt", "", text))
    targets = [[(t.citation, t.relation.value) for t in item.targets] for item in facts.items]
    assert targets == [
        [("c1", "implements")],
        [("c2", "implements"), ("c3", "implements")],
        [("c4", "implements")],
        [("c6", "based_on")],
    ]


def test_work_that_always_goes_on_may_have_a_deadline_beside() -> None:
    facts = extract(Source("a", "a", "txt", "", WHO_STANDS_OVER_BULLETS))
    (item,) = (item for item in facts.items if item.path == "III.2")
    assert [one.recurrence.frequency.value for one in item.recurrences] == ["continuous"]
    assert facts.citations == ()  # the number of a form is none


def test_a_title_of_markdown_without_a_label_stands_under_the_number_before() -> None:
    text = (
        "# KẾ HOẠCH\n\n## II. NHIỆM VỤ\n\n### 1. Chương trình\n\n#### NGÀY ĐẦU\n\n- Khai mạc.\n\n"
        "### 2. Việc khác\n\n- Văn phòng chuẩn bị hội trường.\n"
    )
    paths = [item.path for item in extract(Source("a.md", "a.md", "md", "", text)).items]
    assert paths == ["II.1.§1.-1", "II.2.-1"]
