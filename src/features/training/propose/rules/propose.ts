/** From needs to classes: near where people live, as few as their ways allow, one after what comes before it, and by name who gets none. */
import type {
  Proposal,
  ProposalInput,
  ProposalTopic,
  ProposedClass,
  Uncovered,
  UncoveredReason,
  Wanted,
} from '../model.ts'
import { byText, type Group, gathered, type Reach, reachOf } from './gather.ts'
import { stepsOf } from './order.ts'
import { type Diary, firstFree, newDiary, openWeeks, weeksFor } from './weeks.ts'

const keyOf = ({ topicId, officialId }: Pick<Wanted, 'topicId' | 'officialId'>) => `${topicId} ${officialId}`

/** Each person once in a topic, by the most urgent of their needs; whose turn is first, first. */
function onceEach(wanted: readonly Wanted[]): Wanted[] {
  const once = new Map<string, Wanted>()
  for (const one of [...wanted].sort(inTurn)) if (!once.has(keyOf(one))) once.set(keyOf(one), one)
  return [...once.values()]
}

const inTurn = (a: Wanted, b: Wanted) =>
  a.priority - b.priority ||
  byText(a.officialId, b.officialId) ||
  byText(a.topicId, b.topicId) ||
  byText(a.homeId, b.homeId)

type Gathered = Group & { readonly topicId: Wanted['topicId']; readonly long: number }
type Seated = { readonly group: Gathered; readonly weeks: ProposedClass['weeks']; readonly people: Wanted[] }

const urgency = ({ people }: Group) => people.reduce((sum, { priority }) => sum + priority, 0) / people.length
const nobody = (one: Wanted, because: UncoveredReason): Uncovered => ({
  ...{ officialId: one.officialId, topicId: one.topicId, homeId: one.homeId, because },
})

/** A seat for who is busy when the own group meets, in another class of the topic within reach. */
function reseat(one: Wanted, { seated, reach, limits, diary }: Seating): boolean {
  const other = seated.find(
    ({ group, weeks, people }) =>
      group.topicId === one.topicId &&
      people.length < limits.largestClass &&
      people.filter(({ homeId }) => homeId === one.homeId).length < limits.fromOnePlace &&
      reach.placesOf(one.homeId).includes(group.placeId) &&
      diary.isFree(one, weeks),
  )
  if (!other) return false
  other.people.push(one)
  diary.enter(one, other.weeks)
  return true
}
type Seating = {
  readonly seated: Seated[]
  readonly uncovered: Uncovered[]
  readonly reach: Reach
  readonly limits: ProposalInput['limits']
  readonly open: ProposedClass['weeks']
  readonly diary: Diary
}

/** Classes of topics none of which comes before another; `people`: who needs them and reaches a place. */
function seatStep(topics: readonly ProposalTopic[], people: readonly Wanted[], seating: Seating): void {
  const { seated, uncovered, reach, limits, open, diary } = seating
  const means = { reach, largest: limits.largestClass, fromOne: limits.fromOnePlace }
  const groups = [...topics]
    .sort((a, b) => byText(a.topicId, b.topicId))
    .flatMap(({ topicId, days }) =>
      gathered(
        people.filter((one) => one.topicId === topicId),
        means,
      ).map((group): Gathered => ({ ...group, topicId, long: weeksFor(days ?? 1, limits) })),
    )
    .sort((a, b) => urgency(a) - urgency(b))
  const busy: Wanted[] = []
  for (const group of groups) {
    const weeks = firstFree(group.people, { open, long: group.long, diary })
    const free = group.people.filter((one) => weeks.length > 0 && diary.isFree(one, weeks))
    for (const one of free) diary.enter(one, weeks)
    if (free.length > 0) seated.push({ group, weeks, people: free })
    if (open.length < group.long) uncovered.push(...group.people.map((one) => nobody(one, 'no_week')))
    else busy.push(...group.people.filter((one) => !free.includes(one)))
  }
  for (const one of busy) if (!reseat(one, seating)) uncovered.push(nobody(one, 'busy'))
}

/** Places for all whom a place can take, and why not for the others. The same input gives the same proposal, in any order. */
export function propose(input: ProposalInput): Proposal {
  const { limits } = input
  const reach = reachOf(input)
  const topics = new Map(input.topics.map((topic) => [topic.topicId, topic]))
  const taken = new Set(input.taken.map(keyOf))
  const uncovered: Uncovered[] = []
  const near: Wanted[] = []
  for (const one of onceEach(input.wanted)) {
    if (taken.has(keyOf(one))) continue
    if (topics.get(one.topicId)?.days == null) uncovered.push(nobody(one, 'no_length'))
    else if (reach.placesOf(one.homeId).length > 0) near.push(one)
    else uncovered.push(nobody(one, reach.lack(one.homeId)))
  }
  const beforeOf = (topicId: Wanted['topicId']) => topics.get(topicId)?.before ?? []
  const open = openWeeks(input.weeks, limits)
  const seating = { seated: [], uncovered, reach, limits, open, diary: newDiary(input.taken, beforeOf) } as Seating
  for (const step of stepsOf(input.topics)) {
    // Who gets no class of what comes first gets none of what comes after it.
    const without = new Set(uncovered.map(keyOf))
    const able = (one: Wanted) => !beforeOf(one.topicId).some((topicId) => without.has(keyOf({ ...one, topicId })))
    const here = near.filter(({ topicId }) => step.some((topic) => topic.topicId === topicId))
    uncovered.push(...here.filter((one) => !able(one)).map((one) => nobody(one, 'not_first')))
    seatStep(step, here.filter(able), seating)
  }
  return {
    classes: seating.seated.map(({ group, weeks, people }) => ({
      ...{ topicId: group.topicId, placeId: group.placeId, weeks },
      officialIds: [...people].sort(inTurn).map(({ officialId }) => officialId),
    })),
    uncovered,
  }
}
