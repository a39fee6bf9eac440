/** What is asked before a rule of the roster is written. */
import { mustBeAble, oversOf } from '#features/areas/must.ts'
import { levelOf } from '#features/areas/queries.ts'
import type { Actor } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { addDays, type PlainDate, plainDate, showDate, yearOf } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { problem } from '#kernel/problem.ts'
import type { Db } from '#platform/server/database/open.ts'
import { ruleButtons } from './model.ts'
import { ruleProblem } from './problems.ts'
import { nationOf } from './queries.ts'
import { mayEnd } from './rules.ts'

type By = { readonly db: Db; readonly actor: Actor }

/** The unit that a rule stands under: null for the nation. Refuses who may not, and what is neither nation nor province. */
export async function mustRuleAt({ db, actor }: By, areaId: AreaId): Promise<AreaId | null> {
  await mustBeAble({ db, actor }, 'roster.rules', areaId)
  const level = await levelOf(db, areaId)
  if (level === 'nation') return null
  if (level !== 'province') throw ruleProblem('rule.misplaced')
  return areaId
}

/** The same of a rule that stands, by the unit it says; answers the unit for the audit. */
export async function mustRule({ db, actor }: By, areaId: AreaId | null): Promise<AreaId> {
  const at = areaId ?? (await nationOf(db))
  if (!at) throw problem('access.denied', { right: 'roster.rules' })
  await mustBeAble({ db, actor }, 'roster.rules', at)
  return at
}

const firstDay = plainDate('1990-01-01')

/** A rule is made for the years to come, not for the next century. `at`: the field of the day. */
export function mustBeNear(day: PlainDate, today: PlainDate, at = 'from'): void {
  const last = plainDate(`${yearOf(today) + 5}-12-31`)
  if (day < firstDay || day > last) throw ruleProblem('rule.day_far', { last: showDate(last), at })
}

export type Standing = {
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly endedBecause: string | null
}
type End = { readonly last: PlainDate | null; readonly seen?: PlainDate | null }

/** Refuses a further value that does not begin within the rule or at its end; a rule that was ended is followed by nothing. */
export function mustFollow(now: Standing, from: PlainDate): void {
  if (from <= now.from) throw ruleProblem('rule.not_later', { from: showDate(now.from) })
  if (now.until !== null && (now.until < from || now.endedBecause !== null))
    throw ruleProblem('rule.ended', { last: showDate(addDays(now.until, -1)) })
}

/** The day on which a rule holds no more; without a last day it was entered by mistake and never held. `seen`: the end that is put right. */
export function endOf(now: Standing, { last, seen = null }: End, today: PlainDate): PlainDate {
  if (now.until !== null && !mayEnd(now, seen))
    throw ruleProblem('rule.ended', { last: showDate(addDays(now.until, -1)) })
  if (last === null) return now.from
  if (last < now.from) throw ruleProblem('rule.ends_before', { from: showDate(now.from) })
  mustBeNear(last, today, 'last')
  return addDays(last, 1)
}

type Ruled = Standing & { readonly areaId: AreaId | null }

/** The rules with what the actor may do with each: of one that has ended, put its end right. */
export async function withButtons<R extends Ruled>({ db, actor }: By, rows: readonly R[]) {
  const nation = await nationOf(db)
  const at = ({ areaId }: R) => areaId ?? nation
  const overs = await oversOf(
    db,
    [...new Set(rows.map(at))].filter((one) => one !== undefined),
  )
  const overOf = (row: R) => {
    const place = at(row)
    return (place && overs.get(place)) ?? []
  }
  return rows.map(({ areaId: _at, ...row }) => ({
    ...row,
    can: buttonsFor(ruleButtons, { actor, over: overOf({ areaId: _at, ...row } as R) }, ({ open }) =>
      open ? row.until === null : mayEnd(row, row.until),
    ),
  }))
}
