/** What this room may refuse with. */
import { defineProblems } from '#kernel/problem.ts'

export const standardProblem = defineProblems({
  'standard.not_found': {
    status: 404,
    vi: 'Không có chuẩn nghèo mang mã {standardId}.',
    en: 'There is no standard {standardId}.',
  },
  'standard.table_not_found': {
    status: 404,
    vi: 'Không có bảng điểm mang mã {tableId}.',
    en: 'There is no points table {tableId}.',
  },
  'standard.law_not_found': {
    status: 404,
    vi: 'Không có văn bản dữ liệu nào mang mã này.',
    en: 'No law as data has this hash.',
  },
})
