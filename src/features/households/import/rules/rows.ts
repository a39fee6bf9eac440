/** One row of the file into one member, or everything that is wrong with it, in words. Pure. */

import { saidAlone } from '#kernel/alone.ts'
import { findBirth, findSex, findYesNo } from '#kernel/cells.ts'
import { citizenIdFaults, faultOfCitizenId, tidyCitizenId } from '#kernel/citizenId.ts'
import type { PlainDate } from '#kernel/dates.ts'
import { findEthnicity, likeEthnicity } from '#kernel/ethnicity.ts'
import type { AreaId } from '#kernel/ids.ts'
import { type Fault, type FileRow, faultAt, unknownWord } from '#kernel/imports.ts'
import { isName, sayUnfit } from '#kernel/names.ts'
import { firstYear } from '#kernel/persons.ts'
import { mayBePhone, tidyPhone, zeroLost } from '#kernel/phones.ts'
import { Problem } from '#kernel/problem.ts'
import { fold, type Said, tidy } from '#kernel/text.ts'
import { yesNoFacts } from '../../model/words.ts'
import type { MemberFacts, Person, Relation } from '../../model.ts'
import { householdProblem } from '../../problems.ts'
import { mustBeBornBy } from '../../rules/membership.ts'
import { mayBeNumber } from '../../rules/number.ts'
import { insuranceFault, isInsuranceNo, tidyInsuranceNo, tidyNumber } from '../../rules/numbers.ts'
import { type ColumnKey, columns } from './columns.ts'
import * as values from './values.ts'

export type Village = { readonly areaId: AreaId; readonly name: string }
/** `formerly`: communes that it was in before; a list says which of two villages of one name it means. */
export type VillageAt = Village & { readonly formerly?: readonly string[] }
export type ReadMember = {
  readonly row: number
  readonly villageId: AreaId
  readonly number: string
  readonly address: string
  readonly phone: string
  readonly relation: Relation
  readonly person: Person
}

const spelled = (name: string): string => tidy(name).toLowerCase()
/** `Thôn 1, Xã Lập Thạch` and `Thôn 1 (Xã Lập Thạch)`, as a list calls one of two villages of one name. */
const namesOf = ({ name, formerly = [] }: VillageAt): string[] => [
  name,
  ...formerly.flatMap((former) => [`${name}, ${former}`, `${name} (${former})`]),
]
/** By a text; null of what means several. */
function byText(villages: readonly VillageAt[], text: (name: string) => string) {
  const found = new Map<string, AreaId | null>()
  for (const village of villages)
    for (const name of new Set(namesOf(village).map(text))) found.set(name, found.has(name) ? null : village.areaId)
  return found
}

/** Villages by their name, with the former commune where two bear it; a name without tone marks finds one only where it can mean no other. */
export function villageFinder(villages: readonly VillageAt[]): (name: string) => AreaId | null {
  const [exact, folded] = [byText(villages, spelled), byText(villages, fold)]
  return (name) => exact.get(spelled(name)) ?? folded.get(fold(name)) ?? null
}

/** Why a name means several villages, and how to write the one that is meant; null where it does not. */
export function severalVillages(villages: readonly VillageAt[], name: string): Said | null {
  const named = villages.filter((village) => fold(village.name) === fold(name))
  const [first] = named
  if (!first || named.length < 2) return null
  const how = named.map((village) => `“${namesOf(village)[1] ?? village.name}”`).join(', ')
  return {
    vi: `Xã có ${named.length} thôn tên “${tidy(name)}”. Hãy ghi kèm xã trước đây hoặc đúng dấu: ${how}.`,
    en: `The commune has ${named.length} villages “${tidy(name)}”. Add the former commune, or write its marks: ${how}.`,
  }
}

/** What a list is read against: the villages of its commune, and the day it speaks of. */
export type Against = { readonly villages: readonly VillageAt[]; readonly listedOn: PlainDate }
type Row = FileRow<ColumnKey>
/** What a cell nearly says. */
type Like = (cell: string) => string | null

/** Reads rows; `faults` takes what is wrong, and then the answer is null. */
export function rowReader({ villages, listedOn }: Against) {
  const findVillage = villageFinder(villages)
  return ({ row, cells }: Row, faults: Fault<ColumnKey>[]): ReadMember | null => {
    const before = faults.length
    const fault = (key: ColumnKey, said: Said) => faults.push(faultAt({ row }, key, said))
    const as = <V>(key: ColumnKey, find: (cell: string) => V | null, like?: Like): V | undefined => {
      if (cells[key] === '') return undefined
      const value = find(cells[key])
      if (value === null) fault(key, unknownWord(columns[key], cells[key], like?.(cells[key])))
      return value ?? undefined
    }
    const several = findVillage(cells.village) ? null : severalVillages(villages, cells.village)
    if (several) fault('village', several)
    const villageId = several ? undefined : as('village', findVillage)
    const relation = as('relation', values.findRelation)
    const name = tidy(cells.name)
    if (name !== '' && !isName(name)) fault('name', nameFault(name))
    const sex = as('sex', findSex)
    const birth = as('birth', findBirth)
    const ethnicity = as('ethnicity', findEthnicity, likeEthnicity)
    const phone = readPhone(cells.phone, (said) => fault('phone', said))
    const facts = readFacts(as)
    const number = tidyNumber(cells.number)
    if (!mayBeNumber(number)) fault('number', numberFault(number))
    if (birth) birthFault(birth, listedOn, (said) => fault('birth', said))
    const numbers = readNumbers({ cells, sex, birthYear: birth?.year }, fault)
    if (faults.length > before || !villageId || !relation || !name || !sex || !birth || !ethnicity) return null
    const person = { name, sex, birth, ethnicity, ...numbers, facts }
    return { row, villageId, number, address: tidy(cells.address), phone, relation, person }
  }
}

function readFacts(as: <V>(key: ColumnKey, find: (cell: string) => V | null) => V | undefined): MemberFacts {
  const all = {
    disability: as('disability', values.findDisability),
    studying: as('studying', values.findSchool),
    finished: as('finished', values.findSchool),
    job: as('job', values.findJob),
    ...Object.fromEntries(yesNoFacts.map((key) => [key, as(key, findYesNo)])),
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as MemberFacts
}

function readPhone(cell: string, fault: (said: Said) => void): string {
  const phone = tidyPhone(cell)
  const wrong =
    zeroLost(phone) ?? (mayBePhone(phone) ? null : saidAlone(householdProblem('household.phone_unfit').said))
  if (wrong) fault(wrong)
  return phone
}

const tooEarly = (year: number): Said => ({
  vi: `Ngày sinh quá sớm: năm ${year}, mà sổ hộ nhận năm sinh từ ${firstYear}. Hãy xem lại năm sinh.`,
  en: `Born too early: ${year}, and the register takes years of birth from ${firstYear}. Look at the year again.`,
})

function birthFault(birth: Person['birth'], listedOn: PlainDate, fault: (said: Said) => void): void {
  if (birth.year < firstYear) {
    fault(tooEarly(birth.year))
    return
  }
  try {
    mustBeBornBy(birth, listedOn)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    fault(saidAlone(error.said))
  }
}

/** As the forms of the office say it. */
const nameFault = (name: string): Said =>
  saidAlone(householdProblem('household.name_unfit', { name, what: sayUnfit(name) }).said)
const numberFault = (number: string): Said => saidAlone(householdProblem('household.number_unfit', { number }).said)

type NumberCells = {
  readonly cells: Row['cells']
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
