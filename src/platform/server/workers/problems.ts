/** What is said when heavy work ends before its end. */
import { defineProblems } from '#kernel/problem.ts'

export const workProblem = defineProblems({
  'work.too_large': {
    status: 422,
    vi: 'Việc này quá lớn để làm một lần (cần hơn {seconds} giây hoặc hơn {megabytes} MB bộ nhớ) nên đã dừng, chưa có gì được ghi. Hãy chia nhỏ: in từng thôn, hoặc tách tệp làm nhiều phần.',
    en: 'This is too large to be done at once (it needs more than {seconds} seconds or {megabytes} MB of memory) and was stopped; nothing was written. Divide it: print one village at a time, or split the file.',
  },
  'work.file_too_large': {
    status: 422,
    vi: 'Tệp quá lớn hoặc quá phức tạp, hãy chia nhỏ rồi tải lên. Việc đọc đã dừng (cần hơn {seconds} giây hoặc hơn {megabytes} MB bộ nhớ), chưa có gì được ghi.',
    en: 'The file is too large or too complex: split it and upload again. Reading was stopped (it needs more than {seconds} seconds or {megabytes} MB of memory); nothing was written.',
  },
  'work.broken_off': {
    status: 503,
    vi: 'Việc này bị ngắt giữa chừng, chưa có gì được ghi. Hãy thử lại sau {retryAfterSeconds} giây.',
    en: 'This was broken off in the middle and nothing was written. Try again in {retryAfterSeconds} seconds.',
  },
})
