/** The lists of a proposal as texts. */
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import { goneSaid } from '../plan/columns.ts'
import { daysSaid, weeksSaid } from '../plan/rules/weeks.ts'
import { type ClassOf, type SeatOf, seatStates, type TopicNeed, uncoveredReasons } from './model.ts'

/** "Xã Tam Hồng, bản thảo: Kế hoạch năm 2027"; of what the actor may not read no more than that it is. */
export function planSaid({ drafted, above, read }: NonNullable<SeatOf['plan']>): Said {
  const state = drafted ? { vi: 'bản thảo', en: 'draft' } : { vi: 'kế hoạch đã duyệt', en: 'approved plan' }
  if (read)
    return { vi: `${read.areaName}, ${state.vi}: ${read.name}`, en: `${read.areaName}, ${state.en}: ${read.name}` }
  return above
    ? { vi: `${state.vi} của đơn vị cấp trên`, en: `${state.en} of a unit above` }
    : { vi: `${state.vi} của đơn vị khác`, en: `${state.en} of another unit` }
}

/** "12 (16/03-22/03)" */
const weeksIn = (year: number, weeks: readonly number[]) =>
  weeks.length > 0 ? `${weeksSaid(weeks)} (${daysSaid(year, weeks)})` : ''

/** "32", "tại chỗ", "32, chưa biết đường từ 2 xã" */
export function kmSaid({ km, wayless }: Pick<ClassOf, 'km' | 'wayless'>): number | Said {
  if (wayless === 0) return km ?? { vi: 'tại chỗ', en: 'at home' }
  const [vi, en] = [`chưa biết đường từ ${wayless} xã`, `no way known from ${wayless}`]
  return km === null ? { vi, en } : { vi: `${km}, ${vi}`, en: `${km}, ${en}` }
}

export const classColumns = (year: number) =>
  columnsOf<ClassOf>()([
    { key: 'number', head: { vi: 'Lớp', en: 'Class' }, text: (row) => row.number },
    { key: 'topic', head: { vi: 'Chuyên đề', en: 'Topic' }, text: (row) => `${row.code}. ${row.title}` },
    { key: 'place', head: { vi: 'Mở ở', en: 'Where' }, text: (row) => row.placeName },
    { key: 'weeks', head: { vi: 'Tuần', en: 'Weeks' }, text: (row) => weeksIn(year, row.weeks) },
    { key: 'people', head: { vi: 'Người', en: 'People' }, number: true, text: (row) => row.people },
    { key: 'communes', head: { vi: 'Từ số xã', en: 'From communes' }, number: true, text: (row) => row.communes },
    {
      key: 'km',
      head: { vi: 'Xa nhất (km)', en: 'Furthest (km)' },
      number: true,
      text: kmSaid,
    },
  ])

export const topicColumns = columnsOf<TopicNeed>()([
  { key: 'topic', head: { vi: 'Chuyên đề', en: 'Topic' }, text: (row) => `${row.code}. ${row.title}` },
  {
    key: 'days',
    head: { vi: 'Số ngày', en: 'Days' },
    number: true,
    text: (row) => row.days ?? { vi: 'chưa ghi', en: 'not said' },
  },
  { key: 'after', head: { vi: 'Học sau', en: 'After' }, text: (row) => row.after.join(', ') },
  { key: 'needed', head: { vi: 'Cần học', en: 'Need it' }, number: true, text: (row) => row.needed },
  { key: 'seated', head: { vi: 'Có lớp', en: 'In a class' }, number: true, text: (row) => row.seated },
  { key: 'taken', head: { vi: 'Đã có chỗ', en: 'In plans' }, number: true, text: (row) => row.taken },
  { key: 'uncovered', head: { vi: 'Chưa có lớp', en: 'In none' }, number: true, text: (row) => row.uncovered },
  { key: 'classes', head: { vi: 'Số lớp', en: 'Classes' }, number: true, text: (row) => row.classes },
  { key: 'least', head: { vi: 'Ít nhất', en: 'At least' }, number: true, text: (row) => row.least },
])

/** "Vi Mất (đã qua đời 12/10/2026)" */
function personSaid({ person, gone }: SeatOf): Said {
  const said = gone && goneSaid(gone)
  return said ? { vi: `${person} (${said.vi})`, en: `${person} (${said.en})` } : { vi: person, en: person }
}

export const seatColumns = (year: number) =>
  columnsOf<SeatOf>()([
    { key: 'person', head: { vi: 'Người', en: 'Person' }, text: personSaid },
    { key: 'home', head: { vi: 'Xã', en: 'Commune' }, text: (row) => row.homeName },
    { key: 'topic', head: { vi: 'Chuyên đề', en: 'Topic' }, text: (row) => `${row.code}. ${row.title}` },
    { key: 'state', head: { vi: 'Tình trạng', en: 'State' }, text: (row) => seatStates[row.state] },
    { key: 'class', head: { vi: 'Lớp', en: 'Class' }, number: true, text: (row) => row.number },
    { key: 'place', head: { vi: 'Mở ở', en: 'Where' }, text: (row) => row.placeName },
    { key: 'weeks', head: { vi: 'Tuần', en: 'Weeks' }, text: (row) => weeksIn(row.planYear ?? year, row.weeks) },
    {
      key: 'because',
      head: { vi: 'Lý do', en: 'Why' },
      text: ({ because, plan, planYear, state }) => {
        if (because) return uncoveredReasons[because]
        if (!plan) return null
        const { vi, en } = planSaid(plan)
        return state === 'covered' ? { vi: `${vi} (năm ${planYear})`, en: `${en} (${planYear})` } : { vi, en }
      },
    },
  ])
