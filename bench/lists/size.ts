/** How large the ground is, and the readable ids of what stands on it. */

export type Commune = {
  readonly province: number
  readonly villages: number
  readonly households: number
}
export type Size = {
  readonly households: number
  readonly audit: number
  /** Who stands in the roster. */
  readonly officials: number
  readonly communes: readonly Commune[]
  /** How many of the communes, the first ones, a list is judged by: all of their households are asked by a round. */
  readonly judged: number
}

/** The households of the communes that are judged. The largest wards have 60,000; only large grounds hold one. */
const judgedOf = (households: number): readonly number[] =>
  households < 400_000 ? [60, 2_700, 7_400] : [60, 2_700, 7_400, 60_000]
const whole = 1_000_000
const provinces = 34

const many = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n))

/** Shares out `total` so that the parts add up to it. */
const shared = (total: number, parts: number): number[] =>
  many(parts, (n) => Math.floor((total * (n + 1)) / parts) - Math.floor((total * n) / parts))

function firstProvince(judged: readonly number[], households: number, scale: number): Commune[] {
  const villages = [3, 10, 20, 100]
  const known = judged.map((count, n) => ({ province: 0, villages: villages[n] ?? 1, households: count }))
  const left = households - known.reduce((sum, one) => sum + one.households, 0)
  // Never fewer than 20, so that whoever works for the province reaches more than 200 villages, as in life.
  const rest = shared(left, Math.max(20, Math.round(163 * scale)))
  return [...known, ...rest.map((count) => ({ province: 0, villages: 9, households: count }))]
}

/**
 * A province with four in ten of the households, in communes as large as they are, and 33 others, mostly without a
 * register. Throws RangeError below 40,000.
 */
export function sizeOf(households: number): Size {
  if (households < 40_000) throw new RangeError('the communes that are judged need 40,000 households')
  const scale = households / whole
  const first = Math.round(households * 0.4)
  const each = Math.max(2, Math.round(95 * scale))
  const others = shared(households - first, (provinces - 1) * each)
  const rest = others.map((count, n) => ({ province: 1 + Math.floor(n / each), villages: 30, households: count }))
  const judged = judgedOf(households)
  const communes = [...firstProvince(judged, first, scale), ...rest]
  return { households, audit: Math.round(200_000 * scale), officials: 20_000, communes, judged: judged.length }
}

const kinds = {
  nation: '0000',
  province: '0001',
  commune: '0003',
  village: '0004',
  household: '0007',
  case: '0008',
  person: '0009',
  survey: '000a',
  round: '000b',
  member: '000c',
  head: '00ab',
  official: '00ac',
  actor: '00aa',
  staff: '00ad',
  body: '00ae',
  meeting: '00af',
  taking: '00b0',
} as const
type Kind = keyof typeof kinds

/** In SQL: the id of the n-th of a kind. */
export const id = (kind: Kind, n: string): string =>
  `('0192${kinds[kind]}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`

export const idOf = (kind: Kind, n: number): string =>
  `0192${kinds[kind]}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

/** In SQL: an id that nothing names; the same at every making of the ground, as all that is drawn. */
export const drawn = 'md5(random()::text)::uuid'

/** The number of the first village of a commune. */
export const firstVillage = ({ communes }: Size, commune: number): number =>
  communes.slice(0, commune).reduce((sum, { villages }) => sum + villages, 0)
