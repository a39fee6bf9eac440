/**
 * What a phone stored before an upgrade: the server brings it step by step to today's shape, and knows the resent bytes
 * as the first. Tried with a survey as it is today, at a server whose form of it has moved on.
 */
import { Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from '#apps/server/app.ts'
import { allRoutes } from '#apps/server/routes.ts'
import { loadStandards } from '#features/standards/library.ts'
import { submitSurvey } from '#features/surveys/contract.ts'
import { type Endpoint, earlier } from '#kernel/endpoint.ts'
import type { Route } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { hashOf, stored, toldOf } from './brought.ts'
import { answersOf, type CaseOf, type Family, type RoundInHand, roundAtSurveying, settle, thon1 } from './rounds.ts'
import { refusal, rowsNow } from './untouched.ts'
import { openWorld, type World } from './world.ts'

/** Version 2 says by how many the survey was answered; version 3 calls its answers otherwise. */
const { facts, ...rest } = submitSurvey.input.properties
const counted = Type.Object({ ...rest, facts, asked: Type.Integer({ minimum: 0 }) })
const moved: Endpoint = {
  ...submitSurvey,
  input: Type.Object({ ...rest, answers: facts, asked: Type.Integer({ minimum: 0 }) }),
  earlier: [
    earlier(submitSurvey.input, (survey) => ({ ...survey, asked: survey.facts.members?.length ?? 0 })),
    earlier(counted, ({ facts, ...survey }) => ({ ...survey, answers: facts })),
  ],
}

let world: World
let round: RoundInHand
let cases: CaseOf[]
let families: Family[]
/** What the handler of version 3 was given. */
const given: unknown[] = []
/** The house with that call in place of today's; its handler takes the survey by the way of today. */
let later: Awaited<ReturnType<typeof buildApp>>

beforeAll(async () => {
  world = await openWorld()
  families = []
  for (const mother of ['Nguyễn Thị Nhẫn', 'Trần Thị Ước', 'Đỗ Thị Ánh', 'Bùi Thị Mẵn'])
    families.push(await settle(world, thon1, mother))
  const held = await roundAtSurveying(world, families)
  ;[round, cases] = [held.round, held.cases]
  const routes = allRoutes({ library: loadStandards() }).map((route) => {
    if (route.endpoint.name !== submitSurvey.name) return route
    const run: Route['run'] = (host, request) => {
      const { answers, asked, ...survey } = request.input
      given.push(asked)
      return route.run(host, { ...request, input: { ...survey, facts: answers } })
    }
    const { runMany: _, ...one } = route
    return { ...one, endpoint: moved, run } as Route
  })
  later = await buildApp(world.host, routes, { pages: '' })
})
afterAll(async () => {
  await later.close()
  await world.close()
})

const mai = (at = later) => world.as('mai', at)
const survey = async (n: number) => {
  const { householdId, caseId } = cases[n] as CaseOf
  const body = await round.surveyOf(cases[n] as CaseOf, answersOf(families[n] as Family, 1_000_000))
  return stored(`/api/households/${householdId}/cases/${caseId}/surveys`, body)
}

describe('a survey stored before the upgrade', () => {
  it('is taken as it was made, by numbered steps, its bytes as they were', async () => {
    const item = await survey(0)
    const [told] = await toldOf(mai(), [item])
    expect(told).toMatchObject({ status: 200, hash: hashOf(item), answer: { state: 'submitted' } })
    expect(given.splice(0)).toEqual([3])
    // Alone and from a page that says no version too: those are of the first.
    const again = await mai().post(item.path, JSON.parse(item.body), item.id)
    expect(again.json()).toEqual(told?.answer)
  })

  it('and taken before it too is known by the bytes that are sent again', async () => {
    const item = await survey(1)
    const [first] = await toldOf(mai(world.app), [item])
    const before = await rowsNow(world)
    expect(await toldOf(mai(), [item])).toEqual([first])
    expect(await rowsNow(world)).toEqual(before)
  })

  it('goes only the steps that are before it', async () => {
    given.length = 0
    const [two, three] = [await survey(2), await survey(3)]
    const { facts: answers, ...said } = JSON.parse(three.body)
    const told = await toldOf(mai(), [
      { ...two, schemaVersion: 2, body: JSON.stringify({ ...JSON.parse(two.body), asked: 2 }) },
      { ...three, schemaVersion: 3, body: JSON.stringify({ ...said, answers, asked: 1 }) },
    ])
    expect(told.map(({ status }) => status)).toEqual([200, 200])
    expect(given).toEqual([2, 1])
  })

  it('is refused by the shape that it says it has, and by a number that is none', async () => {
    const item = { ...(await survey(0)), id: newId() }
    const told = await toldOf(mai(), [
      { ...item, schemaVersion: 2 },
      { ...item, schemaVersion: 3 },
      { ...item, schemaVersion: 0 },
      { ...item, schemaVersion: -1 },
    ])
    const invalid = { status: 400, problem: { code: 'input.invalid' } }
    expect(told).toMatchObject([invalid, invalid, invalid, invalid])
    expect(told.map(({ problem }) => (problem as unknown as { facts: object }).facts)).toEqual([
      { where: '/asked' },
      { where: '/answers' },
      { where: 'x-schema-version' },
      { where: 'x-schema-version' },
    ])
  })

  it('of a newer version than the server has waits until the server is upgraded', async () => {
    const item = { ...(await survey(0)), id: newId(), schemaVersion: 4 }
    const [told] = await toldOf(mai(), [item])
    expect(told).toMatchObject({ status: 503, problem: { code: 'input.newer' } })
    const [today] = await toldOf(mai(world.app), [{ ...item, schemaVersion: 2 }])
    expect(today).toMatchObject({ status: 503, problem: { code: 'input.newer' } })
    expect(await refusal(world, () => mai().post(item.path, {}, newId()))).toBe('input.invalid')
  })
})
