/** Where a round stands, and what rooms above put under its address: its households, one of them, who surveys. */
import type { HouseholdId, ReviewCaseId, RoundId } from '#kernel/ids.ts'
import { type Query, withQuery } from '#platform/web/address.ts'
import type { RoundKind } from '../model.ts'

export const roundsPath = '/ra-soat'
/** The list of rounds with the form for a new one open. */
export const newRoundName = 'mo'
export const newRoundPath = (kind: RoundKind): string => withQuery(roundsPath, { [newRoundName]: kind })
export const progressPath = '/tien-do'
/** The page of news, in the room of people. */
export const newsPath = '/viec-moi'
export const roundPath = (roundId: RoundId): string => `${roundsPath}/${roundId}`
export const casesPath = (roundId: RoundId): string => `${roundPath(roundId)}/danh-sach`
export const assignPath = (roundId: RoundId): string => `${roundPath(roundId)}/giao-viec`
export const casePath = (one: { roundId: RoundId; householdId: HouseholdId; caseId: ReviewCaseId }): string =>
  `${roundPath(one.roundId)}/ho/${one.householdId}/${one.caseId}`

/** What narrows the list of households by where their cases stand, and its name in the address. */
export const standingNames = { villageId: 'thon', state: 'tinh-trang', enumeratorId: 'nguoi' } as const

type Given<N extends string> = Readonly<Partial<Record<N, string | boolean | undefined>>>

/** The address query of a filter in the words of the call, by the names of an address; what has no name is left out. */
export const queryBy = <N extends string>(names: Readonly<Record<N, string>>, filter: Given<N>): Query =>
  Object.fromEntries(
    (Object.keys(names) as N[])
      .filter((name) => filter[name] !== undefined)
      .map((name) => [names[name], String(filter[name])]),
  )

export const standingQuery = (filter: Given<keyof typeof standingNames>): Query => queryBy(standingNames, filter)
