/** Days of a round that cannot be are refused; what may be and is seldom meant is asked about. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import type { AreaId } from '#kernel/ids.ts'
import { newId } from '#platform/server/ids.ts'
import { recount } from '#test/homes.ts'
import {
  answersOf,
  type CaseOf,
  type Family,
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

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const adHoc = { kind: 'ad_hoc', windowFrom: '2026-11-15', windowUntil: '2026-12-14', villages: [thon4] }
const annual = { ...adHoc, kind: 'annual', windowFrom: '2026-09-01' }
/** Each by a name of its own. */
let opened = 0
const open = (change: object) => () =>
  world.as('hung').post('/api/rounds', {
    roundId: newId(),
    areaId: demoAreas.tamHongToday,
    name: `Rà soát ${++opened}`,
    ...adHoc,
    ...change,
  })
const asked = async (change: object): Promise<string[]> => {
  expect(await refusal(world, open(change))).toBe('rounds.sure')
  return (await open(change)()).json().facts.asked
}
const eventOf = async (subject: string) =>
  (await world.owner.query('select facts from audit_line where subject_id = $1 order by at desc limit 1', [subject]))
    .rows[0]?.facts

describe('a new round', () => {
  it.each([
    ['ends before it begins', { windowUntil: '2026-11-14' }, 'rounds.window'],
    ['lasts longer than a year', { windowFrom: '2026-01-01', windowUntil: '2027-12-31' }, 'rounds.window'],
    ['begins more than a year ahead', { windowFrom: '2027-12-01', windowUntil: '2027-12-14' }, 'rounds.too_far'],
    ['runs on into the next standard', { windowUntil: '2027-01-01' }, 'rounds.beyond_standard'],
    ['lies on no day', { windowFrom: '2026-02-30' }, 'input.invalid'],
    [
      'lies in 1899, where there was no such commune',
      { windowFrom: '1899-11-15', windowUntil: '1899-12-14' },
      'area.not_found',
    ],
  ])('that %s is refused, whatever the reason', async (_what, days, code) => {
    expect(await refusal(world, open({ ...days, because: 'Vẫn đúng' }))).toBe(code)
  })

  it('says in words until when the standard holds', async () => {
    expect((await open({ windowUntil: '2027-01-01' })()).json().title.vi).toContain('đến hết 31/12/2026')
  })

  it('whose window is over, or lies outside the months of the review, is asked about and keeps the reason', async () => {
    expect(await asked({ windowFrom: '2026-10-01', windowUntil: '2026-10-31' })).toEqual(['over'])
    expect(await asked({ ...annual, windowFrom: '2026-08-31' })).toEqual(['season'])
    const roundId = newId()
    const late = { roundId, windowFrom: '2026-10-01', windowUntil: '2026-10-31', because: 'Ghi lại kỳ tháng 10' }
    expect((await open(late)()).statusCode).toBe(200)
    expect(await eventOf(roundId)).toMatchObject({ asked: ['over'], because: 'Ghi lại kỳ tháng 10' })
  })
})

