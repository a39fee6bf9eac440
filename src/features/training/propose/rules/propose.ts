/** From needs to classes: near where people live, as few as their ways allow, and by name who gets none. */
import type { OfficialId } from '#kernel/ids.ts'
import type { Proposal, ProposalInput, ProposedClass, Uncovered, UncoveredReason, Wanted } from '../model.ts'
import { byText, type Group, gathered, type Reach, reachOf } from './gather.ts'
import { type Diary, firstFree, newDiary, openWeeks, weeksFor } from './weeks.ts'

/** Each person once in a topic, by the most urgent of their needs; whose turn is first, first. */
function onceEach(wanted: readonly Wanted[]): Wanted[] {
  const once = new Map<string, Wanted>()
  for (const one of [...wanted].sort(inTurn)) {
    const key = `${one.topicId} ${one.officialId}`
    if (!once.has(key)) once.set(key, one)
  }
  return [...once.values()]
}

const inTurn = (a: Wanted, b: Wanted) =>
  a.priority - b.priority ||
  byText(a.officialId, b.officialId) ||
  byText(a.topicId, b.topicId) ||
  byText(a.homeId, b.homeId)

type Gathered = Group & { readonly topicId: Wanted['topicId']; readonly long: number }
type Seated = { readonly group: Gathered; readonly weeks: ProposedClass['weeks']; readonly officialIds: OfficialId[] }

const urgency = ({ people }: Group) => people.reduce((sum, { priority }) => sum + priority, 0) / people.length
const nobody = (one: Wanted, because: UncoveredReason): Uncovered => ({
  ...{ officialId: one.officialId, topicId: one.topicId, homeId: one.homeId, because },
})

/** A seat for who is busy when the own group meets, in another class of the topic within reach. */
function reseat(one: Wanted, { seated, reach, largest, diary }: Seating): boolean {
  const other = seated.find(
    ({ group, weeks, officialIds }) =>
      group.topicId === one.topicId &&
      officialIds.length < largest &&
      reach.placesOf(one.homeId).includes(group.placeId) &&
      diary.isFree(one.officialId, weeks),
  )
  if (!other) return false
  other.officialIds.push(one.officialId)
  diary.enter(one.officialId, other.weeks)
  return true
}
type Seating = {
  readonly seated: readonly Seated[]
  readonly reach: Reach
  readonly largest: number
  readonly diary: Diary
}

/** Places for all whom a place can take, and why not for the others. The same input gives the same proposal, in any order. */
export function propose(input: ProposalInput): Proposal {
  const { limits } = input
  const largest = limits.largestClass
  const reach = reachOf(input)
  const uncovered: Uncovered[] = []
  const near: Wanted[] = []
  for (const one of onceEach(input.wanted))
    if (reach.placesOf(one.homeId).length > 0) near.push(one)
    else uncovered.push(nobody(one, reach.lack(one.homeId)))

  const groups = [...input.topics]
    .sort((a, b) => byText(a.topicId, b.topicId))
    .flatMap(({ topicId, days }) =>
      gathered(
        near.filter((one) => one.topicId === topicId),
        { reach, largest },
      ).map((group): Gathered => ({ ...group, topicId, long: weeksFor(days, limits) })),
    )
    .sort((a, b) => urgency(a) - urgency(b))

  const open = openWeeks(input.weeks, limits)
  const diary = newDiary()
  const seated: Seated[] = []
  const busy: Wanted[] = []
  for (const group of groups) {
    const weeks = firstFree(group.people, { open, long: group.long, diary })
    const free = group.people.filter(({ officialId }) => weeks.length > 0 && diary.isFree(officialId, weeks))
    for (const { officialId } of free) diary.enter(officialId, weeks)
    if (free.length > 0) seated.push({ group, weeks, officialIds: free.map(({ officialId }) => officialId) })
    if (open.length < group.long) uncovered.push(...group.people.map((one) => nobody(one, 'no_week')))
    else busy.push(...group.people.filter((one) => !free.includes(one)))
  }
  for (const one of busy) if (!reseat(one, { seated, reach, largest, diary })) uncovered.push(nobody(one, 'busy'))

  return {
    classes: seated.map(({ group, weeks, officialIds }) => ({
      ...{ topicId: group.topicId, placeId: group.placeId, weeks, officialIds },
    })),
    uncovered,
  }
}
