import { defineProblems } from '#kernel/problem.ts'

export const overrideProblem = defineProblems({
  'gate.held_back': {
    status: 409,
    at: 'accountId',
    vi: 'Kỳ này chỉ giao việc cho người có chứng nhận còn hạn. Chưa giao được cho: {names}. Hãy giao cho người khác, cử đi học, hoặc nhờ người có thẩm quyền cho phép kèm lý do. Việc đã giao trước đó vẫn giữ nguyên.',
    en: 'In this round work is given only to who holds a valid credential. Not given to: {names}. Give it to somebody else, send them to a class, or ask who may let them survey with a reason. What was given before stays.',
  },
  'gate_override.own': {
    status: 403,
    vi: 'Không ai tự cho phép mình: Chủ tịch cho phép công chức, công chức cho phép trưởng thôn. Chưa có gì được ghi.',
    en: 'Nobody lets themselves survey: the chair does it for an official, the official for the heads. Nothing was written.',
    constraints: ['gate_override_by_another'],
  },
  'gate_override.by_chair': {
    status: 403,
    vi: 'Người này là công chức của xã: Chủ tịch UBND xã mới cho phép được. Chưa có gì được ghi.',
    en: 'This person is an official of the commune: only its chair may do it. Nothing was written.',
  },
  'gate_override.by_official': {
    status: 403,
    vi: 'Với trưởng thôn, rà soát viên thì công chức xã cho phép. Chưa có gì được ghi.',
    en: 'For heads and enumerators the commune official does it. Nothing was written.',
  },
  'gate_override.not_held': {
    status: 409,
    at: 'accountId',
    vi: 'Người này không bị giữ lại trong kỳ này nên không cần cho phép. Chưa có gì được ghi.',
    en: 'This person is not kept back in this round: nothing is to be allowed. Nothing was written.',
  },
  'gate_override.nobody': {
    status: 422,
    at: 'accountId',
    vi: 'Người này không khảo sát trong kỳ này. Chưa có gì được ghi.',
    en: 'This person does not survey in this round. Nothing was written.',
  },
  'gate_override.rule': {
    status: 422,
    at: 'ruleId',
    vi: 'Hãy chọn một điều kiện cấp chứng nhận cho chuẩn của kỳ. Chưa có gì được ghi.',
    en: 'Choose a rule of credentials for the standard of the round. Nothing was written.',
  },
  'gate_override.stands': {
    status: 409,
    at: 'accountId',
    vi: 'Người này đã được cho phép trong kỳ này. Chưa có gì được ghi thêm.',
    en: 'This person is allowed in this round already. Nothing more was written.',
    constraints: ['gate_override_once'],
  },
  'gate_override.not_found': { status: 404, vi: 'Không tìm thấy lần cho phép này.', en: 'No such act.' },
  'gate_override.closed': {
    status: 409,
    vi: 'Lần cho phép này đã được rút. Chưa có gì được ghi.',
    en: 'This was withdrawn already. Nothing was written.',
  },
})
