/** Figures of a round by village as texts. */
import type { OutputOf } from '#kernel/endpoint.ts'
import { columnsOf, type TextColumn } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import type * as contract from './contract.ts'

/** Said with figures that count households whom no list of the reader shows. */
export const elsewhereSaid = (count: number, place: string): Said => ({
  vi: `gồm cả ${count} hộ nay thuộc ${place}`,
  en: `with ${count} households that live in ${place} today`,
})

type Answer = OutputOf<typeof contract.roundFigures>
type Row = Answer['villages'][number]

const classNames = ['poor', 'near_poor', 'average', 'not_poor', 'open', 'none'] as const
type ClassName = (typeof classNames)[number]
const short: Record<ClassName, Said> = {
  poor: { vi: 'Nghèo', en: 'Poor' },
  near_poor: { vi: 'Cận nghèo', en: 'Near-poor' },
  average: { vi: 'Trung bình', en: 'Average' },
  not_poor: { vi: 'Không nghèo', en: 'Not poor' },
  open: { vi: 'Chưa rõ', en: 'Open' },
  none: { vi: 'Chưa có phiếu', en: 'No survey' },
}

/** `opens-poor`: the column of a class by one of the two standards. */
export const figureKey = (part: 'opens' | 'closes', name: ClassName) => `${part}-${name}`

const byClass = (part: 'opens' | 'closes'): TextColumn<Row>[] =>
  classNames.map((name) => ({
    key: figureKey(part, name),
    head: part === 'opens' ? short[name] : { vi: `${short[name].vi} (chuẩn cũ)`, en: `${short[name].en} (old)` },
    number: true,
    ...(part === 'closes' && name !== 'poor' && name !== 'near_poor' && { off: true as const }),
    text: (row) => row[part]?.[name].count,
  }))

const first = columnsOf<Row>()([
  { key: 'name', head: { vi: 'Thôn', en: 'Village' }, text: (row) => row.name },
  { key: 'cases', head: { vi: 'Hộ trong danh sách', en: 'On the list' }, number: true, text: (row) => row.cases.count },
])
const last = columnsOf<Row>()([
  { key: 'left', head: { vi: 'Ra khỏi kỳ', en: 'Left' }, number: true, text: (row) => row.left.count },
  {
    key: 'declared',
    head: { vi: 'Hộ khai báo', en: 'Declared' },
    number: true,
    text: (row) => row.denominators.declared?.households ?? null,
  },
  {
    key: 'register',
    head: { vi: 'Hộ trong sổ', en: 'Register' },
    number: true,
    text: (row) => row.denominators.register?.households ?? null,
  },
])

export const villageFigureColumns = (of: Pick<Answer, 'closes'>): readonly TextColumn<Row>[] => [
  ...first,
  ...byClass('opens'),
  ...(of.closes ? byClass('closes') : []),
  ...last,
]
