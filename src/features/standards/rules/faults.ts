/** What a schema cannot see in the answers of a household: contradictions, impossible days. Pure; used by every edge. */
import { findPlainDate, type PlainDate } from '#kernel/dates.ts'
import { unprintableLetters } from '#kernel/letters.ts'
import { isName } from '#kernel/names.ts'
import { oldFontOf } from '#kernel/oldFonts.ts'
import { tidy } from '#kernel/text.ts'
import type { Facts, Member } from '../model/facts.ts'

export type FactFault = {
  path: string
  code:
    | 'born_after'
    | 'no_such_day'
    | 'same_person'
    | 'nobody'
    | 'heads'
    | 'no_head'
    | 'count_differs'
    | 'region'
    | 'unprintable'
    | 'old_font'
    | 'name_unfit'
    | 'name_blank'
    | 'too_much'
}

function birthFault(member: Member, day: PlainDate): FactFault[] {
  const { birth, id } = member
  if (birth === undefined) return []
  const path = `members[${id}].birth`
  if (birth.day !== undefined && birth.month === undefined) return [{ path, code: 'no_such_day' }]
  const pad = (n: number) => String(n).padStart(2, '0')
  const earliest = findPlainDate(`${birth.year}-${pad(birth.month ?? 1)}-${pad(birth.day ?? 1)}`)
  if (earliest === null) return [{ path, code: 'no_such_day' }]
  return earliest > day ? [{ path, code: 'born_after' }] : []
}

/** Faults of valid answers on the day they speak of; empty where there is none. */
export function factFaults(facts: Facts, day: PlainDate): FactFault[] {
  const members = facts.members ?? []
  const faults = members.flatMap((m) => birthFault(m, day))
  const ids = new Set<string>()
  for (const { id } of members) {
    if (ids.has(id)) faults.push({ path: `members[${id}]`, code: 'same_person' })
    ids.add(id)
  }
  if (facts.members?.length === 0) faults.push({ path: 'members', code: 'nobody' })
  if (members.filter((m) => m.relation === 'head').length > 1) faults.push({ path: 'members', code: 'heads' })
  if (members.length > 0 && facts.memberCount !== undefined && facts.memberCount !== members.length)
    faults.push({ path: 'memberCount', code: 'count_differs' })
  if (facts.region !== undefined && facts.settlement !== undefined)
    if ((facts.region === 'THANH_THI') !== (facts.settlement === 'urban'))
      faults.push({ path: 'region', code: 'region' })
  return [...faults, ...incomeFaults(facts)]
}

/** Nobody heads the household. Of a survey: what is only scored may leave it open. */
export const headFaults = ({ members = [] }: Facts): FactFault[] =>
  members.length > 0 && !members.some(({ relation }) => relation === 'head')
    ? [{ path: 'members', code: 'no_head' }]
    : []

function nameFault(name: string): FactFault['code'] | null {
  if (name === '') return 'name_blank'
  if (unprintableLetters(name).length > 0) return 'unprintable'
  if (oldFontOf(name)) return 'old_font'
  return isName(name) ? null : 'name_unfit'
}

/** Names that the register would refuse. Of a survey: what is only scored goes into no register. */
export const nameFaults = ({ members = [] }: Facts): FactFault[] =>
  members.flatMap(({ id, name = '' }) => {
    // None is an answer that is still open; one of blanks alone is none that could be read.
    const code = name === '' ? null : nameFault(tidy(name))
    return code ? [{ path: `members[${id}].name`, code }] : []
  })

/** Đồng, ours: above it there is no income, only a slip of the finger. What is less and still seldom is asked about. */
export const mostIncome = { perPersonMonth: 1_000_000_000, total12Months: 100_000_000_000 } as const

const incomeFaults = ({ income }: Facts): FactFault[] =>
  (['perPersonMonth', 'total12Months'] as const)
    .filter((key) => (income?.[key] ?? 0) > mostIncome[key])
    .map((key) => ({ path: `income.${key}`, code: 'too_much' }))

/** Why a verdict may not stand in a decision; null where it may. */
export function whyNotDecidable(verdict: {
  class: string | null
  whatIf: boolean
  illustrativeTable: boolean
  pointsTable: { decidable: boolean } | null
}): 'what_if' | 'illustrative_table' | 'table_not_confirmed' | 'class_open' | null {
  if (verdict.whatIf) return 'what_if'
  if (verdict.illustrativeTable) return 'illustrative_table'
  if (verdict.pointsTable !== null && !verdict.pointsTable.decidable) return 'table_not_confirmed'
  return verdict.class === null ? 'class_open' : null
}
