import { defineProblems } from '#kernel/problem.ts'

export const programmeProblem = defineProblems({
  'programme.stood_on': {
    status: 409,
    vi: 'Chương trình này đang có {what} nên không bỏ được. Hãy bỏ hoặc chuyển những mục ấy trước, hoặc sửa thông tin chương trình. Chưa có gì được ghi.',
    en: 'On this programme stand {what}, so it is not dropped. Take these away or move them first, or put its particulars right. Nothing was written.',
  },
  'programme.ready_made': {
    status: 422,
    vi: 'Chương trình này có sẵn trong phần mềm, không do ai ghi nhầm, nên không bỏ được. Chưa có gì được ghi.',
    en: 'This programme comes with the software and was entered by nobody, so it is not dropped. Nothing was written.',
  },
  'programme.not_found': { status: 404, vi: 'Không tìm thấy chương trình này.', en: 'No such programme.' },
  'programme.goal_not_found': { status: 404, vi: 'Không tìm thấy mục tiêu này.', en: 'No such goal.' },
  'programme.period': {
    status: 422,
    at: 'periodUntil',
    vi: 'Năm cuối không thể trước năm đầu. Chưa có gì được ghi.',
    en: 'The last year cannot come before the first. Nothing was written.',
    constraints: ['programme_period'],
  },
  'programme.part_of_unknown': {
    status: 422,
    at: 'partOfId',
    vi: 'Không có chương trình cấp trên này trong sổ. Chưa có gì được ghi.',
    en: 'The programme above is not in the register. Nothing was written.',
    constraints: ['programme_part_of_id_fkey'],
  },
  'programme.part_of_itself': {
    status: 422,
    at: 'partOfId',
    vi: 'Một chương trình không thể là phần của chính nó, dù qua chương trình khác. Chưa có gì được ghi.',
    en: 'A programme cannot be a part of itself, by way of others neither. Nothing was written.',
    constraints: ['programme_not_of_itself'],
  },
  'programme.same_name': {
    status: 409,
    at: 'name',
    vi: 'Sổ đã có chương trình cùng tên, cùng giai đoạn của đơn vị này. Hãy dùng chương trình ấy; nếu là chương trình khác, hãy ghi tên phân biệt được. Chưa có gì được ghi.',
    en: 'The register has one of this name and these years for the unit. Use that; if it is another, give a name that tells them apart. Nothing was written.',
  },
  'programme.goal_twice': {
    status: 409,
    at: 'says',
    vi: 'Chương trình đã có mục tiêu này cho đơn vị và năm ấy. Chưa có gì được ghi thêm.',
    en: 'The programme has this goal for the unit and year. Nothing more was written.',
  },
  'programme.goal_year': {
    status: 422,
    at: 'year',
    vi: 'Chương trình thực hiện {span}, nên không có mục tiêu của năm khác. Hãy xem lại năm, hoặc sửa giai đoạn của chương trình. Chưa có gì được ghi.',
    en: 'A goal of this programme is of a year {spanEn}. Look at the year again, or correct the years of the programme. Nothing was written.',
  },
  'programme.goals_outside': {
    status: 409,
    vi: 'Chương trình có mục tiêu của năm {years}, ngoài giai đoạn này. Hãy sửa giai đoạn, hoặc bỏ mục tiêu ghi nhầm trước. Chưa có gì được ghi.',
    en: 'The programme has goals for {years}, outside these years. Correct the years, or drop a goal entered by mistake first. Nothing was written.',
  },
  'programme.day_far': {
    status: 422,
    at: 'decidedOn',
    vi: 'Ngày quyết định phải từ 01/01/1990 đến hôm nay. Chưa có gì được ghi.',
    en: 'The day of the decision must lie between 01/01/1990 and today. Nothing was written.',
  },
  'programme.basis_later': {
    status: 422,
    at: 'bases',
    vi: 'Căn cứ pháp lý không thể mang ngày sau hôm nay hoặc trước 01/01/1990. Chưa có gì được ghi.',
    en: 'A legal basis cannot bear a day after today or before 01/01/1990. Nothing was written.',
  },
  'programme.met_before': {
    status: 422,
    at: 'decidedOn',
    vi: 'Chương trình bắt đầu năm {year}; mục tiêu không thể được công nhận trước năm ấy. Chưa có gì được ghi.',
    en: 'The programme begins in {year}; no goal is met before. Nothing was written.',
  },
  'programme.goal_met': {
    status: 409,
    vi: 'Mục tiêu này đã được ghi là đạt theo {number}. Chưa có gì được ghi thêm.',
    en: 'This goal is recorded as met by {number} already. Nothing more was written.',
  },
  'programme.goal_open': {
    status: 409,
    vi: 'Mục tiêu này đang mở, hoặc đã được ghi đạt theo số khác. Hãy tải lại. Chưa có gì được ghi.',
    en: 'This goal is open, or recorded as met by another number. Reload. Nothing was written.',
  },
  'programme.goal_elsewhere': {
    status: 422,
    at: 'areaId',
    vi: 'Đơn vị này không thuộc nơi của chương trình. Chưa có gì được ghi.',
    en: 'This unit does not lie under the unit of the programme. Nothing was written.',
  },
})
