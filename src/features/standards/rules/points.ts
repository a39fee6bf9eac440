/** B1 by a points table: a range of points where answers are missing. Each section's method is one small function. */
import type { Facts } from '../model/facts.ts'
import type { PointsSection, PointsTable } from '../model/points.ts'
import { type Region, regions } from '../model/words.ts'
import { type Ask, atAges, type DayParts, type MemberTest, oldestAge, youngestAge } from './ages.ts'
import { sizeOf } from './rule.ts'
import { NO, type Tri, UNKNOWN, YES } from './tri.ts'

export type Range = { low: number; high: number }
type CountRows = Extract<PointsSection, { method: 'household_size' }>['rows']
type Situation = { facts: Facts; on: DayParts; ask: Ask }

const rowsFor = (rows: CountRows, count: number, region: Region): number =>
  rows.find((r) => count >= r.match.from && (r.match.to === undefined || count <= r.match.to))?.points[region] ?? 0

function rangeOver(from: number, to: number, pointsAt: (count: number) => number): Range {
  const all = Array.from({ length: to - from + 1 }, (_, i) => pointsAt(from + i))
  return { low: Math.min(...all), high: Math.max(...all) }
}

/** How many members answer YES: surely, and at most. */
function countMembers({ facts, on, ask }: Situation, test: MemberTest): { from: number; to: number } {
  const members = facts.members ?? []
  if (members.length === 0) {
    ask('members')
    return { from: 0, to: facts.memberCount ?? 100 }
  }
  const states = members.map((m, i) =>
    atAges(test, m, {
      from: youngestAge(m.birth, on),
      to: oldestAge(m.birth, on),
      ask: (key) => ask(`members[${members[i]?.id ?? i}].${key}`),
    }),
  )
  return { from: states.filter((s) => s === YES).length, to: states.filter((s) => s !== NO).length }
}

/** The best row that some member reaches; rows that only unknown answers may reach raise the upper end. */
function bestRow(states: readonly { points: number; reached: Tri }[]): Range {
  const best = (reached: (s: Tri) => boolean) =>
    Math.max(0, ...states.filter((s) => reached(s.reached)).map((s) => s.points))
  return { low: best((s) => s === YES), high: best((s) => s !== NO) }
}

const known = <T>(value: T | undefined, among: readonly T[]): Tri =>
  value === undefined ? UNKNOWN : among.includes(value) ? YES : NO

function reachedBy(situation: Situation, key: string, test: (m: NonNullable<Facts['members']>[number]) => Tri): Tri {
  const { facts, ask } = situation
  if (!facts.members?.length) return ask('members')
  const states = facts.members.map((m) => {
    const state = test(m)
    if (state === UNKNOWN) ask(`members[${m.id}].${key}`)
    return state
  })
  return states.includes(YES) ? YES : states.includes(UNKNOWN) ? UNKNOWN : NO
}

function sectionRange(section: PointsSection, situation: Situation, region: Region): Range {
  switch (section.method) {
    case 'household_size': {
      const size = sizeOf(situation.facts)
      if (size === 0) situation.ask('members')
      return rangeOver(size || 1, size || 100, (n) => rowsFor(section.rows, n, region))
    }
    case 'dependants_count': {
      const { childBelow, olderAbove } = section
      const count = countMembers(situation, (m, age, ask) =>
        age < childBelow || age > olderAbove ? YES : m.canWork === undefined ? ask('canWork') : m.canWork ? NO : YES,
      )
      return rangeOver(count.from, count.to, (n) => rowsFor(section.rows, n, region))
    }
    case 'pensions_count': {
      const count = countMembers(situation, (m, _age, ask) =>
        m.pension === undefined ? ask('pension') : m.pension ? YES : NO,
      )
      return rangeOver(count.from, count.to, (n) => rowsFor(section.rows, n, region))
    }
    case 'best_schooling':
      return bestRow(
        section.rows.map((r) => ({
          points: r.points[region],
          reached: reachedBy(situation, 'finished', (m) => known(m.finished, r.match.levels)),
        })),
      )
    case 'best_job':
      return bestRow(
        section.rows.map((r) => ({
          points: r.points[region],
          reached: reachedBy(situation, 'job', (m) => known(m.job, r.match.jobs)),
        })),
      )
  }
}

function regionsOf(facts: Facts, ask: Ask): readonly Region[] {
  if (facts.settlement === 'urban') return ['THANH_THI']
  if (facts.region !== undefined && facts.region !== 'THANH_THI') return [facts.region]
  ask('region')
  return regions.filter((r) => facts.settlement === undefined || r !== 'THANH_THI')
}

/** B1 points of a household by a table on a day: exactly, or the range that missing answers leave. */
export function pointsRange(table: PointsTable, facts: Facts, on: DayParts, ask: Ask): Range {
  const situation = { facts, on, ask }
  const totals = regionsOf(facts, ask).map((region) => {
    const sections = table.sections.map((s) => sectionRange(s, situation, region))
    return {
      low: Math.max(
        0,
        sections.reduce((sum, s) => sum + s.low, 0),
      ),
      high: Math.max(
        0,
        sections.reduce((sum, s) => sum + s.high, 0),
      ),
    }
  })
  return { low: Math.min(...totals.map((t) => t.low)), high: Math.max(...totals.map((t) => t.high)) }
}
