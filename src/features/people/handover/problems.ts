import { defineProblems } from '#kernel/problem.ts'

export const handoverProblem = defineProblems({
  'handover.not_found': { status: 404, vi: 'Không tìm thấy lần bàn giao này.', en: 'No such handing over.' },
  'handover.place': {
    status: 422,
    at: 'toId',
    vi: 'Hồ sơ cán bộ do đơn vị từ xã trở lên, đang còn, giữ. Chưa có gì được ghi.',
    en: 'Records are kept by standing units from the commune up. Nothing was written.',
  },
  'handover.same': {
    status: 409,
    at: 'toId',
    vi: 'Hồ sơ đang do chính đơn vị này giữ. Chưa có gì được ghi.',
    en: 'The record is kept by this very unit. Nothing was written.',
    constraints: ['official_handover_elsewhere'],
  },
  'handover.open': {
    status: 409,
    vi: 'Hồ sơ này đã được đề nghị bàn giao và còn chờ nhận. Chưa có gì được ghi.',
    en: 'Handing this record over was asked for already and waits. Nothing was written.',
    constraints: ['official_handover_open'],
  },
  'handover.settled': {
    status: 409,
    vi: 'Lần bàn giao này đã xong hoặc đã rút. Chưa có gì được ghi thêm.',
    en: 'This handing over is settled already. Nothing more was written.',
  },
  'handover.moved_on': {
    status: 409,
    vi: 'Hồ sơ không còn ở đơn vị đã đề nghị bàn giao. Chưa có gì được ghi.',
    en: 'The record is no longer where it was to be taken from. Nothing was written.',
  },
})
