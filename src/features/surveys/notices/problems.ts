import { defineProblems } from '#kernel/problem.ts'

export const noticeProblem = defineProblems({
  'notices.not_found': {
    status: 404,
    vi: 'Không tìm thấy tin báo này trong phạm vi bạn được xem.',
    en: 'This notice is not among those that you may see.',
  },
  'notices.place_not_found': {
    status: 404,
    vi: 'Không tìm thấy hộ hoặc thôn này trong kỳ rà soát mà bạn được giao. Tin báo vẫn còn trên máy. Chưa có gì được ghi.',
    en: 'This household or village is not in a round that is yours. The notice is still on this device. Nothing was written.',
  },
  'notices.round_closed': {
    status: 409,
    vi: 'Kỳ rà soát đang ở bước “{roundState}”, không nhận tin báo nữa. Tin báo vẫn còn trên máy; hãy gọi công chức xã. Chưa có gì được ghi.',
    en: 'The round is at “{roundState}” and takes no notices. It is still on this device; call the commune official. Nothing was written.',
  },
  'notices.round_over': {
    status: 422,
    vi: 'Kỳ rà soát đã hết hạn ngày {until}, trước ngày báo {day}. Tin báo vẫn còn trên máy; công chức xã gia hạn kỳ thì gửi lại. Chưa có gì được ghi.',
    en: 'The round ended on {until}, before the day of the notice {day}. It is still on this device; send it again once the official extends the round. Nothing was written.',
  },
  'notices.kind_unfit': {
    status: 422,
    vi: 'Tin “{kind}” phải nói đúng hộ: hộ chưa có trong danh sách thì chưa có số, các tin khác phải chọn hộ. Chưa có gì được ghi.',
    en: 'A notice “{kind}” names its household wrongly: one that is not on the list has none, the others name theirs. Nothing was written.',
  },
  'notices.incomplete': {
    status: 422,
    vi: 'Tin báo còn thiếu: {what}. Chưa có gì được ghi.',
    en: 'The notice lacks: {what}. Nothing was written.',
  },
  'notices.odd': {
    status: 422,
    vi: '{what} Hãy sửa rồi gửi lại. Chưa có gì được ghi.',
    en: '{what} Correct it and send again. Nothing was written.',
  },
  'notices.id_used': {
    status: 409,
    vi: 'Mã tin báo này đã dùng cho một tin báo khác. Chưa có gì được ghi.',
    en: 'This id is already used for another notice. Nothing was written.',
  },
  'notices.not_yours': {
    status: 403,
    vi: 'Chỉ người báo rút được tin báo của mình. Chưa có gì được ghi.',
    en: 'Only who made a notice withdraws it. Nothing was written.',
  },
  'notices.answered': {
    status: 409,
    vi: 'Xã đã trả lời tin báo này nên không rút được nữa. Hãy báo tin mới nếu cần. Chưa có gì được ghi.',
    en: 'The commune has answered this notice, so it stays. Make another one if needed. Nothing was written.',
  },
  'notices.withdrawn': {
    status: 409,
    vi: 'Người báo đã rút tin này. Chưa có gì được ghi.',
    en: 'Who made this notice has withdrawn it. Nothing was written.',
  },
  'notices.answered_since': {
    status: 409,
    vi: '{by} vừa trả lời tin báo này: “{outcome}”. Xem lại rồi trả lời lại nếu cần. Chưa có gì được ghi.',
    en: '{by} has just answered this notice: “{outcome}”. Look again, and answer anew if needed. Nothing was written.',
  },
  'notices.outcome_unfit': {
    status: 422,
    vi: 'Kết quả này không dùng cho tin “{kind}”. Chưa có gì được ghi.',
    en: 'This outcome is not one of a notice “{kind}”. Nothing was written.',
  },
  'notices.not_added': {
    status: 409,
    vi: 'Danh sách của kỳ chưa có hộ nào ở thôn này có chủ hộ tên như tin báo. Ghi hộ và thêm vào danh sách trước; nếu hộ được ghi với tên khác thì nhắn tên ấy cho người báo. Chưa có gì được ghi.',
    en: 'The list of the round has no household of this village that is headed so. Enter it and add it to the list first; if it was entered under another name, tell who made the notice which. Nothing was written.',
  },
  'notices.not_recorded': {
    status: 409,
    vi: 'Sổ hộ chưa ghi việc này: hộ vẫn đang ở trong danh sách. Ghi vào sổ hộ trước, hoặc chọn kết quả khác. Chưa có gì được ghi.',
    en: 'The register does not say so yet: the household is still on the list. Record it first, or choose another outcome. Nothing was written.',
  },
})
