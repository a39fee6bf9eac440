/** Who of one topic sits together and where: from the edge inwards, so that whoever has few neighbours is not left over. */
import type { AreaId } from '#kernel/ids.ts'
import type { ProposalInput, UncoveredReason, Wanted } from '../model.ts'

export type Group = { readonly placeId: AreaId; readonly people: readonly Wanted[] }
export type Reach = {
  /** Places within the limit of a commune, the nearest first. */
  readonly placesOf: (home: AreaId) => readonly AreaId[]
  /** Communes within the limit of a place, the nearest first. */
  readonly homesOf: (place: AreaId) => readonly AreaId[]
  /** Communes that reach a place which this one reaches, itself among them. */
  readonly besides: (home: AreaId) => readonly AreaId[]
  readonly far: (home: AreaId, place: AreaId) => number
  /** Why a commune reaches no place. */
  readonly lack: (home: AreaId) => UncoveredReason
}

export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export function reachOf({ wanted, placeIds, ways, limits }: ProposalInput): Reach {
  const homes = [...new Set(wanted.map(({ homeId }) => homeId))].sort(byText)
  const places = [...new Set(placeIds)].sort(byText)
  const known = new Map<AreaId, Map<AreaId, number>>()
  for (const { fromId, toId, far } of ways) {
    const of = known.get(fromId) ?? new Map<AreaId, number>()
    known.set(fromId, of.set(toId, Math.min(far, of.get(toId) ?? far)))
  }
  const far = (home: AreaId, place: AreaId) =>
    home === place ? 0 : (known.get(home)?.get(place) ?? Number.POSITIVE_INFINITY)
  const nearest = (among: readonly AreaId[], way: (one: AreaId) => number) =>
    among.filter((one) => way(one) <= limits.furthest).sort((a, b) => way(a) - way(b) || byText(a, b))
  const placesOf = new Map(homes.map((home) => [home, nearest(places, (place) => far(home, place))]))
  const homesOf = new Map(places.map((place) => [place, nearest(homes, (home) => far(home, place))]))
  const besides = new Map(
    homes.map((home) => [home, [...new Set((placesOf.get(home) ?? []).flatMap((place) => homesOf.get(place) ?? []))]]),
  )
  return {
    far,
    besides: (home) => besides.get(home) ?? [],
    placesOf: (home) => placesOf.get(home) ?? [],
    homesOf: (place) => homesOf.get(place) ?? [],
    lack: (home) => (places.some((place) => Number.isFinite(far(home, place))) ? 'too_far' : 'no_way'),
  }
}

/** How many of those waiting a place would take, and how far they would travel together. */
function tried(place: AreaId, waiting: ReadonlyMap<AreaId, readonly Wanted[]>, { reach, largest, fromOne }: Means) {
  let seats = largest
  let far = 0
  for (const home of reach.homesOf(place)) {
    const taken = Math.min(seats, fromOne, waiting.get(home)?.length ?? 0)
    far += taken * reach.far(home, place)
    seats -= taken
    if (seats === 0) break
  }
  return { place, people: largest - seats, far }
}
/** `largest`: of a class; `fromOne`: of one commune in it. */
type Means = { readonly reach: Reach; readonly largest: number; readonly fromOne: number }

/** All of them in groups no larger than a class. Every one of them reaches a place. */
export function gathered(people: readonly Wanted[], means: Means): Group[] {
  const { reach } = means
  const waiting = new Map<AreaId, Wanted[]>()
  for (const one of people) {
    const here = waiting.get(one.homeId)
    if (here) here.push(one)
    else waiting.set(one.homeId, [one])
  }
  const groups: Group[] = []
  while (waiting.size > 0) {
    const seed = loneliest(waiting, reach)
    const [best] = reach
      .placesOf(seed)
      .map((place) => tried(place, waiting, means))
      .sort((a, b) => b.people - a.people || a.far - b.far || byText(a.place, b.place))
    if (!best) throw new Error(`no place for ${seed}`)
    const order = [seed, ...reach.homesOf(best.place).filter((home) => home !== seed)]
    groups.push({ placeId: best.place, people: take(waiting, order, means) })
  }
  return groups
}

/** The commune that has the fewest others within reach of its places. */
function loneliest(waiting: ReadonlyMap<AreaId, readonly Wanted[]>, reach: Reach): AreaId {
  const near = (home: AreaId) => reach.besides(home).reduce((sum, one) => sum + (waiting.get(one)?.length ?? 0), 0)
  const [first] = [...waiting.keys()]
    .map((home) => ({ home, near: near(home) }))
    .sort((a, b) => a.near - b.near || byText(a.home, b.home))
  if (!first) throw new Error('nobody waits')
  return first.home
}

/** The first of these communes, those who come first in each; they wait no more. */
function take(
  waiting: Map<AreaId, Wanted[]>,
  homes: readonly AreaId[],
  { largest, fromOne }: Omit<Means, 'reach'>,
): Wanted[] {
  const taken: Wanted[] = []
  for (const home of homes) {
    const here = waiting.get(home) ?? []
    const some = here.splice(0, Math.min(largest - taken.length, fromOne))
    taken.push(...some)
    if (here.length === 0) waiting.delete(home)
    if (taken.length === largest) break
  }
  return taken
}
