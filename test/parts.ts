/** Whether what a round counts is the sum of its parts, the length of its lists and what its files say, to each of some people. */
import { expect } from 'vitest'
import { caseStates } from '#features/rounds/model.ts'
import type { PersonName, World } from './world.ts'

type Figure = { readonly count: number; readonly opens: Readonly<Record<string, string>> }
type Place = { readonly cases: Figure; readonly left: Figure; readonly opens: Readonly<Record<string, Figure>>; readonly closes: Readonly<Record<string, Figure>> | null }
type Counts = Readonly<Record<string, number>>

const sum = (of: readonly number[]): number => of.reduce((all, one) => all + one, 0)
const of = (counts: Counts, at: string) => counts[at] ?? 0

/** Of one person: the page of the round, its list by every filter that a number opens, progress, figures and files. */
async function mustAddUpTo(world: World, roundId: string, person: PersonName): Promise<void> {
  const url = `/api/rounds/${roundId}`
  const reply = async (path: string) => {
    const got = await world.as(person).get(path)
    expect(got.statusCode, `${person} ${path}: ${got.body.slice(0, 200)}`).toBe(200)
    return got
  }
  const get = async (path: string) => (await reply(path)).json()
  const lines = async (path: string) => (await reply(path)).body.trimEnd().split('\r\n').slice(1)
  const listed = async (filter: Readonly<Record<string, string>>, counted: number, unseen: boolean) => {
    const query = new URLSearchParams(Object.entries(filter).filter(([name]) => name !== 'roundId'))
    const told = await get(`${url}/cases?${query}`)
    const whole = told.total + (unseen ? told.unseen : 0)
    expect([person, filter, whole, told.cases.length]).toEqual([person, filter, counted, Math.min(50, told.total)])
    return told
  }

  const { round, villages } = await get(url)
  for (const counts of [round.counts, ...villages.map((one: { counts: Counts }) => one.counts)])
    expect(of(counts, 'total'), person).toBe(sum(caseStates.map((state) => of(counts, state))))
  for (const state of [...caseStates, 'total'])
    expect([state, sum(villages.map((one: { counts: Counts }) => of(one.counts, state)))]).toEqual([state, of(round.counts, state)])
  const whole = await listed({}, round.counts.total, true)
  expect(await lines(`${url}/cases/file?as=csv`), person).toHaveLength(whole.total)
  for (const state of caseStates) await listed({ state }, round.counts[state], true)
  for (const { villageId, counts } of villages) await listed({ villageId }, counts.total, true)

  const figures = await get(`${url}/figures`)
  expect(figures.cases.count + figures.unseen, person).toBe(round.counts.total)
  for (const place of [figures, ...figures.villages] as Place[]) {
    for (const law of [place.opens, place.closes])
      if (law) expect(place.cases.count, person).toBe(place.left.count + sum(Object.values(law).map(({ count }) => count)))
    for (const { count, opens } of [place.cases, place.left, ...Object.values(place.opens), ...Object.values(place.closes ?? {})])
      await listed(opens, count, false)
  }
  expect(figures.cases.count, person).toBe(sum((figures.villages as Place[]).map(({ cases }) => cases.count)))
  expect(await lines(`${url}/figures/file?as=csv`), person).toHaveLength(figures.villages.length)
  expect(await lines(`${url}/villages/file?as=csv`), person).toHaveLength(villages.length)

  const { rounds } = await get('/api/work/progress')
  const told = rounds.find((one: { roundId: string }) => one.roundId === roundId)
  if (told) expect([person, told.counts]).toEqual([person, round.counts])
}

export async function mustAddUp(world: World, roundId: string, people: readonly PersonName[]): Promise<void> {
  for (const person of people) await mustAddUpTo(world, roundId, person)
}
