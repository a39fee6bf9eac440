import { defineProblems } from '#kernel/problem.ts'

export const fieldProblem = defineProblems({
  'field.device_not_found': {
    status: 404,
    vi: 'Không tìm thấy điện thoại này trong những máy bạn được xem.',
    en: 'This phone is not among those you may see.',
  },
  'field.device_known': {
    status: 409,
    vi: 'Mã máy này đã có người dùng. Hãy tải lại trang rồi thử lại.',
    en: 'This phone is known already. Load the page again and try once more.',
  },
  'field.device_not_in_use': {
    status: 409,
    vi: 'Điện thoại này đã được ghi là đã trả hoặc bị mất.',
    en: 'This phone has been recorded as given back or lost already.',
  },
  'field.sealed_unreadable': {
    status: 422,
    vi: 'Máy chủ này không mở được phiếu: phiếu được niêm phong cho máy chủ khác, hoặc tệp đã hỏng.',
    en: 'This server cannot open the form: it was sealed for another one, or the file is damaged.',
  },
  'field.device_lost': {
    status: 409,
    vi: 'Phiếu được làm sau khi máy đã báo mất nên không nhận. Hãy báo công chức xã.',
    en: 'The form was made after the phone was reported lost and is not taken. Tell the commune official.',
  },
})
