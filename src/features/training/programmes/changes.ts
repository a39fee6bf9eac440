/** What changes the register of programmes: one entered, changed, a goal added, dropped, met, reopened. */
import { mustBeAble, overOf } from '#features/areas/must.ts'
import { mergedOrTold } from '#features/people/audit/must.ts'
import { type PlainDate, plainDate, yearOf } from '#kernel/dates.ts'
import type { InputOf } from '#kernel/endpoint.ts'
import { changedIn } from '#kernel/event.ts'
import type { AreaId, ProgrammeGoalId, ProgrammeId } from '#kernel/ids.ts'
import { fill, tidy } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Call, change, happened } from '#platform/server/handle.ts'
import { trainingEvent } from '../events.ts'
import * as contract from './contract.ts'
import { programmeProblem } from './problems.ts'
import * as programmes from './queries.ts'

const firstDay = plainDate('1990-01-01')
const isFar = (day: PlainDate, today: PlainDate) => day < firstDay || day > today

/** The particulars as stored; refuses a basis of no plausible day and a whole that is not there. */
async function checked(
  db: Db,
  said: programmes.Particulars,
  { id, today }: { id: ProgrammeId; today: PlainDate },
): Promise<programmes.Particulars> {
  if (said.bases.some(({ day }) => day !== null && isFar(day, today))) throw programmeProblem('programme.basis_later')
  if (said.partOfId && (await programmes.isWithin(db, said.partOfId, id)))
    throw programmeProblem('programme.part_of_itself')
  return { ...said, name: tidy(said.name), source: tidy(said.source) }
}

/** Refuses a second one alike of the unit: who plans under it could not tell which is meant. */
async function mustBeOne(db: Db, said: programmes.Particulars, of: { id: ProgrammeId; areaId: AreaId }): Promise<void> {
  await programmes.holdRegister(db)
  if (await programmes.isThere(db, said, of)) throw programmeProblem('programme.same_name')
}

export const addProgramme = change(contract.addProgramme, async ({ db, actor, input, today }) => {
  const { programmeId, areaId, ...said } = input
  await mustBeAble({ db, actor }, 'training.manage', areaId)
  const kept = await checked(db, said, { id: programmeId, today })
  await mustBeOne(db, kept, { id: programmeId, areaId })
  await programmes.insertProgramme(db, { id: programmeId, areaId, by: actor.accountId, ...kept })
  return happened(trainingEvent('programme.entered', { subject: programmeId, area: areaId }), { programmeId })
})

/** The programme, which stands still until the change ends; throws where the actor may not change it. */
async function held({ db, actor }: Parameters<typeof mustBeAble>[0], id: ProgrammeId) {
  const where = await db.selectFrom('programme').select('area_id').where('id', '=', id).executeTakeFirst()
  if (!where) throw programmeProblem('programme.not_found')
  await mustBeAble({ db, actor }, 'training.manage', where.area_id as AreaId)
  const found = await programmes.holdProgramme(db, id)
  if (!found) throw programmeProblem('programme.not_found')
  return found
}

const fields = [
  ...(['kind', 'name', 'partOfId', 'periodFrom', 'periodUntil', 'levels', 'bases', 'note', 'source', 'mark'] as const),
]

type Changing = InputOf<typeof contract.changeProgramme>

/** What stands after the change; throws `record.changed_since` where another wrote the same since it was seen. */
async function after(
  db: Db,
  { areaId, ...now }: programmes.Particulars & { areaId: AreaId },
  { programmeId, was, ...wanted }: Changing,
) {
  const of = { areaId, subject: programmeId, what: 'programme.changed' }
  return { ...now, ...(await mergedOrTold(db, { was: was ?? null, wanted, now }, of)) } as programmes.Particulars
}

export const changeProgramme = change(contract.changeProgramme, async ({ db, actor, input, today }) => {
  const { programmeId } = input
  const now = await held({ db, actor }, programmeId)
  const kept = await checked(db, await after(db, now, input), { id: programmeId, today })
  const named = ['name', 'partOfId', 'periodFrom', 'periodUntil'] as const
  if (named.some((field) => kept[field] !== now[field]))
    await mustBeOne(db, kept, { id: programmeId, areaId: now.areaId })
  if (kept.periodFrom !== now.periodFrom || kept.periodUntil !== now.periodUntil)
    await mustHoldGoals(db, programmeId, kept)
  await programmes.updateProgramme(db, programmeId, kept)
  const event = trainingEvent('programme.changed', {
    subject: programmeId,
    area: now.areaId,
    facts: { changes: changedIn(now, kept, fields) },
  })
  return happened(event, { programmeId })
})

/** What stands on a programme, each in words with its number. */
const standing = {
  goals: { vi: '{n} mục tiêu', en: '{n} {n:goal|goals}' },
  parts: { vi: '{n} phần việc', en: '{n} {n:part|parts}' },
  frameworks: { vi: '{n} khung đào tạo', en: '{n} {n:framework|frameworks}' },
  plans: { vi: '{n} kế hoạch', en: '{n} {n:plan|plans}' },
} as const

export const dropProgramme = change(contract.dropProgramme, async ({ db, actor, input }) => {
  const { programmeId, because } = input
  const { name, areaId } = await held({ db, actor }, programmeId)
  await programmes.holdRegister(db)
  const counts = await programmes.standingOn(db, programmeId)
  const there = (Object.keys(standing) as (keyof typeof standing)[]).filter((one) => counts[one] > 0)
  if (there.length > 0) {
    const said = (of: 'vi' | 'en') => there.map((one) => fill(standing[one][of], { n: String(counts[one]) })).join(', ')
    throw programmeProblem('programme.stood_on', { what: { vi: said('vi'), en: said('en') } })
  }
  if (!(await programmes.dropProgramme(db, programmeId))) throw programmeProblem('programme.ready_made')
  const facts = { says: name, because: tidy(because) }
  return happened(trainingEvent('programme.dropped', { subject: programmeId, area: areaId, facts }), { programmeId })
})

