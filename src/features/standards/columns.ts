/** The list of standards as texts, on a day. */
import { addDays, compareDays, type PlainDate, showDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import { columnsOf } from '#kernel/table.ts'
import type * as contract from './contract.ts'

type Standard = OutputOf<typeof contract.listStandards>['standards'][number]

export const standing = {
  now: { vi: 'đang áp dụng', en: 'in force' },
  ahead: { vi: 'chưa đến', en: 'not yet' },
  past: { vi: 'đã hết', en: 'ended' },
} as const
export const standingOf = ({ holds, from }: Standard, day: PlainDate): keyof typeof standing =>
  holds ? 'now' : from > day ? 'ahead' : 'past'

export const newestFirst = (standards: readonly Standard[]): Standard[] =>
  [...standards].sort((a, b) => compareDays(b.from, a.from))

export const standardColumns = (day: PlainDate) =>
  columnsOf<Standard>()([
    { key: 'name', head: { vi: 'Chuẩn', en: 'Standard' }, text: (row) => row.name },
    { key: 'holds', head: { vi: 'Trong ngày này', en: 'On this day' }, text: (row) => standing[standingOf(row, day)] },
    { key: 'from', head: { vi: 'Từ ngày', en: 'From' }, text: (row) => showDate(row.from) },
    { key: 'last', head: { vi: 'Đến hết ngày', en: 'Last day' }, text: (row) => showDate(addDays(row.until, -1)) },
    { key: 'count', head: { vi: 'Chỉ số', en: 'Indicators' }, number: true, text: (row) => row.indicators },
    {
      key: 'open',
      head: { vi: 'Chưa có ngưỡng', en: 'Without threshold' },
      number: true,
      text: (row) => row.withoutThreshold,
    },
  ])
