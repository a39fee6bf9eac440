/** What a survey says beside its answers: what was kept, and how members left. Phones of before say nothing, and are taken. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answersOf, type CaseOf, type Family, type RoundInHand, roundAtSurveying, settle, thon1 } from '#test/rounds.ts'
import { openWorld, type World } from '#test/world.ts'
import { isPrefilled, prefilled } from './rules/prefill.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Given = { readonly round: RoundInHand; readonly family: Family; readonly one: CaseOf; readonly url: string }

async function given(head: string): Promise<Given> {
  const family = await settle(world, thon1, head)
  const { round, cases } = await roundAtSurveying(world, [family])
  const one = cases[0] as CaseOf
  return { round, family, one, url: `/api/households/${one.householdId}/cases/${one.caseId}` }
}
const show = async ({ url }: Given) => (await world.as('hung').get(url)).json()

async function send({ round, one, family, url }: Given, aside: object | undefined, without?: string) {
  const facts = answersOf(family, 1_000_000)
  const members = (facts.members ?? []).filter(({ id }) => id !== without)
  const survey = await round.surveyOf(one, { ...facts, members })
  return world.as('mai').post(`${url}/surveys`, { ...survey, ...(aside && { aside }) })
}
const idOf = ({ family }: Given, at: number): string => answersOf(family, 1).members?.[at]?.id ?? ''

describe('what Mai kept of last time', () => {
  it('stands for each answer, and as a share of this form and of all of hers in the round', async () => {
    const here = await given('Nguyễn Thị Nhẫn')
    // Two questions of the place, then those of the first person: the name is kept, all else was given anew.
    expect((await send(here, { marks: '3ak900a' })).statusCode).toBe(200)
    const { kept, shares } = await show(here)
    expect(kept).toEqual([{ question: 'member.name', person: idOf(here, 0), from: 'register' }])
    expect(shares).toEqual({ own: { kept: 1, all: 904 }, ofAll: { kept: 1, all: 904 }, forms: 1 })
  })

  it('is not known of a form that a phone of before sent: no share, and what is the same counts as kept', async () => {
    const here = await given('Trần Thị Ước')
    expect((await send(here, undefined)).statusCode).toBe(200)
    const { kept, shares } = await show(here)
    expect(shares).toBeNull()
    expect(kept.length).toBeGreaterThan(1)
  })

  it('comes back to her with a returned form', async () => {
    const here = await given('Lê Thị Mận')
    await send(here, { marks: '3ak900a' })
    const { survey } = await show(here)
    const notes = [{ question: '', person: null, note: 'Xem lại nhà ở' }]
    const returned = await world.as('hung').post(`${here.url}/return`, { surveyId: survey.surveyId, notes })
    expect(returned.statusCode, returned.body).toBe(200)
    const form = (await world.as('mai').get(`${here.url}/form`)).json()
    expect(form.from).toMatchObject({ kind: 'this_round', marks: '3ak900a', verdict: { purpose: 'opens' } })
  })

  it('is refused in a shape that no form makes', async () => {
    const here = await given('Phạm Thị Lựu')
    for (const marks of ['x', '12345k', 'k'.repeat(4001), 'k k']) {
      const reply = await send(here, { marks })
      expect(reply.statusCode).toBe(400)
    }
    expect((await show(here)).survey).toBeNull()
  })
})

describe('who left the household', () => {
  it('is told to Hùng with how and when, beside what the register says', async () => {
    const here = await given('Vũ Thị Cam')
    const gone = idOf(here, 1)
    const left = [{ person: gone, reason: 'died', on: '2026-10-02' }]
    expect((await send(here, { left }, gone)).statusCode).toBe(200)
    const { apart } = await show(here)
    expect(apart).toMatchObject([{ what: 'left', person: gone, heard: { reason: 'died', on: '2026-10-02' } }])
  })

  it('is not believed of somebody who is still in the form, nor for a reason that the register does not know', async () => {
    const here = await given('Đỗ Thị Quýt')
    const strange = [{ person: idOf(here, 1), reason: 'bored' }]
    expect((await send(here, { left: strange })).statusCode).toBe(400)
    expect((await send(here, { left: [{ person: idOf(here, 1), reason: 'died' }] })).statusCode).toBe(200)
    const { rows } = await world.owner.query('select aside from survey where household_id = $1', [here.one.householdId])
    expect(rows[0].aside).toEqual({})
    expect((await show(here)).apart).toEqual([])
  })
})

describe('the number by which a family wants to be called', () => {
  const sendPhone = async ({ round, one, family, url }: Given, phone: string) => {
    const survey = await round.surveyOf(one, { ...answersOf(family, 1_000_000), phone })
    return world.as('mai').post(`${url}/surveys`, survey)
  }
  const registered = async ({ one }: Given) =>
    (await world.owner.query('select contact_phone from household where household_id = $1', [one.householdId])).rows[0]

  it('stands before Hùng beside what the register has, goes there by his own act, and is said no more', async () => {
    const here = await given('Hồ Thị Na')
    const before = await registered(here)
    expect((await sendPhone(here, '0912345678')).statusCode).toBe(200)
    const shown = await show(here)
    expect(shown.phoneSaid).toEqual({ said: '0912345678', registered: '' })
    // Nothing went into the register by itself, and nothing stands against accepting.
    expect(await registered(here)).toEqual(before)
    expect(shown.apart).toEqual([])
    const { rows } = await world.owner.query('select address, number from household where household_id = $1', [
      here.one.householdId,
    ])
    const moved = await world.as('hung').post(`/api/households/${here.one.householdId}/residence`, {
      ...{ villageId: thon1, ...rows[0], on: '2026-11-20', phone: '0912345678' },
      was: { villageId: thon1, ...rows[0], phone: '' },
    })
    expect(moved.statusCode, moved.body).toBe(200)
    expect((await show(here)).phoneSaid).toBeNull()
  })

  it('that is no more is said too', async () => {
    const here = await given('Hồ Thị Lê')
    await world.owner.query(`update household set contact_phone = '0987654321' where household_id = $1`, [
      here.one.householdId,
    ])
    expect((await sendPhone(here, '')).statusCode).toBe(200)
    expect((await show(here)).phoneSaid).toEqual({ said: '', registered: '0987654321' })
  })

  it('is refused where nobody could dial it', async () => {
    const here = await given('Hồ Thị Mơ')
    for (const phone of ['0912', '0912 345 678', 'Chị Ba', '1'.repeat(40)])
      expect((await sendPhone(here, phone)).statusCode).toBe(400)
    expect((await show(here)).survey).toBeNull()
  })

  it('comes back with a returned form, and is not taken over into the next round', async () => {
    const here = await given('Hồ Thị Sim')
    await sendPhone(here, '0912345678')
    const { survey } = await show(here)
    const notes = [{ question: '', person: null, note: 'Xem lại nhà ở' }]
    await world.as('hung').post(`${here.url}/return`, { surveyId: survey.surveyId, notes })
    const form = (await world.as('mai').get(`${here.url}/form`)).json()
    expect(form.facts.phone).toBe('0912345678')
    expect(isPrefilled('phone')).toBe(false)
    expect(prefilled({ last: survey.facts, present: [], place: {} }).facts).not.toHaveProperty('phone')
  })
})
