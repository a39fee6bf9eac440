/** When a round cannot be decided, and who may not decide it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type answersOf,
  type CaseOf,
  type Family,
  lackingAnswers,
  roundAtSurveying,
  scan,
  settle,
  thon1,
} from '#test/rounds.ts'
import { tried } from '#test/tried.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('a decision', () => {
  /** A round at its decision, with one household whose answers are given. */
  const decidable = async (kind: 'annual' | 'ad_hoc', facts: (family: Family) => ReturnType<typeof answersOf>) => {
    const family = await settle(world, thon1, 'Bùi Thị Mẵn')
    const opened = await roundAtSurveying(world, [family], kind)
    const [only] = opened.cases as [CaseOf]
    const { surveyId, answer } = await opened.round.send(only, facts(family))
    await opened.round.accept(only, surveyId)
    await opened.round.finish('surveying')
    await opened.round.finish('checking')
    await opened.round.pastPaperSteps()
    return { round: opened.round, answer }
  }

  it('waits while the standard that opens leaves a class open, and shows both verdicts', async () => {
    const { round: autumn, answer } = await decidable('annual', (f) => lackingAnswers(f, 1_000_000))
    expect(answer.verdicts).toMatchObject([
      { purpose: 'opens', standardId: 'vn-2027-2030', class: null, undecidable: 'class_open' },
      { purpose: 'closes', standardId: 'vn-2022-2025', class: 'poor', undecidable: null },
    ])
    expect((await autumn.standing()).blocked).toMatchObject([{ code: 'class_open', count: 1 }])
    expect((await autumn.draft()).json()).toMatchObject({
      code: 'decisions.blocked',
      facts: { blocked: [{ code: 'class_open' }] },
    })
  })

  it('is never made from an illustrative points table', async () => {
    const { round: scored, answer } = await decidable('ad_hoc', (f) => {
      const { income: _measured, ...facts } = lackingAnswers(f, 0)
      return { ...facts, region: 'NT_DBSH' }
    })
    expect(answer.verdicts).toMatchObject([{ undecidable: 'illustrative_table' }])
    const draft = await scored.draft()
    expect(draft.json()).toMatchObject({ facts: { blocked: [{ code: 'illustrative_table', count: 1 }] } })
    expect(draft.json().facts.blocked[0].said.vi).toContain('bảng điểm minh hoạ')
  })

  it('comes into force only with its signed page, by who may, once, in time', async () => {
    const { round: ready } = await decidable('ad_hoc', (f) => lackingAnswers(f, 1_000_000))
    const { decisionId, contentHash } = (await ready.draft()).json()
    expect((await ready.draft()).json().code).toBe('decisions.exists')
    const print = (person: 'bich' | 'hung', hash: string) =>
      world.as(person).post(`/api/decisions/${decisionId}/print`, { contentHash: hash })
    expect((await print('bich', contentHash)).json().code).toBe('access.denied')
    expect((await print('hung', 'f'.repeat(64))).json().code).toBe('decisions.list_changed')
    const final = await world.as('hung').get(`/api/decisions/${decisionId}/quyet-dinh.pdf?final=true`)
    expect(final.json().code).toBe('decisions.no_final_paper')
    await tried(world, decisionId)
    expect((await print('hung', contentHash)).statusCode).toBe(200)
    const fields = { number: '7/QĐ-UBND', signedOn: '2026-11-20', signerName: 'Phạm Thị Bích' }
    const url = `/api/decisions/${decisionId}/enforce`
    const enforce = (person: 'bich' | 'son' | 'lan', change: object, file = scan()) =>
      world.as(person).upload(url, { ...fields, ...change }, file)
    expect((await enforce('lan', {})).json().code).toBe('access.denied')
    expect((await enforce('son', {})).json().code).toBe('decisions.not_found')
    expect((await enforce('bich', {}, scan(Buffer.alloc(0)))).json().code).toBe('papers.scan_missing')
    const exe = { name: 'ky.pdf', type: 'application/pdf', bytes: Buffer.from('MZ not a page') }
    expect((await enforce('bich', {}, exe)).json().code).toBe('papers.scan_type')
    expect((await enforce('bich', { signedOn: '2026-11-21' })).json().code).toBe('decisions.signed_day')
    expect((await enforce('bich', { signedOn: '2026-11-19' })).json().code).toBe('decisions.signed_day')
    expect((await enforce('bich', { number: '' })).json().code).toBe('input.invalid')
    const tables = await world.owner.query('select count(*)::int as n from household_class where decision_id = $1', [
      decisionId,
    ])
    expect(tables.rows).toEqual([{ n: 0 }])
    expect((await enforce('bich', {})).json()).toMatchObject({ state: 'in_force', certificates: 1 })
    expect((await enforce('bich', {})).json().code).toBe('rounds.step_not_allowed')
    const withdraw = await world.as('hung').post(`/api/decisions/${decisionId}/withdraw`, { because: 'thử' })
    expect(withdraw.json().code).toBe('rounds.step_not_allowed')
  })

  it('must be withdrawn before the list can change, and shows nothing to the neighbour or the enumerator', async () => {
    const { round: ready } = await decidable('ad_hoc', (f) => lackingAnswers(f, 1_200_000))
    const { decisionId } = (await ready.draft()).json()
    const reopen = () => world.as('hung').post(`/api/rounds/${ready.roundId}/reopen`, { because: 'Có khiếu nại' })
    expect((await reopen()).json().code).toBe('rounds.withdraw_first')
    for (const person of ['son', 'mai'] as const)
      for (const path of ['', '/quyet-dinh.pdf', '/giay-chung-nhan.pdf', '/danh-sach.xlsx?class=poor', '/ban-ky'])
        expect((await world.as(person).get(`/api/decisions/${decisionId}${path}`)).json().code).toBe(
          'decisions.not_found',
        )
    expect((await world.as('xem').get(`/api/decisions/${decisionId}`)).json().code).toBe('access.denied')
    await world.as('hung').post(`/api/decisions/${decisionId}/withdraw`, { because: 'Có khiếu nại' })
    expect((await reopen()).json()).toMatchObject({ state: 'checking' })
    const steps = (await ready.show()).steps
    expect(steps.find((s: { step: string }) => s.step === 'posting')).toMatchObject({ state: 'ahead' })
  })
})

describe('without an address', () => {
  it('no final print is fixed: its QR would lead nowhere', async () => {
    const bare = await openWorld({ env: { MODE: 'start', PUBLIC_URL: '' } })
    const family = await settle(bare, thon1, 'Vũ Thị Hợi')
    const opened = await roundAtSurveying(bare, [family])
    const [only] = opened.cases as [CaseOf]
    const { surveyId } = await opened.round.send(only, lackingAnswers(family, 1_000_000))
    await opened.round.accept(only, surveyId)
    await opened.round.finish('surveying')
    await opened.round.finish('checking')
    await opened.round.pastPaperSteps()
    const { decisionId, contentHash } = (await opened.round.draft()).json()
    const print = await bare.as('hung').post(`/api/decisions/${decisionId}/print`, { contentHash })
    expect(print.json().code).toBe('paper.public_url_missing')
    expect((await bare.as('hung').get(`/api/decisions/${decisionId}/quyet-dinh.pdf`)).statusCode).toBe(200)
    await bare.close()
  })
})
