/** What is asked of a body, a member and a meeting before they are written. */
import { namesOn } from '#features/areas/queries.ts'
import { levelAt } from '#features/areas/words.ts'
import { mustLive } from '#features/people/roster/must.ts'
import { findOfficial, keepOfficial, standingOfUnit, wentInto } from '#features/people/roster/queries.ts'
import { addDays, type PlainDate, showDate } from '#kernel/dates.ts'
import type { AreaId, BodyMemberId, OfficialId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { BodyKind, MemberRole, Origin } from './model.ts'
import { bodyProblem } from './problems.ts'
import { type Body, unitEndedBy } from './queries.ts'
import { earliest, farthest, liesWithin, type Span, spanSaid, yearsOn } from './rules.ts'
import { mostAtOnce, officeHeld, rulesOf } from './store/legal.ts'

type Place = Span & { readonly kind: BodyKind; readonly unitId: AreaId }

/** Refuses a supervision board that is not of a commune, and a term in which its unit does not stand whole. */
export async function mustStand(db: Db, { kind, unitId, from, until }: Place): Promise<void> {
  const unit = await standingOfUnit(db, unitId)
  const name = (await namesOn(db, [unitId], from)).get(unitId) ?? ''
  if (kind === 'supervision' && (!unit || levelAt(unit.level) !== 'commune'))
    throw bodyProblem('bodies.misplaced', { unit: name })
  if (!unit) throw bodyProblem('bodies.not_found')
  if (levelAt(unit.level) === 'village') throw bodyProblem('bodies.at_village', { unit: name })
  const stood: Span = { from: unit.known ? unit.from : from, until: unit.until }
  if (liesWithin({ from, until }, stood)) return
  // What was taken back as a mistake has days of its own no more.
  if (unit.until !== null && unit.until <= unit.from) throw bodyProblem('bodies.unit_never', { unit: name })
  const { vi, en } = spanSaid({ from: unit.from, until: unit.until })
  throw bodyProblem('bodies.unit_not_then', { unit: name, span: vi, spanEn: en })
}

/** Refuses who is not of the roster, and says where a record went; row security shows the officials of the actor's units, a key alone would take any. */
export async function mustBeKnown(db: Db, officialId: OfficialId): Promise<void> {
  await keepOfficial(db, officialId)
  if (await findOfficial(db, officialId)) return
  const went = await wentInto(db, officialId)
  if (!went) throw bodyProblem('bodies.nobody')
  throw bodyProblem('bodies.went', { name: went.name, day: showDate(went.on), into: went.intoId })
}

export function mustNotBeDissolved({ dissolvedBecause, until }: Body): void {
  if (dissolvedBecause !== null && until) throw bodyProblem('bodies.dissolved', { day: showDate(until) })
}

/** Refuses a day outside what can be meant, at its field: a year typed wrongly lies there for ever. */
export function mustBePlausible(
  at: string,
  day: PlainDate,
  { first = earliest, last }: { first?: PlainDate; last: PlainDate },
) {
  if (day < first || day > last)
    throw bodyProblem('bodies.day_implausible', { at, first: showDate(first), last: showDate(last) })
}

const longestTerm = 10
/** Refuses a term that begins more than a year ahead, or is longer than two of five years. */
export function mustBeTerm({ from, until }: Span, today: PlainDate): void {
  mustBePlausible('from', from, { last: yearsOn(today, 1) })
  const last = yearsOn(from, longestTerm)
  if (until !== null && until > last) throw bodyProblem('bodies.too_long', { years: longestTerm, last: showDate(last) })
}

/** Refuses a founding decision to come, or so long before the first day that a year is typed wrongly. */
export function mustBeDecided(day: PlainDate, { from, today }: { from: PlainDate; today: PlainDate }): void {
  if (day > today) throw bodyProblem('bodies.day_to_come')
  const longBefore = yearsOn(from, -longestTerm)
  mustBePlausible('decidedOn', day, { first: longBefore > earliest ? longBefore : earliest, last: today })
}

/** Refuses a day from which the unit of the body has ended. */
export async function mustHaveUnit(
  db: Db,
  { unitId }: Body,
  { at, day }: { at: string; day: PlainDate },
): Promise<void> {
  const ended = await unitEndedBy(db, unitId, day)
  if (!ended) return
  const unit = (await namesOn(db, [unitId], addDays(ended, -1))).get(unitId) ?? ''
  throw bodyProblem('bodies.unit_over', { at, unit, day: showDate(ended) })
}

type Joining = Span & {
  readonly officialId: OfficialId
  readonly role: MemberRole
  readonly comesFrom: Origin | null
  /** The place itself, where its end is corrected. */
  readonly without?: BodyMemberId
}

/** Refuses a term outside the body's, and what the law of the first day forbids where the roster can tell. */
export async function mustJoin(db: Db, body: Body, joining: Joining & { readonly today: PlainDate }): Promise<void> {
  const far = farthest(joining.today)
  if (joining.from > far || (joining.until !== null && joining.until > addDays(far, 1)))
    throw bodyProblem('bodies.day_far', { last: showDate(far) })
  if (joining.until !== null && joining.until <= joining.from) throw bodyProblem('bodies.term')
  if (!liesWithin(joining, body)) {
    const { vi, en } = spanSaid(body)
    throw bodyProblem('bodies.member_outside', { span: vi, spanEn: en })
  }
  if (!joining.without) await mustHaveUnit(db, body, { at: 'from', day: joining.from })
  if ((body.kind === 'supervision') !== (joining.comesFrom !== null)) throw bodyProblem('bodies.origin')
  await mustLive(db, [joining.officialId], joining)
  const rules = new Map((await rulesOf(db, body.kind, joining.from)).map((one) => [one.rule, one]))
  const counted = await mostAtOnce(db, body.bodyId, joining)
  const mustFit = (rule: string, count: number, code: 'bodies.too_many_residents' | 'bodies.too_many_deputies') => {
    const found = rules.get(rule)
    if (found?.value != null && count >= found.value)
      throw bodyProblem(code, { count, most: found.value, basis: found.legalBasis })
  }
  if (joining.comesFrom === 'residents') mustFit('most_residents', counted.residents, 'bodies.too_many_residents')
  if (joining.role === 'deputy' || joining.role === 'standing_deputy')
    mustFit('most_deputies', counted.deputies, 'bodies.too_many_deputies')
  const noOfficial = rules.get('no_official')
  const office = noOfficial && (await officeHeld(db, joining.officialId, joining))
  if (office)
    throw bodyProblem('bodies.holds_office', {
      ...{ post: office.said.vi, postEn: office.said.en, unit: office.unit, basis: noOfficial.legalBasis },
    })
}

/** Refuses a day of meeting outside the term of the body, or more than a year ahead. */
export function mustMeetWithin(body: Body, { on, today }: { on: PlainDate; today: PlainDate }): void {
  mustBePlausible('on', on, { last: yearsOn(today, 1) })
  if (on >= body.from && (body.until === null || on < body.until)) return
  const { vi, en } = spanSaid(body)
  throw bodyProblem('bodies.meeting_outside', { span: vi, spanEn: en })
}
