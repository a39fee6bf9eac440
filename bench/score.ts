/**
 * Verdicts a second on one core, households of five members, by the standard of 2022-2025; with and without reasons,
 * and the parse of the same households' JSON in the same run as the yardstick. JSON lines on stdout.
 */

import { loadStandards, scorerOf } from '#features/standards/library.ts'
import type { Facts, Member } from '#features/standards/model/facts.ts'
import { plainDate } from '#kernel/dates.ts'
import { vnd } from '#kernel/numbers.ts'

/** A small deterministic generator (Lehmer), so that every run scores the same households. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state * 48_271) % 2_147_483_647
    return state % sides
  }
}

function member(roll: (sides: number) => number, at: number): Member {
  const year = at < 2 ? 1960 + roll(40) : 2008 + roll(18)
  const child = year > 2010
  return {
    id: `p${at}`,
    sex: roll(2) ? 'male' : 'female',
    birth: { year, month: 1 + roll(12), day: 1 + roll(28) },
    ethnicity: roll(3) ? '01' : '02',
    studying: child ? ((['preschool', 'primary', 'lower_secondary'] as const)[roll(3)] ?? 'primary') : 'none',
    finished: child ? 'none' : roll(2) ? 'lower_secondary' : 'upper_secondary',
    trainedOnJob: false,
    canWork: !child,
    job: child ? 'none' : roll(3) ? 'farm' : 'wage',
    contract: roll(2) === 0,
    wantsWork: !child,
    healthInsurance: roll(12) > 0,
    socialAllowance: roll(9) === 0,
    pension: false,
    disability: roll(15) ? 'none' : 'severe',
    nutrition: roll(10) ? 'normal' : 'low_height',
    merit: false,
  }
}

function household(roll: (sides: number) => number): Facts {
  const structure = () => (roll(3) ? ('durable' as const) : ('not_durable' as const))
  return {
    settlement: roll(4) ? 'rural' : 'urban',
    members: [0, 1, 2, 3, 4].map((at) => member(roll, at)),
    housing: { wall: structure(), pillar: structure(), roof: structure(), areaM2: 20 + roll(80) },
    water: { source: roll(5) ? 'drilled_well' : 'surface' },
    sanitation: { toilet: roll(4) ? 'septic' : 'plain_pit', waste: 'collected' },
    information: { internet: roll(4) > 0, phone: true, means: roll(6) ? ['tv', 'smartphone'] : [], loudspeaker: true },
    income: { perPersonMonth: vnd(500_000 + roll(3_000) * 1_000) },
    causes: ['capital'],
    support: ['credit'],
  }
}

/** Runs the work over all households until the time is up; households a second. */
function rate(households: number, seconds: number, pass: () => void): number {
  for (let warm = 0; warm < 5; warm++) pass()
  const start = process.hrtime.bigint()
  const until = start + BigInt(Math.round(seconds * 1e9))
  let passes = 0
  let now = start
  while (now < until) {
    pass()
    passes++
    now = process.hrtime.bigint()
  }
  return Math.round((passes * households) / (Number(now - start) / 1e9))
}

/** The same invented households on every run. */
export function householdsOf(count: number): Facts[] {
  const roll = dice(20_261_121)
  return Array.from({ length: count }, () => household(roll))
}

export async function run(): Promise<void> {
  const households = householdsOf(2_000)
  const texts = households.map((h) => JSON.stringify(h))
  const day = plainDate('2026-10-15')
  const scorer = scorerOf(loadStandards(), 'vn-2022-2025')
  const classes = new Map<string, number>()
  for (const facts of households) {
    const found = scorer.score(facts, day).class ?? 'open'
    classes.set(found, (classes.get(found) ?? 0) + 1)
  }
  let sink = 0
  const measures = {
    score: rate(households.length, 3, () => {
      for (const facts of households) sink += scorer.score(facts, day).lacking.length
    }),
    explain: rate(households.length, 3, () => {
      for (const facts of households) sink += scorer.explain(facts, day).indicators.length
    }),
    parse: rate(households.length, 3, () => {
      for (const text of texts) sink += (JSON.parse(text) as Facts).members?.length ?? 0
    }),
  }
  const line = (data: object) => console.log(JSON.stringify({ bench: 'score', ...data }))
  line({ households: households.length, members: 5, classes: Object.fromEntries(classes), checked: sink > 0 })
  line({ what: 'without reasons', perSecond: measures.score, aim: 500_000, toParse: measures.score / measures.parse })
  line({ what: 'with reasons', perSecond: measures.explain, aim: 150_000, toParse: measures.explain / measures.parse })
  line({ what: 'JSON.parse of the same households', perSecond: measures.parse })
}
