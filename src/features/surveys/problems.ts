import { defineProblems } from '#kernel/problem.ts'

export const surveyProblem = defineProblems({
  'surveys.case_not_found': {
    status: 404,
    vi: 'Không tìm thấy hộ này trong kỳ rà soát mà bạn được xem.',
    en: 'This household is not in a round that you may see.',
  },
  'surveys.not_yours': {
    status: 403,
    vi: 'Hộ này được giao cho người khác khảo sát. Công chức xã có thể giao lại.',
    en: 'This household is assigned to someone else. The commune official can reassign it.',
  },
  'surveys.step_not_allowed': {
    status: 409,
    vi: 'Phiếu đang ở trạng thái “{state}”, kỳ rà soát ở bước “{roundState}”, nên chưa làm được việc này. Chưa có gì được ghi.',
    en: 'The case is at “{state}” and the round at “{roundState}”, so this cannot be done now. Nothing was written.',
  },
  'surveys.moved_on': {
    status: 409,
    vi: 'Hộ này vừa được người khác cập nhật. Hãy tải lại rồi làm tiếp. Chưa có gì được ghi.',
    en: 'Someone else has just changed this case. Reload and go on. Nothing was written.',
  },
  'surveys.decide_first': {
    status: 409,
    vi: 'Hộ này có hai phiếu. Hãy chọn phiếu đúng rồi mới chấp nhận. Chưa có gì được ghi.',
    en: 'This household has two surveys. Choose which stands before accepting. Nothing was written.',
  },
  'surveys.people_apart': {
    status: 409,
    vi: 'Phiếu và sổ hộ còn khác nhau: {names}. Hãy ghi vào sổ hộ, hoặc nêu lý do để khác. Chưa có gì được ghi.',
    en: 'Survey and register still differ: {names}. Record it in the register, or say why it stays so. Nothing was written.',
  },
  'surveys.people_open': {
    status: 409,
    vi: '{count} hộ có phiếu và sổ hộ khác nhau về người mà chưa nêu lý do: {names}. Mở từng hộ, ghi vào sổ hoặc nêu lý do, rồi mới kết thúc kiểm tra. Chưa có gì được ghi.',
    en: 'In {count} households survey and register differ in persons and nobody said why: {names}. Open each, record it or say why, then end the checking. Nothing was written.',
  },
  'surveys.not_apart': {
    status: 409,
    vi: 'Phiếu và sổ hộ không còn khác nhau ở chỗ này. Hãy tải lại trang. Chưa có gì được ghi.',
    en: 'Survey and register no longer differ here. Reload. Nothing was written.',
  },
  'surveys.name_blank': {
    status: 422,
    vi: 'Có người trong phiếu mà họ tên chỉ có khoảng trắng. Hãy gõ họ tên, hoặc xóa hẳn nếu chưa biết. Chưa có gì được ghi.',
    en: 'The name of somebody in the form is blank. Type it, or clear it where it is not known. Nothing was written.',
  },
  'surveys.no_head': {
    status: 422,
    vi: 'Phiếu phải có đúng một chủ hộ. Hãy chọn ai là chủ hộ hiện nay rồi gửi lại. Chưa có gì được ghi.',
    en: 'A survey names exactly one head. Say who heads the household now and send again. Nothing was written.',
  },
  'surveys.beside_full': {
    status: 409,
    vi: 'Hộ này đã có năm phiếu chờ chọn. Hãy nhờ công chức xã chọn trước, rồi gửi lại. Chưa có gì được ghi.',
    en: 'Five surveys of this household wait to be chosen from. Ask the commune official to choose, then send again. Nothing was written.',
  },
  'surveys.household_ended': {
    status: 409,
    vi: 'Hộ này đã kết thúc hoặc đã chuyển khỏi các thôn của kỳ nên không trả lại hay chấp nhận phiếu được nữa. Chưa có gì được ghi.',
    en: 'This household has ended or moved out of the villages of the round, so its survey can no longer be returned or accepted. Nothing was written.',
  },
  'surveys.survey_id_used': {
    status: 409,
    vi: 'Mã phiếu này đã dùng cho một phiếu khác của hộ. Chưa có gì được ghi.',
    en: 'This survey id is already used for another survey of the household. Nothing was written.',
  },
  'surveys.wrong_form': {
    status: 409,
    vi: 'Phiếu điền theo mẫu khác với mẫu của kỳ rà soát. Hãy tải lại phiếu. Chưa có gì được ghi.',
    en: "The survey was filled on another form than the round's. Reload the form. Nothing was written.",
  },
  'surveys.wrong_day': {
    status: 422,
    vi: 'Kỳ rà soát bắt đầu ngày {from}; hôm nay mới là {today}. Chưa có gì được ghi.',
    en: 'The round starts on {from}; today is {today}. Nothing was written.',
  },
  'surveys.not_of_round': {
    status: 422,
    at: 'on',
    vi: 'Ngày khảo sát phải từ {from} đến {until}. Chưa có gì được ghi.',
    en: 'The day of the survey must lie between {from} and {until}. Nothing was written.',
  },
  'surveys.day_stands': {
    status: 409,
    vi: 'Ngày khảo sát của phiếu này không có gì phải hỏi. Hãy tải lại trang. Chưa có gì được ghi.',
    en: 'There is nothing to ask about the day of this survey. Reload the page. Nothing was written.',
  },
  'surveys.day_open': {
    status: 409,
    vi: 'Ngày trên máy của rà soát viên không đúng: hãy hỏi và ghi ngày khảo sát ở đầu trang rồi mới chấp nhận. Chưa có gì được ghi.',
    en: 'The phone said a day that cannot be: ask, and say the day of the survey at the head of the page before accepting. Nothing was written.',
  },
  'surveys.round_over': {
    status: 422,
    vi: 'Kỳ rà soát đã hết hạn ngày {until}, trước ngày khảo sát {day}. Công chức xã cần gia hạn kỳ, rồi gửi lại phiếu. Chưa có gì được ghi.',
    en: 'The round ended on {until}, before the day of the survey {day}. The commune official has to extend it; then send again. Nothing was written.',
  },
  'surveys.taken_later': {
    status: 422,
    at: 'day',
    vi: 'Ngày ghi trên giấy ({day}) sớm hơn ngày khảo sát hộ cuối cùng ({last}). Chưa có gì được ghi.',
    en: 'The day on the paper ({day}) is earlier than the last survey ({last}). Nothing was written.',
  },
  'surveys.facts_contradict': {
    status: 422,
    vi: 'Có câu trả lời mâu thuẫn nhau hoặc không thể có; trang kiểm tra của phiếu nói rõ câu nào. Hãy sửa rồi gửi lại. Chưa có gì được ghi.',
    en: 'Some answers contradict each other or cannot be; the check page of the form says which. Correct and send again. Nothing was written.',
  },
  'surveys.unknown_question': {
    status: 422,
    vi: 'Có nhận xét về câu hỏi không có trong phiếu của kỳ này. Hãy tải lại trang. Chưa có gì được ghi.',
    en: 'A comment speaks of a question that the form of this round does not have. Reload. Nothing was written.',
  },
  'surveys.carry_a_commune': {
    status: 422,
    vi: 'Chỉ mang được sổ hộ của một xã, phường đang có. Hãy chọn xã của bạn.',
    en: 'What can be carried is the register of one commune of today. Choose yours.',
  },
  'surveys.carry_begin': {
    status: 409,
    vi: 'Lần lấy này đã qua ngày. Hãy bấm Lấy phần thay đổi để lấy tiếp; phần đã có vẫn còn trên máy.',
    en: 'This taking is of another day. Take the changes to go on; what is here stays.',
  },
  'surveys.carry_elsewhere': {
    status: 404,
    vi: 'Thôn này không còn thuộc xã. Hãy bấm Lấy phần thay đổi để lấy theo địa giới mới.',
    en: 'This village is no more of the commune. Take the changes to go by the new boundaries.',
  },
})
