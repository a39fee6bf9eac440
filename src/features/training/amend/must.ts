/** What is asked of an amendment before it is approved. */
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { TrainingPlanId } from '#kernel/ids.ts'
import { same } from '#kernel/revisions.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Line } from '../plan/model.ts'
import { findPlan } from '../plan/queries.ts'
import type { Held } from '../plan/store/drafts.ts'
import { linesOf } from '../plan/store/lines.ts'
import { amendProblem } from './problems.ts'
import { namesOthers, versionsOf } from './queries.ts'
import { changesBetween } from './rules.ts'

const particulars = ['name', 'largestClass', 'largestClassBy', 'note', 'purpose', 'execution'] as const

type Asked = { readonly id: TrainingPlanId; readonly lines: readonly Line[]; readonly decidedOn: PlainDate }

/** The last version of what it amends; throws where that is not approved. */
async function mustHaveLast(db: Db, { amends }: Held) {
  const last = amends && (await versionsOf(db, amends)).at(-1)
  if (!last) throw amendProblem('amend.not_approved')
  return last
}

/** It changes something, and is decided no earlier than what it amends. */
export async function mustAmend(db: Db, held: Held, asked: Asked): Promise<void> {
  const last = await mustHaveLast(db, held)
  if (asked.decidedOn < last.day) throw amendProblem('amend.day_before', { day: showDate(last.day) })
  await mustDiffer(db, held, asked, last)
}

/** It changes something of the plan as it is amended by now. */
export const mustChange = async (db: Db, held: Held, asked: Asked): Promise<void> =>
  mustDiffer(db, held, asked, await mustHaveLast(db, held))

type Version = Awaited<ReturnType<typeof mustHaveLast>>
async function mustDiffer(db: Db, held: Held, { id, lines, decidedOn }: Asked, last: Version): Promise<void> {
  const before = await findPlan(db, last.trainingPlanId, decidedOn)
  const was = await linesOf(db, last.trainingPlanId, { today: decidedOn, priced: null })
  const changed = changesBetween(was, lines, { amendment: held.amendment, day: decidedOn, dropped: [] })
  if (
    changed.length === 0 &&
    particulars.every((field) => same(before?.[field], held[field])) &&
    !(await namesOthers(db, last.trainingPlanId, id))
  )
    throw amendProblem('amend.nothing_changed')
}
