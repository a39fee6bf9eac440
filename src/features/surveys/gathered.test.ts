/** Surveys that several phones send in the same moment are stored as one, each under its own sender's standing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/server/ids.ts'
import {
  answersOf,
  type CaseOf,
  type Family,
  makeEnumerator,
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
  await makeEnumerator(world, 'thang', thon2)
  families = []
  for (let n = 0; n < 40; n++) families.push(await settle(world, n % 4 === 3 ? thon2 : thon1, 'Nguyễn Thị Nhẫn'))
  const held = await roundAtSurveying(world, families)
  round = held.round
  cases = held.cases
  for (const [at, { householdId, caseId }] of cases.entries())
    if (at % 4 === 3)
      await world.owner.query('update review_case set account_id = $3 where household_id = $1 and id = $2', [
        householdId,
        caseId,
        world.idOf('thang'),
      ])
})
afterAll(() => world.close())

type Sent = { readonly person: PersonName; readonly one: CaseOf; readonly body: object; readonly command: string }
let next = 0
/** A survey of the next household by whom it was given to, or by somebody else. */
async function ready(person?: PersonName): Promise<Sent> {
  const at = next++
  const one = cases[at] as CaseOf
  const owner = at % 4 === 3 ? 'thang' : 'mai'
  const body = await round.surveyOf(one, answersOf(families[at] as Family, 1_000_000), owner)
  return { person: person ?? owner, one, body, command: newId() }
}
const send = ({ person, one, body, command }: Sent) =>
  world.as(person).post(`/api/households/${one.householdId}/cases/${one.caseId}/surveys`, body, command)
/** Their households are in other hands until they are let go. */
async function hold(sent: readonly Sent[]): Promise<{ readonly letGo: () => Promise<void> }> {
  const holder = await world.owner.connect()
  const ids = sent.map(({ one }) => one.householdId)
  await holder.query('begin')
  await holder.query('select from household where household_id = any ($1) for update', [ids])
  const letGo = async () => {
    await holder.query('rollback')
    holder.release()
  }
  return { letGo }
}
const stored = async (sent: readonly Sent[]) =>
  (
    await world.owner.query(
      `select s.account_id as survey, k.account_id as command, l.account_id as line, l.area_id = s.village_id as there, s.xmin::text as act
         from survey s join audit_line l on l.subject_id = s.id join command k on k.id = l.command_id
        where s.household_id = any ($1) order by array_position($1, s.household_id)`,
      [sent.map(({ one }) => one.householdId)],
    )
  ).rows

describe('surveys of one moment', () => {
  it('each stand under the account that sent them, though several are stored as one', async () => {
    const of = (person: PersonName) => ({
      survey: world.idOf(person),
      command: world.idOf(person),
      line: world.idOf(person),
    })
    const sent: Sent[] = []
    for (let n = 0; n < 16; n++) sent.push(await ready())
    // The first waits for a household in other hands: however fast the machine, who comes then finds somebody at work.
    const holder = await hold(sent.slice(0, 1))
    const sending = sent.map(send)
    await new Promise((resolve) => setTimeout(resolve, 200))
    await holder.letGo()
    const replies = await Promise.all(sending)
    expect(replies.map(({ statusCode }) => statusCode)).toEqual(sent.map(() => 200))
    expect(replies.map((reply) => reply.json().caseId)).toEqual(sent.map(({ one }) => one.caseId))
    const rows = await stored(sent)
    expect(rows).toEqual(sent.map(({ person }) => ({ ...of(person), there: true, act: expect.any(String) })))
    expect(new Set(rows.map(({ act }) => act)).size).toBeLessThan(sent.length)
  })

  it('give nobody what is not his: who may not is refused in the middle of the others as alone', async () => {
    const sent: Sent[] = []
    for (const person of [
      undefined,
      undefined,
      undefined,
      undefined,
      'son',
      undefined,
      'loi',
      undefined,
      'thang',
      'la',
      undefined,
      'bich',
    ] as const)
      sent.push(await ready(person))
    const may = ({ person }: Sent, at: number) => person === ((at + 16) % 4 === 3 ? 'thang' : 'mai')
    const replies = await Promise.all(sent.map(send))
    for (const [at, one] of sent.entries()) {
      const reply = replies[at]
      expect([reply?.statusCode === 200, one.person], reply?.body).toEqual([may(one, at), one.person])
      if (!may(one, at)) expect(reply?.json().code).toBe((await send(one)).json().code)
    }
    expect(await stored(sent)).toHaveLength(sent.filter(may).length)
  })

  it('the same command six times among others is one survey, answered six times alike', async () => {
    const [one, other, third] = [await ready(), await ready(), await ready()]
    const replies = await Promise.all([one, other, one, one, third, one, one, one].map(send))
    const bodies = replies.map((reply) => reply.json())
    expect(bodies.filter((_, at) => ![1, 4].includes(at))).toEqual(Array(6).fill(bodies[0]))
    expect(await stored([one, other, third])).toHaveLength(3)
  })

  it('those that wait for households in other hands do not keep the others waiting', async () => {
    const sent: Sent[] = []
    for (let n = 0; n < 8; n++) sent.push(await ready())
    const inOtherHands = [0, 1, 2, 5]
    const holder = await hold(sent.filter((_, at) => inOtherHands.includes(at)))
    const settled: number[] = []
    const replies = sent.map((one, at) =>
      send(one).then((reply) => {
        settled.push(at)
        return reply.statusCode
      }),
    )
    await expect.poll(() => settled.length, { timeout: 4_500 }).toBe(4)
    expect(settled.filter((at) => inOtherHands.includes(at))).toEqual([])
    await holder.letGo()
    expect(await Promise.all(replies)).toEqual(sent.map(() => 200))
  })
})
