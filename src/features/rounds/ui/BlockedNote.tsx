/** A refusal that counts what stands in the way, with every household it concerns. */
import type { RoundId } from '#kernel/ids.ts'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import type { WebProblem } from '#platform/web/problem.ts'
import type { Block } from '../model.ts'
import { BlockList } from './BlockList.tsx'

type Props = { readonly of: WebProblem | null; readonly roundId: RoundId }

export const BlockedNote = ({ of, roundId }: Props) => (
  <>
    <ProblemNote of={of} />
    <WhatBlocks of={of} roundId={roundId} />
  </>
)

/** `facts.blocked` is written by the server with this schema. */
const blockedIn = (problem: WebProblem | null): readonly Block[] => (problem?.facts.blocked ?? []) as readonly Block[]

/** Beside a form that says the refusal itself. */
export const WhatBlocks = ({ of, roundId }: Props) => (
  <BlockList of={blockedIn(of)} roundId={roundId} intro={{ vi: 'Vì:', en: 'Because:' }} />
)
