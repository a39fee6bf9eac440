/** What the calls about a round answer, by name. */
import type { OutputOf } from '#kernel/endpoint.ts'
import type * as contract from '../contract.ts'

export type RoundDecision = OutputOf<typeof contract.roundDecision>
export type FiguresAnswer = OutputOf<typeof contract.roundFigures>
export type ClassFigures = FiguresAnswer['opens']
export type Figure = ClassFigures['poor']
export type Denominators = FiguresAnswer['denominators']
