/** One row of the file into one member, or everything that is wrong with it, in words. Pure. */
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import { fold, type Said, tidy } from '#kernel/text.ts'
import { findEthnicity } from '../../model/ethnicity.ts'
import type { RowFaultShown } from '../../model/views.ts'
import { yesNoFacts } from '../../model/words.ts'
import type { MemberFacts, Person, Relation } from '../../model.ts'
import {
  citizenIdFaults,
  faultOfCitizenId,
  insuranceFault,
  isInsuranceNo,
  tidyCitizenId,
  tidyInsuranceNo,
} from '../../rules/citizenId.ts'
import { mustBeBornBy } from '../../rules/membership.ts'
import { isName, looksLikeFormula } from '../../rules/names.ts'
import { type ColumnKey, columnKeys, columns } from './columns.ts'
import * as values from './values.ts'

export type FileRow = { readonly row: number; readonly cells: Readonly<Record<ColumnKey, string>> }
export type Village = { readonly areaId: AreaId; readonly name: string }
export type ReadMember = {
  readonly row: number
  readonly villageId: AreaId
  readonly number: string
  readonly address: string
  readonly relation: Relation
  readonly person: Person
}

/** Villages by their name; a name without tone marks finds one only where it can mean no other. */
export function villageFinder(villages: readonly Village[]): (name: string) => AreaId | null {
  const exact = new Map(villages.map((village) => [tidy(village.name).toLowerCase(), village.areaId]))
  const folded = new Map<string, AreaId | null>()
  for (const { name, areaId } of villages) folded.set(fold(name), folded.has(fold(name)) ? null : areaId)
  return (name) => exact.get(tidy(name).toLowerCase()) ?? folded.get(fold(name)) ?? null
}

const unknownWord = (key: ColumnKey, cell: string): Said => ({
  vi: `"${cell}" không phải giá trị của cột này. Cách ghi: ${columns[key].hint.vi}.`,
  en: `"${cell}" is no value of this column. Write: ${columns[key].hint.en}.`,
})

type Reading = { readonly findVillage: (name: string) => AreaId | null; readonly listedOn: PlainDate }

/** Reads a row; `faults` takes what is wrong, and then the answer is null. */
export function readRow({ row, cells }: FileRow, reading: Reading, faults: RowFaultShown[]): ReadMember | null {
  const before = faults.length
  const fault = (key: ColumnKey, { vi, en }: Said) => faults.push({ row, column: columns[key].title.vi, vi, en })
  for (const key of columnKeys) {
    if (columns[key].required && cells[key] === '')
      fault(key, { vi: 'Ô này không được để trống.', en: 'Must be filled.' })
    else if (looksLikeFormula(cells[key]))
      fault(key, {
        vi: 'Ô bắt đầu bằng ký tự của công thức (= + - @); hãy ghi thành chữ thường.',
        en: 'The cell begins like a formula (= + - @); write plain text.',
      })
  }
  if (faults.length > before) return null
  const as = <V>(key: ColumnKey, find: (cell: string) => V | null): V | undefined => {
    if (cells[key] === '') return undefined
    const value = find(cells[key])
    if (value === null) fault(key, unknownWord(key, cells[key]))
    return value ?? undefined
  }
  const villageId = as('village', reading.findVillage)
  const relation = as('relation', values.findRelation)
  const name = as('name', (cell) => (isName(tidy(cell)) && cell.length <= 120 ? tidy(cell) : null))
  const sex = as('sex', values.findSex)
  const birth = as('birth', values.findBirth)
  const ethnicity = as('ethnicity', findEthnicity)
  const facts = readFacts(as)
  if (birth) birthFault(birth, reading.listedOn, (said) => fault('birth', said))
  const numbers = readNumbers({ cells, sex, birthYear: birth?.year }, fault)
  if (faults.length > before || !villageId || !relation || !name || !sex || !birth || !ethnicity) return null
  const person = { name, sex, birth, ethnicity, ...numbers, facts }
  return {
    row,
    villageId,
    number: tidy(cells.number).slice(0, 40),
    address: tidy(cells.address).slice(0, 300),
    relation,
    person,
  }
}

function readFacts(as: <V>(key: ColumnKey, find: (cell: string) => V | null) => V | undefined): MemberFacts {
  const all = {
    disability: as('disability', values.findDisability),
    studying: as('studying', values.findSchool),
    finished: as('finished', values.findSchool),
    job: as('job', values.findJob),
    ...Object.fromEntries(yesNoFacts.map((key) => [key, as(key, values.findYesNo)])),
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as MemberFacts
}

function birthFault(birth: Person['birth'], listedOn: PlainDate, fault: (said: Said) => void): void {
  try {
    mustBeBornBy(birth, listedOn)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    fault({
      vi: error.said.vi.replace(' Chưa có gì được ghi.', ''),
      en: error.said.en.replace(' Nothing was written.', ''),
    })
  }
}

type NumberCells = {
  readonly cells: FileRow['cells']
  readonly sex: Person['sex'] | undefined
  readonly birthYear: number | undefined
}

function readNumbers({ cells, sex, birthYear }: NumberCells, fault: (key: ColumnKey, said: Said) => void) {
  const citizenId = tidyCitizenId(cells.citizenId)
  const insuranceNo = tidyInsuranceNo(cells.insuranceNo)
  const wrong = citizenId && sex && birthYear ? faultOfCitizenId(citizenId, { sex, birthYear }) : null
  if (wrong) fault('citizenId', citizenIdFaults[wrong])
  if (insuranceNo && !isInsuranceNo(insuranceNo)) fault('insuranceNo', insuranceFault)
  return { ...(citizenId && { citizenId }), ...(insuranceNo && { insuranceNo }) }
}
