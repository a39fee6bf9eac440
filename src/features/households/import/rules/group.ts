/** Members into households: one head each, one address, no citizen id twice. Pure. */
import type { AreaId } from '#kernel/ids.ts'
import { type Fault, faultAt, rowsSaid } from '#kernel/imports.ts'
import { fold, type Said } from '#kernel/text.ts'
import { mostMembers } from '../../model.ts'
import { alike } from '../../rules/doubles.ts'
import type { ColumnKey } from './columns.ts'
import type { ReadMember } from './rows.ts'

export type ReadHousehold = {
  readonly villageId: AreaId
  readonly number: string
  readonly address: string
  readonly head: ReadMember
  readonly members: readonly ReadMember[]
}

type Faults = Fault<ColumnKey>[]

/** The households of the rows that could be read; `faults` takes what is wrong between rows. */
export function groupRows(members: readonly ReadMember[], faults: Faults): ReadHousehold[] {
  const groups = new Map<string, ReadMember[]>()
  for (const member of members) {
    const key = `${member.villageId} ${member.number.toLowerCase()}`
    const group = groups.get(key)
    if (group) group.push(member)
    else groups.set(key, [member])
  }
  repeatedIds(members, faults)
  return [...groups.values()].flatMap((group) => householdOf(group, faults) ?? [])
}

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
  const addresses = group.filter((member) => member.address !== '')
  const other = addresses.find((member) => member.address !== addresses[0]?.address)
  if (other) {
    const eachOnce = addresses.filter(({ address }, at) => addresses.findIndex((one) => one.address === address) === at)
    faults.push(faultAt(other, 'address', manyAddresses(first.number, rowsOf(eachOnce))))
  }
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
    address: addresses[0]?.address ?? '',
    head,
    members: group,
  }
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

/** As many of one name, sex and year are looked back on; a file made to have more is not gone through for each of its rows. */
const remembered = 50

/** Who may stand twice in the file, however far apart: told at the later row, the first first. */
export function* repeatedPeople(members: readonly ReadMember[]): Generator<Fault<ColumnKey>> {
  const seen = new Map<string, ReadMember[]>()
  for (const member of members) {
    const { name, sex, birth } = member.person
    const key = `${fold(name)} ${sex} ${birth.year}`
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
