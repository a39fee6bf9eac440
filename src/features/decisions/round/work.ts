/** What waits to be decided, signed or handed over, across the open rounds; and who was left without a class by decided ones. */
import { casesUnclassed, roundsDecided } from '#features/rounds/counts/unclassed.ts'
import { roundsById, roundsToWork } from '#features/rounds/queries.ts'
import { waitingLines } from '#features/rounds/rules/waiting.ts'
import { type Actor, areasWith, can } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { Db } from '#platform/server/database/open.ts'
import { read } from '#platform/server/handle.ts'
import { decisionWork } from './contract.ts'
import { decisionsOver, inForceOver } from './queries.ts'

type Asked = { readonly db: Db; readonly actor: Actor; readonly today: PlainDate }

/** Rounds that are over wait for who may open another: with how many stand there again without a class. Nothing of it is late. */
async function unclassedLines({ db, actor, today }: Asked) {
  const found = await casesUnclassed(db, await roundsDecided(db, areasWith(actor, 'round.manage')))
  if (found.length === 0) return []
  const ids = [...new Set(found.map(({ roundId }) => roundId))]
  const [rounds, decisions] = [await roundsById(db, ids), await inForceOver(db, ids)]
  const counted = ({ roundId }: { roundId: string }) => found.filter((one) => one.roundId === roundId).length
  return waitingLines(rounds, today, (round) => [[true, 'unclassed', counted(round)]] as const).map((line) => {
    const { decisionId = null, number = '', signedOn = line.until } = decisions.get(line.roundId) ?? {}
    return { ...line, late: false, decisionId, decided: { number, signedOn } }
  })
}

export const workRoute = read(decisionWork, async ({ db, actor, today }) => {
  const open = await roundsToWork(db)
  const found = await decisionsOver(
    db,
    open.map((round) => round.roundId),
  )
  const decisions = new Map(found.map((one) => [one.roundId, one]))
  const lines = waitingLines(open, today, ({ roundId, state, over }) => {
    const decision = decisions.get(roundId)?.state
    const prepares = can(actor, 'decision.prepare', over)
    return [
      [prepares && state === 'deciding' && !decision, 'to_draft', 1],
      [prepares && decision === 'drafted', 'to_print', 1],
      [can(actor, 'decision.enforce', over) && decision === 'printed', 'to_enforce', 1],
      [can(actor, 'round.manage', over) && state === 'certificates', 'to_hand_over', 1],
    ] as const
  })
  return {
    items: [
      ...lines.map((line) => ({ ...line, decisionId: decisions.get(line.roundId)?.decisionId ?? null, decided: null })),
      ...(await unclassedLines({ db, actor, today })),
    ],
  }
})
