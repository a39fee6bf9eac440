import { defineProblems } from '#kernel/problem.ts'

export const unsurveyedProblem = defineProblems({
  'unsurveyed.survey_came': {
    status: 409,
    vi: 'Đã có phiếu khảo sát của: {names}. Hãy tải lại và xem phiếu trước. Chưa có gì được ghi.',
    en: 'There is a survey of: {names}. Reload and look at it first. Nothing was written.',
  },
  'unsurveyed.left': {
    status: 409,
    vi: 'Đã ra khỏi kỳ: {names}. Hãy tải lại. Chưa có gì được ghi.',
    en: 'Out of the round already: {names}. Reload. Nothing was written.',
  },
  'unsurveyed.changed': {
    status: 409,
    vi: 'Vừa được người khác cập nhật: {names}. Hãy tải lại rồi làm tiếp. Chưa có gì được ghi.',
    en: 'Just changed by somebody else: {names}. Reload and go on. Nothing was written.',
  },
  'unsurveyed.minutes_ahead': {
    status: 422,
    at: 'minutesOn',
    vi: 'Ngày biên bản ({day}) chưa tới. Chưa có gì được ghi.',
    en: 'The day of the minutes ({day}) has not come yet. Nothing was written.',
  },
  'unsurveyed.minutes_early': {
    status: 422,
    at: 'minutesOn',
    vi: 'Ngày biên bản ({day}) sớm hơn ngày bắt đầu kỳ rà soát ({from}). Chưa có gì được ghi.',
    en: 'The day of the minutes ({day}) is before the round begins ({from}). Nothing was written.',
  },
  'unsurveyed.not_left': {
    status: 409,
    vi: 'Không phải hộ đã ghi không khảo sát được, hoặc đã trở lại kỳ: {names}. Hãy tải lại. Chưa có gì được ghi.',
    en: 'Not recorded as not surveyed, or back in the round already: {names}. Reload. Nothing was written.',
  },
  'unsurveyed.elsewhere': {
    status: 409,
    vi: 'Đã kết thúc hoặc nay không ở trong các thôn của kỳ, nên không đưa trở lại được: {names}. Chưa có gì được ghi.',
    en: 'Ended, or not living in the villages of the round any more, so not taken back: {names}. Nothing was written.',
  },
})
