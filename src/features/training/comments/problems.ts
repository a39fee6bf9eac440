import { defineProblems } from '#kernel/problem.ts'

export const commentProblem = defineProblems({
  'comments.sending_not_found': {
    status: 404,
    vi: 'Không tìm thấy lần gửi lấy ý kiến này.',
    en: 'Nothing was sent like this.',
  },
  'comments.not_found': { status: 404, vi: 'Không tìm thấy ý kiến này.', en: 'No such comment.' },
  'comments.units_elsewhere': {
    status: 422,
    at: 'unitIds',
    vi: 'Chỉ lấy ý kiến các huyện, xã đang có dưới đơn vị lập kế hoạch. Chưa có gì được ghi.',
    en: 'Only districts and communes that stand below the unit of the plan are asked. Nothing was written.',
  },
  'comments.due_far': {
    status: 422,
    at: 'due',
    vi: 'Hạn góp ý phải từ hôm nay đến {last}. Chưa có gì được ghi.',
    en: 'The day must lie between today and {last}. Nothing was written.',
  },
  'comments.no_lines': {
    status: 409,
    vi: 'Kế hoạch chưa có dòng nào để góp ý. Chưa có gì được ghi.',
    en: 'The plan has no line to comment on. Nothing was written.',
  },
  'comments.sent_already': {
    status: 409,
    vi: 'Có người vừa gửi bản thảo này lấy ý kiến. Hãy tải lại và xem lại. Chưa có gì được ghi.',
    en: 'Somebody has just sent this draft. Reload and look again. Nothing was written.',
    constraints: ['plan_sending_once'],
  },
  'comments.due_over': {
    status: 409,
    vi: 'Hạn góp ý đã hết ngày {day}. Hãy gửi lại bản thảo với hạn mới. Chưa có gì được ghi.',
    en: 'Comments were asked for until {day}. Send the draft anew with another day. Nothing was written.',
  },
  'comments.asked_already': {
    status: 409,
    at: 'unitId',
    vi: 'Đơn vị này đã được lấy ý kiến. Hãy tải lại. Chưa có gì được ghi.',
    en: 'This unit was asked already. Reload. Nothing was written.',
    constraints: ['plan_asked_pkey'],
  },
  'comments.taken_back': {
    status: 409,
    vi: 'Lần gửi này đã được thu hồi. Chưa có gì được ghi.',
    en: 'It was taken back already. Nothing was written.',
  },
  'comments.closed': {
    status: 409,
    vi: 'Bản thảo này không còn nhận ý kiến: đã gửi lại lần mới, đã thu hồi hoặc đã phê duyệt. Hãy tải lại. Chưa có gì được ghi.',
    en: 'Comments are taken no more: it was sent anew, taken back or approved. Reload. Nothing was written.',
  },
  'comments.not_asked': {
    status: 409,
    at: 'unitId',
    vi: 'Đơn vị này không được lấy ý kiến trong lần gửi ấy. Chưa có gì được ghi.',
    en: 'The unit was not asked for comment. Nothing was written.',
  },
  'comments.plan_gone': {
    status: 409,
    vi: 'Bản thảo vừa bị bỏ, hoặc vừa có ý kiến. Hãy tải lại. Chưa có gì được ghi.',
    en: 'The draft was just dropped, or commented on. Reload. Nothing was written.',
    constraints: ['plan_comment_asked', 'plan_asked_sending', 'plan_sending_plan'],
  },
  'comments.line_unknown': {
    status: 422,
    at: 'planLineId',
    vi: 'Dòng này không còn trong bản thảo. Hãy chọn dòng khác, hoặc góp ý cho cả kế hoạch. Chưa có gì được ghi.',
    en: 'The line is no longer in the draft. Choose another, or comment on the whole plan. Nothing was written.',
  },
  'comments.says_missing': {
    status: 422,
    at: 'says',
    vi: 'Ghi ý kiến. Chưa có gì được ghi.',
    en: 'Say the comment. Nothing was written.',
    constraints: ['plan_comment_says'],
  },
  'comments.agreed_already': {
    status: 409,
    vi: 'Đơn vị đã ghi nhất trí, không có ý kiến thêm ở lần gửi này. Rút ý kiến ấy trước. Chưa có gì được ghi.',
    en: 'The unit has said already that it agrees. Withdraw that first. Nothing was written.',
    constraints: ['plan_comment_agreed_once'],
  },
  'comments.says_already': {
    status: 409,
    at: 'agrees',
    vi: 'Đơn vị đã góp ý ở lần gửi này. Rút các ý kiến ấy trước khi ghi nhất trí. Chưa có gì được ghi.',
    en: 'The unit has commented already. Withdraw that before it agrees. Nothing was written.',
  },
  'comments.agrees_and_says': {
    status: 422,
    at: 'says',
    vi: 'Nhất trí, không có ý kiến thêm thì không ghi ý kiến. Chưa có gì được ghi.',
    en: 'Who agrees with nothing to add says nothing besides. Nothing was written.',
  },
  'comments.answered': {
    status: 409,
    vi: 'Ý kiến này đã được trả lời nên không rút được; hãy góp thêm ý kiến mới. Chưa có gì được ghi.',
    en: 'It was answered and cannot be withdrawn; comment again. Nothing was written.',
  },
  'comments.withdrawn': {
    status: 409,
    vi: 'Ý kiến này đã được rút. Chưa có gì được ghi.',
    en: 'It was withdrawn. Nothing was written.',
  },
  'comments.nothing_to_answer': {
    status: 409,
    vi: 'Đơn vị không có ý kiến thêm nên không có gì để trả lời. Chưa có gì được ghi.',
    en: 'The unit has nothing to add, so there is nothing to answer. Nothing was written.',
  },
  'comments.explain': {
    status: 422,
    at: 'says',
    vi: 'Không tiếp thu toàn bộ thì phải giải trình. Chưa có gì được ghi.',
    en: 'What is not wholly taken up is explained. Nothing was written.',
    constraints: ['plan_reply_says'],
  },
  'comments.replied_since': {
    status: 409,
    vi: 'Có người vừa trả lời ý kiến này. Hãy tải lại và xem lại. Chưa có gì được ghi.',
    en: 'Somebody has just answered it. Reload and look again. Nothing was written.',
    constraints: ['plan_reply_once'],
  },
})
