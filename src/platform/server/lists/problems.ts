import { defineProblems } from '#kernel/problem.ts'

export const listProblem = defineProblems({
  'list.no_part': {
    status: 404,
    vi: 'Danh sách không có phần {part}: hãy xuất phần trước đó.',
    en: 'The list has no part {part}: ask for an earlier one.',
  },
  'list.no_column': {
    status: 422,
    vi: 'Hãy chọn ít nhất một cột để xuất.',
    en: 'Choose at least one column to export.',
  },
})
