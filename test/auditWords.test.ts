/** The audit after everything that can be done: each line a sentence with names, for who may read these; nothing of it a code. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rooms } from '#apps/server/rooms.ts'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { joinRooms } from '#platform/server/room.ts'
import { everyChange } from './everyChange.ts'
import { openWorld, type PersonName, type World } from './world.ts'

type Named = { name: { vi: string; en: string }; opens: string | null }
type Line = {
  what: string
  by: string
  subject: Named | null
  detail: { vi: string; en: string }
  areaName: string | null
}
type Audit = { lines: Line[]; total: number; household: { vi: string } | null }

let world: World
const why: string[] = []
const { events } = joinRooms(rooms)
async function read(person: PersonName, query = '', area = demoAreas.tamHongToday): Promise<Audit> {
  const reply = await world.as(person).get(`/api/areas/${area}/audit?${query}`)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
/** Of the province: what is done for it as well as for its communes. */
async function allLines(person: PersonName): Promise<Line[]> {
  const all: Line[] = []
  for (let page = 1; ; page++) {
    const { lines } = await read(person, `page=${page}`, demoAreas.phuTho)
    all.push(...lines)
    if (lines.length < 50) return all
  }
}

beforeAll(async () => {
  world = await openWorld()
  await everyChange(world, why)
})
afterAll(() => world.close())

describe('every line of the audit', () => {
  it('has a word for each of its facts, or its room says that it is not told', async () => {
    const { rows } = await world.owner.query<{ what: string; key: string }>(
      'select distinct what, jsonb_object_keys(facts) as key from audit_line where jsonb_typeof(facts) = $1',
      ['object'],
    )
    expect(rows.length).toBeGreaterThan(30)
    expect(rows.filter(({ what, key }) => !(key in events.factsOf(what)))).toEqual([])
  })

  it('shows no code, no id and no key of a fact, in neither language', async () => {
    const lines = await allLines('kiem')
    expect(lines.length).toBeGreaterThan(40)
    for (const { what, subject, detail } of lines)
      for (const text of [detail.vi, detail.en, subject?.name.vi ?? '', subject?.name.en ?? ''])
        expect(text, what).not.toMatch(/[a-z]_[a-z]|[0-9a-f]{8}-[0-9a-f]{4}|[{}[\]"]|undefined|null/)
    const told = lines.filter(({ detail }) => detail.vi !== '')
    expect(told.length).toBeGreaterThan(20)
  })

  it('says every reason that was asked for, each in its own line', async () => {
    // Of a round that is opened it is kept only where something was asked.
    const given = new Set(why.filter((reason) => reason !== 'Kỳ thử'))
    expect(given.size).toBeGreaterThan(12)
    const told = (await allLines('kiem')).map(({ detail }) => detail.vi).join('\n')
    expect([...given].filter((reason) => !told.includes(reason))).toEqual([])
  })

  it('names what it speaks of and where that opens: household, round, survey, decision, correction', async () => {
    const lines = await allLines('kiem')
    const opens = (what: string) => lines.find((line) => line.what === what && line.subject)?.subject?.opens ?? null
    expect(opens('household.entered')).toMatch(/^\/ho\/[0-9a-f-]{36}$/)
    expect(opens('round.opened')).toMatch(/^\/ra-soat\/[0-9a-f-]{36}$/)
    expect(opens('survey.submitted')).toMatch(/^\/ra-soat\/[0-9a-f-]{36}\/ho\/[0-9a-f-]{36}\/[0-9a-f-]{36}$/)
    expect(opens('survey.accepted')).toMatch(/^\/ra-soat\/.*\/ho\//)
    expect(opens('decision.in_force')).toMatch(/^\/quyet-dinh\//)
    expect(opens('correction.in_force')).toMatch(/^\/dinh-chinh\//)
    expect(lines.find(({ what }) => what === 'decision.in_force')?.subject?.name.vi).toMatch(/QĐ-UBND$/)
    const unnamed = new Set(lines.filter(({ subject }) => !subject).map(({ what }) => what))
    // A round given up keeps its name; a session is nobody's business; a run of work is named by its room's page.
    expect([...unnamed].filter((what) => /^(household|round|survey|decision|correction)\./.test(what))).toEqual([])
  })

  it('tells the administrator, who may not read households, what was done and not to whom', async () => {
    const lines = await allLines('quantri')
    const entered = lines.filter(({ what }) => what === 'household.entered')
    expect(entered.length).toBeGreaterThan(2)
    expect(entered.map(({ subject }) => subject)).toEqual(entered.map(() => null))
    const { rows } = await world.owner.query<{ head_name: string }>('select distinct head_name from household')
    const all = JSON.stringify(lines)
    expect(rows.filter(({ head_name }) => all.includes(head_name))).toEqual([])
  })

  it('is found by its household: the register, the list, the surveys of it and of nobody else', async () => {
    const { rows } = await world.owner.query<{ id: string; name: string; n: number }>(
      `select h.household_id as id, h.head_name as name, count(distinct s.id)::int as n
         from household h join survey s on s.household_id = h.household_id join area_reach r on r.area_id = h.village_id
        where r.over_id = $1 group by 1, 2 order by 3 desc limit 1`,
      [demoAreas.tamHongToday],
    )
    const [one] = rows
    const found = await read('kiem', `householdId=${one?.id}`)
    expect(found.household?.vi).toContain(one?.name)
    expect(found.lines.filter(({ what }) => what === 'survey.submitted')).toHaveLength(one?.n ?? 0)
    expect(found.lines.some(({ what }) => what.startsWith('household.'))).toBe(true)
    for (const line of found.lines) if (line.what.startsWith('survey.')) expect(line.subject?.name.vi).toBe(one?.name)
    expect((await read('quantri', `householdId=${one?.id}`)).household).toBeNull()
  })
})
