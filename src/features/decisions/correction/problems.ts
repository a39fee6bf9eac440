import { defineProblems } from '#kernel/problem.ts'

export const correctionProblem = defineProblems({
  'corrections.not_found': { status: 404, vi: 'Không tìm thấy bản đính chính.', en: 'No such correction.' },
  'corrections.decision_not_in_force': {
    status: 409,
    vi: 'Quyết định này chưa có hiệu lực: hãy lập lại dự thảo thay vì đính chính. Chưa có gì được ghi.',
    en: 'This decision is not in force: draft it again instead of correcting it. Nothing was written.',
  },
  'corrections.lives_elsewhere': {
    status: 409,
    vi: 'Hộ này nay thuộc {commune}, nên {commune} lập đính chính. Chưa có gì được ghi.',
    en: 'The household lives in {commune} now, so {commune} corrects its papers. Nothing was written.',
  },
  'corrections.no_certificate': {
    status: 409,
    vi: 'Quyết định này không cấp giấy chứng nhận cho hộ, nên không có gì để đính chính. Chưa có gì được ghi.',
    en: 'This decision gave the household no certificate, so there is nothing to correct. Nothing was written.',
  },
  'corrections.not_shown': {
    status: 404,
    vi: 'Hộ này không ở trong phần quyết định mà bạn xem được.',
    en: 'This household is not in the part of the decision that you read.',
  },
  'corrections.paper_ended': {
    status: 409,
    vi: 'Giấy chứng nhận của hộ theo quyết định này đã hết giá trị từ ngày {day}, không đính chính được nữa. Chưa có gì được ghi.',
    en: 'The certificate by this decision ended on {day} and cannot be corrected any more. Nothing was written.',
  },
  'corrections.nothing_different': {
    status: 409,
    vi: 'Giấy của hộ đã đúng như sổ hộ ngày {day}. Hãy sửa trong sổ hộ trước, rồi lập đính chính. Chưa có gì được ghi.',
    en: 'The papers say what the register says of {day}. Mend the register first, then draft the correction. Nothing was written.',
  },
  'corrections.nobody': {
    status: 409,
    vi: 'Theo sổ hộ, ngày {day} hộ này không có ai. Hãy xem lại ngày vào, ngày ra của các thành viên. Chưa có gì được ghi.',
    en: 'By the register nobody lived in the household on {day}. Look at the days its members came and left. Nothing was written.',
  },
  'corrections.exists': {
    status: 409,
    vi: 'Hộ này đã có một bản đính chính đang chờ ký. Hãy rút bản đó trước. Chưa có gì được ghi.',
    en: 'A correction of this household already waits to be signed. Withdraw it first. Nothing was written.',
    constraints: ['correction_one_open', 'correction_pkey'],
  },
  'corrections.state_not_allowed': {
    status: 409,
    vi: 'Bản đính chính đang ở trạng thái “{state}” nên không làm được việc này. Chưa có gì được ghi.',
    en: 'The correction is at “{state}”, so this cannot be done. Nothing was written.',
  },
  'corrections.not_tried': {
    status: 409,
    vi: 'Giấy tờ của bản đính chính đang được in thử; đợi một lát rồi làm lại. Chưa có gì được ghi.',
    en: 'The papers of the correction are still being laid out on trial; try again in a moment. Nothing was written.',
  },
  'corrections.not_printable': {
    status: 409,
    vi: 'In thử không được: {why} Hãy sửa trong sổ hộ rồi lập bản đính chính khác. Chưa có gì được ghi.',
    en: 'The trial print failed: {why} Mend the register and draft another correction. Nothing was written.',
  },
  'corrections.register_changed': {
    status: 409,
    vi: 'Sổ hộ đã được sửa thêm từ khi lập bản đính chính. Hãy rút bản này và lập bản khác. Chưa có gì được ghi.',
    en: 'The register was mended again since the correction was drafted. Withdraw it and draft another. Nothing was written.',
  },
  'corrections.signed_day': {
    status: 422,
    vi: 'Ngày ký phải từ ngày lập bản đính chính ({from}) đến hôm nay. Chưa có gì được ghi.',
    en: 'The day of signing must lie between the draft ({from}) and today. Nothing was written.',
  },
  'corrections.household_ended': {
    status: 409,
    vi: 'Hộ này đã kết thúc từ ngày {day}, không đính chính được nữa. Chưa có gì được ghi.',
    en: 'The household ended on {day} and cannot be corrected any more. Nothing was written.',
  },
  'corrections.paper_replaced': {
    status: 409,
    vi: 'Giấy chứng nhận này vừa được thay bằng giấy khác. Hãy tải lại. Chưa có gì được ghi.',
    en: 'The certificate has just been replaced by another one. Reload. Nothing was written.',
    constraints: ['correction_replaces_once', 'correction_succeeds_once', 'correction_changes'],
  },
  'corrections.no_final_paper': {
    status: 409,
    vi: 'Chưa có bản chính thức để in; bản dự thảo vẫn in được.',
    en: 'There is no final paper to print yet; the draft can be printed.',
  },
})
