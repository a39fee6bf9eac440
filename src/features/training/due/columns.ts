import { showDate } from '#kernel/dates.ts'
import { columnsOf } from '#kernel/table.ts'
import { needSources } from '../needs/model.ts'
import { placeSaid, planNamed } from '../plan/columns.ts'
import { planStates } from '../plan/model.ts'
import { daysSaid, weeksSaid } from '../plan/rules/weeks.ts'
import type { DueSeat, DueWish, MySeat } from './model.ts'

const topic = {
  key: 'topic',
  head: { vi: 'Chuyên đề', en: 'Topic' },
  text: ({ code, title }: { code: string; title: string }) => `${code} ${title}`,
} as const

/** "tuần 12 (22/03-28/03)". */
export const whenSaid = ({ weeks: held, year }: Pick<DueSeat, 'weeks' | 'year'>) =>
  held.length > 0
    ? {
        vi: `tuần ${weeksSaid(held)} (${daysSaid(year, held)})`,
        en: `week ${weeksSaid(held)} (${daysSaid(year, held)})`,
      }
    : { vi: 'chưa ghi', en: 'not said' }

export const dueSeatColumns = columnsOf<DueSeat>()([
  topic,
  { key: 'year', head: { vi: 'Năm', en: 'Year' }, text: (row) => String(row.year) },
  { key: 'weeks', head: { vi: 'Khi nào', en: 'When' }, text: whenSaid },
  { key: 'plan', head: { vi: 'Kế hoạch', en: 'Plan' }, text: planNamed },
  { key: 'unit', head: { vi: 'Đơn vị lập', en: 'Made by' }, text: (row) => row.unitName },
  { key: 'state', head: { vi: 'Tình trạng', en: 'State' }, text: (row) => planStates[row.state] },
])

export const dueWishColumns = columnsOf<DueWish>()([
  topic,
  { key: 'source', head: { vi: 'Từ đâu', en: 'Source' }, text: (row) => needSources[row.source] },
  { key: 'unit', head: { vi: 'Đơn vị', en: 'Unit' }, text: (row) => row.unitName },
  { key: 'reason', head: { vi: 'Lý do', en: 'Reason' }, text: (row) => row.reason },
  { key: 'day', head: { vi: 'Ngày', en: 'On' }, text: (row) => showDate(row.day) },
])

/** "CĐ1 Rà soát hộ nghèo, năm 2027, tuần 12 (22/03-28/03), Xã Tam Hồng, Hội trường". */
export function mySeatSaid(seat: MySeat) {
  const when = whenSaid(seat)
  const where = placeSaid(seat)
  const what = `${seat.code} ${seat.title}`
  return {
    vi: [
      `${what}, năm ${seat.year}`,
      seat.weeks.length > 0 ? when.vi : 'tuần chưa ghi',
      where || 'nơi học chưa ghi',
    ].join(', '),
    en: [`${what}, ${seat.year}`, seat.weeks.length > 0 ? when.en : 'no week said', where || 'no place said'].join(
      ', ',
    ),
  }
}
