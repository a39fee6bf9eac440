/** A commune merges, or a village leaves it, while its round runs: what waits is counted whole, whoever asks. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import type { DecisionId } from '#kernel/ids.ts'
import { newId } from '#platform/server/ids.ts'
import { deciding, enforce } from '#test/decisions.ts'
import { recount } from '#test/homes.ts'
import {
  type CaseOf,
  type Family,
  kyThuong,
  lackingAnswers,
  openRound,
  type RoundInHand,
  roundAtSurveying,
  settle,
  tamHong,
  thon1,
  thon2,
  thon4,
} from '#test/rounds.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type World } from '#test/world.ts'

type Blocked = { code: string; count: number; unseen: number; households: { headName: string }[]; said: { vi: string } }

async function record(world: World, change: object, day = '2026-11-18'): Promise<{ began: string[] }> {
  const body = { change, day, legalBasis: 'Nghị quyết 1/NQ-HĐND', mark: 'text' }
  const reply = await world.as('quantri').post('/api/area-events', body)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}

describe('the official of a commune that has merged', () => {
  let world: World
  let surveying: { round: RoundInHand; cases: readonly CaseOf[] }
  let listing: RoundInHand
  let annual: RoundInHand
  let ready: RoundInHand
  let drafted: { round: RoundInHand; decisionId: DecisionId; contentHash: string }
  let printed: { round: RoundInHand; decisionId: DecisionId }
  beforeAll(async () => {
    world = await openWorld()
    const families: Family[] = []
    for (const name of ['Lò Thị Mai', 'Lò Thị Lan', 'Lò Thị Đào', 'Lò Thị Huệ', 'Lò Thị Sen'])
      families.push(await settle(world, thon1, name))
    const [one, two, three, four, five] = families as [Family, Family, Family, Family, Family]
    surveying = await roundAtSurveying(world, [one, two])
    listing = await openRound(world, 'ad_hoc')
    await listing.list([five])
    annual = await openRound(world, 'annual')
    ready = (await deciding(world, [three])).round
    const second = (await deciding(world, [four])).round
    const decisionId = newId<'decision'>()
    const { contentHash } = (await second.draft(decisionId)).json()
    drafted = { round: second, decisionId, contentHash }
    const third = (await deciding(world, [five])).round
    printed = { round: third, decisionId: (await third.printed()).decisionId }
    const into = { name: 'Xã Tam Kỳ', kind: 'xa', code: null, parentId: demoAreas.phuTho }
    await record(world, { kind: 'merge', areaIds: [demoAreas.tamHongToday, demoAreas.kyThuongToday], into })
    // The grant over the old commune was never renewed: it reaches no household of the new one.
    const reached = await world.owner.query(
      'select count(*)::int as n from area_reach where over_id = $1 and area_id = any ($2)',
      [demoAreas.tamHongToday, [thon1, thon2]],
    )
    expect(reached.rows).toEqual([{ n: 0 }])
  })
  afterAll(() => world.close())

  it('cannot finish a step whose households he does not see, is told how many, and not whose', async () => {
    expect(await refusal(world, () => surveying.round.finish('surveying'))).toBe('rounds.blocked')
    const reply = await surveying.round.finish('surveying')
    const [block] = reply.json().facts.blocked as [Blocked]
    expect(block).toMatchObject({ code: 'not_submitted', count: 2, unseen: 2, households: [] })
    expect(block.said.vi).toBe('2 hộ chưa gửi phiếu. Trong đó 2 hộ ở nơi khác bạn không xem được.')
    expect(reply.body).not.toContain('Lò Thị')
    expect((await surveying.round.show()).blocked).toMatchObject([{ code: 'not_submitted', count: 2, unseen: 2 }])
  })

  it('cannot finish a list from whose villages he draws nobody', async () => {
    const { blocked } = (await listing.finish('listing')).json().facts
    expect(blocked).toMatchObject([{ code: 'villages_unseen', count: 2 }])
    expect(await refusal(world, () => listing.finish('listing'))).toBe('rounds.blocked')
  })

  it('drafts no decision, fixes no print and puts none in force over them', async () => {
    expect(await refusal(world, () => ready.draft())).toBe('decisions.blocked')
    const { facts, body } = await ready.draft().then((reply) => ({ ...reply.json(), body: reply.body }))
    expect(facts.blocked).toMatchObject([{ code: 'out_of_sight', count: 1, unseen: 1, households: [] }])
    expect(body).not.toContain('Lò Thị')
    expect((await ready.standing()).blocked).toMatchObject([{ code: 'out_of_sight', count: 1 }])
    const { decisionId, contentHash } = drafted
    const print = () => world.as('hung').post(`/api/decisions/${decisionId}/print`, { contentHash })
    expect(await refusal(world, print)).toBe('decisions.out_of_sight')
    const sign = () => enforce(world, printed.decisionId, { person: 'hung' })
    expect(await refusal(world, sign)).toBe('decisions.out_of_sight')
    expect((await sign()).json().title.vi).toMatch(/^1 hộ trong danh sách ở nơi bạn không xem được/)
  })

  it('is told all that hangs on a round before he goes back or gives up', async () => {
    const told = await world.as('hung').get(`/api/rounds/${ready.roundId}/touched?act=round.reopened`)
    expect(told.json().held[0]).toMatchObject({ what: { vi: 'Phiếu đã chấp nhận' }, count: 1 })
  })

  it('gives up a round with all its villages, so that the new commune may review them for the year', async () => {
    const marked = async () =>
      (
        await world.owner.query(
          'select count(*)::int as n from round_village where round_id = $1 and annual_from is not null',
          [annual.roundId],
        )
      ).rows[0].n
    expect(await marked()).toBe(2)
    await annual.must('hung', `/api/rounds/${annual.roundId}/cancel`, { because: 'Xã đã sáp nhập' })
    expect(await marked()).toBe(0)
  })

  it('goes on once he holds the new commune', async () => {
    const { rows } = await world.owner.query(
      `insert into access_grant (id, account_id, role, area_id, valid_from)
       select $1, $2, 'commune_official', s.to_id, '2026-11-18' from area_succession s where s.from_id = $3 returning area_id`,
      [newId(), world.idOf('hung'), demoAreas.tamHongToday],
    )
    expect(rows).toHaveLength(1)
    expect((await surveying.round.finish('surveying')).json().facts.blocked).toMatchObject([
      { code: 'not_submitted', count: 2, unseen: 0, households: [{ headName: expect.stringMatching(/^Lò Thị/) }, {}] },
    ])
    expect((await ready.draft()).statusCode).toBe(200)
  })
})

describe('a village that went to another commune', () => {
  let world: World
  let round: RoundInHand
  let cases: readonly CaseOf[]
  let families: readonly Family[]
  beforeAll(async () => {
    world = await openWorld()
    families = [await settle(world, thon1, 'Vàng Thị Sai'), await settle(world, thon2, 'Vàng Thị Dí')]
    const opened = await roundAtSurveying(world, families)
    round = opened.round
    cases = opened.cases
    for (const [at, one] of cases.entries()) {
      const { surveyId } = await round.send(one, lackingAnswers(families[at] as Family, 1_000_000))
      await round.accept(one, surveyId)
    }
    await record(world, { kind: 'move', areaId: thon2, parentId: demoAreas.kyThuongToday })
  })
  afterAll(() => world.close())

  it('holds the round up, counted and not named, until it is handed over with a reason', async () => {
    expect(await refusal(world, () => round.finish('surveying'))).toBe('rounds.blocked')
    const { blocked } = (await round.finish('surveying')).json().facts
    expect(blocked).toMatchObject([{ code: 'elsewhere', count: 1, unseen: 1, households: [] }])
    expect((await round.show()).can).toContain('hand_over')
    const hand = (person: 'hung' | 'son' | 'bich', because = 'Thôn 2 về xã Kỳ Thượng') =>
      world.as(person).post(`/api/rounds/${round.roundId}/hand-over`, { because })
    expect(await refusal(world, () => hand('son'))).toBe('rounds.not_found')
    expect(await refusal(world, () => hand('bich'))).toBe('access.denied')
    expect(await refusal(world, () => hand('hung', '  '))).toBe('input.invalid')
    expect((await hand('hung')).json()).toEqual({ households: 1, villages: 1 })
    expect(await refusal(world, () => hand('hung'))).toBe('rounds.nothing_apart')
    expect((await round.show()).can).not.toContain('hand_over')
    const { rows } = await world.owner.query(
      `select r.because, c.state from list_removal r join review_case c using (household_id, round_id) where r.round_id = $1`,
      [round.roundId],
    )
    expect(rows).toEqual([{ because: 'Thôn 2 về xã Kỳ Thượng', state: 'ended' }])
    for (const step of ['surveying', 'checking']) expect((await round.finish(step)).statusCode).toBe(200)
  })

  it('is decided on without it', async () => {
    await round.pastPaperSteps()
    const { decisionId } = await round.printed()
    const { entries } = (await world.as('hung').get(`/api/decisions/${decisionId}`)).json()
    expect(entries.map((one: { householdId: string }) => one.householdId)).toEqual([cases[0]?.householdId])
  })

  it('is offered to the open round of its new commune, and taken in with the poor who live there', async () => {
    await world.owner.query(
      `insert into household_class (household_id, id, village_id, home_id, class, standard_id, valid_from, decision_id, verdict_id)
       values ($1, gen_random_uuid(), $2, $2, 'poor', 'vn-2022-2025', '2026-01-01', gen_random_uuid(), gen_random_uuid())`,
      [families[1]?.householdId, thon2],
    )
    await recount(world, '2026-11-20')
    const roundId = newId()
    const there = `/api/rounds/${roundId}`
    const opened = await world.as('son').post('/api/rounds', {
      ...{ roundId, areaId: demoAreas.kyThuongToday, kind: 'ad_hoc', name: 'Rà soát tháng 11', villages: [kyThuong] },
      ...{ windowFrom: '2026-11-15', windowUntil: '2026-12-14', because: 'Kỳ thử' },
    })
    expect(opened.statusCode, opened.body).toBe(200)
    const arrivals = async () => (await world.as('son').get(`${there}/arrivals`)).json()
    expect((await arrivals()).villages).toEqual([
      { villageId: thon2, name: 'Thôn 2', since: '2026-11-18', back: false },
    ])
    const take = (person: 'hung' | 'son' | 'bich', villageIds: string[], because?: string) => () =>
      world.as(person).post(`${there}/villages`, { villageIds, ...(because && { because }) })
    expect(await refusal(world, take('hung', [thon2]))).toBe('rounds.not_found')
    expect(await refusal(world, take('bich', [thon2]))).toBe('access.denied')
    // Neither a village that stays elsewhere nor one that was always here.
    for (const village of [thon1, kyThuong])
      expect(await refusal(world, take('son', [village]))).toBe('rounds.village_not_come')
    expect((await take('son', [thon2], 'Thôn mới về')()).json()).toEqual({ villages: 1, added: 1 })
    expect((await arrivals()).villages).toEqual([])
    const { cases: listed } = (await world.as('son').get(`${there}/cases`)).json()
    expect(listed).toMatchObject([{ headName: 'Vàng Thị Dí', villageName: 'Thôn 2', state: 'listed' }])
    expect(await refusal(world, take('son', [thon2]))).toBe('rounds.village_not_come')
  })

  it("comes back to the round it left when it is its commune's again, with those who were handed over where they stood", async () => {
    const back = await openRound(world, 'ad_hoc', [thon1, thon4])
    const one = await settle(world, thon4, 'Vàng Thị Về')
    await back.list([one])
    await record(world, { kind: 'move', areaId: thon4, parentId: demoAreas.kyThuongToday })
    await back.must('hung', `/api/rounds/${back.roundId}/hand-over`, { because: 'Thôn về xã Kỳ Thượng' })
    const states = async () =>
      (await world.owner.query('select state from review_case where round_id = $1', [back.roundId])).rows
    expect(await states()).toEqual([{ state: 'ended' }])
    await record(world, { kind: 'move', areaId: thon4, parentId: demoAreas.tamHongToday }, '2026-11-19')
    const body = { villageIds: [thon4], because: 'Thôn lại về xã' }
    expect(await back.must('hung', `/api/rounds/${back.roundId}/villages`, body)).toEqual({ villages: 1, added: 1 })
    expect((await back.show()).round.counts).toMatchObject({ listed: 1, ended: 0 })
  })

  it('may be reviewed by its commune of today for the same year', async () => {
    const annual = await openRound(world, 'annual', [thon1, tamHong[2] as never])
    await record(world, { kind: 'move', areaId: tamHong[2], parentId: demoAreas.kyThuongToday })
    const open = () =>
      world.as('son').post('/api/rounds', {
        roundId: newId(),
        areaId: demoAreas.kyThuongToday,
        kind: 'annual',
        name: 'Rà soát cuối năm',
        windowFrom: '2026-11-19',
        windowUntil: '2026-12-14',
        villages: [tamHong[2]],
        because: 'Thôn mới về',
      })
    expect(await refusal(world, open)).toBe('rounds.village_reviewed')
    await annual.must('hung', `/api/rounds/${annual.roundId}/hand-over`, { because: 'Thôn về xã Kỳ Thượng' })
    expect((await open()).statusCode).toBe(200)
  })
})
