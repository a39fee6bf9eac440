/** My list as notices ask of it: who is called alike, and what was told of a household. */
import type { OutputOf } from '#kernel/endpoint.ts'
import type * as surveys from '../../contract.ts'
import type { Notice } from '../model.ts'
import type { KnownHead } from '../rules/doubles.ts'

type MyCase = OutputOf<typeof surveys.mySurveys>['cases'][number]
export type Known = KnownHead & { readonly of: MyCase }

export const knownOf = (cases: readonly MyCase[]): Known[] =>
  cases
    .filter(({ state }) => state !== 'ended')
    .map((of) => ({
      of,
      householdId: of.householdId,
      headName: of.headName,
      address: of.address,
      birthYear: of.headBirth ?? null,
    }))

/** What was told last of a household and not withdrawn; null where nothing was. */
export const toldOf = (notices: readonly Notice[], caseId: string): Notice | null =>
  notices.find((one) => one.caseId === caseId && one.state !== 'withdrawn') ?? null
