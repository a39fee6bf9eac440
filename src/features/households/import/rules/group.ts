/** Members into households: one head each, one address, no citizen id twice. Pure. */
import type { AreaId } from '#kernel/ids.ts'
import { type Fault, faultAt } from '#kernel/imports.ts'
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
  if (head && second) {
    const said = {
      vi: `Hộ số ${first.number} có hai chủ hộ (dòng ${head.row} và dòng ${second.row}).`,
      en: `Household ${first.number} has two heads (rows ${head.row} and ${second.row}).`,
    }
    faults.push(faultAt(second, 'relation', said))
  }
  const addresses = group.filter((member) => member.address !== '')
  const other = addresses.find((member) => member.address !== addresses[0]?.address)
  if (other) {
    const said = {
      vi: `Hộ số ${first.number} có hai địa chỉ khác nhau (dòng ${addresses[0]?.row} và dòng ${other.row}).`,
      en: `Household ${first.number} has two addresses (rows ${addresses[0]?.row} and ${other.row}).`,
    }
    faults.push(faultAt(other, 'address', said))
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

/** As many of one name, sex and year are looked back on; a file made to have more is not gone through for each of its rows. */
const remembered = 50

/** Who may stand twice in the file, however far apart: told at the later row, the first first. */
export function* repeatedPeople(members: readonly ReadMember[]): Generator<Fault<ColumnKey>> {
  const seen = new Map<string, ReadMember[]>()
  for (const member of members) {
    const { name, sex, birth } = member.person
    const key = `${fold(name)} ${sex} ${birth.year}`
    const before = seen.get(key)
    const same = before?.find(({ person }) => alike(member.person, { ...person, citizenIdEnd: endOf(person) }))
    if (same) yield faultAt(member, 'name', twice(same))
    else if (!before) seen.set(key, [member])
    else if (before.length < remembered) before.push(member)
  }
}

const endOf = ({ citizenId }: ReadMember['person']): string | null => citizenId?.slice(-3) ?? null
const twice = ({ row }: ReadMember): Said => ({
  vi: `Có thể trùng người với dòng ${row}: cùng họ tên, giới tính, năm sinh.`,
  en: `Perhaps the same person as row ${row}: name, sex and year of birth are the same.`,
})

function repeatedIds(members: readonly ReadMember[], faults: Faults): void {
  const rows = new Map<string, number>()
  for (const member of members) {
    const { citizenId } = member.person
    if (!citizenId) continue
    const before = rows.get(citizenId)
    if (before === undefined) rows.set(citizenId, member.row)
    else {
      const said = { vi: `Số CCCD trùng với dòng ${before}.`, en: `The citizen id repeats row ${before}.` }
      faults.push(faultAt(member, 'citizenId', said))
    }
  }
}
