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
  'field.device_in_use': {
    status: 409,
    vi: 'Điện thoại này đang dùng, chưa được ghi là đã trả.',
    en: 'This phone is in use and has not been recorded as given back.',
  },
  'field.idle_not_found': {
    status: 404,
    vi: 'Không tìm thấy thời gian tự khóa này.',
    en: 'No such idle time.',
  },
  'field.idle_not_province': {
    status: 422,
    at: 'areaId',
    vi: 'Thời gian tự khóa do tỉnh đặt. Hãy chọn tỉnh ở góc trên. Chưa có gì được ghi.',
    en: 'The idle time is a province’s to lay down. Choose the province above. Nothing was written.',
  },
  'field.idle_day': {
    status: 422,
    at: 'from',
    vi: 'Ngày áp dụng phải từ {first} đến {last}. Chưa có gì được ghi.',
    en: 'The first day must lie between {first} and {last}. Nothing was written.',
  },
  'field.idle_twice': {
    status: 409,
    at: 'from',
    vi: 'Tỉnh đã đặt một thời gian từ ngày ấy. Ghi nhầm thì bỏ giá trị ấy trước. Chưa có gì được ghi.',
    en: 'The province has laid one down from that day on. Take that back first where it is a mistake. Nothing was written.',
    constraints: ['phone_idle_time_from'],
  },
  'field.idle_withdrawn': {
    status: 409,
    vi: 'Giá trị này đã được ghi là ghi nhầm.',
    en: 'This one has been taken back already.',
  },
  'field.unit_idle': {
    status: 409,
    vi: 'Đơn vị này đã đặt thời gian điện thoại tự khóa. Hãy bỏ giá trị ấy (ghi nhầm) trước.',
    en: 'The unit has laid down after how long phones lock. Take that back as a mistake first.',
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
