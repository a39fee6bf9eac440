/** A proposal as people read it: its classes, who sits where, who nowhere and why. Pure. */
import type { AreaId, FrameworkTopicId, OfficialId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'
import type { GoneSince } from '../../plan/model.ts'
import type {
  ClassOf,
  Proposal,
  ProposalInput,
  ProposalTopic,
  SeatOf,
  TopicNeed,
  Uncovered,
  Wanted,
  Way,
} from '../model.ts'
import { weekOf } from './ask.ts'
import { propose } from './propose.ts'
import { travelTo } from './travel.ts'

type Topic = { readonly topicId: FrameworkTopicId; readonly code: string; readonly title: string }
type Taken = {
  readonly officialId: OfficialId
  readonly topicId: FrameworkTopicId
  readonly weeks: readonly number[]
  readonly plan: SeatOf['plan']
  readonly planYear: number
}
/** What was read. */
export type Facts = {
  readonly year: number
  readonly topics: readonly Topic[]
  readonly open: readonly Topic[]
  readonly ofTopics: readonly ProposalTopic[]
  readonly places: readonly unknown[]
  readonly seats: readonly Taken[]
  readonly gone: readonly Wanted[]
  readonly goneSince: ReadonlyMap<OfficialId, GoneSince>
  readonly input: ProposalInput | null
  readonly names: ReadonlyMap<AreaId, string>
  readonly persons: ReadonlyMap<OfficialId, string>
}

const keyOf = ({ topicId, officialId }: Pick<Wanted, 'topicId' | 'officialId'>) => `${topicId} ${officialId}`

/** Why nothing can be proposed, whatever is needed. */
export const lacksOf = ({ input, places, open }: Facts): Said[] => [
  ...(open.length === 0
    ? [{ vi: 'Chưa có khung đào tạo nào được phê duyệt.', en: 'No training framework is approved.' }]
    : []),
  ...(input === null
    ? [{ vi: 'Tỉnh chưa ghi sĩ số lớn nhất một lớp.', en: 'The province lays down no largest class.' }]
    : []),
  ...(places.length === 0
    ? [{ vi: 'Chưa ghi nơi mở lớp nào ở đây.', en: 'No place of classes is entered here.' }]
    : []),
]

/** The classes, worked out; who has left is named with those whom no class takes. Nobody without a largest class. */
export function worked({ input, gone }: Pick<Facts, 'input' | 'gone'>): Proposal {
  const { classes, uncovered } = input ? propose(input) : { classes: [], uncovered: [] }
  const left = new Map(gone.map((one) => [keyOf(one), one]))
  return {
    classes,
    uncovered: [
      ...uncovered,
      ...[...left.values()].map(
        ({ officialId, topicId, homeId }): Uncovered => ({ officialId, topicId, homeId, because: 'gone' }),
      ),
    ],
  }
}

const farOf = (ways: readonly Way[]) => new Map(ways.map(({ fromId, toId, far }) => [`${fromId} ${toId}`, far]))

/** From the communes of a proposal to each place, as the register of ways has it; nothing of what it does not know. */
export function waysOf(classes: readonly ClassOf[], { input }: Pick<Facts, 'input'>): Way[] {
  const homes = new Set(classes.flatMap(({ homeIds }) => homeIds))
  const places = new Set(input?.placeIds ?? [])
  return (input?.ways ?? []).filter(({ fromId, toId }) => homes.has(fromId) && places.has(toId))
}

export function classRows({ classes }: Proposal, { year, open, input, names }: Facts): ClassOf[] {
  const topics = new Map(open.map((topic) => [topic.topicId, topic]))
  const homes = new Map((input?.wanted ?? []).map((one) => [keyOf(one), one.homeId]))
  const far = farOf(input?.ways ?? [])
  return classes.map(({ topicId, placeId, weeks, officialIds }, at) => {
    const homeIds = officialIds.map((officialId) => homes.get(keyOf({ topicId, officialId })) ?? placeId)
    return {
      ...{ key: `${topicId} ${placeId} ${weeks.join(' ')} ${at + 1}`, number: at + 1, topicId, placeId },
      ...{ code: topics.get(topicId)?.code ?? '', title: topics.get(topicId)?.title ?? '' },
      ...{ placeName: names.get(placeId) ?? '', weeks: weeks.map((monday) => weekOf(year, monday)) },
      ...{ people: officialIds.length, ...travelTo(placeId, homeIds, (home) => far.get(`${home} ${placeId}`)) },
      ...{ officialIds: [...officialIds], homeIds },
    }
  })
}

/** Everybody who needs something, once a topic: first who sits nowhere, then by class, then who has a seat already. */
export function seatRows(proposal: Proposal, facts: Facts): SeatOf[] {
  const topics = new Map(facts.open.map((topic) => [topic.topicId, topic]))
  const wanted = new Map((facts.input?.wanted ?? []).map((one) => [keyOf(one), one]))
  const row = (of: Pick<Wanted, 'officialId' | 'topicId'>, homeId: AreaId | undefined): SeatOf => ({
    ...{ officialId: of.officialId, person: facts.persons.get(of.officialId) ?? '', topicId: of.topicId },
    ...{ homeName: (homeId && facts.names.get(homeId)) ?? '', code: topics.get(of.topicId)?.code ?? '' },
    ...{ title: topics.get(of.topicId)?.title ?? '', state: 'uncovered', number: null, placeName: null, weeks: [] },
    ...{ because: null, plan: null, planYear: null, gone: facts.goneSince.get(of.officialId) ?? null },
  })
  const planned = facts.seats.filter((seat) => wanted.has(keyOf(seat)))
  return [
    ...proposal.uncovered.map((one) => ({ ...row(one, one.homeId), because: one.because })),
    ...classRows(proposal, facts).flatMap(({ officialIds, topicId, number, placeName, weeks }) =>
      officialIds.map((officialId) => ({
        ...row({ officialId, topicId }, wanted.get(keyOf({ officialId, topicId }))?.homeId),
        ...{ state: 'seated' as const, number, placeName, weeks },
      })),
    ),
    ...planned.map((seat) => ({
      ...row(seat, wanted.get(keyOf(seat))?.homeId),
      state: seat.planYear === facts.year ? ('planned' as const) : ('covered' as const),
      ...{ weeks: seat.plan?.read ? [...seat.weeks] : [], plan: seat.plan, planYear: seat.planYear },
    })),
  ]
}

/** How many need each topic, sit and do not, and how many classes there are beside the least that could be. */
export function topicRows(
  rows: readonly SeatOf[],
  proposal: Proposal,
  { topics, ofTopics, open, input }: Facts,
): TopicNeed[] {
  const codes = new Map(open.map(({ topicId, code }) => [topicId, code]))
  const largest = input?.limits.largestClass ?? 1
  return topics.flatMap(({ topicId, code, title }) => {
    const mine = rows.filter((row) => row.topicId === topicId)
    if (mine.length === 0) return []
    const seated = mine.filter(({ state }) => state === 'seated').length
    const uncovered = mine.filter(({ state }) => state === 'uncovered').length
    const of = ofTopics.find((topic) => topic.topicId === topicId)
    return [
      {
        ...{ topicId, code, title, days: of?.days ?? null, needed: mine.length },
        after: (of?.before ?? []).flatMap((one) => codes.get(one) ?? []).sort(),
        ...{ seated, uncovered, taken: mine.length - seated - uncovered, least: Math.ceil(seated / largest) },
        classes: proposal.classes.filter((one) => one.topicId === topicId).length,
      },
    ]
  })
}
