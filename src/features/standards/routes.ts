/** The calls of this room answer from the law loaded at the start; only a text of an earlier program is read. */
import { type PlainDate, showDate } from '#kernel/dates.ts'
import { open, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { newestFirst, standardColumns } from './columns.ts'
import * as contract from './contract.ts'
import { lawOf } from './law.ts'
import { findForm, findStandard, type Held, type Library } from './library.ts'
import type { Standard } from './model/standard.ts'
import { standardProblem } from './problems.ts'
import { indicatorsOf } from './rules/indicators.ts'
import { bestStandardOn } from './rules/library.ts'

const summary = ({ value, hash }: Held<Standard>, holding: Standard | null) => {
  const indicators = indicatorsOf(value)
  return {
    id: value.id,
    name: value.name,
    from: value.validity.from,
    until: value.validity.until,
    provinceCode: value.area?.provinceCode ?? null,
    hash,
    indicators: indicators.length,
    withoutThreshold: indicators.filter((i) => i.threshold === undefined).length,
    holds: value.id === holding?.id,
  }
}

const listFor = (library: Library, day: PlainDate) => {
  const values = library.standards.map((s) => s.value)
  const holdsHere = (s: Standard) => bestStandardOn(values, day, s.area?.provinceCode)
  return library.standards.map((s) => summary(s, holdsHere(s.value)))
}

export const standardRoutes = ({ library }: { library: Library }): Route[] => [
  open(contract.listStandards, async ({ input, today }) => {
    const day = input.day ?? today
    return { day, standards: listFor(library, day) }
  }),

  fileOf(
    contract.standardsFile,
    async ({ input, today }) => {
      const day = input.day ?? today
      return {
        rows: newestFirst(listFor(library, day)),
        columns: standardColumns(day),
        title: { vi: 'Các chuẩn nghèo', en: 'Poverty standards' },
        filters: [{ vi: `xét ngày ${showDate(day)}`, en: `as of ${showDate(day)}` }],
      }
    },
    { whole: true },
  ),

  open(contract.getStandard, async ({ input: { standardId } }) => {
    const held = findStandard(library, standardId)
    if (held === undefined) throw standardProblem('standard.not_found', { standardId })
    const form = findForm(library, standardId)
    return {
      standard: held.value,
      hash: held.hash,
      form: form === undefined ? null : { form: form.value, hash: form.hash },
      pointsTables: library.points
        .filter(({ value }) => value.standard === standardId)
        .map(({ value: { id, version, name, mark }, hash }) => ({ id, version, name, mark, hash })),
    }
  }),

  open(contract.getPointsTable, async ({ input: { tableId } }) => {
    const held = library.points.find((p) => p.value.id === tableId)
    if (held === undefined) throw standardProblem('standard.table_not_found', { tableId })
    return { table: held.value, hash: held.hash }
  }),

  read(contract.law, ({ db, input }) => lawOf(library).text(db, input.hash)),
]
