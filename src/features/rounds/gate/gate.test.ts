/** The gate of a round in Tam Hồng: off, warn and hold, who is let through by whom, and that nothing given before is taken away. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { aGate, aRule, aTurn, inRoster, issuedNow } from '#test/credentials.ts'
import { makeEnumerator, openRound, type RoundInHand, settle, thon1, thon2 } from '#test/rounds.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { approvedTopics } from '#test/training.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

const { phuTho, tamHongToday } = demoAreas
let world: World
let topics: [string, string]
let ruleId: string
let before: RoundInHand
beforeAll(async () => {
  world = await openWorld()
  topics = await approvedTopics(world)
  await makeEnumerator(world, 'thang', thon1)
  before = await atAssigning()
  ruleId = await aRule(world, topics)
})
afterAll(() => world.close())

async function atAssigning(): Promise<RoundInHand> {
  const round = await openRound(world, 'ad_hoc')
  await round.list([await settle(world, thon1, 'Bùi Thị Cổng'), await settle(world, thon2, 'Bùi Thị Rào')])
  await round.finish('listing')
  return round
}
const give = ({ roundId }: RoundInHand, person: PersonName, villageId: string = thon1) =>
  world.as('hung').post(`/api/rounds/${roundId}/assign`, { villageId, accountId: world.idOf(person) })
const giveAll = ({ roundId }: RoundInHand, person: PersonName) =>
  world.as('hung').post(`/api/rounds/${roundId}/assign/villages`, {
    given: [{ villageId: thon1, accountId: world.idOf(person) }],
  })
const people = async ({ roundId }: RoundInHand) => {
  const { enumerators, gate } = (await world.as('hung').get(`/api/rounds/${roundId}/enumerators`)).json()
  type Row = { accountId: string; holds: { state: string }; heldBack: boolean; opened: boolean }
  const of = (person: PersonName): Row | undefined =>
    enumerators.find((one: Row) => one.accountId === world.idOf(person))
  return { gate, of }
}
const open = ({ roundId }: RoundInHand, of: PersonName, person: PersonName, part: object = {}) =>
  world.as(person).post(`/api/rounds/${roundId}/gate/open`, {
    ...{ gateOverrideId: newId(), accountId: world.idOf(of), ruleId, because: 'Xã chưa có ai khác', ...part },
  })

describe('a setting', () => {
  it('is for rounds opened from its day on, and reaches none that is open', async () => {
    expect(await people(before)).toMatchObject({ gate: 'warn' })
    const gate = await aGate(world, 'hold')
    expect(await people(before)).toMatchObject({ gate: 'warn' })
    expect((await give(before, 'mai')).json()).toEqual({ assigned: 1 })
    expect(await people(await atAssigning())).toMatchObject({ gate: 'hold' })
    await world.as('lan').post(`/api/gate-settings/${gate}/withdraw`, { because: 'Thử' })
    expect(await people(await atAssigning())).toMatchObject({ gate: 'warn' })
    await aGate(world, 'off')
    expect(await people(await atAssigning())).toMatchObject({ gate: 'off' })
    const { rows } = (await world.as('hung').get('/api/gate-settings')).json()
    expect(rows.map((row: { mode: string; state: string }) => [row.mode, row.state]).sort()).toEqual([
      ['hold', 'withdrawn'],
      ['off', 'in_force'],
    ])
  })

  it('is never laid down backwards, twice for a day, or by anybody but the province', async () => {
    const set = (part: object, person: PersonName = 'lan') =>
      world.as(person).post('/api/gate-settings', {
        ...{ gateSettingId: newId(), areaId: phuTho, mode: 'hold', from: '2026-12-01' },
        ...{ legalReference: '30/QĐ-UBND', mark: 'text', ...part },
      })
    expect(await refusal(world, () => set({ from: '2026-11-19' }))).toBe('gate.past')
    expect(await refusal(world, () => set({ from: '2030-01-01' }))).toBe('gate.far')
    expect(await refusal(world, () => set({ from: '2026-11-20' }))).toBe('gate.day_taken')
    expect(await refusal(world, () => set({ areaId: tamHongToday }))).toBe('gate.not_province')
    for (const person of ['dao', 'hung', 'bich', 'kiem', 'mai', 'son'] as const)
      expect(await refusal(world, () => set({}, person)), person).toBe('access.denied')
    const replies = await meetingAt(world, 'gate_setting', [() => set({}), () => set({})])
    expect(answersIn(replies).sort()).toEqual(['gate.day_taken', 'ok'])
  })
})

describe('under hold', () => {
  let held: RoundInHand
  beforeAll(async () => {
    await world.owner.query(`update gate_setting set withdrawn_because = 'thử' where valid_from = '2026-11-20'`)
    await aGate(world, 'hold')
    held = await atAssigning()
  })

  it('work is given to who holds a valid credential for the standard of the round, and who does not is named with why', async () => {
    expect((await people(held)).of('mai')).toMatchObject({ holds: { state: 'no_record' }, heldBack: true })
    const reply = await give(held, 'mai')
    expect(reply.statusCode).toBe(409)
    expect(reply.json()).toMatchObject({ code: 'gate.held_back' })
    expect(await refusal(world, () => giveAll(held, 'mai'))).toBe('gate.held_back')
    const mai = await inRoster(world, 'mai', 'Nguyễn Thị Mai')
    expect((await people(held)).of('mai')).toMatchObject({ holds: { state: 'none' } })
    await aTurn(world, mai, { topicIds: topics, on: '2026-10-02' })
    await issuedNow(world)
    expect((await people(held)).of('mai')).toMatchObject({
      holds: { state: 'valid', lastDay: '2026-12-31' },
      heldBack: false,
    })
    expect((await give(held, 'mai')).json()).toEqual({ assigned: 1 })
  })

  it('an account joined to the record of a holder who is called otherwise stands before it without, until a name is put right', async () => {
    const record = (name: string) =>
      world.owner.query('update official set full_name = $2 where account_id = $1', [world.idOf('mai'), name])
    await record('Hà Thị Chứng')
    expect((await people(held)).of('mai')).toMatchObject({ holds: { state: 'other_name' }, heldBack: true })
    expect((await give(held, 'mai', thon2)).json()).toMatchObject({ code: 'gate.held_back' })
    // She is proposed for nothing either; what she was given before stays hers.
    const asked = (await world.as('hung').get(`/api/rounds/${held.roundId}/assign/villages`)).json()
    const of = (id: string) => asked.villages.find(({ villageId }: { villageId: string }) => villageId === id)
    expect(of(thon2)).toMatchObject({ proposed: null, because: 'held_back' })
    const mai = asked.enumerators.find(({ accountId }: { accountId: string }) => accountId === world.idOf('mai'))
    expect(mai).toMatchObject({ heldBack: true })
    const { rows } = await world.owner.query('select full_name from account where id = $1', [world.idOf('mai')])
    await record(rows[0].full_name.toUpperCase())
    expect((await people(held)).of('mai')).toMatchObject({ holds: { state: 'valid' }, heldBack: false })
  })

  it('its last day counts, the day after it no more; what was given before stays', async () => {
    await world.owner.query(`update credential set last_day = '2026-11-20'`)
    expect((await people(held)).of('mai')).toMatchObject({ holds: { state: 'valid' } })
    await world.owner.query(`update credential set last_day = '2026-11-19'`)
    expect((await people(held)).of('mai')).toMatchObject({
      holds: { state: 'expired', lastDay: '2026-11-19' },
      heldBack: true,
    })
    expect(await refusal(world, () => give(held, 'mai', thon2))).toBe('gate.held_back')
    const shown = await held.show()
    expect(shown.round.counts).toMatchObject({ listed: 1, assigned: 1 })
  })

  it('a province that has no rule for the standard keeps back nobody', async () => {
    await world.owner.query(`update credential_rule set standard_id = 'vn-2016-2020' where id = $1`, [ruleId])
    expect((await people(held)).of('thang')).toMatchObject({ holds: { state: 'no_rule' }, heldBack: false })
    await world.owner.query(`update credential_rule set standard_id = 'vn-2022-2025' where id = $1`, [ruleId])
  })

  it('the official lets a head survey with a reason, nobody themselves, and the level above counts it', async () => {
    for (const person of ['bich', 'mai', 'lan', 'son', 'dao'] as const)
      expect(await refusal(world, () => open(held, 'thang', person)), person).not.toBe('ok')
    expect(await refusal(world, () => open(held, 'thang', 'hung', { because: ' ' }))).toBe('input.invalid')
    expect(await refusal(world, () => open(held, 'thang', 'hung', { ruleId: newId() }))).toBe('gate_override.rule')
    expect(await refusal(world, () => open(held, 'bich', 'hung'))).toBe('gate_override.nobody')
    const replies = await meetingAt(world, 'gate_override', [
      () => open(held, 'thang', 'hung'),
      () => open(held, 'thang', 'hung'),
    ])
    expect(answersIn(replies).sort()).toEqual(['gate_override.stands', 'ok'])
    expect((await people(held)).of('thang')).toMatchObject({ opened: true, heldBack: false })
    expect((await give(held, 'thang', thon1)).json()).toEqual({ assigned: 1 })
    const above = (await world.as('lan').get(`/api/areas/${phuTho}/gate-overrides`)).json()
    expect(above).toMatchObject({
      total: 1,
      rows: [{ rule: 'Rà soát viên', because: 'Xã chưa có ai khác', by: 'Lê Văn Hùng' }],
    })
    expect(await refusal(world, () => world.as('son').get(`/api/areas/${phuTho}/gate-overrides`))).toBe('access.denied')
    const id = above.rows[0].gateOverrideId
    const close = () => world.as('hung').post(`/api/gate-overrides/${id}/close`, { because: 'Đã có người khác' })
    expect((await close()).statusCode).toBe(200)
    expect(await refusal(world, close)).toBe('gate_override.closed')
    expect(await refusal(world, () => giveAll(held, 'thang'))).toBe('gate.held_back')
  })

  it('the chair lets the official survey, and the official not himself', async () => {
    await makeEnumerator(world, 'hung', thon2)
    expect(await refusal(world, () => open(held, 'hung', 'hung'))).toBe('gate_override.own')
    const gate = (await world.as('bich').get(`/api/rounds/${held.roundId}/gate`)).json()
    const of = (person: PersonName) =>
      gate.people.find((one: { accountId: string }) => one.accountId === world.idOf(person))
    expect([of('hung').mayOpen, of('thang').mayOpen]).toEqual([true, false])
    expect((await open(held, 'hung', 'bich')).statusCode).toBe(200)
    expect((await give(held, 'hung', thon2)).json()).toEqual({ assigned: 1 })
    await inRoster(world, 'thang', 'Trần Văn Thắng')
    expect(await refusal(world, () => open(before, 'thang', 'hung'))).toBe('gate_override.not_held')
  })
})
