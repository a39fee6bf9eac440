/** Tests of a class taken: Mai answers on her phone, the key stays on the server, Đào enters papers and reads the results. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allRoutes } from '#apps/server/routes.ts'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { loadStandards } from '#features/standards/library.ts'
import { newId } from '#platform/server/ids.ts'
import { aClass } from '#test/classes.ts'
import { anOfficial, anOpenTest, drafted, enrolled, inBank, single, step } from '#test/classTests.ts'
import { knock } from '#test/strangers/knock.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { approvedTopics } from '#test/training.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

const reads = allRoutes({ library: loadStandards() })
  .map(({ endpoint }) => endpoint)
  .filter(({ method }) => method === 'GET')

let world: World
let topicId: string
beforeAll(async () => {
  world = await openWorld()
  ;[topicId] = await approvedTopics(world)
  await inBank(world, topicId, single)
  await inBank(world, topicId, { kind: 'multiple', options: ['A', 'B', 'C'], rights: [0, 2], partial: true })
  await inBank(world, topicId, { kind: 'true_false', right: true })
  await inBank(world, topicId, { kind: 'numeric', right: '15', tolerance: '1', unit: 'ngày' })
})
afterAll(() => world.close())

const rights: Readonly<Record<string, unknown>> = { single: 1, multiple: [0, 2], true_false: true, numeric: '15' }
const mine = async (by: PersonName = 'mai') => (await world.as(by).get('/api/work/class-tests')).json()
const begin = (classTestId: string, testAttemptId: string = newId(), by: PersonName = 'mai') =>
  world.as(by).post(`/api/work/class-tests/${classTestId}/begin`, { testAttemptId })
const begun = async (classTestId: string) => {
  const testAttemptId = newId()
  const reply = await begin(classTestId, testAttemptId)
  expect(reply.statusCode, reply.body).toBe(200)
  return testAttemptId as string
}
const taking = async (id: string, by: PersonName = 'mai') =>
  (await world.as(by).get(`/api/work/test-attempts/${id}`)).json()
const answer = (id: string, answers: object[], by: PersonName = 'mai') =>
  world.as(by).post(`/api/work/test-attempts/${id}/answers`, { answers })
const send = (id: string, by: PersonName = 'mai') => world.as(by).post(`/api/work/test-attempts/${id}/send`)
const results = async (id: string) => (await world.as('dao').get(`/api/class-tests/${id}/results`)).json()
type Shown = { number: number; sheet: { kind: string } }
const rightly = ({ items }: { items: Shown[] }) =>
  items.map(({ number, sheet }) => ({ number, answer: rights[sheet.kind] }))

describe('a test on a screen', () => {
  it('is begun, answered bit by bit, found again after a reload, sent once and marked exactly', async () => {
    const { classTestId } = await anOpenTest(world, topicId)
    const own = async () => (await mine()).rows.find((one: { classTestId: string }) => one.classTestId === classTestId)
    expect(await own()).toMatchObject({ questions: 4, notNow: null, mine: [] })
    const id = await begun(classTestId)
    const seen = await taking(id)
    expect(seen.items).toHaveLength(4)
    const all = rightly(seen)
    for (const one of all.slice(0, 3)) expect((await answer(id, [one])).statusCode).toBe(200)
    const again = await taking(id)
    expect(again.items.map(({ answer: given }: { answer: unknown }) => given)).toEqual([
      ...all.slice(0, 3).map((one) => one.answer),
      null,
    ])
    const sent = await send(id)
    expect(sent.json()).toMatchObject({ mark: { num: 3, of: 1, questions: 4, passed: true } })
    expect(await refusal(world, () => send(id))).toBe('attempt.sent')
    expect(await refusal(world, () => answer(id, [all[3] as object]))).toBe('attempt.sent')
    expect(await own()).toMatchObject({ notNow: 'used', mine: [{ mark: { num: 3, passed: true } }] })
    expect((await results(classTestId)).rows.map(({ mark }: { mark: unknown }) => mark !== null).sort()).toEqual([
      false,
      true,
    ])
  })

  it('gives a part of a point exactly, and says what is no answer', async () => {
    const { classTestId } = await anOpenTest(world, topicId)
    const id = await begun(classTestId)
    const { items } = await taking(id)
    const of = (kind: string) => items.find(({ sheet }: Shown) => sheet.kind === kind).number
    expect(await refusal(world, () => answer(id, [{ number: of('single'), answer: true }]))).toBe('attempt.answer')
    expect(await refusal(world, () => answer(id, [{ number: 99, answer: 1 }]))).toBe('attempt.answer')
    await answer(id, [
      { number: of('multiple'), answer: [0] },
      { number: of('numeric'), answer: '16,5' },
    ])
    expect((await send(id)).json().mark).toEqual({ num: 1, of: 2, questions: 4, passed: false })
  })

  it('is for who has a seat, while it is open, as often as it may be', async () => {
    const { classTestId } = await anOpenTest(world, topicId, { attempts: 2 })
    await anOfficial(world, 'thang')
    expect(await refusal(world, () => begin(classTestId, newId(), 'thang'))).toBe('attempt.not_found')
    expect(await refusal(world, () => begin(classTestId, newId(), 'la'))).toBe('attempt.no_official')
    expect(await mine('la')).toEqual({ known: false, rows: [] })
    const id = await begun(classTestId)
    expect(await refusal(world, () => begin(classTestId))).toBe('attempt.open_already')
    expect((await world.as('thang').get(`/api/work/test-attempts/${id}`)).statusCode).toBe(404)
    await send(id)
    const second = await begun(classTestId)
    await send(second)
    expect(await refusal(world, () => begin(classTestId))).toBe('attempt.not_now')
    // Two attempts are two rows and no sum.
    const { rows } = await mine()
    expect(rows.find((one: { classTestId: string }) => one.classTestId === classTestId).mine).toHaveLength(2)
  })

  it('is begun once by two windows in the same second', async () => {
    const { classTestId } = await anOpenTest(world, topicId, { attempts: 3 })
    const replies = await meetingAt(world, 'test_attempt', [() => begin(classTestId), () => begin(classTestId)])
    expect(answersIn(replies).sort()).toEqual(['attempt.open_already', 'ok'])
  })

  it('is refused on a second device while the session of the first goes on, and goes on there when that has ended', async () => {
    const { classTestId } = await anOpenTest(world, topicId)
    const id = await begun(classTestId)
    const [one] = rightly(await taking(id))
    await answer(id, [one as object])
    const other = newId()
    await world.owner.query(
      `insert into session (id, token_hash, csrf, account_id, expires_at) values ($1::uuid, sha256($1::uuid::text::bytea), 'x', $2, '2026-12-01')`,
      [other, world.idOf('mai')],
    )
    await world.owner.query('update test_attempt set session_id = $1 where id = $2', [other, id])
    expect(await taking(id)).toMatchObject({ elsewhere: true })
    expect(await refusal(world, () => answer(id, [one as object]))).toBe('attempt.elsewhere')
    expect(await refusal(world, () => send(id))).toBe('attempt.elsewhere')
    await world.owner.query('update session set ended_at = now() where id = $1', [other])
    expect(await taking(id)).toMatchObject({ elsewhere: false })
    expect((await answer(id, [one as object])).statusCode).toBe(200)
    expect((await send(id)).json().mark.num).toBe(1)
  })

  it('takes no answer after its minutes, and counts what was saved before', async () => {
    const { classTestId } = await anOpenTest(world, topicId, { minutes: 30 })
    const id = await begun(classTestId)
    const [one, two] = rightly(await taking(id))
    await answer(id, [one as object])
    await world.owner.query(`update test_attempt set begun_at = begun_at - interval '31 minutes' where id = $1`, [id])
    expect(await refusal(world, () => answer(id, [two as object]))).toBe('attempt.time_over')
    expect((await send(id)).json().mark).toMatchObject({ num: 1, questions: 4 })
  })

  it('that is closed counts what stands, and is begun no more', async () => {
    const { classTestId } = await anOpenTest(world, topicId)
    const id = await begun(classTestId)
    const all = rightly(await taking(id))
    await answer(id, all)
    expect(await step(world, classTestId, 'open', 'closed')).toMatchObject({ taken: 1 })
    const seen = await taking(id)
    expect(seen).toMatchObject({ closed: true, mark: { num: 4, of: 1, passed: true } })
    // It may be opened again: what was right is not told yet.
    expect(seen).toMatchObject({ rightsTold: false })
    expect(seen.items.every(({ right }: { right: boolean | null }) => right === null)).toBe(true)
    expect(await refusal(world, () => answer(id, all))).toBe('attempt.sent')
  })

  it('tells what was right once its class was completed, and is opened no more, also where the class is stepped back', async () => {
    const { trainingClassId, classTestId } = await anOpenTest(world, topicId)
    const id = await begun(classTestId)
    await answer(id, rightly(await taking(id)))
    await step(world, classTestId, 'open', 'closed')
    await step(world, classTestId, 'closed', 'open', { because: 'Đóng nhầm' })
    await step(world, classTestId, 'open', 'closed')
    const stood = (to: string, number: number) =>
      world.owner.query(
        `with s as (update training_class set state = $2 where id = $1 returning id, area_id)
         insert into class_step (class_id, area_id, number, to_state, back, because, made_name, made_on)
         select id, area_id, $3, $2, $2 = 'running', 'Thử', 'Đào', '2026-11-20' from s`,
        [trainingClassId, to, number],
      )
    await stood('completed', 50)
    const seen = await taking(id)
    expect(seen.rightsTold).toBe(true)
    expect(seen.items.every(({ right }: { right: boolean }) => right)).toBe(true)
    await stood('running', 51)
    const again = () =>
      world.as('dao').post(`/api/class-tests/${classTestId}/step`, { seen: 'closed', to: 'open', because: 'Làm lại' })
    expect(await refusal(world, again)).toBe('class_test.answers_shown')
    expect((await world.as('dao').get(`/api/class-tests/${classTestId}`)).json().next).toEqual([])
  })

  it('of a class that was called off is begun, opened and entered by nobody', async () => {
    const { trainingClassId, classTestId, other } = await anOpenTest(world, topicId)
    const late = await drafted(world, trainingClassId, topicId)
    await step(world, late, 'draft', 'fixed')
    await world.owner.query(`update training_class set state = 'cancelled' where id = $1`, [trainingClassId])
    expect(await refusal(world, () => begin(classTestId))).toBe('attempt.not_now')
    const own = (await mine()).rows.find((one: { classTestId: string }) => one.classTestId === classTestId)
    expect(own).toMatchObject({ notNow: 'off' })
    const open = () => world.as('dao').post(`/api/class-tests/${late}/step`, { seen: 'fixed', to: 'open' })
    expect(await refusal(world, open)).toBe('class_test.class_called_off')
    const paper = { testAttemptId: newId(), officialId: other, variant: 1, written: ['', '', '', ''] }
    const enter = () => world.as('dao').post(`/api/class-tests/${classTestId}/papers`, paper)
    expect(await refusal(world, enter)).toBe('attempt.class_off')
    const { next, can } = (await world.as('dao').get(`/api/class-tests/${classTestId}`)).json()
    expect([next, can.includes('paper')]).toEqual([['fixed', 'closed'], false])
  })

  it('that two records of one person have begun both keeps them apart until one is sent', async () => {
    const { classTestId, mai, other } = await anOpenTest(world, topicId)
    const id = await begun(classTestId)
    const second = newId()
    const { rows } = await world.owner.query('select places, area_id from test_attempt where id = $1', [id])
    await world.owner.query(
      `insert into test_attempt (id, test_id, area_id, official_id, number, way, variant, places, session_id, begun_at)
       values ($1, $2, $3, $4, 1, 'online', 1, $5, $6, now())`,
      [second, classTestId, rows[0].area_id, other, rows[0].places, newId()],
    )
    const joining = (await world.as('hung').get(`/api/officials/${mai}/join/${other}`)).json()
    expect(JSON.stringify(joining)).toContain('attempts_open')
    await send(id)
    const after = (await world.as('hung').get(`/api/officials/${mai}/join/${other}`)).json()
    expect(JSON.stringify(after)).not.toContain('attempts_open')
  })

  it('is begun or closed first, never both', async () => {
    const { classTestId } = await anOpenTest(world, topicId)
    const close = () => world.as('dao').post(`/api/class-tests/${classTestId}/step`, { seen: 'open', to: 'closed' })
    await meetingAt(world, 'class_test', [close, () => begin(classTestId)])
    const { rows } = await world.owner.query('select sent_at from test_attempt where test_id = $1', [classTestId])
    expect(rows.every(({ sent_at: at }) => at !== null)).toBe(true)
  })

  it('with a household is marked by the standard itself', async () => {
    const [, other] = await approvedTopics(world)
    const standard = loadStandards().standards.find(({ value }) => value.id === 'vn-2022-2025')
    const facts = { settlement: 'rural', income: { perPersonMonth: 9_000_000 } }
    const body = {
      kind: 'household',
      standardId: 'vn-2022-2025',
      standardHash: standard?.hash,
      day: '2025-10-15',
      facts,
    }
    await inBank(world, other as string, body)
    const { classTestId } = await anOpenTest(world, other as string, {
      parts: [{ topicId: other, kind: 'household', count: 1 }],
    })
    const id = await begun(classTestId)
    const seen = await taking(id)
    expect(JSON.stringify(seen)).not.toContain('not_poor')
    await answer(id, [{ number: 1, answer: 'not_poor' }])
    expect((await send(id)).json().mark).toMatchObject({ num: 1, questions: 1, passed: true })
  })
})

describe('the key', () => {
  it('is in nothing that a learner can ask for before the test is closed', async () => {
    const [, alone] = await approvedTopics(world)
    const question = await inBank(world, alone as string, {
      kind: 'numeric',
      right: '424242',
      tolerance: '7.25',
      unit: 'đồng',
    })
    const { classTestId, trainingClassId } = await anOpenTest(world, alone as string, {
      parts: [{ topicId: alone, kind: 'numeric', count: 1 }],
    })
    const id = await begun(classTestId)
    const { items } = await taking(id)
    await answer(
      id,
      items.map(({ number }: Shown) => ({ number, answer: '1' })),
    )
    const known = {
      ...{ classTestId, testAttemptId: id, questionId: question, trainingClassId, topicId: alone },
      ...{ areaId: demoAreas.phuTho, item: 1, how: 'drop', number: 1, version: 1 },
    }
    const walk = async () => {
      for (const endpoint of reads) {
        const { body } = await knock(endpoint, world.as('mai'), known)
        for (const key of ['424242', '7.25']) expect(body, `${endpoint.name} says the key`).not.toContain(key)
      }
    }
    expect(reads.length).toBeGreaterThan(150)
    await walk()
    const sent = await send(id)
    expect(sent.body).not.toContain('424242')
    // Sent, and still open: others are yet to take it.
    await walk()
    const taken = JSON.stringify(await taking(id))
    for (const key of ['"right":true', '"right":false', 'tolerance', '"rights"']) expect(taken).not.toContain(key)
    // Nor is it in the rows that her standing reads: no version of a question, no bank.
    const { rows } = await world.owner.query(
      `select column_name from information_schema.columns where table_name = 'test_item' and column_name in ('body', 'right', 'key')`,
    )
    expect(rows).toEqual([])
    const { rows: sheets } = await world.owner.query('select sheet::text from test_item where test_id = $1', [
      classTestId,
    ])
    expect(JSON.stringify(sheets)).not.toContain('424242')
  })
})

it('two records that are one person keep their attempts apart', async () => {
  const { classTestId, mai, other } = await anOpenTest(world, topicId)
  for (const officialId of [mai, other]) {
    const paper = { testAttemptId: newId(), officialId, variant: 1, written: [''] }
    await world.as('dao').post(`/api/class-tests/${classTestId}/papers`, paper)
  }
  await world.owner.query('select attempts_joined($1, $2)', [mai, other])
  const { rows } = await world.owner.query(
    'select official_id, number from test_attempt where test_id = $1 order by number',
    [classTestId],
  )
  expect(rows).toEqual([1, 2].map((number) => ({ official_id: mai, number })))
})

describe('a test on paper', () => {
  const enter = (classTestId: string, officialId: string, written: string[], more: object = {}) =>
    world.as('dao').post(`/api/class-tests/${classTestId}/papers`, {
      testAttemptId: newId(),
      officialId,
      variant: 1,
      written,
      ...more,
    })
  const letters: Readonly<Record<string, string>> = { single: 'B', multiple: 'AC', true_false: 'Đ', numeric: '15' }
  const writtenFor = async (classTestId: string, variant: number) => {
    const { sheets, orders } = await results(classTestId)
    const kindOf = new Map(sheets.map(({ number, sheet }: Shown) => [number, sheet.kind]))
    return orders[variant - 1].map((number: number) => letters[kindOf.get(number) as string])
  }

  it('is entered in the order of its variant, and is marked alike', async () => {
    const { classTestId, mai, other } = await anOpenTest(world, topicId)
    for (const [person, variant] of [
      [mai, 1],
      [other, 2],
    ] as const) {
      const reply = await enter(classTestId, person, await writtenFor(classTestId, variant), { variant })
      expect(reply.json(), reply.body).toMatchObject({ mark: { num: 4, of: 1, questions: 4, passed: true } })
    }
    expect((await results(classTestId)).rows).toMatchObject([{ way: 'paper' }, { way: 'paper' }])
  })

  it('of whoever enters it is entered and put right by somebody else', async () => {
    const { trainingClassId, classTestId, mai } = await anOpenTest(world, topicId)
    const dao = await anOfficial(world, 'dao', 'Bùi Thị Đào')
    await enrolled(world, trainingClassId, dao)
    const own = await writtenFor(classTestId, 1)
    expect(await refusal(world, () => enter(classTestId, dao, own))).toBe('attempt.own')
    const testAttemptId = newId()
    expect((await enter(classTestId, mai, ['', '', '', ''], { testAttemptId })).statusCode).toBe(200)
    await world.owner.query('update test_attempt set official_id = $2 where id = $1', [testAttemptId, dao])
    const again = { variant: 1, written: ['', '', '', ''], seen: 1, because: 'Nhập nhầm dòng' }
    const correct = () => world.as('dao').post(`/api/test-attempts/${testAttemptId}/correct`, again)
    expect(await refusal(world, correct)).toBe('attempt.own')
  })

  it('that cannot be read, of who has no seat, or once too often is refused; what was entered wrongly is entered anew', async () => {
    const { classTestId, mai } = await anOpenTest(world, topicId)
    const written = await writtenFor(classTestId, 1)
    expect(
      await refusal(world, () =>
        enter(
          classTestId,
          mai,
          written.map(() => 'Z'),
        ),
      ),
    ).toBe('attempt.unreadable')
    expect(await refusal(world, () => enter(classTestId, mai, [...written, 'A']))).toBe('attempt.unreadable')
    const stranger = await anOfficial(world)
    expect(await refusal(world, () => enter(classTestId, stranger, written))).toBe('attempt.not_enrolled')
    const testAttemptId = newId()
    expect((await enter(classTestId, mai, ['', '', '', ''], { testAttemptId })).json().mark.num).toBe(0)
    expect(await refusal(world, () => enter(classTestId, mai, written))).toBe('attempt.used')
    const correct = (seen: number) =>
      world
        .as('dao')
        .post(`/api/test-attempts/${testAttemptId}/correct`, { variant: 1, written, seen, because: 'Nhập nhầm dòng' })
    expect((await correct(1)).json().mark).toMatchObject({ num: 4, passed: true })
    expect(await refusal(world, () => correct(1))).toBe('attempt.marked_since')
    const shown = (await world.as('dao').get(`/api/test-attempts/${testAttemptId}`)).json()
    expect(shown.marks).toMatchObject([
      { num: 4, because: 'Nhập nhầm dòng' },
      { num: 0, because: null },
    ])
    expect(shown.items.map((one: { written: string }) => one.written)).toEqual(written)
  })

  it('is printed for each person, or as a stack without names', async () => {
    const { classTestId } = await anOpenTest(world, topicId)
    for (const more of ['', '?blank=3']) {
      const reply = await world.as('dao').get(`/api/class-tests/${classTestId}/pdf${more}`)
      expect(reply.statusCode, reply.body.slice(0, 200)).toBe(200)
      expect(reply.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    }
    expect((await world.as('mai').get(`/api/class-tests/${classTestId}/pdf`)).statusCode).toBe(403)
  })
})

describe('what came of it', () => {
  it('before and after are put side by side for who has both', async () => {
    const trainingClassId = await aClass(world)
    const [mai, other] = [await anOfficial(world, 'mai'), await anOfficial(world)]
    for (const official of [mai, other]) await enrolled(world, trainingClassId, official)
    for (const [purpose, letter] of [
      ['before', 'S'],
      ['after', 'Đ'],
    ] as const) {
      const part = { purpose, pass: purpose === 'before' ? null : { num: 1, of: 1, basis: 'Quy chế' } }
      const id = await drafted(world, trainingClassId, topicId, {
        ...part,
        parts: [{ topicId, kind: 'true_false', count: 1 }],
      })
      await step(world, id, 'draft', 'fixed')
      await step(world, id, 'fixed', 'open')
      for (const person of purpose === 'before' ? [mai, other] : [mai])
        await world.as('dao').post(`/api/class-tests/${id}/papers`, {
          testAttemptId: newId(),
          officialId: person,
          variant: 1,
          written: [letter],
        })
    }
    const { rows } = (await world.as('dao').get(`/api/training-classes/${trainingClassId}/test-gain`)).json()
    expect(rows.find((one: { officialId: string }) => one.officialId === mai)).toMatchObject({
      before: { num: 0 },
      after: { num: 1 },
    })
    expect(rows.find((one: { officialId: string }) => one.officialId === other)).toMatchObject({
      before: { num: 0 },
      after: null,
    })
    const file = await world.as('dao').get(`/api/training-classes/${trainingClassId}/test-gain/file?as=csv`)
    expect(file.statusCode).toBe(200)
  })
})
