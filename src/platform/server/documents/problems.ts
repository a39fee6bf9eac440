/** What the papers say when they refuse; spreadsheets speak in `xlsx/problems.ts`. */
import { defineProblems } from '#kernel/problem.ts'

export const paperProblem = defineProblems({
  'paper.public_url_missing': {
    status: 409,
    vi: 'Chưa đặt địa chỉ công khai (PUBLIC_URL) nên mã QR sẽ không dẫn tới đâu; giấy chính thức chưa in được. Bản dự thảo vẫn in được.',
    en: 'PUBLIC_URL is not set, so the QR would lead nowhere and final papers cannot be printed. Drafts can.',
  },
  'paper.not_signed': {
    status: 409,
    vi: 'Giấy số {number} chưa được ký điện tử nên chưa in được bản chính thức.',
    en: 'Paper {number} does not carry its digital signature and cannot be printed as final.',
  },
  'paper.letter_missing': {
    status: 422,
    vi: 'Phông chữ của giấy tờ không có ký tự {letters} (trong “{text}”). Hãy sửa lại tên rồi in; chưa có giấy nào được in.',
    en: 'The font of the papers lacks {letters} (in “{text}”). Correct the name and print again; nothing was printed.',
  },
})
