import { defineProblems } from '#kernel/problem.ts'

export const papersProblem = defineProblems({
  'papers.scan_missing': {
    status: 422,
    vi: 'Cần bản quét trang đã ký (PDF, JPEG hoặc PNG). Chưa có gì được ghi.',
    en: 'The scan of the signed page is needed (PDF, JPEG or PNG). Nothing was written.',
  },
  'papers.scan_type': {
    status: 422,
    vi: 'Tệp không phải là PDF, JPEG hay PNG. Chưa có gì được ghi.',
    en: 'The file is not a PDF, JPEG or PNG. Nothing was written.',
  },
  'papers.number_taken': {
    status: 409,
    vi: 'Số này vừa được cấp cho giấy khác. Hãy tải lại rồi làm lại. Chưa có gì được ghi.',
    en: 'The number has just gone to another paper. Reload and do it again. Nothing was written.',
    constraints: ['issued_number_pkey'],
  },
})
