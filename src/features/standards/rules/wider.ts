/**
 * A provincial standard stands above a national one: for every household at least as wide. Compared value by value, in
 * the direction in which each value widens; what cannot be compared must be the same.
 */

import type { Indicator, Standard } from '../model/standard.ts'
import type { Method, Threshold } from '../model/threshold.ts'
import { canonicalJson } from './hash.ts'
import { indicatorsOf } from './indicators.ts'

type Direction = 'higher' | 'lower' | 'more' | 'fewer' | 'same'

/** How a parameter must change so that more households lack. */
const widens: Record<Method, Record<string, Direction>> = {
  member_without_job: { fromAge: 'lower', untilAge: 'same' },
  dependants_share: { childBelow: 'higher', olderFrom: 'lower', above: 'lower' },
  child_undernourished: { below: 'higher' },
  member_uninsured: { fromAge: 'lower' },
  adult_schooling_bands: { bands: 'same', trainedOnJobCounts: 'same' },
  adult_schooling_cohort: { fromAge: 'lower', bornFrom: 'lower', levels: 'fewer' },
  child_schooling_bands: { bands: 'same' },
  child_not_attending: { from: 'lower', below: 'higher' },
  ill_without_care: {},
  house_not_durable: { structuresFrom: 'lower' },
  area_below: { perPerson: 'higher' },
  water_not_among: { sources: 'fewer' },
  toilet_not_among: { toilets: 'fewer' },
  no_service: { services: 'fewer' },
  no_means: { means: 'fewer', loudspeakerCounts: 'same' },
}

function isAsWide(own: unknown, national: unknown, direction: Direction): boolean {
  if (canonicalJson(own) === canonicalJson(national)) return true
  if (typeof own === 'number' && typeof national === 'number')
    return direction === 'higher' ? own > national : direction === 'lower' ? own < national : false
  if (Array.isArray(own) && Array.isArray(national))
    return direction === 'fewer'
      ? own.every((v) => national.includes(v))
      : direction === 'more' && national.every((v) => own.includes(v))
  return false
}

const paramsOf = (threshold: Threshold): Record<string, { value: unknown }> =>
  threshold.params as Record<string, { value: unknown }>

function narrowerIndicator(own: Indicator | undefined, national: Indicator): string[] {
  if (own === undefined) return [`${national.key} is missing`]
  if (national.threshold === undefined || own.threshold === undefined)
    return own.threshold === national.threshold ? [] : [`${national.key}: a threshold stands on one side only`]
  if (own.threshold.method !== national.threshold.method) return [`${national.key}: the method differs`]
  const ours = paramsOf(own.threshold)
  const directions = widens[national.threshold.method]
  return Object.entries(paramsOf(national.threshold))
    .filter(([name, theirs]) => !isAsWide(ours[name]?.value, theirs.value, directions[name] ?? 'same'))
    .map(([name]) => `${national.key}.${name} is narrower`)
}

function narrowerLines(own: Standard, national: Standard): string[] {
  return (['rural', 'urban'] as const).flatMap((s) =>
    (['poor', 'nearPoor', 'average'] as const)
      .filter((line) => {
        const theirs = national.lines[s][line]?.value
        return theirs !== undefined && (own.lines[s][line]?.value ?? -1) < theirs
      })
      .map((line) => `lines.${s}.${line} is lower`),
  )
}

function narrowerCuts(own: Standard, national: Standard): string[] {
  const cuts = national.scoring?.cuts
  if (cuts === undefined) return []
  return (['rural', 'urban'] as const).flatMap((s) =>
    (['poor', 'nearPoor'] as const)
      .filter((cut) => (cuts[s][cut]?.value ?? -1) > (own.scoring?.cuts?.[s][cut]?.value ?? -1))
      .map((cut) => `scoring.cuts.${s}.${cut} is lower`),
  )
}

/** Where a provincial standard is narrower than the national one it names; empty where it is equal or wider. */
export function narrowerThan(own: Standard, national: Standard): string[] {
  const indicators = new Map(indicatorsOf(own).map((i) => [i.key, i]))
  const faults = indicatorsOf(national).flatMap((i) => narrowerIndicator(indicators.get(i.key), i))
  if (own.classes.rule.value !== national.classes.rule.value) faults.push('classes.rule differs')
  if (own.classes.lackingForPoor.value > national.classes.lackingForPoor.value)
    faults.push('classes.lackingForPoor is higher')
  if (own.validity.from < national.validity.from || own.validity.until > national.validity.until)
    faults.push('it holds on days on which the national one does not')
  return [...faults, ...narrowerLines(own, national), ...narrowerCuts(own, national)]
}
