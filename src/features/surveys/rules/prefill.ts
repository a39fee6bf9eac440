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

/** Asked anew each time: it speaks of these 12 months, of this day, of this form. The number to call is the register's. */
const askedAnew = ['income', 'memberCount', 'declared', 'note', 'phone'] as const

/** Whether the form fills in an answer from the survey of an earlier round. Who a person is comes from the register. */
export const isPrefilled = (path: string): boolean =>
  !askedAnew.some((key) => path === key || path.startsWith(`${key}.`)) &&
  !identity.some((key) => path === `members[].${key}`)

type Key = (typeof identity)[number]
type Birth = NonNullable<Member['birth']>

const clash = (a: number | undefined, b: number | undefined): boolean => a !== undefined && b !== undefined && a !== b

/** A year alone and the same year in full agree; so does nothing at all with anything. */
const birthsDiffer = (a: Birth, b: Birth): boolean =>
  a.year !== b.year || clash(a.month, b.month) || clash(a.day, b.day)

function differs(key: Key, a: Member, b: Member): boolean {
  if (key !== 'birth') return a[key] !== b[key]
  return a.birth && b.birth ? birthsDiffer(a.birth, b.birth) : a.birth !== b.birth
}

/** Name, sex, birth and ethnic group of a person whom a survey has otherwise than the register; who heads is asked for itself. */
export const registeredOtherwise = (registered: Member, asked: Member): string[] =>
  (['name', 'sex', 'birth', 'ethnicity'] as const)
    .filter((key) => registered[key] !== undefined && asked[key] !== undefined && differs(key, registered, asked))
    .map((key) => `members[].${key}`)

const fuller = (a: Birth | undefined, b: Birth | undefined): Birth | undefined =>
  Object.keys(a ?? {}).length > Object.keys(b ?? {}).length ? a : b

function merged(registered: Member, asked: Member | undefined): { member: Member; paths: string[] } {
  if (asked === undefined) return { member: registered, paths: [] }
  const member = { ...registered, ...asked }
  const paths: string[] = []
  for (const key of identity) {
    if (registered[key] === undefined) continue
    const said = asked[key] !== undefined && differs(key, registered, asked)
    if (said) paths.push(`members[].${key}`)
    Object.assign(member, { [key]: key === 'birth' && !said ? fuller(asked.birth, registered.birth) : registered[key] })
  }
  return { member, paths }
}

/**
 * The answers to begin with: those of the last survey, for the members present now. The register gives who they are and
 * fills what was never answered; what it says differently is listed. Income is asked anew: it speaks of these 12 months.
 */
export function prefilled(of: {
  last: Facts | null
  present: readonly Member[]
  place: Pick<Facts, 'settlement' | 'region'>
}): {
  facts: Facts
  changed: Changed[]
} {
  const { last, present, place } = of
  const kept = Object.fromEntries(Object.entries(last ?? {}).filter(([key]) => !askedAnew.includes(key as 'note')))
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

type Returned = {
  own: Facts
  sent: readonly Member[]
  now: readonly Member[]
  place: Pick<Facts, 'settlement' | 'region'>
}

/**
 * The answers that came back, with only what the register changed between the day they were sent and now: whom the
 * enumerator added, left out or spelled otherwise stays as it was answered.
 */
export function returnedAnswers({ own, sent, now, place }: Returned): { facts: Facts; changed: Changed[] } {
  const before = new Map(sent.map((m) => [m.id, m]))
  const present = new Map(now.map((m) => [m.id, m]))
  const answered = own.members ?? []
  const rows = answered.map((asked) => {
    const [was, is] = [before.get(asked.id), present.get(asked.id)]
    const keys = was && is ? identity.filter((key) => differs(key, was, is) && differs(key, asked, is)) : []
    const member = { ...asked, ...Object.fromEntries(keys.map((key) => [key, is?.[key]])) }
    return { member, left: was !== undefined && is === undefined, paths: keys.map((key) => `members[].${key}`) }
  })
  const stay = rows.filter((r) => !r.left)
  const joined = now.filter((m) => !before.has(m.id) && !answered.some((a) => a.id === m.id))
  const said = (what: Changed['what'], m: Member, paths: string[] = []): Changed => ({
    what,
    person: m.id,
    name: m.name ?? '',
    paths,
  })
  return {
    facts: { ...own, ...place, ...(own.members && { members: [...stay.map((r) => r.member), ...joined] }) },
    changed: [
      ...joined.map((m) => said('joined', m)),
      ...rows.filter((r) => r.left).map((r) => said('left', r.member)),
      ...stay.filter((r) => r.paths.length > 0).map((r) => said('corrected', r.member, r.paths)),
    ],
  }
}
