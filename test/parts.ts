/** Whether what a round counts is the sum of its parts, the length of its lists and what its files say, to each of some people. */
import { expect } from 'vitest'
import { caseStates } from '#features/rounds/model.ts'
import type { PersonName, World } from './world.ts'

type Figure = { readonly count: number; readonly opens: Readonly<Record<string, string>> }
type Place = {
  readonly cases: Figure
  readonly left: Figure
  readonly opens: Readonly<Record<string, Figure>>
  readonly closes: Readonly<Record<string, Figure>> | null
}
type Figures = Place & { readonly unseen: number; readonly villages: readonly Place[] }
type Counts = Readonly<Record<string, number>>
type Village = { readonly villageId: string; readonly counts: Counts }

const sum = (of: readonly number[]): number => of.reduce((all, one) => all + one, 0)
const of = (counts: Counts, at: string) => counts[at] ?? 0

function readingAs(world: World, person: PersonName, url: string) {
  const reply = async (path: string) => {
    const got = await world.as(person).get(path)
    expect(got.statusCode, `${person} ${path}: ${got.body.slice(0, 200)}`).toBe(200)
    return got
  }
  const get = async (path: string) => (await reply(path)).json()
  const lines = async (path: string) => (await reply(path)).body.trimEnd().split('\r\n').slice(1)
  /** The list that a number opens holds that many; `unseen`: with those that live elsewhere today. */
  const mustOpen = async ({ count, opens }: Figure, { unseen }: { unseen: boolean }) => {
    const query = new URLSearchParams(Object.entries(opens).filter(([name]) => name !== 'roundId'))
    const told = await get(`${url}/cases?${query}`)
    const whole = told.total + (unseen ? told.unseen : 0)
    expect([person, opens, whole, told.cases.length]).toEqual([person, opens, count, Math.min(50, told.total)])
    return told
  }
  return { get, lines, mustOpen }
}
type Reading = ReturnType<typeof readingAs>

function mustSum(total: Counts, villages: readonly Village[]): void {
  for (const counts of [total, ...villages.map((one) => one.counts)])
    expect(of(counts, 'total')).toBe(sum(caseStates.map((state) => of(counts, state))))
  for (const state of [...caseStates, 'total'])
    expect([state, sum(villages.map(({ counts }) => of(counts, state)))]).toEqual([state, of(total, state)])
}

async function mustOpenCounts(
  { mustOpen, lines }: Reading,
  { url, total, villages }: { url: string; total: Counts; villages: readonly Village[] },
) {
  const whole = await mustOpen({ count: of(total, 'total'), opens: {} }, { unseen: true })
  expect(await lines(`${url}/cases/file?as=csv`)).toHaveLength(whole.total)
  for (const state of caseStates) await mustOpen({ count: of(total, state), opens: { state } }, { unseen: true })
  for (const { villageId, counts } of villages)
    await mustOpen({ count: of(counts, 'total'), opens: { villageId } }, { unseen: true })
}

async function mustSumFigures({ mustOpen }: Reading, figures: Figures): Promise<void> {
  for (const place of [figures, ...figures.villages]) {
    const { cases, left, opens, closes } = place
    for (const law of [opens, closes])
      if (law) expect(cases.count).toBe(left.count + sum(Object.values(law).map(({ count }) => count)))
    for (const figure of [cases, left, ...Object.values(opens), ...Object.values(closes ?? {})])
      if (figure.count > 0 || place === figures) await mustOpen(figure, { unseen: true })
  }
  expect(figures.cases.count).toBe(sum(figures.villages.map(({ cases }) => cases.count)))
}

export async function mustAddUp(world: World, roundId: string, people: readonly PersonName[]): Promise<void> {
  const url = `/api/rounds/${roundId}`
  for (const person of people) {
    const reading = readingAs(world, person, url)
    const { round, villages } = await reading.get(url)
    mustSum(round.counts, villages)
    await mustOpenCounts(reading, { url, total: round.counts, villages })
    // A village head reads no figures of the commune.
    const figures = (await world.as(person).get(`${url}/figures`)).json()
    if (figures.code !== 'access.denied') {
      await mustSumFigures(reading, figures)
      expect([person, figures.cases.count, figures.left.count]).toEqual([
        person,
        round.counts.total,
        of(round.counts, 'ended'),
      ])
    }
    const { rounds } = await reading.get('/api/work/progress')
    const told = rounds.find((one: { roundId: string }) => one.roundId === roundId)
    if (told) expect([person, told.counts]).toEqual([person, round.counts])
  }
}
