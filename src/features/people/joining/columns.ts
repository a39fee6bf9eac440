/** Records that may be of one person, as texts. */
import { showDate } from '#kernel/dates.ts'
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import type { Apart, Double } from './model.ts'

const none: Said = { vi: 'chưa giữ chức danh', en: 'no post' }
const sideOf = (post: Said | null, unit: string, by: Double['oneBy']): Said => {
  const told = toldBy(by)
  return {
    vi: [(post ?? none).vi, unit, ...told.map(({ vi }) => vi)].join('; '),
    en: [(post ?? none).en, unit, ...told.map(({ en }) => en)].join('; '),
  }
}
const toldBy = ({ enteredOn, phoneEnd, personalNumberEnd, citizenIdEnd }: Double['oneBy']): Said[] => [
  ...(personalNumberEnd ? [{ vi: `số hiệu ...${personalNumberEnd}`, en: `number ...${personalNumberEnd}` }] : []),
  ...(citizenIdEnd ? [{ vi: `CCCD ...${citizenIdEnd}`, en: `citizen id ...${citizenIdEnd}` }] : []),
  ...(phoneEnd ? [{ vi: `điện thoại ...${phoneEnd}`, en: `phone ...${phoneEnd}` }] : []),
  ...(enteredOn ? [{ vi: `ghi vào sổ ${showDate(enteredOn)}`, en: `entered on ${showDate(enteredOn)}` }] : []),
]

/** What each of the two is told by. */
export const sidesOf = (row: Double) => ({
  one: sideOf(row.onePost, row.oneUnit, row.oneBy),
  other: sideOf(
    row.otherPost,
    row.otherName === row.name ? row.otherUnit : `${row.otherName}; ${row.otherUnit}`,
    row.otherBy,
  ),
})

const pair = [
  { key: 'name', head: { vi: 'Họ tên', en: 'Name' }, text: (row: Double) => row.name },
  { key: 'birth', head: { vi: 'Năm sinh', en: 'Born' }, text: (row: Double) => String(row.birthYear) },
  {
    key: 'one',
    head: { vi: 'Một hồ sơ: chức danh, đơn vị giữ', en: 'One record: post, kept by' },
    text: (row: Double) => sidesOf(row).one,
  },
  {
    key: 'other',
    head: { vi: 'Hồ sơ kia', en: 'The other' },
    text: (row: Double) => sidesOf(row).other,
  },
] as const

export const doubleColumns = columnsOf<Double>()(pair)

export const apartColumns = columnsOf<Apart>()([
  ...pair,
  { key: 'because', head: { vi: 'Vì sao là hai người', en: 'Why they are two people' }, text: (row) => row.because },
  { key: 'by', head: { vi: 'Người nói', en: 'Said by' }, text: (row) => row.by },
  { key: 'on', head: { vi: 'Ngày', en: 'On' }, text: (row) => showDate(row.on) },
])
