/** The list on Mai's phone: her households and nobody else's, what waits first, of rounds that still take surveys. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { communeContacts } from '#features/people/responsible/queries.ts'
import { plainDate } from '#kernel/dates.ts'
import { databaseOn } from '#platform/server/database/open.ts'
import { newId } from '#platform/server/ids.ts'
import {
  answersOf,
  type CaseOf,
  type Family,
  makeEnumerator,
  openRound,
  type RoundInHand,
  roundAtSurveying,
  settle,
  thon1,
  thon2,
  thon4,
} from '#test/rounds.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

type Mine = { caseId: string; roundId: string; state: string; headName: string }
type Contact = { communeName: string; name: string; phone: string; post: { vi: string } }
type Answer = {
  rounds: { roundId: string; takesSurveys: boolean; state: string }[]
  cases: Mine[]
  contacts: Contact[]
}

let world: World
beforeAll(async () => {
  world = await openWorld()
  await makeEnumerator(world, 'thang', thon1)
})
afterAll(() => world.close())

const mine = async (person: PersonName = 'mai'): Promise<Answer> =>
  (await world.as(person).get('/api/my-surveys')).json()
const inRound = async ({ roundId }: RoundInHand, person: PersonName = 'mai') =>
  (await mine(person)).cases.filter((one) => one.roundId === roundId)
const finish = (round: RoundInHand, step: string) => round.must('hung', `/api/rounds/${round.roundId}/finish`, { step })
const giveBack = async (round: RoundInHand, one: CaseOf, surveyId: string) =>
  round.must('hung', `/api/households/${one.householdId}/cases/${one.caseId}/return`, {
    surveyId,
    notes: [{ question: '', person: null, note: 'Hỏi lại' }],
  })

describe('whom I call in the commune', () => {
  async function official(name: string, post: string, phone: string | null): Promise<string> {
    const id = newId()
    await world.owner.query(
      `insert into official (id, unit_id, full_name, sex, birth_year, ethnicity, phone) values ($1, $2, $3, 'male', 1980, '01', $4)`,
      [id, demoAreas.tamHongToday, name, phone],
    )
    await world.owner.query(
      `insert into appointment (id, official_id, post, area_id, valid_from) values ($1, $2, $3, $4, '2026-01-01')`,
      [newId(), id, post, demoAreas.tamHongToday],
    )
    return id
  }
  const called = async (person: PersonName = 'mai') =>
    (await mine(person)).contacts.map(({ communeName, name, phone }) => [communeName, name, phone])

  it('is who holds the post of the programme there and has a telephone number, else who leads it; else nobody', async () => {
    await roundAtSurveying(world, [await settle(world, thon1, 'Bùi Thị Gọi')])
    expect(await called()).toEqual([])
    await official('Lê Văn Không Máy', 'specialist', null)
    await official('Phạm Thị Lãnh Đạo', 'leader', '0000111222')
    await official('Vũ Thị Đoàn Thể', 'mass_organisation', '0000333444')
    expect(await called()).toEqual([['Xã Tam Hồng', 'Phạm Thị Lãnh Đạo', '0000111222']])
    const id = await official('Lê Văn Có Máy', 'specialist', '0000555666')
    expect(await called()).toEqual([['Xã Tam Hồng', 'Lê Văn Có Máy', '0000555666']])
    await world.owner.query(
      `update appointment set valid_until = '2026-11-01', ended_because = 'term_over' where official_id = $1`,
      [id],
    )
    expect(await called()).toEqual([['Xã Tam Hồng', 'Phạm Thị Lãnh Đạo', '0000111222']])
  })

  it('is told to nobody who does not work there', async () => {
    const on = (areas: readonly string[]) =>
      databaseOn(world.owner)
        .transaction()
        .execute(async (db) => {
          await sql.raw(`set local nb.areas = '{${areas}}'; set local role nb_app`).execute(db)
          return communeContacts(db, [demoAreas.tamHongToday], plainDate('2026-11-20'))
        })
    expect(await on([thon1])).toHaveLength(1)
    expect(await on([demoAreas.phuTho])).toHaveLength(1)
    expect(await on([demoAreas.kyThuongToday])).toEqual([])
    expect(await on([])).toEqual([])
  })
})

describe('my households', () => {
  it('come back first, then those to survey, then those with the checker, and the accepted last', async () => {
    const families: Family[] = []
    for (const name of ['Bùi Thị An', 'Bùi Thị Bình', 'Bùi Thị Cúc', 'Bùi Thị Dung'])
      families.push(await settle(world, thon1, name))
    const { round, cases } = await roundAtSurveying(world, families)
    const sent: string[] = []
    for (const at of [0, 1, 2])
      sent.push((await round.send(cases[at] as CaseOf, answersOf(families[at] as Family, 1_000_000))).surveyId)
    await round.accept(cases[0] as CaseOf, sent[0] as string)
    await giveBack(round, cases[2] as CaseOf, sent[2] as string)
    expect((await inRound(round)).map((one) => [one.headName, one.state])).toEqual([
      ['Bùi Thị Cúc', 'returned'],
      ['Bùi Thị Dung', 'assigned'],
      ['Bùi Thị Bình', 'submitted'],
      ['Bùi Thị An', 'accepted'],
    ])
  })

  it('leave my list when they move away, told by the day on which they moved, not on which it was entered', async () => {
    const family = await settle(world, thon1, 'Bùi Thị Đi')
    const { cases } = await roundAtSurveying(world, [family])
    const move = { on: '2026-11-18', villageId: thon4, address: '', number: '' }
    const moved = await world.as('hung').post(`/api/households/${family.householdId}/residence`, move)
    expect(moved.statusCode, moved.body).toBe(200)
    const { handedOn } = (await world.as('mai').get('/api/my-surveys')).json()
    expect(handedOn.find((one: CaseOf) => one.caseId === cases[0]?.caseId)).toMatchObject({ since: '2026-11-18' })
  })

  it('go to Thắng when they are given to him, and leave my list', async () => {
    const families = [await settle(world, thon1, 'Vàng Thị Sai'), await settle(world, thon1, 'Vàng Thị Dí')]
    const { round } = await roundAtSurveying(world, families)
    await round.must('hung', `/api/rounds/${round.roundId}/assign`, {
      householdIds: [families[0]?.householdId],
      accountId: world.idOf('thang'),
    })
    const names = async (person: PersonName) => (await inRound(round, person)).map((one) => one.headName)
    expect([await names('mai'), await names('thang')]).toEqual([['Vàng Thị Dí'], ['Vàng Thị Sai']])
  })

  it('are not there before surveying begins, nor once the checking has ended or the round was cancelled', async () => {
    const family = await settle(world, thon1, 'Đỗ Thị Ánh')
    const early = await openRound(world, 'ad_hoc', [thon1])
    await early.list([family])
    await early.finish('listing')
    await early.assign(thon1, 'mai')
    expect(await inRound(early)).toEqual([])
    await early.must('hung', `/api/rounds/${early.roundId}/cancel`, { because: 'Mở nhầm' })
    expect(await inRound(early)).toEqual([])

    const { round, cases } = await roundAtSurveying(world, [family])
    const { surveyId } = await round.send(cases[0] as CaseOf, answersOf(family, 1_000_000))
    await round.accept(cases[0] as CaseOf, surveyId)
    await finish(round, 'surveying')
    expect((await mine()).rounds.find((one) => one.roundId === round.roundId)).toMatchObject({
      state: 'checking',
      takesSurveys: true,
    })
    await finish(round, 'checking')
    expect(await inRound(round)).toEqual([])
    expect((await mine()).rounds.map((one) => one.roundId)).not.toContain(round.roundId)
  })

  it('added to the list of a village that is mine are mine at once', async () => {
    const { round } = await roundAtSurveying(world, [await settle(world, thon1, 'Lò Thị Mỉ')])
    const [late] = (await round.list([await settle(world, thon2, 'Lò Thị Mẩy')])) as [CaseOf]
    expect((await inRound(round)).find((one) => one.caseId === late.caseId)).toMatchObject({ state: 'assigned' })
  })

  it('are of one family in each round it is reviewed in, each case by itself', async () => {
    const family = await settle(world, thon1, 'Chíu Thị Múi')
    const [one, other] = [await roundAtSurveying(world, [family]), await roundAtSurveying(world, [family], 'last_year')]
    await one.round.send(one.cases[0] as CaseOf, answersOf(family, 1_000_000))
    const states = async ({ round }: typeof one) => (await inRound(round)).map((c) => c.state)
    expect([await states(one), await states(other)]).toEqual([['submitted'], ['assigned']])
  })

  it('are only those of villages over which I am still an enumerator', async () => {
    const { round } = await roundAtSurveying(world, [await settle(world, thon2, 'Lý Thị Dợ')])
    const grant = `account_id = '${world.idOf('mai')}' and area_id = '${thon2}'`
    expect(await inRound(round)).toHaveLength(1)
    await world.owner.query(`update access_grant set valid_until = '2026-11-20' where ${grant}`)
    expect(await inRound(round)).toEqual([])
    await world.owner.query(`update access_grant set valid_until = null where ${grant}`)
    expect(await inRound(round)).toHaveLength(1)
  })
})

describe('the list is not for', () => {
  it.each(['bich', 'lan', 'kiem', 'xem', 'dao', 'quantri', 'la'] as const)('%s, who surveys nobody', async (person) => {
    expect(await refusal(world, () => world.as(person).get('/api/my-surveys'))).toBe('access.denied')
  })

  it('who has not signed in', async () => {
    expect(await refusal(world, () => world.nobody.get('/api/my-surveys'))).toBe('access.sign_in_needed')
  })
})
