/** What Mai stored in a week in the hills comes home in one request: each as if it had come alone, and once. */
import { gzipSync } from 'node:zlib'
import { Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '#features/people/demo/accounts.ts'
import { surveyEvent } from '#features/surveys/events.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { change, happened } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { hashOf, type Item, sendBatch, stored, type Told, toldOf } from '#test/brought.ts'
import { answersOf, type CaseOf, type Family, type RoundInHand, roundAtSurveying, settle, thon1 } from '#test/rounds.ts'
import { refusal, rowsNow } from '#test/untouched.ts'
import { openWorld, type World } from '#test/world.ts'

/** What happens while it is done. */
let meanwhile: () => Promise<void> = async () => {}
const pause = change(
  endpoint({
    name: 'toys.pause',
    method: 'POST',
    path: '/api/toys/pause',
    right: 'signed_in',
    says: { vi: 'Nghỉ', en: 'Pause' },
    input: Type.Object({ note: Type.Optional(Type.String()) }),
    output: Type.Object({ note: Type.Optional(Type.String()) }),
  }),
  async ({ actor, input }) => {
    await meanwhile()
    return happened(surveyEvent('survey.submitted', { subject: actor.accountId, area: null, facts: {} }), input)
  },
)

let world: World
let round: RoundInHand
let families: Family[]
let cases: CaseOf[]
beforeAll(async () => {
  world = await openWorld({ calls: [pause] })
  families = []
  for (let n = 0; n < 30; n++) families.push(await settle(world, thon1, 'Nguyễn Thị Nhẫn'))
  const held = await roundAtSurveying(world, families)
  round = held.round
  cases = held.cases
})
afterAll(() => world.close())

const mai = () => world.as('mai')
let next = 0
const surveysUrl = ({ householdId, caseId }: CaseOf) => `/api/households/${householdId}/cases/${caseId}/surveys`
/** A survey of a household that has none yet. */
async function survey(): Promise<{ item: Item; one: CaseOf }> {
  const one = cases[next] as CaseOf
  const family = families[next] as Family
  next += 1
  return { item: stored(surveysUrl(one), await round.surveyOf(one, answersOf(family, 1_000_000))), one }
}
const surveysOf = async (...ones: CaseOf[]) =>
  (
    await world.owner.query<{ n: number }>('select count(*)::int as n from survey where household_id = any ($1)', [
      ones.map((one) => one.householdId),
    ])
  ).rows[0]?.n
const codes = (told: Awaited<ReturnType<typeof toldOf>>) => told.map(({ status, problem }) => problem?.code ?? status)

describe('a batch from Mai’s phone', () => {
  it('is answered one by one as each would be alone, kept under its own id and told in the audit', async () => {
    const [a, b] = [await survey(), await survey()]
    const told = await toldOf(mai(), [a.item, b.item])
    expect(told.map(({ id, status, hash }) => ({ id, status, hash }))).toEqual(
      [a.item, b.item].map((item) => ({ id: item.id, status: 200, hash: hashOf(item) })),
    )
    expect(told.map(({ answer }) => answer)).toMatchObject([
      { caseId: a.one.caseId, state: 'submitted', verdicts: [{ class: 'near_poor' }] },
      { caseId: b.one.caseId, state: 'submitted' },
    ])
    const { rows } = await world.owner.query(
      `select c.id, c.endpoint, c.account_id, l.what from command c join audit_line l on l.command_id = c.id
        where c.id = any ($1) order by array_position($1, c.id)`,
      [[a.item.id, b.item.id]],
    )
    const kept = { endpoint: 'surveys.submit', account_id: world.idOf('mai'), what: 'survey.submitted' }
    expect(rows).toEqual([a, b].map(({ item }) => ({ id: item.id, ...kept })))
  })

  it('and the same command alone are one, whichever came first', async () => {
    const [a, b] = [await survey(), await survey()]
    const alone = await mai().post(a.item.path, JSON.parse(a.item.body), a.item.id)
    const [first, second] = await toldOf(mai(), [a.item, b.item])
    expect(first?.answer).toEqual(alone.json())
    const again = await mai().post(b.item.path, JSON.parse(b.item.body), b.item.id)
    expect(again.json()).toEqual(second?.answer)
    expect(await surveysOf(a.one, b.one)).toBe(2)
  })

  it('holds nothing up by a bad one: each of those says what is wrong with it', async () => {
    const [a, b, c] = [await survey(), await survey(), await survey()]
    const bad: [Item, string][] = [
      [stored('/api/nothing/here'), 'record.not_found'],
      [stored('/api/households/%E0%A4%A/cases'), 'record.not_found'],
      [stored(a.item.path, '{"surveyId":'), 'input.unreadable'],
      [stored(a.item.path, '['.repeat(50_000) + ']'.repeat(50_000)), 'input.too_large'],
      [stored(a.item.path, `{"note":${'['.repeat(40_000)}${']'.repeat(40_000)}}`), 'input.too_large'],
      [stored(a.item.path, { surveyId: 'x' }), 'input.invalid'],
      [{ ...b.item, id: 'no id' }, 'input.invalid'],
      [{ ...c.item, id: newId(), schemaVersion: 0 }, 'input.invalid'],
      [stored(`/api/households/${newId()}/cases/${newId()}/surveys`, b.item.body), 'surveys.case_not_found'],
      [{ ...c.item, id: a.item.id }, 'command.reused'],
    ]
    const told = await toldOf(mai(), [a.item, ...bad.map(([item]) => item), b.item])
    expect(codes(told)).toEqual([200, ...bad.map(([, code]) => code), 200])
    for (const { problem } of told.slice(1, -1)) expect(problem?.title.vi).toMatch(/^[^{}]+$/)
    expect(await surveysOf(a.one, b.one, c.one)).toBe(2)
  })

  it('sent five times, or with one in it twice, leaves what it left the first time', async () => {
    const [a, b] = [await survey(), await survey()]
    const items = [a.item, b.item, a.item]
    const first = await toldOf(mai(), items)
    expect(first[2]).toEqual(first[0])
    const before = await rowsNow(world)
    for (let n = 0; n < 4; n++) expect(await toldOf(mai(), items)).toEqual(first)
    const twice = await Promise.all([toldOf(mai(), items), toldOf(mai(), items)])
    expect(twice).toEqual([first, first])
    expect(await rowsNow(world)).toEqual(before)
  })

  it('of which half was done when the connection to the database died is done to its end by the next', async () => {
    const [a, b] = [await survey(), await survey()]
    const items = [a.item, stored('/api/toys/pause'), b.item]
    // The application's connections die while the second is done.
    meanwhile = async () => {
      await world.owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()`,
      )
    }
    const [first, second] = await toldOf(mai(), items)
    meanwhile = async () => {}
    expect(first?.status).toBe(200)
    expect(second?.status).toBeGreaterThanOrEqual(500)
    // As a phone does: the same again until each is answered.
    const again = async (): Promise<Told[] | undefined> => (await sendBatch(mai(), items)).json().items
    let told = await again()
    for (let tries = 0; tries < 20 && told?.some(({ status }) => status >= 500) !== false; tries++) told = await again()
    expect(told?.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(told?.[0]).toEqual(first)
    expect(await surveysOf(a.one, b.one)).toBe(2)
  })

  it('whose session ends in the middle says of the rest that somebody must sign in; nothing of it is refused for good', async () => {
    const lines = ['một', 'hai', 'ba'].map((note) => stored('/api/toys/pause', { note }))
    const { rows } = await world.owner.query('select * from session where account_id = $1', [world.idOf('mai')])
    const session = rows[0]
    meanwhile = async () => {
      await world.owner.query('update session set ended_at = now() where account_id = $1', [world.idOf('mai')])
    }
    expect(codes(await toldOf(mai(), lines))).toEqual([200, 'access.sign_in_needed', 'access.sign_in_needed'])
    meanwhile = async () => {}
    expect((await sendBatch(mai(), lines)).json().code).toBe('access.sign_in_needed')
    await world.owner.query('update session set ended_at = $2 where id = $1', [session.id, session.ended_at])
    expect(codes(await toldOf(mai(), lines))).toEqual([200, 200, 200])
  })
})

describe('surveys of one batch', () => {
  /** In how many transactions they were stored. */
  const transactions = async (...ones: CaseOf[]) =>
    (
      await world.owner.query<{ n: number }>(
        'select count(distinct xmin::text)::int as n from survey where household_id = any ($1)',
        [ones.map((one) => one.householdId)],
      )
    ).rows[0]?.n
  /** Of the household before: what is sent of it once more. */
  const secondOf = async (one: CaseOf, income: number) => {
    const family = families[cases.indexOf(one)] as Family
    return stored(surveysUrl(one), await round.surveyOf(one, answersOf(family, income)))
  }

  it('are stored as one, each with its own line of the audit and its own answer', async () => {
    const [a, b, c] = [await survey(), await survey(), await survey()]
    const told = await toldOf(mai(), [a.item, b.item, c.item])
    expect(told.map(({ answer }) => (answer as { caseId: string }).caseId)).toEqual(
      [a, b, c].map(({ one }) => one.caseId),
    )
    expect([await surveysOf(a.one, b.one, c.one), await transactions(a.one, b.one, c.one)]).toEqual([3, 1])
    const { rows } = await world.owner.query(
      'select command_id from audit_line where command_id = any ($1) order by array_position($1, command_id)',
      [[a, b, c].map(({ item }) => item.id)],
    )
    expect(rows).toEqual([a, b, c].map(({ item }) => ({ command_id: item.id })))
  })

  it('one that is refused is told what it is told alone, and the others are stored as one without it', async () => {
    const [a, b, c] = [await survey(), await survey(), await survey()]
    const late = stored(b.item.path, { ...JSON.parse(b.item.body), formHash: 'f'.repeat(64) })
    const alone = await mai().post(late.path, JSON.parse(late.body), late.id)
    const told = await toldOf(mai(), [a.item, late, c.item])
    expect(codes(told)).toEqual([200, alone.json().code, 200])
    expect([await surveysOf(a.one, b.one, c.one), await transactions(a.one, c.one)]).toEqual([2, 1])
  })

  it('two of one household come one after the other, as they stand', async () => {
    const [a, b] = [await survey(), await survey()]
    const second = await secondOf(a.one, 5_000_000)
    const told = await toldOf(mai(), [a.item, second, b.item])
    expect(codes(told)).toEqual([200, 200, 200])
    const surveyId = JSON.parse(a.item.body).surveyId
    const { rows } = await world.owner.query(
      'select id, beside from survey where household_id = $1 order by beside nulls first',
      [a.one.householdId],
    )
    expect(rows).toEqual([
      { id: surveyId, beside: null },
      { id: JSON.parse(second.body).surveyId, beside: surveyId },
    ])
  })

  it('where one cannot be stored the others are stored without it, one by one', async () => {
    const [a, b, c] = [await survey(), await survey(), await survey()]
    await toldOf(mai(), [b.item])
    // The id of a survey that stands there, with other answers.
    const other = await secondOf(b.one, 9_000_000)
    const same = stored(other.path, { ...JSON.parse(other.body), surveyId: JSON.parse(b.item.body).surveyId })
    const told = await toldOf(mai(), [a.item, same, c.item])
    expect(codes(told)).toEqual([200, 'surveys.survey_id_used', 200])
    expect([await surveysOf(a.one, b.one, c.one), await transactions(a.one, c.one)]).toEqual([3, 2])
  })

  it('from two phones at once, in one village and in opposite order, all arrive', async () => {
    const all = []
    for (let n = 0; n < 6; n++) all.push(await survey())
    const items = all.map(({ item }) => item)
    const [one, other] = await Promise.all([toldOf(mai(), items), toldOf(mai(), [...items].reverse())])
    expect(other.toReversed()).toEqual(one)
    expect([codes(one), await surveysOf(...all.map(({ one }) => one))]).toEqual([items.map(() => 200), 6])
  })
})

describe('what may not come among others', () => {
  it.each([
    ['signing in', '/api/sign-in'],
    ['signing out', '/api/sign-out'],
    ['a new password', '/api/password'],
    ['a file', '/api/households/import/check'],
    ['a batch', '/api/field/commands'],
  ])('%s has a request of its own', async (_, path) => {
    expect(codes(await toldOf(world.as('hung'), [stored(path, { items: [] })]))).toEqual(['input.alone'])
  })

  it('more than a hundred at once', async () => {
    const many = (n: number) => Array.from({ length: n }, () => stored('/api/toys/pause'))
    expect(await refusal(world, () => sendBatch(mai(), many(101)))).toBe('input.invalid')
    expect(codes(await toldOf(mai(), many(100)))).toEqual(Array.from({ length: 100 }, () => 200))
  })
})

describe('whoever else sends it', () => {
  it('meets at each of them the door that he meets alone', async () => {
    const of = cases[0] as CaseOf
    const asked: Item[] = [
      stored(surveysUrl(of), await round.surveyOf(of, answersOf(families[0] as Family, 1_000_000))),
      stored(`/api/rounds/${round.roundId}/finish`, { step: 'surveying' }),
      stored(`/api/households/${of.householdId}/cases/${of.caseId}/accept`, { surveyId: newId() }),
      stored('/api/rounds', {}),
    ]
    for (const person of ['thang', 'son', 'loi', 'la', 'kiem', 'huyen'] as const) {
      const alone: string[] = []
      for (const { path, body } of asked) alone.push((await world.as(person).post(path, JSON.parse(body))).json().code)
      const before = await rowsNow(world)
      const told = codes(await toldOf(world.as(person), asked))
      expect(told, person).toEqual(alone)
      expect(told.every((code) => typeof code === 'string')).toBe(true)
      expect(await rowsNow(world)).toEqual(before)
    }
  })

  it('is refused as a whole where nobody is signed in, or from a page that is not ours', async () => {
    const items = [stored('/api/toys/pause')]
    expect((await sendBatch(world.nobody, items)).json().code).toBe('access.sign_in_needed')
    const { cookie } = await headersOf()
    const payload = { items }
    const reply = await world.app.inject({ method: 'POST', url: '/api/field/commands', headers: { cookie }, payload })
    expect(reply.json().code).toBe('access.csrf')
  })
})

/** The headers with which Mai sends. */
async function headersOf(): Promise<Record<string, string>> {
  const json = { 'content-type': 'application/json' }
  const payload = JSON.stringify({ login: 'mai', password: demoPassword })
  const entered = await world.app.inject({ method: 'POST', url: '/api/sign-in', headers: json, payload })
  const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? ''
  const me = await world.app.inject({ method: 'GET', url: '/api/me', headers: { cookie } })
  return { ...json, cookie, 'x-csrf': me.json().account.csrf }
}

describe('a packed batch', () => {
  const pack = async (payload: Buffer, encoding = 'gzip', url = '/api/field/commands') => {
    const headers = { ...(await headersOf()), 'content-encoding': encoding, 'x-command': newId() }
    return world.app.inject({ method: 'POST', url, headers, payload })
  }
  const itemsOf = (note: string) => Buffer.from(JSON.stringify({ items: [stored('/api/toys/pause', { note })] }))

  it('is unpacked, and its bytes are hashed as they were stored', async () => {
    const decomposed = 'Nguyễn Thị Nhẫn'.normalize('NFD')
    const item = stored('/api/toys/pause', `{ "note" : "${decomposed} \\u0041" }`)
    const reply = await pack(gzipSync(Buffer.from(JSON.stringify({ items: [item] }))))
    expect(reply.json().items).toMatchObject([{ status: 200, hash: hashOf(item) }])
    // What is kept is in the one form of all texts.
    expect(reply.json().items[0].answer.note).toBe('Nguyễn Thị Nhẫn A')
  })

  it('that swells beyond every measure is refused while it is small', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, ' '))
    expect(bomb.length).toBeLessThan(300_000)
    const before = process.memoryUsage().arrayBuffers
    const reply = await pack(bomb)
    expect([reply.statusCode, reply.json().code]).toEqual([413, 'input.too_large'])
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * 1024 * 1024)
    const large = Buffer.concat([itemsOf('x'), Buffer.alloc(3 * 1024 * 1024, ' ')])
    expect((await pack(gzipSync(large))).statusCode).toBe(413)
    expect((await pack(large, 'identity')).statusCode).toBe(413)
  })

  it('that is no gzip, is cut short, or is packed otherwise cannot be read', async () => {
    const packed = gzipSync(itemsOf('x'))
    for (const [payload, encoding] of [
      [itemsOf('x'), 'gzip'],
      [packed.subarray(0, -12), 'gzip'],
      [Buffer.alloc(0), 'gzip'],
      [packed, 'br'],
      [packed, 'gzip, gzip'],
    ] as const) {
      const reply = await pack(payload, encoding)
      expect([reply.statusCode, reply.json().code], encoding).toEqual([400, 'input.unreadable'])
    }
    expect((await pack(packed)).statusCode).toBe(200)
  })

  it('is taken at this door alone', async () => {
    const reply = await pack(gzipSync(Buffer.from('{}')), 'gzip', '/api/toys/pause')
    expect(reply.json().code).toBe('input.unreadable')
  })
})
