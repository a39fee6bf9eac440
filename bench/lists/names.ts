/** Names as Vietnamese lists have them: few family names, each with its share; many given names, some rare. */

type Shares = Readonly<Record<string, number>>

const spread = (shares: Shares): string[] =>
  Object.entries(shares).flatMap(([name, share]) => Array.from({ length: share }, () => name))

/** One in a hundred, each as often as people bear it. */
export const families = spread({
  Nguyễn: 32,
  Trần: 11,
  Lê: 9,
  Phạm: 7,
  Hoàng: 5,
  Vũ: 4,
  Bùi: 4,
  Đỗ: 3,
  Đặng: 3,
  Ngô: 2,
  Dương: 2,
  Lý: 2,
  Hà: 2,
  Lương: 2,
  Triệu: 2,
  Lò: 3,
  Giàng: 2,
  Vàng: 2,
  Quàng: 1,
  Hồ: 2,
})

export const middles = spread({
  Văn: 24,
  Thị: 30,
  Đức: 4,
  Hữu: 3,
  Minh: 4,
  Ngọc: 4,
  Xuân: 3,
  Quang: 3,
  Thanh: 4,
  Thu: 3,
  Đình: 3,
  Công: 2,
  Quốc: 2,
  Mạnh: 2,
  Bá: 1,
  Trọng: 2,
  Anh: 1,
  Kim: 2,
  Bích: 1,
  Hồng: 2,
  A: 1,
})

/** The common ones first: the place of a name is drawn so that the first are the most frequent. */
export const givens =
  `Hương Hùng Hoa Dũng Lan Tuấn Hải Nam Hà Long Linh Anh Huệ Minh Thảo Sơn Mai Thắng Nga Hằng Tâm Bình
  Phương Thủy Cường Đức Nhung Yến Thành Trang Hòa Quân Hạnh Khoa Hiền Tú Oanh Vinh Ngân Phúc Loan Lâm Dung Quý Thu Toàn
  Liên Tiến Nhàn Hưng Ngọc Kiên Bích Trung Hồng Mạnh Vân Chiến Thơm Khánh Thúy Đạt Xuân Hiếu Lý Huy Tuyết Giang Liễu Nghĩa
  Duyên Lộc Én Phong Sáu Thịnh Ước Thái Nhẫn Công Mến Tùng Cúc Trí Đào Việt Mận Quyết Lựu Thuận Bưởi Chung Hợi Duy Tý Khải
  Sửu Bảo Dần Lực Mão Hậu Thìn Đông Tỵ Định Ngọ Luân Mùi Khang Thân Lợi Dậu Điệp Tuất Sinh Chanh Hoan Sim Tài Na Hào Nụ Quang
  Thoa Bắc Thêu Hiệp Gấm Vượng Lụa Tân Vóc Đoàn The Khôi Nhiễu Viên Chúc Tạo Trúc Bền Mây Chắc Tre Lượng Nứa Dự Vầu Dương
  Luồng Đại Sen Học Súng Lai Huê Cảnh Lê Kha Lài Vui Nhài Mừng Quế Ái Hồi Sàng Trầm Páo Mỷ Chư Súa Dế Dợ Sùng Pàng Lử Mẩy
  Chẩn Khé Tả Phẩy Coi Chòi Piao Dìn Pham Ún Xuyến Khâm Inh Ơn Óng Uẩn`
    .split(/\s+/)
    .filter((name, at, all) => all.indexOf(name) === at)

/** Nobody is called so but one in fifty thousand. */
export const rareGiven = 'Khuê'
