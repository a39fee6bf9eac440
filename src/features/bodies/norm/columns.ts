/** What units should have of bodies and have, and the norms themselves, as texts. */
import { levelWords } from '#features/areas/words.ts'
import { levelColumn, ruleColumns } from '#features/people/norms/columns.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import { withMark } from '#kernel/marks.ts'
import { columnsOf } from '#kernel/table.ts'
import { bodyKindWords } from '../model.ts'
import type * as contract from './contract.ts'
import type { BodyNormRule } from './model.ts'

type Norm = OutputOf<typeof contract.showNorm>
type Line = Norm['lines'][number]
type Unit = Norm['units'][number]

const kindColumn = {
  key: 'kind',
  head: { vi: 'Loại Ban', en: 'Kind' },
  text: ({ kind }: Pick<Line, 'kind'>) => bodyKindWords[kind],
} as const

export const lineColumns = columnsOf<Line>()([
  kindColumn,
  { key: 'level', head: { vi: 'Cấp', en: 'Level' }, text: (row) => levelWords[row.level] },
  { key: 'units', head: { vi: 'Số đơn vị', en: 'Units' }, number: true, text: (row) => row.units },
  { key: 'required', head: { vi: 'Số Ban cần có', en: 'Bodies needed' }, number: true, text: (row) => row.required },
  { key: 'held', head: { vi: 'Đơn vị đã có đủ', en: 'Units that have all' }, number: true, text: (row) => row.held },
  { key: 'missing', head: { vi: 'Số Ban còn thiếu', en: 'Missing' }, number: true, text: (row) => row.missing },
  {
    key: 'basis',
    head: { vi: 'Căn cứ', en: 'Basis' },
    text: ({ bases }) => {
      const said = bases.map(({ legalBasis, mark }) => withMark(legalBasis, mark))
      return { vi: said.map(({ vi }) => vi).join('; '), en: said.map(({ en }) => en).join('; ') }
    },
  },
])

export const unitColumns = columnsOf<Unit>()([
  { key: 'area', head: { vi: 'Đơn vị', en: 'Unit' }, text: (row) => row.areaName },
  { key: 'within', head: { vi: 'Thuộc', en: 'Within' }, text: (row) => row.within },
  kindColumn,
  { key: 'required', head: { vi: 'Cần có', en: 'Needed' }, number: true, text: (row) => row.required },
  { key: 'there', head: { vi: 'Đã có', en: 'There' }, number: true, text: (row) => row.bodies.length },
  {
    key: 'bodies',
    head: { vi: 'Tên Ban', en: 'Bodies' },
    text: (row) => row.bodies.map(({ name }) => name).join('; '),
  },
])

export const bodyNormColumns = columnsOf<BodyNormRule>()([
  kindColumn,
  levelColumn,
  { key: 'required', head: { vi: 'Số Ban', en: 'Bodies' }, number: true, text: (row) => row.required },
  ...ruleColumns,
])
