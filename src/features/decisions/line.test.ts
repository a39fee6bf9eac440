/** From accepted surveys to certificates in force, by hand through every door. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Facts } from '#features/standards/model/facts.ts'
import { decodeSigned, verifySigned } from '#kernel/signed.ts'
import { newId } from '#platform/server/ids.ts'
import {
  answersOf,
  type Family,
  lackingAnswers,
  type RoundInHand,
  roundAtSurveying,
  scan,
  settle,
  thon1,
  thon2,
} from '#test/rounds.ts'
import { tried } from '#test/tried.ts'
import { openWorld, type World } from '#test/world.ts'

const decisionId = newId<'decision'>()
const enforce = {
  number: '12/QĐ-UBND',
  signedOn: '2026-11-20',
  signerName: 'Phạm Thị Bích',
}

let world: World
let families: Family[]
let round: RoundInHand
let early: { code: string }
beforeAll(async () => {
  world = await openWorld()
  families = [
    await settle(world, thon1, 'Nguyễn Thị Nhẫn'),
    await settle(world, thon1, 'Trần Thị Ước'),
    await settle(world, thon2, 'Đỗ Thị Ánh'),
  ]
  const opened = await roundAtSurveying(world, families)
  round = opened.round
  const answers = [
    lackingAnswers(families[0] as Family, 1_000_000),
    answersOf(families[1] as Family, 1_400_000),
    answersOf(families[2] as Family, 5_000_000),
  ]
  for (const [at, one] of opened.cases.entries()) {
    const { surveyId } = await round.send(one, answers[at] as Facts)
    await round.accept(one, surveyId)
  }
  await round.finish('surveying')
  early = (await round.draft()).json()
  await round.finish('checking')
  await round.pastPaperSteps()
})
afterAll(() => world.close())

const familyOf = (at: number): Family => families[at] as Family

describe('a decision', () => {
  it('drafts, prints and puts in force; Bích enters what she signed', async () => {
    expect(early.code).toBe('decisions.blocked')
    expect(await round.standing()).toEqual({ decision: null, blocked: [], absent: [], unclassed: [], can: ['draft'] })
    expect((await round.standing('bich')).can).toEqual([])
    const drafted = await round.draft(decisionId)
    expect(await round.standing()).toEqual({
      decision: { decisionId, state: 'drafted' },
      blocked: [],
      absent: [],
      unclassed: [],
      can: [],
    })
    const { contentHash } = drafted.json()
    expect((await world.as('hung').get(`/api/decisions/${decisionId}/quyet-dinh.pdf`)).statusCode).toBe(200)
    const soon = await world.as('bich').upload(`/api/decisions/${decisionId}/enforce`, enforce, scan())
    expect(soon.json()).toMatchObject({ code: 'decisions.state_not_allowed' })
    await tried(world, decisionId)
    const printed = await world.as('hung').post(`/api/decisions/${decisionId}/print`, { contentHash })
    expect(printed.json()).toEqual({ decisionId, state: 'printed' })
    const done = await world.as('bich').upload(`/api/decisions/${decisionId}/enforce`, enforce, scan())
    expect(done.json()).toEqual({ decisionId, state: 'in_force', classesHoldFrom: '2026-11-20', certificates: 2 })
    const { rows } = await world.owner.query(
      `select class, valid_from, valid_until from household_class where decision_id = $1 order by class`,
      [decisionId],
    )
    expect(rows).toEqual([
      { class: 'near_poor', valid_from: '2026-11-20', valid_until: null },
      { class: 'not_poor', valid_from: '2026-11-20', valid_until: null },
      { class: 'poor', valid_from: '2026-11-20', valid_until: null },
    ])
  })

  it('prints every paper, and the certificate proves itself', async () => {
    for (const [path, type] of [
      ['quyet-dinh.pdf', 'application/pdf'],
      ['quyet-dinh.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
      ['giay-chung-nhan.pdf', 'application/pdf'],
      ['danh-sach.pdf?class=poor', 'application/pdf'],
      ['danh-sach.xlsx?class=near_poor', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      ['ban-ky', 'application/pdf'],
    ] as const) {
      const reply = await world.as('bich').get(`/api/decisions/${decisionId}/${path}`)
      expect([path, reply.statusCode, reply.headers['content-type']]).toEqual([path, 200, type])
      expect(reply.rawPayload.length).toBeGreaterThan(10)
      // Ours may be looked at in the browser; what came back signed is somebody else's file.
      const how = path === 'ban-ky' ? 'attachment' : 'inline'
      expect([path, reply.headers['content-disposition']?.toString().split(';')[0]]).toEqual([path, how])
      if (how === 'attachment') expect(reply.headers['content-security-policy']).toBe("default-src 'none'; sandbox")
    }
    const { rows } = await world.owner.query('select id, number, signed from certificate order by number')
    expect(rows.map((r) => r.number)).toEqual(['0001/GCN-2026', '0002/GCN-2026'])
    const decoded = decodeSigned(rows[0].signed)
    const { keys } = (await world.nobody.get('/api/public/keys')).json()
    expect(decoded?.paper).toMatchObject({ holder: 'Nguyễn Thị Nhẫn', states: 'poor', id: rows[0].id })
    if (!decoded) throw new Error('not a signed paper')
    expect(await verifySigned(decoded, keys, crypto.subtle as never)).toBe('genuine')
    const status = (await world.nobody.get(`/api/public/papers/${rows[0].id}`)).json()
    expect(status).toEqual({
      known: true,
      kind: 'certificate',
      number: '0001/GCN-2026',
      issuedOn: '2026-11-20',
      inForce: true,
      from: '2026-11-20',
      until: null,
      replacedBy: null,
      ended: null,
      instead: null,
      amends: null,
      corrections: [],
      day: '2026-11-20',
    })
    expect((await world.nobody.get(`/api/public/papers/${newId()}`)).json()).toMatchObject({
      known: false,
      inForce: false,
    })
  })

  it('shows figures that open what they count, and the household its own story', async () => {
    const figures = (await world.as('lan').get(`/api/rounds/${round.roundId}/figures`)).json()
    expect(figures.opens.poor).toEqual({ count: 1, opens: { roundId: round.roundId, class: 'poor' } })
    expect(figures.denominators.register.households).toBe(3)
    const list = (await world.as('lan').get(`/api/rounds/${round.roundId}/cases?class=poor`)).json()
    expect(list).toMatchObject({ total: 1, cases: [{ headName: 'Nguyễn Thị Nhẫn' }], can: [] })
    const own = (await world.as('hung').get(`/api/households/${familyOf(0).householdId}/review`)).json()
    expect(own).toMatchObject({
      now: 'poor',
      classes: [{ class: 'poor', decisionNumber: '12/QĐ-UBND' }],
      papers: [{ class: 'poor' }],
    })
    expect(own.verdicts[0].verdict.indicators.length).toBe(12)
  })

  it('counts classes from poor to not poor, and movements in one order, whatever the alphabet says', async () => {
    const { counts, movements } = (await world.as('bich').get(`/api/decisions/${decisionId}`)).json()
    expect(counts.map((c: { class: string }) => c.class)).toEqual(['poor', 'near_poor', 'not_poor'])
    expect(movements).toEqual([
      { movement: 'newly', count: 2 },
      { movement: 'other', count: 1 },
    ])
  })

  it('ends with the certificates handed over', async () => {
    const work = (await world.as('hung').get('/api/work/decisions')).json()
    expect(work.items).toMatchObject([{ kind: 'to_hand_over', roundId: round.roundId }])
    expect((await round.finish('certificates')).json()).toMatchObject({ state: 'completed' })
    expect((await world.as('hung').get('/api/work/decisions')).json()).toEqual({ items: [] })
  })
})
