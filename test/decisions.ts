/** Decisions over families that come out as said, as far as somebody needs them: surveyed, drafted, printed, in force. */
import { expect } from 'vitest'
import {
  answersOf,
  asCalled,
  type CaseOf,
  type Family,
  type KindOfRound,
  lackingAnswers,
  type RoundInHand,
  roundAtSurveying,
  scan,
} from './rounds.ts'
import type { PersonName, World } from './world.ts'

export type Outcome = 'poor' | 'near_poor' | 'not_poor'

const answersFor = (family: Family, outcome: Outcome) => {
  if (outcome === 'poor') return lackingAnswers(family, 1_000_000)
  return answersOf(family, outcome === 'near_poor' ? 1_400_000 : 9_000_000)
}

/** A round at its decision over these families; poor where no outcome is said. */
export async function deciding(
  world: World,
  families: readonly Family[],
  { outcomes = [], kind = 'ad_hoc' }: { outcomes?: readonly Outcome[]; kind?: KindOfRound } = {},
): Promise<{ readonly round: RoundInHand; readonly cases: readonly CaseOf[] }> {
  const { round, cases } = await roundAtSurveying(world, families, kind)
  for (const [at, one] of cases.entries()) {
    const { surveyId } = await round.send(
      one,
      answersFor(await asCalled(world, families[at] as Family), outcomes[at] ?? 'poor'),
    )
    await round.accept(one, surveyId)
  }
  for (const step of ['surveying', 'checking'])
    await round.must('hung', `/api/rounds/${round.roundId}/finish`, { step })
  await round.pastPaperSteps()
  return { round, cases }
}

/** Beyond the numbers that tests write themselves: files that run after one another go on counting. */
let numbers = 1000
/** What Bích writes on the page, with a number that no other decision has. */
export const signature = (change: Record<string, string> = {}) => {
  numbers += 1
  const signer = { signerName: 'Phạm Thị Bích' }
  return { number: `${numbers}/QĐ-UBND`, signedOn: '2026-11-20', ...signer, ...change }
}

type Signing = {
  readonly fields?: Record<string, string>
  readonly file?: ReturnType<typeof scan>
  readonly person?: PersonName
}
export const enforce = (world: World, decisionId: string, { fields, file = scan(), person = 'bich' }: Signing = {}) =>
  world.as(person).upload(`/api/decisions/${decisionId}/enforce`, signature(fields), file)

/** The same, which must not be refused. */
export async function inForce(world: World, decisionId: string, signing: Signing = {}) {
  const reply = await enforce(world, decisionId, signing)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
