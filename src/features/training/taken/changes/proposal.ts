/** The lines of a proposal of classes go into a draft, with who is to sit there. */
import type { Actor } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { TrainingPlanId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { trainingEvent } from '../../events.ts'
import { postsSaid } from '../../plan/columns.ts'
import type { ProposedLine } from '../../plan/model.ts'
import {
  mustAddUp,
  mustBePeople,
  mustBeTopics,
  mustBeWeeks,
  mustFit,
  mustHoldDraft,
  mustLieWithin,
} from '../../plan/must.ts'
import { pricedOn } from '../../plan/rules/money.ts'
import { countEdit } from '../../plan/store/drafts.ts'
import { insertLine } from '../../plan/store/lines.ts'
import { insertSeats } from '../../plan/store/seats.ts'
import * as contract from '../contract.ts'

type By = { readonly db: Db; readonly actor: Actor; readonly today: PlainDate }
type Taken = { readonly trainingPlanId: TrainingPlanId; readonly lines: readonly ProposedLine[] }

/** All of them or none; what is to be told of it. */
export async function putLines({ db, actor, today }: By, { trainingPlanId, lines }: Taken) {
  const held = await mustHoldDraft({ db, actor }, 'training.plan', trainingPlanId)
  const { areaId } = held
  const topicIds = lines.map(({ topicId }) => topicId)
  const topics = await mustBeTopics(db, areaId, topicIds)
  const placeIds = lines.map(({ placeAreaId }) => placeAreaId)
  await mustLieWithin(db, { areaId, day: pricedOn(held.year, today) }, placeIds)
  const named = lines.map((line) => ({ ...line, code: topics.get(line.topicId)?.code ?? '' }))
  await mustFit(db, held, { lines: named, today })
  const homes = await mustBePeople(db, { areaId, day: today }, lines)
  for (const { topicId, placeAreaId: placeId, weeks, people, classes, officialIds } of lines) {
    const id = newId<'plan_line'>()
    mustBeWeeks(held.year, weeks)
    const audience = postsSaid(topics.get(topicId)?.posts ?? [])
    const said = { topicId, audience, people, classes, placeId, place: '', weeks, note: '', money: [] }
    await insertLine(db, { planId: trainingPlanId, areaId }, { ...said, id })
    await insertSeats(db, { id, planId: trainingPlanId, areaId, year: held.year, topicId }, { officialIds, homes })
  }
  await mustAddUp(db, trainingPlanId)
  await countEdit(db, trainingPlanId, actor.accountId)
  const facts = { added: lines.length, people: homes.size }
  return trainingEvent('plan.lines_taken', { subject: trainingPlanId, area: areaId, facts })
}

export const takeLines = change(contract.takeLines, async ({ input, ...by }) =>
  happened(await putLines(by, input), { trainingPlanId: input.trainingPlanId }),
)
