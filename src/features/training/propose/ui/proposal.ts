/** A proposal as it is asked for in the address, and as it is edited before it is taken into a plan. */
import { yearOf } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { AreaId } from '#kernel/ids.ts'
import { useFilter } from '#platform/web/address.ts'
import { today, useDay } from '#platform/web/day.ts'
import type { Words } from '#platform/web/language.ts'
import { readWeeks } from '../../plan/rules/weeks.ts'
import type * as contract from '../contract.ts'
import type { ClassOf } from '../model.ts'
import { travelTo } from '../rules/travel.ts'

export type ProposalAnswer = OutputOf<typeof contract.showProposal>

/** What a person typed over a class; `left`: it is left out. */
export type TypedClass = {
  readonly left: boolean
  readonly placeId: AreaId
  readonly weeks: string
  readonly people: number | null
}
export type Edits = Readonly<Record<string, TypedClass>>
export type EditedClass = ClassOf & { readonly left: boolean; readonly edited: boolean }

/** Whether what was typed over a class can be read; of one that is left out nothing is. */
export const isReadable = ({ left, weeks, people }: TypedClass): boolean =>
  left || ((readWeeks(weeks)?.length ?? 0) > 0 && people !== null && people > 0)

/** Whether somebody in it travels further than the province lets them. */
export const isTooFar = ({ left, km }: EditedClass, furthest: number | null): boolean =>
  !left && furthest !== null && km !== null && km > furthest

/** The classes as they are now: how far it is to a place chosen by hand is told by the register of ways. With fewer people those whose turn is last lose their seats; with more some are not named. */
export function editedOf(of: Pick<ProposalAnswer, 'classes' | 'places' | 'ways'>, edits: Edits): EditedClass[] {
  const far = new Map(of.ways.map(({ fromId, toId, far: km }) => [`${fromId} ${toId}`, km]))
  return of.classes.map((one) => {
    const edit = edits[one.key]
    if (!edit) return { ...one, left: false, edited: false }
    const { left, placeId } = edit
    const weeks = readWeeks(edit.weeks) ?? one.weeks
    const people = edit.people ?? one.people
    const placeName = of.places.find(({ areaId }) => areaId === placeId)?.name ?? one.placeName
    const edited = placeId !== one.placeId || people !== one.people || weeks.join() !== one.weeks.join()
    const [officialIds, homeIds] = [one.officialIds.slice(0, people), one.homeIds.slice(0, people)]
    const travel = travelTo(placeId, homeIds, (home) => far.get(`${home} ${placeId}`))
    return { ...one, placeId, placeName, people, weeks: [...weeks], officialIds, homeIds, ...travel, left, edited }
  })
}

/** Whether it is held for one person. */
export const isOfOne = ({ left, people }: EditedClass): boolean => !left && people === 1

/** Whether it has more people than the province lets into a class. */
export const isTooLarge = ({ left, people }: EditedClass, largest: number | null): boolean =>
  !left && largest !== null && people > largest

/** Classes that share a week and people: who is in both cannot be. */
export type Clash = { readonly one: number; readonly other: number; readonly people: number }
export function clashesOf(classes: readonly EditedClass[]): Clash[] {
  const kept = classes.filter(({ left }) => !left)
  return kept.flatMap((one, at) =>
    kept.slice(at + 1).flatMap((other) => {
      if (!one.weeks.some((week) => other.weeks.includes(week))) return []
      const there = new Set(other.officialIds)
      const people = one.officialIds.filter((id) => there.has(id)).length
      return people > 0 ? [{ one: one.number, other: other.number, people }] : []
    }),
  )
}

/** What is counted of the classes as they are now: who lost a seat is in no class. */
export function countsOf({ seated, uncovered }: ProposalAnswer, classes: readonly EditedClass[]) {
  const kept = classes.filter(({ left }) => !left)
  const named = kept.reduce((sum, { officialIds }) => sum + officialIds.length, 0)
  return { classes: kept.length, seated: named, uncovered: uncovered + seated - named }
}

export const weeksFault = (text: string): Words | null =>
  readWeeks(text) === null ? { vi: 'Ghi số tuần, ví dụ 12, 14-16.', en: 'Numbers of weeks, as in 12, 14-16.' } : null
export const daysFault = (text: string): Words | null =>
  /^(|[1-9]|[1-5]\d|60)$/.test(text.trim())
    ? null
    : { vi: 'Ghi số ngày, từ 1 đến 60.', en: 'A number of days from 1 to 60.' }

/** The years that may be proposed for: this one, and the two to come. */
export const yearsToCome = (): number[] => [0, 1, 2].map((more) => yearOf(today()) + more)

/** What is asked for, from the address; and the same as it goes to another page. */
export function useAsked(areaId: AreaId) {
  const { facts: day } = useDay()
  const [year] = useFilter('nam', String(yearOf(today()) + 1))
  const [topics] = useFilter('chuyen-de')
  const [weeks] = useFilter('tuan')
  const [days] = useFilter('so-ngay')
  const [coveredToo] = useFilter('nam-khac')
  const asked = {
    ...{ areaId, day, year: Number(year) },
    ...(topics && { topics }),
    ...(weeks && { weeks }),
    ...(days && { unsaidDays: Number(days) }),
    ...(coveredToo && { coveredToo: true }),
  }
  return { asked, query: { nam: year, 'chuyen-de': topics, tuan: weeks, 'so-ngay': days, 'nam-khac': coveredToo } }
}
