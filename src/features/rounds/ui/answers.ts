/** What the calls of reviews and surveys answer, by name. */
import type * as surveys from '#features/surveys/contract.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type * as contract from '#features/reviews/contract.ts'

export type RoundRow = OutputOf<typeof contract.listRounds>['rounds'][number]
export type RoundAnswer = OutputOf<typeof contract.showRound>
export type Block = RoundAnswer['blocked'][number]
export type CaseCounts = RoundRow['counts']
export type RoundVillage = RoundAnswer['villages'][number]
export type FiguresAnswer = OutputOf<typeof contract.roundFigures>
export type ClassFigures = FiguresAnswer['opens']
export type Figure = ClassFigures['poor']
export type Denominators = FiguresAnswer['denominators']
export type EnumeratorRow = OutputOf<typeof contract.listEnumerators>['enumerators'][number]
export type WorkItem = OutputOf<typeof contract.work>['items'][number]
export type CaseAnswer = OutputOf<typeof surveys.showCase>
export type SurveyRecord = NonNullable<CaseAnswer['survey']>
export type Difference = CaseAnswer['differences'][number]
