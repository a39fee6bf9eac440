/** Rules of Phú Thọ: Lan enters them from a text, who reads training reads them, nobody else writes them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { aRule, ruleSaid } from '#test/credentials.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { approvedTopics } from '#test/training.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'
import type { Rule } from './model.ts'

let world: World
let topics: [string, string]
beforeAll(async () => {
  world = await openWorld()
  topics = await approvedTopics(world)
})
afterAll(() => world.close())

const enter = (part: object, person: PersonName = 'lan') =>
  world.as(person).post('/api/credential-rules', {
    ...{ credentialRuleId: newId(), areaId: demoAreas.phuTho, ...ruleSaid, topicIds: [topics[0]] },
    ...part,
  })
const act = (id: string, deed: 'next' | 'end' | 'withdraw', part: object = {}, person: PersonName = 'lan') => {
  const said = {
    next: { nextId: newId(), ...ruleSaid, topicIds: topics, from: '2026-07-01' },
    end: { last: '2026-12-31', because: 'Bãi bỏ' },
    withdraw: { because: 'Ghi nhầm' },
  }[deed]
  return world.as(person).post(`/api/credential-rules/${id}/${deed}`, { ...said, ...part })
}
const list = async (query: string, person: PersonName = 'hung'): Promise<Rule[]> =>
  (await world.as(person).get(`/api/credential-rules?${query}`)).json().rows

describe('a rule', () => {
  it('holds from its day on, by its text, and a new version ends the one before', async () => {
    const id = await aRule(world, [topics[0]], { name: 'Kiểm tra phiếu' })
    const nextId = newId()
    expect((await act(id, 'next', { nextId, name: 'Kiểm tra phiếu' })).statusCode).toBe(200)
    expect(await list('q=kiem tra phieu')).toMatchObject([
      { credentialRuleId: nextId, topics: [{ code: 'CĐ1' }, { code: 'CĐ2' }], state: 'in_force', until: null, can: [] },
      { credentialRuleId: id, topics: [{ code: 'CĐ1' }], state: 'ended', until: '2026-07-01' },
    ])
    const file = await world.as('kiem').get('/api/credential-rules/file?as=csv&q=kiem tra phieu')
    expect(file.body.trim().split(/\r?\n/)).toHaveLength(3)
    expect(await refusal(world, () => act(id, 'withdraw'))).toBe('credential_rule.followed')
    expect((await act(nextId, 'withdraw')).statusCode).toBe(200)
    expect(await list('q=kiem tra phieu')).toMatchObject([{ state: 'withdrawn' }, { state: 'in_force', until: null }])
    expect((await act(id, 'end')).statusCode).toBe(200)
    expect(await refusal(world, () => act(id, 'next'))).toBe('credential_rule.ended')
  })

  it('of one name stands once a day, also where two save it in the same second', async () => {
    const name = 'Hai người cùng ghi'
    const replies = await meetingAt(world, 'credential_rule', [() => enter({ name }), () => enter({ name })])
    expect(answersIn(replies).sort()).toEqual(['credential_rule.stands', 'ok'])
    const [rule] = await list('q=hai nguoi')
    const follow = () => act(rule?.credentialRuleId ?? '', 'next', { name })
    const next = await meetingAt(world, 'credential_rule', [follow, follow])
    expect(answersIn(next).sort()).toEqual(['credential_rule.ended', 'ok'])
  })

  it('says until when, of topics and a standard that are there', async () => {
    const name = 'Sai'
    for (const part of [{ months: 12 }, { validity: 'completion' }, { validity: 'window', firstDay: '08-01' }])
      expect(await refusal(world, () => enter({ name, ...part })), JSON.stringify(part)).toBe('credential_rule.says')
    const window = { name, validity: 'window', firstDay: '02-29', lastDay: '12-14' }
    expect(await refusal(world, () => enter(window))).toBe('credential_rule.no_day')
    expect(await refusal(world, () => enter({ name, topicIds: [newId()] }))).toBe('credential_rule.topics')
    expect(await refusal(world, () => enter({ name, standardId: 'vn-1999' }))).toBe('credential_rule.standard')
    expect(await refusal(world, () => enter({ name, from: '2090-01-01' }))).toBe('credential_rule.day_far')
    for (const part of [{ topicIds: [] }, { renewMonths: 25 }, { mark: 'sure' }, { legalReference: ' ' }])
      expect(await refusal(world, () => enter({ name, ...part }))).toBe('input.invalid')
    const of = { name, areaId: demoAreas.tamHongToday }
    expect(await refusal(world, () => enter(of))).toBe('credential_rule.not_province')
    expect(await refusal(world, () => act(newId(), 'end'))).toBe('credential_rule.not_found')
    const id = await aRule(world, topics, { name: 'Đúng' })
    expect(await refusal(world, () => act(id, 'next', { from: '2026-01-01' }))).toBe('credential_rule.not_later')
    expect(await refusal(world, () => act(id, 'end', { last: '2025-12-31' }))).toBe('credential_rule.ends_before')
  })
})

describe('nobody else writes rules', () => {
  it.each(['dao', 'hung', 'bich', 'kiem', 'son', 'mai', 'quantri'] as const)('%s', async (person) => {
    const id = (await list('state=in_force'))[0]?.credentialRuleId ?? ''
    expect(await refusal(world, () => enter({ name: 'Khác' }, person))).toBe('access.denied')
    for (const deed of ['next', 'end', 'withdraw'] as const)
      expect(await refusal(world, () => act(id, deed, {}, person))).toBe('access.denied')
  })
})