/** Refuses a year in which the programme does not run; an end that is not known leaves it open. */
function mustRunIn({ periodFrom, periodUntil }: programmes.Particulars, year: number | null): void {
  if (year === null) return
  if ((periodFrom === null || year >= periodFrom) && (periodUntil === null || year <= periodUntil)) return
  const vi = [periodFrom && `từ năm ${periodFrom}`, periodUntil && `đến hết năm ${periodUntil}`]
  const en = [periodFrom && `not before ${periodFrom}`, periodUntil && `not after ${periodUntil}`]
  throw programmeProblem('programme.goal_year', {
    ...{ span: vi.filter(Boolean).join(' '), spanEn: en.filter(Boolean).join(', ') },
  })
}

/** Refuses years of the programme outside which one of its goals would lie. */
async function mustHoldGoals(
  db: Db,
  id: ProgrammeId,
  period: Pick<programmes.Particulars, 'periodFrom' | 'periodUntil'>,
) {
  const years = await programmes.goalYearsOutside(db, id, period)
  const first = years[0]
  if (first === undefined) return
  const at = period.periodFrom !== null && first < period.periodFrom ? 'periodFrom' : 'periodUntil'
  throw programmeProblem('programme.goals_outside', { at, years: years.join(', ') })
}

export const addGoal = change(contract.addGoal, async ({ db, actor, input }) => {
  const { programmeId, programmeGoalId, areaId, year, says, mark } = input
  const { areaId: at, ...programme } = await held({ db, actor }, programmeId)
  mustRunIn(programme, year)
  if (!(await overOf(db, areaId)).includes(at)) throw programmeProblem('programme.goal_elsewhere')
  if (await programmes.isGoal(db, { programmeId, areaId, year, says: tidy(says) }))
    throw programmeProblem('programme.goal_twice')
  await programmes.insertGoal(db, {
    id: programmeGoalId,
    ...{ programme_id: programmeId, area_id: areaId, year, says: tidy(says), mark },
  })
  const event = trainingEvent('programme.goal_added', {
    subject: programmeId,
    area: at,
    facts: { goal: programmeGoalId, ...goalSaid({ says: tidy(says), year, area_id: areaId }) },
  })
  return happened(event, { programmeId })
})

type Told = Pick<NonNullable<Awaited<ReturnType<typeof programmes.holdGoal>>>, 'area_id' | 'year' | 'says'>
/** Which goal, in the words of the audit: what it says, of which year and unit. */
const goalSaid = ({ says, year, area_id }: Told) => ({ says, ...(year !== null && { year }), at: area_id })

/** A goal and its programme, both held: the programme first, in one order for everybody. */
async function goalHeld({ db, actor }: Pick<Call<unknown>, 'db' | 'actor'>, id: ProgrammeGoalId) {
  const where = await db.selectFrom('programme_goal').select('programme_id').where('id', '=', id).executeTakeFirst()
  if (!where) throw programmeProblem('programme.goal_not_found')
  const programmeId = where.programme_id as ProgrammeId
  const programme = await held({ db, actor }, programmeId)
  const goal = await programmes.holdGoal(db, id)
  if (!goal) throw programmeProblem('programme.goal_not_found')
  return { programmeId, programme, goal }
}

export const dropGoal = change(contract.dropGoal, async ({ db, actor, input }) => {
  const { programmeGoalId, because } = input
  const { programmeId, programme, goal } = await goalHeld({ db, actor }, programmeGoalId)
  if (goal.met_number) throw programmeProblem('programme.goal_met', { number: goal.met_number })
  await programmes.deleteGoal(db, programmeGoalId)
  const facts = { goal: programmeGoalId, ...goalSaid(goal), because }
  return happened(trainingEvent('programme.goal_dropped', { subject: programmeId, area: programme.areaId, facts }), {
    programmeId,
  })
})

export const meetGoal = change(contract.meetGoal, async ({ db, actor, input, today }) => {
  const { programmeGoalId, decidedOn, issuer } = input
  const number = tidy(input.number)
  const { programmeId, programme, goal } = await goalHeld({ db, actor }, programmeGoalId)
  if (goal.met_number) throw programmeProblem('programme.goal_met', { number: goal.met_number })
  if (isFar(decidedOn, today)) throw programmeProblem('programme.day_far')
  if (programme.periodFrom && yearOf(decidedOn) < programme.periodFrom)
    throw programmeProblem('programme.met_before', { year: programme.periodFrom })
  await programmes.writeMet(db, programmeGoalId, { number, on: decidedOn, issuer: tidy(issuer) })
  const facts = { goal: programmeGoalId, ...goalSaid(goal), number, day: decidedOn, issuer: tidy(issuer) }
  return happened(trainingEvent('programme.goal_met', { subject: programmeId, area: programme.areaId, facts }), {
    programmeId,
  })
})

export const reopenGoal = change(contract.reopenGoal, async ({ db, actor, input }) => {
  const { programmeGoalId, number, because } = input
  const { programmeId, programme, goal } = await goalHeld({ db, actor }, programmeGoalId)
  if (goal.met_number !== tidy(number)) throw programmeProblem('programme.goal_open')
  await programmes.writeMet(db, programmeGoalId, null)
  const facts = {
    ...{ goal: programmeGoalId, ...goalSaid(goal), number: goal.met_number, day: goal.met_on, because },
  }
  return happened(trainingEvent('programme.goal_reopened', { subject: programmeId, area: programme.areaId, facts }), {
    programmeId,
  })
})
