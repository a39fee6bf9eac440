/** What this room tells the audit. */
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
    'notice.sent': { vi: 'Tin báo từ thôn', en: 'Notice sent' },
    'notice.withdrawn': { vi: 'Rút tin báo', en: 'Notice withdrawn' },
    'notice.settled': { vi: 'Trả lời tin báo', en: 'Notice answered' },
  },
  {
    news: ['survey.submitted', 'survey.returned', 'survey.chosen', 'survey.accepted', 'notice.sent', 'notice.settled'],
    facts: {
      round: { said: { vi: 'kỳ', en: 'round' } },
      case: null,
      stands: null,
      beside: null,
      person: null,
      because: { said: { vi: 'lý do', en: 'reason' }, free: true },
      said: { said: { vi: 'ngày trên máy', en: 'day on the device' } },
      was: { said: { vi: 'đang tính theo ngày', en: 'counted by the day' } },
      on: { said: { vi: 'ngày khảo sát', en: 'day of the survey' } },
      kind: { said: { vi: 'loại tin', en: 'kind' }, words: noticeKinds },
      outcome: { said: { vi: 'kết quả', en: 'outcome' }, words: outcomes },
      notes: { said: { vi: 'số nhận xét', en: 'comments' } },
    },
  },
)
