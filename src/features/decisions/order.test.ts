/** One order of households wherever they are listed: village, given name of the head, number. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import type { AreaId } from '#kernel/ids.ts'
import { answersOf, type Family, lackingAnswers, openRound, type RoundInHand, settle, tamHong } from '#test/rounds.ts'
import { openWorld, type World } from '#test/world.ts'

/** By village ("Thôn 2" before "Thôn 10"), by the given name, then by the number as people count. */
const people = [
  [0, 'Vũ Thị Hợi', '7'],
  [1, 'Bùi Thị Ánh', '9'],
  [1, 'Trần Thị Ánh', '2'],
  [1, 'Trần Thị Ánh', '10'],
  [1, 'Trần Thị Ánh', '10b'],
  [9, 'Đỗ Thị Ánh', '1'],
  [9, 'Nguyễn Thị Ước', '3'],
] as const
const inOrder = people.map(([, name, number]) => `${name} ${number}`)

let world: World
let round: RoundInHand
beforeAll(async () => {
  world = await openWorld()
  const families: Family[] = []
  for (const [village, name, number] of [...people].reverse()) {
    const family = await settle(world, tamHong[village] as AreaId, name)
    await world.owner.query('update household set number = $2 where household_id = $1', [family.householdId, number])
    families.push(family)
  }
  round = await openRound(
    world,
    'ad_hoc',
    [0, 1, 9].map((at) => tamHong[at] as AreaId),
  )
  const cases = await round.list(families)
  await round.finish('listing')
  for (const [at, who] of [
    [0, 'mai'],
    [1, 'mai'],
    [9, 'thang'],
  ] as const)
    await round.assign(tamHong[at] as AreaId, who)
  await round.finish('assigning')
  for (const [at, one] of cases.entries()) {
    const [village] = [...people].reverse()[at] ?? []
    // Of two classes, so that an order by class would be another.
    const income = at % 2 ? 1_400_000 : 1_000_000
    const answers = (at % 2 ? answersOf : lackingAnswers)(families[at] as Family, income)
    const { surveyId } = await round.send(one, answers, village === 9 ? 'thang' : 'mai')
    await round.accept(one, surveyId)
  }
  for (const step of ['surveying', 'checking']) await round.finish(step)
  await round.pastPaperSteps()
})
afterAll(() => world.close())

const get = async (url: string) => (await world.as('hung').get(url)).json()
type Row = { headName: string; number: string }
const said = (rows: readonly Row[]) => rows.map(({ headName, number }) => `${headName} ${number}`)
const commune = demoAreas.tamHongToday

it('stands in the list of households, today, of an earlier day, by words and by class', async () => {
  for (const query of ['', '&day=2026-09-01', '&q=thi', '&q=thi&count=all', '&class=none'])
    expect(said((await get(`/api/households?areaId=${commune}${query}`)).rows), query).toEqual(inOrder)
})

it('stands in the list of a round', async () => {
  expect(said((await get(`/api/rounds/${round.roundId}/cases`)).cases)).toEqual(inOrder)
})

it('stands on the decision, whatever the class, and within each class of its annex', async () => {
  const { decisionId } = (await round.draft()).json()
  const path = `/api/decisions/${decisionId}`
  const { entries } = await get(path)
  expect(said(entries)).toEqual(inOrder)
  expect(new Set(entries.map((e: { class: string }) => e.class)).size).toBe(2)
  const { rows } = await world.owner.query<{ class: string; head: string; number: string }>(
    `select e.class, e.content->>'head' as head, h.number from decision_entry e join household h using (household_id)
      where e.decision_id = $1 order by e.place`,
    [decisionId],
  )
  expect(rows.map((row) => row.class).join(' ')).toMatch(/^(poor ?)+(near_poor ?)+$/)
  for (const one of ['poor', 'near_poor']) {
    const ofClass = (await get(`${path}?class=${one}`)).entries
    expect(said(ofClass)).toEqual(
      rows.filter((row) => row.class === one).map(({ head, number }) => `${head} ${number}`),
    )
  }
  const lines = (await world.as('hung').get(`${path}/entries/file?as=csv`)).body.split(/\r?\n/)
  const heads = lines.map((line) => people.find(([, name]) => line.includes(name))?.[1]).filter(Boolean)
  expect(heads).toEqual(people.map(([, name]) => name))
})

it('stands in every file of them', async () => {
  for (const url of [`/api/households/file?areaId=${commune}`, `/api/rounds/${round.roundId}/cases/file?`]) {
    const lines = (await world.as('hung').get(`${url}&as=csv`)).body.split(/\r?\n/)
    const heads = lines.map((line) => people.find(([, name]) => line.includes(name))?.[1]).filter(Boolean)
    expect(heads).toEqual(people.map(([, name]) => name))
  }
})
