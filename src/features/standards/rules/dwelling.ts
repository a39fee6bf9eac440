/** House, water, toilet, information: what the household answers as a whole. */
import type { Facts } from '../model/facts.ts'
import type { ThresholdOf } from '../model/threshold.ts'
import { always, type HouseholdRead, type HouseholdRule, mostMembers } from './rule.ts'
import { NO, type Tri, UNKNOWN, YES } from './tri.ts'

const parts = ['wall', 'pillar', 'roof'] as const

const structures = parts.map((part) => ({ path: `housing.${part}`, value: (f: Facts) => f.housing?.[part] }))

export function houseNotDurable({ params }: ThresholdOf<'house_not_durable'>): HouseholdRule {
  const from = params.structuresFrom.value
  return {
    kind: 'household',
    spoke: (f, state) =>
      structures.filter(({ value }) => {
        const weak = value(f) === 'not_durable'
        return state === UNKNOWN || weak === (state === YES)
      }),
    test: (f, _size, ask) => {
      let weak = 0
      let open = 0
      for (const part of parts) {
        const structure = f.housing?.[part]
        if (structure === undefined) open++
        else if (structure === 'not_durable') weak++
      }
      if (weak >= from) return YES
      if (weak + open < from) return NO
      for (const part of parts) if (f.housing?.[part] === undefined) ask(`housing.${part}`)
      return UNKNOWN
    },
  }
}

export function areaBelow({ params }: ThresholdOf<'area_below'>): HouseholdRule {
  const perPerson = params.perPerson.value
  return {
    kind: 'household',
    perPerson: true,
    spoke: always([{ path: 'housing.areaM2', value: (f) => f.housing?.areaM2 }]),
    test: (f, size, ask) => {
      const area = f.housing?.areaM2
      if (area !== undefined && area < perPerson * (size || 1)) return YES
      if (area !== undefined && area >= perPerson * (size || mostMembers)) return NO
      if (size === 0) ask('members')
      return area === undefined ? ask('housing.areaM2') : UNKNOWN
    },
  }
}

export function waterNotAmong({ params }: ThresholdOf<'water_not_among'>): HouseholdRule {
  const sources = params.sources.value
  return {
    kind: 'household',
    spoke: always([{ path: 'water.source', value: (f) => f.water?.source }]),
    test: (f, _size, ask) => {
      const source = f.water?.source
      return source === undefined ? ask('water.source') : sources.includes(source) ? NO : YES
    },
  }
}

export function toiletNotAmong({ params }: ThresholdOf<'toilet_not_among'>): HouseholdRule {
  const toilets = params.toilets.value
  return {
    kind: 'household',
    spoke: always([{ path: 'sanitation.toilet', value: (f) => f.sanitation?.toilet }]),
    test: (f, _size, ask) => {
      const toilet = f.sanitation?.toilet
      return toilet === undefined ? ask('sanitation.toilet') : toilets.includes(toilet) ? NO : YES
    },
  }
}

/** Nobody uses any of the services. */
export function noService({ params }: ThresholdOf<'no_service'>): HouseholdRule {
  const services = params.services.value
  const reads = services.map((s) => ({ path: `information.${s}`, value: (f: Facts) => f.information?.[s] }))
  return {
    kind: 'household',
    spoke: (f, state) => (state === NO ? reads.filter(({ value }) => value(f) === true) : reads),
    test: (f, _size, ask) => {
      let state: Tri = YES
      for (const service of services) {
        const uses = f.information?.[service]
        if (uses === true) return NO
        if (uses === undefined) state = UNKNOWN
      }
      if (state === UNKNOWN) for (const s of services) if (f.information?.[s] === undefined) ask(`information.${s}`)
      return state
    },
  }
}

/** The household owns none of the means and, where that counts, hears no loudspeaker. */
export function noMeans({ params }: ThresholdOf<'no_means'>): HouseholdRule {
  const counted = params.means.value
  const loudspeakerCounts = params.loudspeakerCounts.value
  const owned = { path: 'information.means', value: (f: Facts) => f.information?.means }
  const loudspeaker = { path: 'information.loudspeaker', value: (f: Facts) => f.information?.loudspeaker }
  const reads: readonly HouseholdRead[] = loudspeakerCounts ? [owned, loudspeaker] : [owned]
  return {
    kind: 'household',
    spoke: (f, state) => {
      if (state !== NO) return reads
      return f.information?.means?.some((m) => counted.includes(m)) ? [owned] : [loudspeaker]
    },
    test: (f, _size, ask) => {
      const means = f.information?.means
      const hears = loudspeakerCounts ? f.information?.loudspeaker : false
      if (hears === true) return NO
      if (means !== undefined) for (const m of means) if (counted.includes(m)) return NO
      if (means === undefined) ask('information.means')
      if (hears === undefined) ask('information.loudspeaker')
      return means === undefined || hears === undefined ? UNKNOWN : YES
    },
  }
}
