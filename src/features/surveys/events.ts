/** What this room tells the audit. */

import { notSurveyedWords } from '#features/rounds/model.ts'
import { defineEvents } from '#kernel/event.ts'
import { noticeKinds, outcomes } from './notices/words.ts'

export const surveyEvent = defineEvents(
  { survey: { vi: 'Phiếu', en: 'Surveys' }, notice: { vi: 'Tin báo từ thôn', en: 'Notices from villages' } },
  {
    'survey.submitted': { vi: 'Gửi phiếu', en: 'Survey sent' },
    'survey.returned': { vi: 'Trả lại phiếu', en: 'Survey returned' },
    'survey.chosen': { vi: 'Chọn một trong hai phiếu', en: 'One of two surveys chosen' },
    'survey.explained': {
      vi: 'Nêu lý do phiếu khác sổ hộ',
      en: 'Why a survey differs from the register',
    },
    'survey.day_settled': { vi: 'Ghi ngày khảo sát của phiếu', en: 'Day of a survey said' },
    'survey.accepted': { vi: 'Chấp nhận phiếu', en: 'Survey accepted' },
    'survey.not_taken': {
      vi: 'Ghi không khảo sát được, đưa hộ ra khỏi kỳ',
      en: 'Recorded that a household could not be surveyed; it left the round',
    },
    'survey.asked_again': {
      vi: 'Đưa trở lại kỳ hộ đã ghi không khảo sát được',
      en: 'Household that could not be surveyed taken back into the round',
    },
    'notice.sent': { vi: 'Tin báo từ thôn', en: 'Notice sent' },
    'notice.withdrawn': { vi: 'Rút tin báo', en: 'Notice withdrawn' },
    'notice.settled': { vi: 'Trả lời tin báo', en: 'Notice answered' },
  },
  {
    news: [
      'survey.submitted',
      'survey.returned',
      'survey.chosen',
      'survey.accepted',
      'survey.not_taken',
      'survey.asked_again',
      'notice.sent',
      'notice.settled',
    ],
    facts: {
      round: { said: { vi: 'kỳ', en: 'round' } },
      household: null,
      case: null,
      stands: null,
      beside: null,
      person: null,
      because: { said: { vi: 'lý do', en: 'reason' }, free: true },
      said: { said: { vi: 'ngày trên máy', en: 'day on the device' } },
      was: { said: { vi: 'đang tính theo ngày', en: 'counted by the day' } },
      on: { said: { vi: 'ngày khảo sát', en: 'day of the survey' } },
      kind: { said: { vi: 'loại tin', en: 'kind' }, words: noticeKinds },
      why: { said: { vi: 'vì', en: 'since' }, words: notSurveyedWords },
      minutes: { said: { vi: 'biên bản số', en: 'minutes no.' }, free: true },
      minutesOn: { said: { vi: 'biên bản ngày', en: 'minutes of' } },
      outcome: { said: { vi: 'kết quả', en: 'outcome' }, words: outcomes },
      notes: { said: { vi: 'số nhận xét', en: 'comments' } },
    },
  },
)
