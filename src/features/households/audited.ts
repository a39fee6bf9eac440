/** Lines of the audit about households: whom each speaks of, by the head of that time, and what was before and after. */

import { sql } from 'kysely'
import { ethnicName } from '#kernel/ethnicity.ts'
import type { HouseholdId, Id } from '#kernel/ids.ts'
import { birthText, sexWords } from '#kernel/persons.ts'
import type { Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type AuditedLine, type OfLine, plainly } from '#platform/server/subjects.ts'
import { fieldWords, relationWords } from './model/words.ts'

type LineId = Id<'audit_line'>
type Facts = Readonly<Record<string, unknown>>

type Row = {
  readonly id: LineId
  readonly householdId: HouseholdId
  readonly head: string
  readonly number: string
  readonly member: string | null
  /** What the timeline keeps of the same act. */
  readonly events: readonly { readonly kind: string; readonly facts: Facts }[]
}

export type Spoken = {
  readonly line: LineId
  /** When the line was written. */
  readonly at: string
  readonly household: string
  readonly member: string | null
}

const memberNamed = sql`(select m.full_name from member m where m.household_id = h.household_id and m.id = a.member)`

/**
 * Of lines about households: who was the head when the line was written, as changes of head and their undoing tell it, and
 * the member whom the line names. A household that the actor does not see is left out.
 */
export const spokenOf = async (db: Db, of: readonly Spoken[]): Promise<Row[]> =>
  of.length === 0
    ? []
    : (
        await sql<Row>`
    select a.id, h.household_id as "householdId", coalesce(t.was, h.head_name) as head, h.number,
           ${of.some(({ member }) => member) ? memberNamed : sql`null`} as member,
           coalesce((select jsonb_agg(jsonb_build_object('kind', e.kind, 'facts', e.facts) order by e.id)
                       from household_event e where e.household_id = h.household_id and e.created_at = a.at), '[]') as events
      from unnest(${of.map(({ line }) => line)}::uuid[], ${of.map(({ at }) => at)}::timestamptz[],
                  ${of.map(({ household }) => household)}::uuid[], ${of.map(({ member }) => member)}::uuid[])
             as a (id, at, household, member)
      join household h on h.household_id = a.household
      left join lateral (
        select c.was from (
          select e.created_at as at, e.facts->>'from' as was from household_event e
           where e.household_id = h.household_id and e.kind = 'head_changed'
          union all
          select u.created_at, e.facts->>'to' from household_event e
            join household_event u on u.household_id = e.household_id and u.id = e.undone_by
           where e.household_id = h.household_id and e.kind = 'head_changed') c
         where c.at > a.at order by c.at limit 1) t on true`.execute(db)
      ).rows

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

function value(field: string, of: unknown): string {
  if (field === 'birth') return birthText(of as { year: number })
  if (field === 'ethnicity') return ethnicName(text(of))
  const words = field === 'sex' ? sexWords : field === 'relation' ? relationWords : {}
  return (words as Readonly<Record<string, Said>>)[text(of)]?.vi ?? text(of)
}

/** A sealed number is named and never shown. */
function changed({ changed: fields, numbers }: Facts): Said | null {
  const values = Object.entries((fields ?? {}) as Record<string, { from: unknown; to: unknown }>)
  const word = (field: string): Said => (fieldWords as Readonly<Record<string, Said>>)[field] ?? plainly(field)
  const parts = [
    ...values.map(([field, { from, to }]) => ({
      of: word(field),
      more: field === 'facts' ? '' : `: ${value(field, from)} → ${value(field, to)}`,
    })),
    ...(Array.isArray(numbers) ? numbers : []).map((field) => ({ of: word(String(field)), more: '' })),
  ]
  if (parts.length === 0) return null
  const said = (language: 'vi' | 'en') => parts.map(({ of, more }) => `${of[language]}${more}`).join('; ')
  return { vi: said('vi'), en: said('en') }
}

/** Only what differs of number, address, village and telephone number. */
function moved({ from, to }: Facts): Said | null {
  const [was, is] = [(from ?? {}) as Facts, (to ?? {}) as Facts]
  const words = {
    ...{ number: ['số hộ', 'number'], address: ['địa chỉ', 'address'], village: ['thôn', 'village'] },
    phone: ['số điện thoại', 'phone'],
  } as const
  const parts = (['number', 'address', 'village', 'phone'] as const).filter((key) => text(was[key]) !== text(is[key]))
  if (parts.length === 0) return null
  const said = (at: 0 | 1) =>
    parts.map((key) => `${words[key][at]}: ${text(was[key]) || '–'} → ${text(is[key]) || '–'}`).join('; ')
  return { vi: said(0), en: said(1) }
}

const details: Readonly<Record<string, { readonly kind: string; readonly say: (facts: Facts) => Said | null }>> = {
  'household.member_changed': { kind: 'facts_changed', say: changed },
  'household.moved': { kind: 'address_changed', say: moved },
  'household.placed': { kind: 'address_changed', say: moved },
  'household.head_changed': { kind: 'head_changed', say: ({ from, to }) => plainly(`${text(from)} → ${text(to)}`) },
}

/** "hộ Đặng Xuân An (1-123)" */
const household = ({ head, number }: Pick<Row, 'head' | 'number'>): string => (number ? `${head} (${number})` : head)

export const nameOf = ({ member, ...of }: Pick<Row, 'head' | 'number' | 'member'>): Said =>
  member
    ? { vi: `${member}, hộ ${household(of)}`, en: `${member}, household of ${household(of)}` }
    : plainly(household(of))

/** Why it was done, or done all the same where the register asked. */
const whyOf = ({ events }: Row): string | null =>
  events.flatMap(({ facts: { because, sure } }) => [text(because), text(sure)]).find((reason) => reason !== '') ?? null

export async function householdLines(db: Db, lines: readonly AuditedLine[]): Promise<ReadonlyMap<LineId, OfLine>> {
  const mine = lines.flatMap(({ id, at, what, subjectId, facts }) =>
    id && at && what.startsWith('household.')
      ? [{ line: id, at, what, household: subjectId, member: text(facts.memberId) || null }]
      : [],
  )
  const whats = new Map(mine.map(({ line, what }) => [line, what]))
  return new Map(
    (await spokenOf(db, mine)).map((row) => {
      const detail = details[whats.get(row.id) ?? '']
      const kept = row.events.find(({ kind }) => kind === detail?.kind)
      return [
        row.id,
        {
          name: nameOf(row),
          opens: `/ho/${row.householdId}`,
          detail: kept && detail ? detail.say(kept.facts) : null,
          why: whyOf(row),
        },
      ] as const
    }),
  )
}