describe('two rounds', () => {
  it('of the same villages are asked about while one is open, by its name; a second annual one too', async () => {
    const reply = await open({})()
    expect(reply.json().title.vi).toMatch(
      /^Kỳ “Rà soát \d+” đang mở ở 1 thôn đã chọn\. Nếu vẫn đúng, hãy ghi lý do rồi gửi lại\. Chưa có gì được ghi\.$/,
    )
    expect((await open({ ...annual, villages: [thon1], name: 'Định kỳ 2026' })()).statusCode).toBe(200)
    expect(await asked({ ...annual, villages: [thon2] })).toEqual(['second_annual'])
    expect(await refusal(world, open({ ...annual, villages: [thon1, thon2], because: 'Vẫn đúng' }))).toBe(
      'rounds.village_reviewed',
    )
    expect((await open({ ...annual, villages: [thon2], because: 'Thôn 2 làm sau' })()).statusCode).toBe(200)
  })

  it('of one name in one commune are asked about, however it is written, until the first is given up', async () => {
    const villages = [tamHong[8]]
    const named = (name: string) => ({ name, villages })
    const roundId = newId()
    expect((await open({ ...named('Rà soát tháng 11'), roundId })()).statusCode).toBe(200)
    expect(await asked(named('  RÀ SOÁT  tháng 11 '))).toEqual(['same_name', 'overlaps'])
    await world.as('hung').post(`/api/rounds/${roundId}/cancel`, { because: 'Mở nhầm' })
    expect((await open(named('Rà soát tháng 11'))()).statusCode).toBe(200)
  })

  it('do not ask one household without a reason: named by the round, or by none that is not seen', async () => {
    const family = await settle(world, thon1, 'Lò Thị Mẩy')
    const [first, second] = [await openRound(world, 'ad_hoc'), await openRound(world, 'ad_hoc')]
    await first.list([family])
    const { householdId } = family
    const list = (because?: string) =>
      world.as('hung').post(`/api/rounds/${second.roundId}/list`, { householdId, ...(because && { because }) })
    expect(await refusal(world, () => list())).toBe('rounds.sure')
    expect((await list()).json().title.vi).toContain('1 hộ đang được rà soát trong kỳ “Rà soát tháng 11/2026”.')
    expect((await list('Hộ xin xét lại')).statusCode).toBe(200)
    expect(await eventOf(householdId)).toMatchObject({ asked: ['asked_elsewhere'], because: 'Hộ xin xét lại' })
  })

  it('do not draw one household twice without a reason', async () => {
    const family = await settle(world, thon2, 'Lò Thị Sen')
    await world.owner.query(
      `insert into household_class (household_id, id, village_id, home_id, class, standard_id, valid_from, decision_id, verdict_id)
       values ($1, $2, $3, $3, 'poor', 'vn-2022-2025', '2026-01-01', $4, $5)`,
      [family.householdId, newId(), thon2, newId(), newId()],
    )
    await recount(world, '2026-11-20')
    const [first, second] = [await openRound(world, 'ad_hoc'), await openRound(world, 'ad_hoc')]
    await first.list([family])
    const draw = (because?: string) =>
      world.as('hung').post(`/api/rounds/${second.roundId}/list/draw`, because ? { because } : {})
    expect(await refusal(world, () => draw())).toBe('rounds.sure')
    expect((await draw('Kỳ trước sắp hủy')).json()).toMatchObject({ added: 1 })
  })

  it('in two communes are both counted: a household that moved in is asked about, without the name of the round', async () => {
    const [kyThuong] = demoAreas.villages.kyThuong as [AreaId]
    const family = await settle(world, kyThuong, 'Chíu Thị Múi')
    const roundId = newId()
    const round = { roundId, areaId: demoAreas.kyThuongToday, name: 'Kỳ của Kỳ Thượng', ...adHoc, villages: [kyThuong] }
    expect((await world.as('son').post('/api/rounds', round)).statusCode).toBe(200)
    const { householdId } = family
    expect((await world.as('son').post(`/api/rounds/${roundId}/list`, { householdId })).statusCode).toBe(200)
    await world.owner.query('update household set village_id = $2 where household_id = $1', [householdId, thon1])
    for (const table of ['member', 'household_event', 'household_residence'])
      await world.owner.query(`update ${table} set home_id = $2 where household_id = $1`, [householdId, thon1])
    await recount(world, '2026-11-20')
    const mine = await openRound(world, 'ad_hoc')
    const reply = await world.as('hung').post(`/api/rounds/${mine.roundId}/list`, { householdId })
    expect(reply.json()).toMatchObject({ code: 'rounds.sure' })
    expect(reply.json().title.vi).toContain('1 hộ đang được rà soát trong một kỳ của đơn vị khác.')
    expect(reply.body).not.toContain('Kỳ Thượng')
  })
})

