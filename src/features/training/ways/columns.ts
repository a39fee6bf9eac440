import { showDate } from '#kernel/dates.ts'
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import { lastSaid } from '../money/columns.ts'
import { normStates } from '../money/model.ts'
import type { Place, Way } from './model.ts'

export const placeColumns = columnsOf<Place>()([
  {
    key: 'area',
    head: { vi: 'Nơi mở lớp', en: 'Place' },
    text: ({ areaName: name, unitEnded }) => {
      if (unitEnded === null) return name
      const day = showDate(unitEnded)
      return { vi: `${name} (đơn vị đã hết từ ${day})`, en: `${name} (the unit ended on ${day})` }
    },
  },
  { key: 'within', head: { vi: 'Thuộc', en: 'Within' }, text: (row) => row.within },
  {
    key: 'hall',
    head: { vi: 'Hội trường', en: 'Hall' },
    text: (row) => row.hall || { vi: 'chưa ghi', en: 'not said' },
  },
  { key: 'from', head: { vi: 'Từ ngày', en: 'From' }, text: (row) => showDate(row.from) },
  {
    key: 'last',
    head: { vi: 'Đến hết ngày', en: 'Last day' },
    text: lastSaid,
  },
  { key: 'state', head: { vi: 'Tình trạng', en: 'State' }, off: true, text: (row) => normStates[row.state] },
  { key: 'because', head: { vi: 'Lý do thôi', en: 'Why it ended' }, off: true, text: (row) => row.endedBecause },
])

/** "Xã Lập Thạch, từ 28/11/2026" */
const endedSaid = ({ fromName, fromEnded, toName, toEnded }: Way): Said | null => {
  const ended = [
    ...(fromEnded ? [{ name: fromName, day: showDate(fromEnded) }] : []),
    ...(toEnded ? [{ name: toName, day: showDate(toEnded) }] : []),
  ]
  if (ended.length === 0) return null
  return {
    vi: ended.map(({ name, day }) => `${name}, từ ${day}`).join('; '),
    en: ended.map(({ name, day }) => `${name}, from ${day}`).join('; '),
  }
}

export const wayColumns = columnsOf<Way>()([
  { key: 'from', head: { vi: 'Từ', en: 'From' }, text: (row) => row.fromName },
  { key: 'to', head: { vi: 'Đến', en: 'To' }, text: (row) => row.toName },
  { key: 'km', head: { vi: 'Km', en: 'Km' }, number: true, text: (row) => row.km },
  { key: 'ended', head: { vi: 'Đơn vị đã hết', en: 'Units that ended' }, text: endedSaid },
])
