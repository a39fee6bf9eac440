import { defineProblems } from '#kernel/problem.ts'

export const proposalProblem = defineProblems({
  'proposal.weeks': {
    status: 422,
    at: 'weeks',
    vi: 'Ghi số tuần của năm, ví dụ 12, 14-16; năm {year} có {weeks} tuần.',
    en: 'Write weeks of the year, as in 12, 14-16; {year} has {weeks} weeks.',
  },
  'proposal.weeks_past': {
    status: 422,
    at: 'weeks',
    vi: 'Tuần {weeks} đã bắt đầu hoặc đã qua; ghi các tuần sắp tới.',
    en: 'Weeks {weeks} have begun or are past; write weeks to come.',
  },
})
