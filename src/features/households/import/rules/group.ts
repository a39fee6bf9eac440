/** Members into households: one head each, one address, one telephone number, no citizen id twice. Pure. */
import type { AreaId } from '#kernel/ids.ts'
import { type Fault, faultAt, rowsSaid } from '#kernel/imports.ts'
import type { Said } from '#kernel/text.ts'
import { mostMembers } from '../../model.ts'
import { alike, heardAs } from '../../rules/doubles.ts'
import { bareNumber } from '../../rules/number.ts'
import { bareInsuranceNo } from '../../rules/numbers.ts'
import type { ColumnKey } from './columns.ts'
import type { ReadMember } from './rows.ts'

export type ReadHousehold = {
  readonly villageId: AreaId
  readonly number: string
  readonly address: string
  readonly phone: string
  readonly head: ReadMember
  readonly members: readonly ReadMember[]
}

type Faults = Fault<ColumnKey>[]

/** The households of the rows that could be read; `faults` takes what is wrong between rows. */
export function groupRows(members: readonly ReadMember[], faults: Faults): ReadHousehold[] {
  const groups = new Map<string, ReadMember[]>()
  for (const member of members) {
    const key = keyOf(member)
    const group = groups.get(key)
    if (group) group.push(member)
    else groups.set(key, [member])
  }
  repeatedIds(members, faults)
  return [...groups.values()].flatMap((group) => householdOf(group, faults) ?? [])
}

const keyOf = ({ villageId, number }: ReadMember): string => `${villageId} ${number.toLowerCase()}`

function householdOf(group: readonly ReadMember[], faults: Faults): ReadHousehold | null {
  const [first] = group
  const heads = group.filter((member) => member.relation === 'head')
  const [head, second] = heads
  if (!first) return null
  if (!head) {
    const said = { vi: `Hộ số ${first.number} chưa có chủ hộ.`, en: `Household ${first.number} has no head.` }
    faults.push(faultAt(first, 'relation', said))
  }
  if (head && second) faults.push(faultAt(second, 'relation', manyHeads(first.number, rowsOf(heads))))
  for (const key of ['address', 'phone'] as const) severalOf(key, group, faults)
  const tooMany = group[mostMembers]
  if (tooMany) {
    const said = {
      vi: `Hộ số ${first.number} có ${group.length} người, nhiều hơn ${mostMembers}. Hãy kiểm tra lại số hộ.`,
      en: `Household ${first.number} has ${group.length} people, more than ${mostMembers}. Check its number.`,
    }
    faults.push(faultAt(tooMany, 'number', said))
  }
  if (!head || tooMany) return null
  return {
    villageId: first.villageId,
    number: first.number,
    address: saidIn('address', group),
    phone: saidIn('phone', group),
    head,
    members: group,
  }
}

type Once = 'address' | 'phone'
/** What one row of the household says for all of it. */
const saidIn = (key: Once, group: readonly ReadMember[]): string =>
  group.find((member) => member[key] !== '')?.[key] ?? ''

/** Told where two rows of a household say it differently. */
function severalOf(key: Once, group: readonly ReadMember[], faults: Faults): void {
  const said = group.filter((member) => member[key] !== '')
  const other = said.find((member) => member[key] !== said[0]?.[key])
  if (!other) return
  const eachOnce = said.filter((member, at) => said.findIndex((one) => one[key] === member[key]) === at)
  faults.push(faultAt(other, key, many[key](other.number, rowsOf(eachOnce))))
}

const rowsOf = (members: readonly ReadMember[]): number[] => members.map(({ row }) => row)

const manyHeads = (number: string, rows: readonly number[]): Said => ({
  vi: `Hộ số ${number} có ${rows.length} chủ hộ (${rowsSaid(rows).vi}).`,
  en: `Household ${number} has ${rows.length} heads (${rowsSaid(rows).en}).`,
})
const manyAddresses = (number: string, rows: readonly number[]): Said => ({
  vi: `Hộ số ${number} có ${rows.length} địa chỉ khác nhau (${rowsSaid(rows).vi}).`,
  en: `Household ${number} has ${rows.length} addresses (${rowsSaid(rows).en}).`,
})

