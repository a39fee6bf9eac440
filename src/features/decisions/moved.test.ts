/** Units that change while a round runs, and households that live elsewhere when it is decided. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import type { AreaId } from '#kernel/ids.ts'
import { newId } from '#platform/server/ids.ts'
import { recount } from '#test/homes.ts'
import {
  type CaseOf,
  type Family,
  lackingAnswers,
  makeEnumerator,
  roundAtSurveying,
  scan,
  settle,
  tamHong,
  thon1,
  thon2,
} from '#test/rounds.ts'
import { tried } from '#test/tried.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const [kyThuong] = demoAreas.villages.kyThuong as [AreaId]

describe('units that change while a round runs', () => {
  const record = async (change: object) => {
    const body = { change, day: '2026-11-18', legalBasis: 'Nghị quyết 1/NQ-HĐND', mark: 'text' }
    const reply = await world.as('quantri').post('/api/area-events', body)
    expect(reply.statusCode, reply.body).toBe(200)
  }

  it('do not lose it: merged villages are decided, one that went to another commune goes with its households', async () => {
    const families = [await settle(world, thon1, 'Vàng Thị Sai'), await settle(world, thon2, 'Vàng Thị Dí')]
    const { round, cases } = await roundAtSurveying(world, families)
    const [stays, goes] = cases as [CaseOf, CaseOf]
    const { surveyId } = await round.send(stays, lackingAnswers(families[0] as Family, 1_000_000))
    const leaving = await round.send(goes, lackingAnswers(families[1] as Family, 1_000_000))
    const into = { name: 'Thôn Mới', kind: 'thon', code: null, parentId: demoAreas.tamHongToday }
    await record({ kind: 'merge', areaIds: [thon1, tamHong[4]], into })
    await record({ kind: 'move', areaId: thon2, parentId: demoAreas.kyThuongToday })
    // Sơn's commune has the village now, but the round is Hùng's.
    const accepting = `/api/households/${goes.householdId}/cases/${goes.caseId}/accept`
    const bySon = await world.as('son').post(accepting, { surveyId: leaving.surveyId })
    expect(bySon.json().code).toBe('access.denied')
    await round.accept(stays, surveyId)
    await round.must('hung', `/api/rounds/${round.roundId}/hand-over`, { because: 'Thôn 2 về xã Kỳ Thượng' })
    for (const step of ['surveying', 'checking'])
      await round.must('hung', `/api/rounds/${round.roundId}/finish`, { step })
    await round.pastPaperSteps()
    // Whoever sees both communes decides on the same households.
    await world.owner.query(
      `insert into access_grant (id, account_id, role, area_id, valid_from) values ($1, $2, 'commune_official', $3, '2026-01-01')`,
      [newId(), world.idOf('hung'), demoAreas.kyThuongToday],
    )
    const { decisionId } = await round.printed()
    const { entries } = (await world.as('hung').get(`/api/decisions/${decisionId}`)).json()
    expect(entries.map((e: { householdId: string }) => e.householdId)).toEqual([stays.householdId])
  })
})

describe('a household that lives in another commune now', () => {
  /** Sơn's round over his village, as far as a decision fixed for signing. */
  async function decidedBySon(family: Family): Promise<string> {
    const must = async (url: string, body: object) => {
      const reply = await world.as('son').post(url, body)
      expect(reply.statusCode, reply.body).toBe(200)
      return reply.json()
    }
    const [roundId, decisionId, surveyId] = [newId(), newId(), newId()]
    const round = `/api/rounds/${roundId}`
    const window = { windowFrom: '2026-11-15', windowUntil: '2026-12-14' }
    const body = { roundId, areaId: demoAreas.kyThuongToday, kind: 'ad_hoc', name: 'Rà soát', villages: [kyThuong] }
    await must('/api/rounds', { ...body, ...window })
    const { caseId } = await must(`${round}/list`, { householdId: family.householdId })
    await must(`${round}/finish`, { step: 'listing' })
    await makeEnumerator(world, 'dao', kyThuong)
    await must(`${round}/assign`, { villageId: kyThuong, accountId: world.idOf('dao') })
    await must(`${round}/finish`, { step: 'assigning' })
    const one = `/api/households/${family.householdId}/cases/${caseId}`
    const form = (await world.as('son').get(`${one}/form`)).json()
    const survey = {
      surveyId,
      formHash: form.form.hash,
      surveyedOn: form.day,
      facts: lackingAnswers(family, 1_000_000),
    }
    await must(`${one}/surveys`, survey)
    await must(`${one}/accept`, { surveyId })
    for (const step of ['surveying', 'checking']) await must(`${round}/finish`, { step })
    for (const step of ['village_meeting', 'posting', 'objections']) await must(`${round}/skip`, { step })
    const { contentHash } = await must(`${round}/decision`, { decisionId, ...signer })
    await tried(world, decisionId)
    await must(`/api/decisions/${decisionId}/print`, { contentHash })
    return decisionId
  }

  // Nobody holds the role of the chair there.
  const signer = { signerName: 'Bế Văn Kỳ', authority: 'own', signerBecause: 'Chủ tịch chưa có tài khoản' }

  it('is succeeded in the class it was given where it lived before', async () => {
    const family = await settle(world, kyThuong, 'Chíu Thị Múi')
    await world.owner.query(
      `insert into household_class (household_id, id, village_id, home_id, class, standard_id, valid_from, decision_id, verdict_id)
       values ($1, $2, $3, $6, 'poor', 'vn-2022-2025', '2026-01-01', $4, $5)`,
      [family.householdId, newId(), thon1, newId(), newId(), kyThuong],
    )
    await recount(world, '2026-11-20')
    const decisionId = await decidedBySon(family)
    const { entries } = (await world.as('son').get(`/api/decisions/${decisionId}`)).json()
    expect(entries).toMatchObject([{ classBefore: 'poor', movement: 'stays' }])
    const fields = { number: '1/QĐ-UBND', signedOn: '2026-11-20' }
    const reply = await world.as('son').upload(`/api/decisions/${decisionId}/enforce`, fields, scan())
    expect(reply.json()).toMatchObject({ state: 'in_force', certificates: 1 })
    const { rows } = await world.owner.query(
      'select valid_until::text as until from household_class where household_id = $1 order by valid_from',
      [family.householdId],
    )
    expect(rows).toEqual([{ until: '2026-11-20' }, { until: null }])
  })
})
