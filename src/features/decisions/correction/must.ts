/** What a correction stands on, held still; refuses where it cannot be. */
import { overOf } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { type Correction, holdCorrection } from '#features/papers/corrections.ts'
import { correctionStateWords } from '#features/papers/model.ts'
import { type Actor, can } from '#kernel/access.ts'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { AreaId, CertificateId, CorrectionId, DecisionId, HouseholdId } from '#kernel/ids.ts'
import { problem } from '#kernel/problem.ts'
import type { Db } from '#platform/server/database/open.ts'
import { decisionProblem } from '../problems.ts'
import { registered } from '../queries/contents.ts'
import { type DecisionRow, findDecision } from '../queries/decisions.ts'
import { unseenOf } from '../shown.ts'
import { correctionButtons } from './contract.ts'
import type { Told } from './model.ts'
import { placesOf, saidBy } from './place.ts'
import { correctionProblem } from './problems.ts'
import { certificateDays, communesNow, correctionsInForce, findGround, type Ground } from './queries.ts'
import { corrected, fixedBy } from './rules.ts'

type Standing = { readonly db: Db; readonly actor: Actor }
type Wrong = Ground & { readonly certificateId: CertificateId; readonly number: string; readonly year: number }

type Subject = { readonly decided: AreaId; readonly home: AreaId }

/** The communes that stand over a household today; of a village that came to nothing, what stands where it was decided. */
async function communesOver(db: Db, { decided, home }: Subject, today: PlainDate): Promise<AreaId[]> {
  const found = await communesNow(db, home, today)
  return found.length > 0 ? found : communesNow(db, decided, today)
}

/** Names the commune where the household lives to who works where it was decided. */
async function livesElsewhere(db: Db, communes: readonly AreaId[], today: PlainDate) {
  const names = await namesOn(db, communes, today)
  return correctionProblem('corrections.lives_elsewhere', { commune: [...names.values()].join(', ') })
}

/**
 * The commune that puts it right today: the one where the household lives, since its chair stands over it. Throws where the
 * actor may not there, naming it to who could have where it was decided.
 */
export async function issuerOf({ db, actor }: Standing, of: Subject, today: PlainDate): Promise<AreaId> {
  const communes = await communesOver(db, of, today)
  for (const commune of communes) if (can(actor, 'decision.prepare', await overOf(db, commune))) return commune
  if (can(actor, 'decision.prepare', await overOf(db, of.decided))) throw await livesElsewhere(db, communes, today)
  throw problem('access.denied', { right: 'decision.prepare' })
}

/** The names of the communes where its household lives now, where the one that drafted it stands over it no more; else null. */
export async function livesNow(db: Db, row: Drafted, today: PlainDate): Promise<string | null> {
  const communes = await communesOver(db, { decided: row.areaId, home: row.subjectHomeId }, today)
  const drafted = await communesNow(db, row.areaId, today)
  if (communes.some((one) => drafted.includes(one))) return null
  return [...(await namesOn(db, communes, today)).values()].join(', ')
}

/** Throws where the household left the commune that drafted. */
export async function mustLiveHere(db: Db, row: Drafted, today: PlainDate): Promise<void> {
  const commune = await livesNow(db, row, today)
  if (commune !== null) throw correctionProblem('corrections.lives_elsewhere', { commune })
}

type Drafted = Pick<Correction<Told>, 'areaId' | 'subjectHomeId'>

export type Entry = { readonly decisionId: DecisionId; readonly householdId: HouseholdId }

/** What the papers of a decision in force say of a household now, with the certificate that says it. */
export async function mustStandWrong(db: Db, row: DecisionRow, householdId: HouseholdId, today: PlainDate) {
  if (row.state !== 'in_force') throw correctionProblem('corrections.decision_not_in_force')
  const ground = await findGround(db, row.decisionId, householdId)
  if (!ground && (await unseenOf(db, row.decisionId)) > 0) throw correctionProblem('corrections.not_shown')
  const { certificateId, number, year } = ground ?? {}
  if (!ground || !certificateId || !number || !year) throw correctionProblem('corrections.no_certificate')
  const days = await certificateDays(db, certificateId)
  if (days?.until && (days.until <= today || days.until === days.from))
    throw correctionProblem('corrections.paper_ended', { day: showDate(days.until) })
  const wrong: Wrong = { ...ground, certificateId, number, year }
  return { wrong, from: days?.from ?? today, until: days?.until ?? null, replacedBy: days?.replacedBy ?? null }
}

/** `areaId`: the commune that puts it right. */
type Asked = { readonly householdId: HouseholdId; readonly ground: Ground; readonly areaId: AreaId }
type BothTold = { readonly before: Told; readonly after: Told }

/**
 * What the papers say, and what they would say by the register of today, as of the day on which they were fixed; null
 * where the register of that day names nobody any more. What happened on that very day and was recorded after they were
 * fixed makes no paper wrong. A place that is called or hangs otherwise only since that day
 * makes no paper wrong; where one is put right, it says beside it how that place stands.
 */
export async function findTold(
  db: Db,
  decision: DecisionRow,
  { householdId, ground, areaId }: Asked,
  today: PlainDate,
): Promise<BothTold | null> {
  const asked = { householdId, verdictId: ground.verdictId }
  const all = await correctionsInForce(db, decision.decisionId)
  const by = all.find(({ successor }) => successor !== null && successor === ground.certificateId)
  const fixed = fixedBy(ground, by)
  const [found] = await registered(db, decision.roundId, { of: [asked], day: decision.registerDay, fixed })
  if (!found || found.content.members.length === 0) return null
  const { villageId } = found
  const { then, now } = await placesOf(db, decision, { villageId, areaId, today, fixed })
  const before = await saidBy(db, decision, { ground, by, villageId, then })
  return { before, after: corrected(before, found.content, { then, now, fixed }) }
}

/** The same; throws where it names nobody. */
export async function toldNow(db: Db, decision: DecisionRow, asked: Asked, today: PlainDate): Promise<BothTold> {
  const told = await findTold(db, decision, asked, today)
  if (!told) throw correctionProblem('corrections.nobody', { day: showDate(decision.registerDay) })
  return told
}

export async function getDecision(db: Db, decisionId: DecisionId): Promise<DecisionRow> {
  const row = await findDecision(db, decisionId)
  if (!row) throw decisionProblem('decisions.not_found')
  return row
}

/** What stands over an act on it: who stands over the household by now takes back what stands in his way. */
export const overActs = async (db: Db, row: Drafted, act: keyof typeof correctionButtons): Promise<AreaId[]> =>
  act === 'withdraw'
    ? [...(await overOf(db, row.areaId)), ...(await overOf(db, row.subjectHomeId))]
    : overOf(db, row.areaId)

/** The correction, held still, where its state and the actor's right allow the act. */
export async function mustHoldCorrection(
  { db, actor }: Standing,
  correctionId: CorrectionId,
  act: 'withdraw' | 'enforce',
): Promise<Correction<Told>> {
  const row = await holdCorrection<Told>(db, correctionId)
  if (!row) throw correctionProblem('corrections.not_found')
  const { right, in: states } = correctionButtons[act]
  if (!can(actor, right, await overActs(db, row, act))) throw problem('access.denied', { right })
  if (!(states as readonly string[]).includes(row.state))
    throw correctionProblem('corrections.state_not_allowed', { state: correctionStateWords[row.state] })
  return row
}
