/** What the home page says to each role: how far the rounds are, who is behind, what changed; each number is its list. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import {
  answersOf,
  type CaseOf,
  type Family,
  type RoundInHand,
  roundAtSurveying,
  settle,
  thon1,
  thon2,
} from '#test/rounds.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
let round: RoundInHand
let families: Family[]
let cases: CaseOf[]

beforeAll(async () => {
  world = await openWorld()
  families = [
    await settle(world, thon1, 'Nguyễn Thị Nhẫn'),
    await settle(world, thon1, 'Trần Thị Ước'),
    await settle(world, thon2, 'Đỗ Thị Ánh'),
  ]
  const opened = await roundAtSurveying(world, families)
  round = opened.round
  cases = opened.cases
  await round.send(cases[2] as CaseOf, answersOf(families[2] as Family, 1_000_000))
  // Its last day was yesterday.
  await world.owner.query(`update round set window_from = '2026-10-01', window_until = '2026-11-19' where id = $1`, [
    round.roundId,
  ])
})
afterAll(() => world.close())

type Row = {
  roundId: string
  pace: string
  daysLeft: number
  behind: number
  counts: { total: number; submitted: number; assigned: number }
  behindNamed: { name: string; villageId: string; counts: { assigned: number } }[]
}
type Home = { rounds: Row[]; since: string; news: { what: string; count: number }[] }
const home = async (person: PersonName, path = '/api/progress'): Promise<Home> =>
  (await world.as(person).get(path)).json()

describe('the home page', () => {
  it.each(['hung', 'bich', 'lan', 'kiem', 'xem', 'dao', 'quantri'] as const)(
    'tells %s how far the round is, and that it is late',
    async (person) => {
      const { rounds } = await home(person)
      const mine = rounds.find((one) => one.roundId === round.roundId)
      expect(mine).toMatchObject({
        pace: 'late',
        daysLeft: -1,
        behind: 1,
        counts: { total: 3, submitted: 1, assigned: 2 },
      })
    },
  )

  it('tells Mai, who reads no figures, of the rounds in her villages', async () => {
    expect((await home('mai', '/api/work/progress')).rounds.map((one) => one.roundId)).toEqual([round.roundId])
    expect((await world.as('mai').get('/api/progress')).json()).toMatchObject({ code: 'access.denied' })
  })

  it('names the village that is late to Hùng, and the number beside it is the length of its list', async () => {
    const [mine] = (await home('hung')).rounds
    const [village] = mine?.behindNamed ?? []
    expect(mine?.behindNamed.map(({ name }) => name)).toEqual(['Thôn 1'])
    const list = await world
      .as('hung')
      .get(`/api/rounds/${round.roundId}/cases?villageId=${village?.villageId}&state=assigned`)
    expect(list.json().total).toBe(village?.counts.assigned)
  })

  it('shows nothing of it to Sơn of the next commune, and nothing to who was given nothing', async () => {
    expect((await home('son')).rounds.filter((one) => one.roundId === round.roundId)).toEqual([])
    expect((await world.as('la').get('/api/progress')).json()).toMatchObject({ code: 'access.denied' })
    expect((await world.nobody.get('/api/progress')).statusCode).toBe(401)
  })

  it('counts what happened since yesterday, as many as the audit lists', async () => {
    await world.owner.query(
      `insert into audit_line (id, at, account_id, what, subject_id, area_id)
       values (gen_random_uuid(), '2026-11-12', $1, 'survey.submitted', gen_random_uuid(), $2)`,
      [world.idOf('mai'), thon1],
    )

    const { news, since } = await home('bich')
    expect(since).toBe('2026-11-19')
    const audit = async (what: string) =>
      (await world.as('bich').get(`/api/areas/${demoAreas.tamHongToday}/audit?what=${what}&from=${since}`)).json().total
    expect(news.length).toBeGreaterThan(2)
    for (const { what, count } of news) expect([what, count]).toEqual([what, await audit(what)])
    expect(news.find((one) => one.what === 'survey.submitted')?.count).toBe(1)
    expect((await home('son')).news.find((one) => one.what === 'survey.submitted')).toBeUndefined()
  })

  it('opens each news where it happened, to as many as may see it, and names nobody who did it', async () => {
    type Line = { what: string; subject: { name: { vi: string }; opens: string } | null; areaName: string }
    type News = { total: number; lines: Line[]; code?: string }
    const news = async (person: PersonName, path = '/api/news', query = ''): Promise<News> =>
      (await world.as(person).get(`${path}?${query}`)).json()
    for (const { what, count } of (await home('hung')).news) {
      const found = await news('hung', '/api/news', `what=${what}`)
      expect([what, found.total]).toEqual([what, count])
    }
    const sent = await news('hung', '/api/news', 'what=survey.submitted')
    const [one] = sent.lines
    const { roundId } = round
    const { householdId, caseId } = cases[2] as CaseOf
    expect(one).toMatchObject({
      areaName: 'Thôn 2',
      subject: { opens: `/ra-soat/${roundId}/ho/${householdId}/${caseId}` },
    })
    expect(Object.keys(one ?? {}).sort()).toEqual(['areaName', 'at', 'detail', 'id', 'said', 'subject', 'what'])
    expect((await news('mai', '/api/work/news', 'what=survey.submitted')).lines).toEqual(sent.lines)
    // Who reads figures alone is told that it happened, and no name.
    expect((await news('xem', '/api/news', 'what=survey.submitted')).lines).toMatchObject([{ subject: null }])
    expect((await news('son', '/api/news', 'what=survey.submitted')).total).toBe(0)
    // What is no news is not told here, whoever asks.
    for (const what of ['grant.given', 'grant', 'household.revealed'])
      expect((await news('hung', '/api/news', `what=${what}`)).total, what).toBe(0)
    expect((await news('mai')).code).toBe('access.denied')
    expect((await news('la')).code).toBe('access.denied')
    const file = await world.as('hung').get('/api/news/file?as=csv&what=survey.submitted')
    expect(file.body).toContain('Đỗ Thị Ánh,Thôn 2')
  })

  it('counts every open round and the late ones among them, and tells of them two hundred at a time', async () => {
    await world.owner.query(
      `insert into round (id, area_id, kind, name, window_from, window_until, opening_standard, opening_hash, opening_points,
         form_id, form_hash, state, created_by, created_at)
       select gen_random_uuid(), r.area_id, 'ad_hoc', 'Kỳ ' || n, '2026-11-01', date '2026-11-18' + n, r.opening_standard, r.opening_hash,
              r.opening_points, r.form_id, r.form_hash, 'listing', r.created_by, now()
         from round r, generate_series(1, 320) n where r.id = $1`,
      [round.roundId],
    )
    type Parts = Home & { total: number; late: number; from: number; more: boolean }
    const part = async (page: number) => (await world.as('hung').get(`/api/progress?page=${page}`)).json() as Parts
    const [first, second] = [await part(1), await part(2)]
    expect([first.total, first.late, first.from, first.more, first.rounds.length]).toEqual([321, 2, 0, true, 200])
    expect([second.total, second.late, second.from, second.more, second.rounds.length]).toEqual([
      321,
      2,
      200,
      false,
      121,
    ])
    const all = new Set([...first.rounds, ...second.rounds].map(({ roundId }) => roundId))
    expect(all.size).toBe(321)
    expect(first.rounds.slice(0, 2).map(({ pace }) => pace)).toEqual(['late', 'late'])
    expect((await part(3)).rounds).toEqual([])
    const file = (await world.as('hung').get('/api/progress/file?as=csv')).body.trimEnd().split('\r\n')
    expect(file).toHaveLength(1 + 321)
    await world.owner.query(`delete from round where name like 'Kỳ %'`)
  })
})
