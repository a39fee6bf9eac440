import { defineProblems } from '#kernel/problem.ts'

export const credentialProblem = defineProblems({
  'credential.not_found': { status: 404, vi: 'Không tìm thấy chứng nhận này.', en: 'No such credential.' },
  'credential.rule': {
    status: 422,
    at: 'ruleId',
    vi: 'Điều kiện cấp này không áp dụng trong ngày hoàn thành. Chưa có gì được ghi.',
    en: 'This rule does not hold on the day of completion. Nothing was written.',
  },
  'credential.person': {
    status: 422,
    at: 'officialId',
    vi: 'Người này không có trong sổ cán bộ của tỉnh đặt điều kiện cấp. Chưa có gì được ghi.',
    en: 'This person is not in the roster of the province whose rule it is. Nothing was written.',
  },
  'credential.own': {
    status: 403,
    vi: 'Không ai tự cấp, tự gia hạn, tự trả lại chứng nhận của mình. Hãy nhờ người khác. Chưa có gì được ghi.',
    en: 'Nobody issues, extends or gives back their own credential. Ask somebody else. Nothing was written.',
  },
  'credential.paper_of_another': {
    status: 409,
    at: 'documentNumber',
    vi: 'Giấy tờ cùng số, cùng nơi cấp này đã là căn cứ chứng nhận của người khác. Hãy xem lại số và người. Chưa có gì được ghi.',
    en: 'This paper, by number and issuer, is the basis of somebody else’s credential already. Look again. Nothing was written.',
    constraints: ['credential_document_of_one'],
  },
  'credential.paper_again': {
    status: 409,
    at: 'documentNumber',
    vi: 'Giấy tờ này đã được ghi cho chính người ấy theo điều kiện này, hoàn thành ngày {day}. Nếu đúng là một giấy cho cả hai lần, hãy xác nhận rồi ghi. Chưa có gì được ghi.',
    en: 'This paper was entered for this person and rule already, completed on {day}. If it stands for both, confirm and enter it. Nothing was written.',
  },
  'credential.because': {
    status: 422,
    at: 'because',
    vi: 'Cấp cho người mà phần mềm để lại thì cần lý do. Chưa có gì được ghi.',
    en: 'To issue to somebody who was left, a reason is needed. Nothing was written.',
  },
  'credential.nothing_due': {
    status: 409,
    at: 'officialId',
    vi: 'Người này không còn chứng nhận nào chờ cấp. Hãy xem lại danh sách. Chưa có gì được ghi.',
    en: 'Nothing waits to be issued to this person. Look at the list again. Nothing was written.',
  },
  'credential.day': {
    status: 422,
    at: 'completedOn',
    vi: 'Ngày hoàn thành không thể sau hôm nay. Chưa có gì được ghi.',
    en: 'The day of completion cannot lie after today. Nothing was written.',
  },
  'credential.there_already': {
    status: 409,
    at: 'completedOn',
    vi: 'Người này đã được ghi chứng nhận theo điều kiện, căn cứ và ngày ấy. Chưa có gì được ghi thêm.',
    en: 'This person has a credential by that rule, basis and day already. Nothing more was written.',
    constraints: ['credential_entered_once', 'credential_once'],
  },
  'credential.not_so': {
    status: 409,
    vi: 'Chứng nhận của {name} đang ở tình trạng khác: {state}. Hãy xem lại danh sách. Chưa có gì được ghi.',
    en: 'The credential of {name} stands otherwise: {state}. Look at the list again. Nothing was written.',
  },
  'credential.replaced': {
    status: 409,
    vi: 'Chứng nhận này đã được cấp lại. Hãy xem chứng nhận mới. Chưa có gì được ghi thêm.',
    en: 'Another credential replaces this one already. Look at that one. Nothing more was written.',
    constraints: ['credential_replaces_once'],
  },
  'credential.same_name': {
    status: 422,
    at: 'fullName',
    vi: 'Tên này đúng như tên trên chứng nhận. Chưa có gì được ghi.',
    en: 'This is the name that stands on it. Nothing was written.',
  },
})