describe('the day on a paper', () => {
  let round: RoundInHand
  let surveyed: string
  beforeAll(async () => {
    const family = await settle(world, thon1, 'Bùi Thị Mẵn')
    const opened = await roundAtSurveying(world, [family])
    round = opened.round
    const [only] = opened.cases as [CaseOf]
    const survey = await round.send(only, answersOf(family, 1_000_000))
    surveyed = survey.surveyedOn
    await round.accept(only, survey.surveyId)
    for (const step of ['surveying', 'checking']) expect((await round.finish(step)).statusCode).toBe(200)
    expect(surveyed).toBe('2026-11-20')
    await world.owner.query(`update survey set surveyed_on = '2026-11-17' where household_id = $1`, [only.householdId])
  })
  const skip = (step: string, day: string) => () =>
    world.as('hung').post(`/api/rounds/${round.roundId}/skip`, { step, day, note: 'Biên bản số 1' })

  it('of a meeting is not to come, not before the round, not before the last survey', async () => {
    expect(await refusal(world, skip('village_meeting', '2026-11-21'))).toBe('rounds.paper_day_ahead')
    expect(await refusal(world, skip('village_meeting', '2020-11-18'))).toBe('rounds.paper_day_early')
    expect((await skip('village_meeting', '2020-11-18')()).json().title.vi).toContain(
      'ngày bắt đầu kỳ rà soát (15/11/2026)',
    )
    expect(await refusal(world, skip('village_meeting', '2026-11-16'))).toBe('surveys.taken_later')
    expect((await skip('village_meeting', '2026-11-17')()).statusCode).toBe(200)
  })

  it('of the posting is not before the meeting, nor that of the objections before the posting', async () => {
    expect(await refusal(world, skip('posting', '2026-11-16'))).toBe('rounds.paper_day_early')
    expect((await skip('posting', '2026-11-16')()).json().title.vi).toContain('ngày của bước “Họp dân” (17/11/2026)')
    expect((await skip('posting', '2026-11-18')()).statusCode).toBe(200)
    expect(await refusal(world, skip('objections', '2026-11-17'))).toBe('rounds.paper_day_early')
    expect((await skip('objections', '2026-11-20')()).statusCode).toBe(200)
  })
})

describe('a survey after the last day of its round', () => {
  let round: RoundInHand
  let family: Family
  let only: CaseOf
  beforeAll(async () => {
    family = await settle(world, thon1, 'Vũ Thị Hợi')
    const opened = await roundAtSurveying(world, [family], 'ad_hoc')
    round = opened.round
    only = opened.cases[0] as CaseOf
    await world.owner.query(`update round set window_until = '2026-11-18' where id = $1`, [round.roundId])
  })
  const send = async (surveyedOn: string) => {
    const survey = { ...(await round.surveyOf(only, answersOf(family, 1_000_000))), surveyedOn }
    return world.as('mai').post(`/api/households/${only.householdId}/cases/${only.caseId}/surveys`, survey)
  }
  const extend = (windowUntil: string, person: 'hung' | 'bich' = 'hung') =>
    world.as(person).post(`/api/rounds/${round.roundId}/extend`, { windowUntil, because: 'Mưa lũ' })

  it('is refused with what to do, and taken once the round is given a later last day with a reason', async () => {
    expect(await refusal(world, () => send('2026-11-19'))).toBe('surveys.round_over')
    expect((await send('2026-11-19')).json().title.vi).toMatch(/^Kỳ rà soát đã hết hạn ngày 18\/11\/2026/)
    expect(await refusal(world, () => extend('2026-11-25', 'bich'))).toBe('access.denied')
    expect(await refusal(world, () => extend('2026-11-18'))).toBe('rounds.not_later')
    expect(await refusal(world, () => extend('2027-12-31'))).toBe('rounds.not_later')
    expect(await refusal(world, () => extend('2027-01-01'))).toBe('rounds.beyond_standard')
    expect((await extend('2026-11-25')).statusCode).toBe(200)
    expect(await eventOf(round.roundId)).toEqual({ was: '2026-11-18', until: '2026-11-25', because: 'Mưa lũ' })
    expect((await send('2026-11-19')).statusCode).toBe(200)
  })

  it('comes in whenever the phone has a line again, where it was taken in time', async () => {
    const other = await settle(world, thon1, 'Đỗ Thị Ánh')
    const { round: over, cases } = await roundAtSurveying(world, [other])
    const survey = {
      ...(await over.surveyOf(cases[0] as CaseOf, answersOf(other, 1_000_000))),
      surveyedOn: '2026-11-17',
    }
    await world.owner.query(`update round set window_until = '2026-11-17' where id = $1`, [over.roundId])
    const { householdId, caseId } = cases[0] as CaseOf
    const reply = await world.as('mai').post(`/api/households/${householdId}/cases/${caseId}/surveys`, survey)
    expect(reply.statusCode, reply.body).toBe(200)
  })
})

describe('an annual round', () => {
  it('is not extended to where its classes hold already', async () => {
    const { rows } = await world.owner.query(`select id from round where name = 'Định kỳ 2026'`)
    const extend = () =>
      world.as('hung').post(`/api/rounds/${rows[0].id}/extend`, { windowUntil: '2027-01-01', because: 'Chậm' })
    expect(await refusal(world, extend)).toBe('rounds.beyond_classes')
    const before = () =>
      world.owner.query(`update round set classes_hold_from = window_from - 1 where id = $1`, [rows[0].id])
    await expect(before()).rejects.toMatchObject({ constraint: 'round_holds_after' })
  })
})
