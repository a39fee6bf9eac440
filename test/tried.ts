/** The trial of a draft's papers, as the server does it in the background. */
import { nationId } from '#features/areas/nation/snapshot.ts'
import { correctionTried } from '#features/decisions/correction/trial.ts'
import { papersTried } from '#features/decisions/trial.ts'
import type { CorrectionId, DecisionId } from '#kernel/ids.ts'
import { newId } from '#platform/server/ids.ts'
import type { World } from './world.ts'

export const tried = (world: Pick<World, 'host'>, decisionId: string) =>
  papersTried.run(world.host, {
    id: newId(),
    data: { input: { decisionId: decisionId as DecisionId }, by: null },
    nation: nationId,
    signal: new AbortController().signal,
  })

/** The same of a correction. */
export const correctionPapersTried = (world: Pick<World, 'host'>, correctionId: string) =>
  correctionTried.run(world.host, {
    id: newId(),
    data: { input: { correctionId: correctionId as CorrectionId }, by: null },
    nation: nationId,
    signal: new AbortController().signal,
  })
