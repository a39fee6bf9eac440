/** What this room tells the audit. */
import { defineEvents } from '#kernel/event.ts'
import { roundKindWords, roundStateWords } from './model.ts'

export const roundEvent = defineEvents(
  { round: { vi: 'Kỳ rà soát', en: 'Rounds' } },
  {
    'round.opened': { vi: 'Mở kỳ rà soát', en: 'Round opened' },
    'round.list_drawn': { vi: 'Lập danh sách hộ cần rà soát', en: 'List drawn up' },
    'round.villages_taken_in': { vi: 'Nhận thôn mới về xã vào kỳ', en: 'Villages taken into the round' },
    'round.household_requested': { vi: 'Thêm hộ theo đề nghị', en: 'Household added on request' },
    'round.household_unlisted': { vi: 'Bỏ hộ khỏi danh sách', en: 'Household taken off the list' },
    'round.assigned': { vi: 'Giao rà soát viên', en: 'Enumerator assigned' },
    'round.step_finished': { vi: 'Xong một bước', en: 'Step finished' },
    'round.step_skipped': { vi: 'Bỏ qua một bước, làm trên giấy', en: 'Step skipped, done on paper' },
    'round.reopened': { vi: 'Mở lại bước', en: 'Step reopened' },
    'round.extended': { vi: 'Gia hạn kỳ rà soát', en: 'Round given a later last day' },
    'round.handed_over': { vi: 'Bàn giao thôn, hộ nay thuộc xã khác', en: 'Villages and households handed over' },
    'round.cancelled': { vi: 'Hủy kỳ rà soát', en: 'Round cancelled' },
  },
  {
    news: [
      'round.opened',
      'round.step_finished',
      'round.step_skipped',
      'round.reopened',
      'round.extended',
      'round.cancelled',
      'round.household_requested',
      'round.villages_taken_in',
    ],
    facts: {
      step: { said: { vi: 'bước', en: 'step' }, words: roundStateWords },
      steps: { said: { vi: 'bước mở lại', en: 'steps opened again' }, words: roundStateWords },
      day: { said: { vi: 'ngày', en: 'day' } },
      added: { said: { vi: 'thêm', en: 'added' } },
      total: { said: { vi: 'tổng số hộ', en: 'households in all' } },
      round: { said: { vi: 'kỳ', en: 'round' } },
      kind: { said: { vi: 'loại', en: 'kind' }, words: roundKindWords },
      villages: { said: { vi: 'số thôn', en: 'villages' } },
      opens: null,
      closes: null,
      asked: null,
      because: { said: { vi: 'lý do', en: 'reason' }, free: true },
      was: { said: { vi: 'hạn cũ', en: 'last day before' } },
      until: { said: { vi: 'hạn mới', en: 'new last day' } },
      account: { said: { vi: 'rà soát viên', en: 'enumerator' } },
      assigned: { said: { vi: 'số hộ đã giao', en: 'households assigned' } },
      village: { said: { vi: 'thôn', en: 'village' } },
      households: { said: { vi: 'số hộ', en: 'households' } },
      back: { said: { vi: 'trong đó trở lại kỳ', en: 'of them back in the round' } },
      left: {
        said: { vi: 'trước đó ra khỏi kỳ vì', en: 'had left the round because' },
        words: {
          moved: { vi: 'chuyển khỏi các thôn của kỳ', en: 'moved out of its villages' },
          household: { vi: 'hộ kết thúc', en: 'the household ended' },
          handed_over: { vi: 'bàn giao cho xã khác', en: 'handed over' },
        },
      },
      since: { said: { vi: 'từ ngày', en: 'since' } },
    },
  },
)
