/** What a correction stands on, held still; refuses where it cannot be. */
import { overOf } from '#features/areas/must.ts'
import { type Correction, holdCorrection } from '#features/papers/corrections.ts'
import { correctionStateWords } from '#features/papers/model.ts'
import { type Actor, can } from '#kernel/access.ts'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { AreaId, CertificateId, CorrectionId, DecisionId, HouseholdId } from '#kernel/ids.ts'
import { problem } from '#kernel/problem.ts'
import type { Db } from '#platform/server/database/open.ts'
import { decisionProblem } from '../problems.ts'
import { contentsOf } from '../queries/contents.ts'
import { type DecisionRow, findDecision } from '../queries/decisions.ts'
import { correctionButtons } from './contract.ts'
import type { Told } from './model.ts'
import { correctionProblem } from './problems.ts'
import { communesNow, findGround, type Ground, paperDays } from './queries.ts'
import { corrected } from './rules.ts'

type Standing = { readonly db: Db; readonly actor: Actor }
type Wrong = Ground & { readonly certificateId: CertificateId; readonly number: string; readonly year: number }

/** The commune that puts it right today: the one that decided, or what succeeded it; throws where the actor may not. */
export async function issuerOf({ db, actor }: Standing, area: AreaId, today: PlainDate): Promise<AreaId> {
  for (const commune of await communesNow(db, area, today))
    if (can(actor, 'decision.prepare', await overOf(db, commune))) return commune
  throw problem('access.denied', { right: 'decision.prepare' })
}

export type Entry = { readonly decisionId: DecisionId; readonly householdId: HouseholdId }

/** What the papers of a decision in force say of a household now, with the certificate that says it. */
export async function mustStandWrong(db: Db, row: DecisionRow, householdId: HouseholdId, today: PlainDate) {
  if (row.state !== 'in_force') throw correctionProblem('corrections.decision_not_in_force')
  const ground = await findGround(db, row.decisionId, householdId)
  const { certificateId, number, year } = ground ?? {}
  if (!ground || !certificateId || !number || !year) throw correctionProblem('corrections.no_certificate')
  const days = await paperDays(db, certificateId)
  if (days?.until && (days.until <= today || days.until === days.from))
    throw correctionProblem('corrections.paper_ended', { day: showDate(days.until) })
  const wrong: Wrong = { ...ground, certificateId, number, year }
  return { wrong, from: days?.from ?? today, until: days?.until ?? null, replacedBy: days?.replacedBy ?? null }
}

type Asked = { readonly householdId: HouseholdId; readonly ground: Ground }

/**
 * What the papers say, and what they would say by the register of today, as of the day on which they were fixed; null
 * where the register of that day names nobody any more.
 */
export async function findTold(
  db: Db,
  { roundId, registerDay }: DecisionRow,
  { householdId, ground }: Asked,
): Promise<{ readonly before: Told; readonly after: Told } | null> {
  const asked = { householdId, verdictId: ground.verdictId }
  const register = (await contentsOf(db, roundId, { of: [asked], day: registerDay })).get(householdId)
  if (!register || register.members.length === 0) return null
  const before = { class: ground.class, content: ground.content }
  return { before, after: corrected(before, register) }
}

/** The same; throws where it names nobody. */
export async function toldNow(db: Db, decision: DecisionRow, asked: Asked) {
  const told = await findTold(db, decision, asked)
  if (!told) throw correctionProblem('corrections.nobody', { day: showDate(decision.registerDay) })
  return told
}

export async function getDecision(db: Db, decisionId: DecisionId): Promise<DecisionRow> {
  const row = await findDecision(db, decisionId)
  if (!row) throw decisionProblem('decisions.not_found')
  return row
}

/** The correction, held still, where its state and the actor's right allow the act. */
export async function mustHoldCorrection(
  { db, actor }: Standing,
  correctionId: CorrectionId,
  act: 'withdraw' | 'enforce',
): Promise<Correction<Told>> {
  const row = await holdCorrection<Told>(db, correctionId)
  if (!row) throw correctionProblem('corrections.not_found')
  const { right, in: states } = correctionButtons[act]
  if (!can(actor, right, await overOf(db, row.areaId))) throw problem('access.denied', { right })
  if (!(states as readonly string[]).includes(row.state))
    throw correctionProblem('corrections.state_not_allowed', { state: correctionStateWords[row.state] })
  return row
}
