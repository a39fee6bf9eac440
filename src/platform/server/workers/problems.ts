/** What is said when heavy work ends before its end. */
import { defineProblems } from '#kernel/problem.ts'

export const workProblem = defineProblems({
  'work.too_large': {
    status: 422,
    vi: 'Việc này quá lớn để làm một lần (cần hơn {seconds} giây hoặc hơn {megabytes} MB bộ nhớ) nên đã dừng, chưa có gì được ghi. Hãy chia nhỏ: in từng thôn, hoặc tách tệp làm nhiều phần.',
    en: 'This is too large to be done at once (it needs more than {seconds} seconds or {megabytes} MB of memory) and was stopped; nothing was written. Divide it: print one village at a time, or split the file.',
  },
  'work.broken_off': {
    status: 503,
    vi: 'Việc này bị ngắt giữa chừng, chưa có gì được ghi. Hãy thử lại sau {retryAfterSeconds} giây.',
    en: 'This was broken off in the middle and nothing was written. Try again in {retryAfterSeconds} seconds.',
  },
})
