import { defineProblems } from '#kernel/problem.ts'

export const areaProblem = defineProblems({
  'area.not_found': {
    status: 404,
    vi: 'Ngày {day} chưa có hoặc không còn đơn vị này. Hãy chọn ngày khác, hoặc xem trang của đơn vị: ngày ấy là đơn vị nào.',
    en: 'On {day} this unit is not there yet, or no longer. Choose another day, or see on its page what stood there then.',
  },
  'area.event_needs': {
    status: 422,
    vi: 'Việc này còn thiếu: {what}. Chưa có gì được ghi.',
    en: 'This event still needs: {what}. Nothing was written.',
  },
  'area.kind_of_other_level': {
    status: 422,
    vi: 'Loại đơn vị này thuộc cấp khác. Chưa có gì được ghi.',
    en: 'This kind belongs to another level. Nothing was written.',
  },
  'area.changed_later': {
    status: 409,
    vi: '{name} đã có thay đổi được ghi từ ngày {from}; chỉ ghi được việc xảy ra sau ngày đó.',
    en: '{name} already has a change recorded from {from}; only a later event can be entered.',
  },
  'area.ends_later': {
    status: 409,
    vi: '{name} đã được ghi là kết thúc ngày {until} (nhập, chia hoặc giải thể), nên không ghi thêm được thay đổi trước ngày đó. Chưa có gì được ghi.',
    en: '{name} is recorded to end on {until} (merged, split or abolished), so no earlier change can be added. Nothing was written.',
  },
  'area.into_itself': {
    status: 422,
    vi: '{name} không thể giải thể để nhập vào chính mình. Hãy chọn đơn vị khác. Chưa có gì được ghi.',
    en: '{name} cannot be abolished into itself. Choose another unit. Nothing was written.',
  },
  'area.children_left': {
    status: 422,
    vi: 'Còn {count} đơn vị trực thuộc chưa nói về đâu (ví dụ {name}). Chưa có gì được ghi.',
    en: '{count} units below were not told where to go (for example {name}). Nothing was written.',
  },
  'area.shares_over_one': {
    status: 422,
    vi: 'Tổng tỷ lệ chia vượt quá 100%. Chưa có gì được ghi.',
    en: 'The shares add up to more than 100%. Nothing was written.',
  },
  'area.parent_not_above': {
    status: 422,
    vi: 'Đơn vị cấp trên phải ở cấp cao hơn và đang tồn tại trong ngày đó. Chưa có gì được ghi.',
    en: 'The parent must be of a higher level and exist on that day. Nothing was written.',
  },
  'area.groups_exceed': {
    status: 409,
    vi: 'Số hộ Kinh cộng số hộ dân tộc thiểu số lớn hơn tổng số hộ. Chưa có gì được ghi.',
    en: 'Kinh and ethnic-minority households together exceed the total. Nothing was written.',
    constraints: ['declared_total_groups'],
  },
  'area.status_period': {
    status: 409,
    vi: 'Ngày hết diện phải sau ngày bắt đầu. Chưa có gì được ghi.',
    en: 'A status must end after it begins. Nothing was written.',
    constraints: ['area_status_period'],
  },
  'area.changed_meanwhile': {
    status: 409,
    vi: 'Đơn vị này vừa có thay đổi khác được ghi. Hãy tải lại. Chưa có gì được ghi thêm.',
    en: 'Another change of this unit has just been recorded. Reload. Nothing more was written.',
    constraints: ['area_version_one_a_day', 'area_succession_once'],
  },
  'area.code_taken': {
    status: 409,
    vi: 'Mã {code} đang được dùng trong ngày đó. Chưa có gì được ghi.',
    en: 'Code {code} is in use on that day. Nothing was written.',
  },
  'area.name_taken': {
    status: 409,
    at: 'name',
    vi: 'Ngày {day} đã có {name} ở cùng đơn vị cấp trên, có thể do người khác vừa ghi. Chưa có gì được ghi.',
    en: 'On {day} there is {name} under the same parent already; somebody may just have recorded it. Nothing was written.',
  },
  'area.status_held': {
    status: 409,
    vi: 'Đơn vị này đã có diện này trong thời gian đó, theo {decision}. Chưa có gì được ghi thêm.',
    en: 'The unit has this status in that time already, by {decision}. Nothing more was written.',
  },
  'area.day_too_far': {
    status: 422,
    at: 'day',
    vi: 'Thay đổi đơn vị ghi trước nhiều nhất một năm, đến ngày {last}. Chưa có gì được ghi.',
    en: 'A change of units is recorded a year ahead at most, up to {last}. Nothing was written.',
  },
  'area.total_day_to_come': {
    status: 422,
    at: 'day',
    vi: 'Tổng số là của ngày đã qua hoặc hôm nay, không ghi cho ngày {day}. Chưa có gì được ghi.',
    en: 'A total is of a day that has come, not of {day}. Nothing was written.',
  },
  'area.total_none': {
    status: 422,
    at: 'households',
    vi: 'Tổng số phải từ 1 hộ. Chưa có gì được ghi.',
    en: 'A total is one household at least. Nothing was written.',
  },
  'area.total_persons': {
    status: 422,
    at: 'persons',
    vi: 'Mỗi hộ có ít nhất một người: {persons} nhân khẩu không đủ cho {households} hộ. Chưa có gì được ghi.',
    en: 'A household has one person at least: {persons} persons are too few for {households} households. Nothing was written.',
  },
  'area.total_far': {
    status: 422,
    at: 'households',
    vi: 'Tổng số ngày {on} là {known} hộ, nay ghi {households} hộ. Nếu đúng, hãy ghi lý do. Chưa có gì được ghi.',
    en: 'The total of {on} is {known} households, this one {households}. If it is right, say why. Nothing was written.',
  },
  'area.total_stands': {
    status: 409,
    at: 'day',
    vi: 'Ngày {day} đã có tổng số {households} hộ. Nếu số ấy sai, hãy bấm "Đính chính" ở dòng của nó. Chưa có gì được ghi.',
    en: 'There is a total of {day} already, {households} households. If it is wrong, press "Correct" in its row. Nothing was written.',
  },
  'area.total_changed': {
    status: 409,
    vi: 'Tổng số của ngày này vừa được người khác ghi. Hãy tải lại. Chưa có gì được ghi thêm.',
    en: 'Somebody else has just entered the total of this day. Reload. Nothing more was written.',
    constraints: ['declared_total_once'],
  },
  'area.total_because': {
    status: 422,
    at: 'because',
    vi: 'Đính chính tổng số cần lý do. Chưa có gì được ghi.',
    en: 'A correction of a total needs its reason. Nothing was written.',
  },
  'area.undo_not_found': {
    status: 404,
    vi: 'Không tìm thấy thay đổi này.',
    en: 'No such change.',
  },
  'area.undo_rests': {
    status: 409,
    vi: 'Còn {n} việc vướng, xử lý hết rồi mới hoàn tác được. {all} Chưa có gì được ghi.',
    en: '{n} things stand against the undoing and have to be settled first. {all} Nothing was written.',
  },
  'area.undone_already': {
    status: 409,
    vi: 'Thay đổi này đã được hoàn tác, có thể do người khác vừa làm. Hãy tải lại.',
    en: 'This change has been undone already; somebody may just have done it. Reload.',
    constraints: ['area_undoing_pkey'],
  },
  'area.undo_of_catalogue': {
    status: 422,
    vi: 'Thay đổi này thuộc danh mục quốc gia, không do ai ghi tại đây, nên không hoàn tác được.',
    en: 'This change is of the national catalogue, recorded by nobody here, so it is not undone.',
  },
  'area.undo_later': {
    status: 409,
    vi: 'Sau thay đổi này đã ghi một thay đổi khác dựa vào nó: {event} ({name}, {on}). Hãy hoàn tác việc ấy trước. Chưa có gì được ghi.',
    en: 'Another change recorded since rests on this one: {event} ({name}, {on}). Undo that first. Nothing was written.',
  },
  'area.undo_code_taken': {
    status: 409,
    vi: 'Mã cũ của {name} nay thuộc đơn vị khác. Hãy đổi mã của đơn vị ấy trước. Chưa có gì được ghi.',
    en: 'The former code of {name} is of another unit now. Change that one first. Nothing was written.',
  },
})
