/** A form filled in from last time, with who belongs to the household now as its register says. */
import type { Facts, Member } from '#features/standards/model/facts.ts'

export type Changed = {
  readonly what: 'joined' | 'left' | 'corrected'
  readonly person: string
  readonly name: string
  readonly paths: string[]
}

/** Who a person is comes from the register, whatever was answered last time. */
const identity = ['name', 'sex', 'birth', 'relation', 'ethnicity'] as const

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b)

function merged(registered: Member, asked: Member | undefined): { member: Member; paths: string[] } {
  if (asked === undefined) return { member: registered, paths: [] }
  const member = { ...registered, ...asked }
  const paths: string[] = []
  for (const key of identity) {
    if (registered[key] === undefined) continue
    if (differs(registered[key], asked[key])) paths.push(`members[].${key}`)
    Object.assign(member, { [key]: registered[key] })
  }
  return { member, paths }
}

/**
 * The answers to begin with: those of the last survey, for the members present now. The register gives who they are and
 * fills what was never answered; what it says differently is listed. Income is asked anew: it speaks of these 12 months.
 */
export function prefilled(of: { last: Facts | null; present: readonly Member[]; place: Pick<Facts, 'settlement'> }): {
  facts: Facts
  changed: Changed[]
} {
  const { last, present, place } = of
  const { income: _lastYears, memberCount: _count, declared: _ticks, note: _note, ...kept } = last ?? {}
  const asked = new Map((last?.members ?? []).map((m) => [m.id, m]))
  const rows = present.map((registered) => ({ registered, ...merged(registered, asked.get(registered.id)) }))
  const here = new Set(present.map((m) => m.id))
  const left = (last?.members ?? []).filter((m) => present.length > 0 && !here.has(m.id))
  const members = present.length > 0 ? rows.map((r) => r.member) : last?.members
  const changed: Changed[] = [
    ...rows
      .filter((r) => last?.members !== undefined && !asked.has(r.registered.id))
      .map((r) => ({ what: 'joined' as const, person: r.registered.id, name: r.registered.name ?? '', paths: [] })),
    ...left.map((m) => ({ what: 'left' as const, person: m.id, name: m.name ?? '', paths: [] })),
    ...rows
      .filter((r) => r.paths.length > 0)
      .map((r) => ({ what: 'corrected' as const, person: r.member.id, name: r.member.name ?? '', paths: r.paths })),
  ]
  return { facts: { ...kept, ...place, ...(members ? { members } : {}) }, changed }
}