const manyPhones = (number: string, rows: readonly number[]): Said => ({
  vi: `Hộ số ${number} có ${rows.length} số điện thoại khác nhau (${rowsSaid(rows).vi}); sổ ghi mỗi hộ một số.`,
  en: `Household ${number} has ${rows.length} telephone numbers (${rowsSaid(rows).en}); the register keeps one.`,
})
const many = { address: manyAddresses, phone: manyPhones } as const

/** As many of one name, sex and year are looked back on; a file made to have more is not gone through for each of its rows. */
const remembered = 50

/** Who may stand twice in the file, however far apart: told at the later row, the first first. */
export function* repeatedPeople(members: readonly ReadMember[]): Generator<Fault<ColumnKey>> {
  const seen = new Map<string, ReadMember[]>()
  for (const member of members) {
    const { name, sex, birth } = member.person
    const key = `${heardAs(name)} ${sex} ${birth.year}`
    const before = seen.get(key) ?? []
    const same = before.filter(({ person }) => alike(member.person, { ...person, citizenIdEnd: endOf(person) }))
    if (same.length > 0) yield faultAt(member, 'name', twice(rowsOf(same)))
    if (before.length === 0) seen.set(key, [member])
    else if (before.length < remembered) before.push(member)
  }
}

const endOf = ({ citizenId }: ReadMember['person']): string | null => citizenId?.slice(-3) ?? null
const twice = (rows: readonly number[]): Said => ({
  vi: `Có thể trùng người với ${rowsSaid(rows).vi}: cùng họ tên, giới tính, năm sinh.`,
  en: `Perhaps the same person as ${rowsSaid(rows).en}: name, sex and year of birth are the same.`,
})

/** Households of one village whose numbers are read alike though they are written apart: told at the first row of each later one. */
export function* repeatedNumbers(members: readonly ReadMember[]): Generator<Fault<ColumnKey>> {
  const seen = new Map<string, ReadMember[]>()
  for (const member of members) {
    const key = `${member.villageId} ${bareNumber(member.number)}`
    const before = seen.get(key) ?? []
    if (before.some((other) => keyOf(other) === keyOf(member)) || before.length >= remembered) continue
    if (before.length > 0) yield faultAt(member, 'number', written(before))
    seen.set(key, [...before, member])
  }
}

const written = (others: readonly ReadMember[]): Said => {
  const numbers = others.map(({ number }) => number).join(', ')
  const { vi, en } = rowsSaid(rowsOf(others))
  return {
    vi: `Có thể trùng số hộ ${numbers} cùng thôn (${vi}). Nếu là một hộ, hãy ghi cùng một số.`,
    en: `Perhaps the household number ${numbers} of the same village (${en}). Write one number if it is one household.`,
  }
}

/** Persons under one insurance number, told at each later row. */
export function* repeatedInsurance(members: readonly ReadMember[]): Generator<Fault<ColumnKey>> {
  const rows = new Map<string, number[]>()
  for (const member of members) {
    const { insuranceNo } = member.person
    if (!insuranceNo) continue
    const before = rows.get(bareInsuranceNo(insuranceNo)) ?? []
    if (before.length > 0) yield faultAt(member, 'insuranceNo', insuredTwice(before))
    else rows.set(bareInsuranceNo(insuranceNo), before)
    if (before.length < remembered) before.push(member.row)
  }
}
const insuredTwice = (rows: readonly number[]): Said => ({
  vi: `Số BHXH/BHYT trùng với ${rowsSaid(rows).vi}.`,
  en: `The insurance number repeats ${rowsSaid(rows).en}.`,
})

/** What a person should look at between the rows. */
export function* doubtsBetween(members: readonly ReadMember[]): Generator<Fault<ColumnKey>> {
  yield* repeatedNumbers(members)
  yield* repeatedPeople(members)
  yield* repeatedInsurance(members)
}

function repeatedIds(members: readonly ReadMember[], faults: Faults): void {
  const rows = new Map<string, number[]>()
  for (const member of members) {
    const { citizenId } = member.person
    if (!citizenId) continue
    const before = rows.get(citizenId) ?? []
    if (before.length === 0) rows.set(citizenId, before)
    else {
      const said = {
        vi: `Số CCCD trùng với ${rowsSaid(before).vi}.`,
        en: `The citizen id repeats ${rowsSaid(before).en}.`,
      }
      faults.push(faultAt(member, 'citizenId', said))
    }
    if (before.length < remembered) before.push(member.row)
  }
}
