/** Whether a citizen id stands elsewhere is told seldom, counted and audited; nothing more of it is told. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { kyThuong, thon1 } from '#test/rounds.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const elsewhere = '026185000601'
const free = '026185000602'
const entering = (who: PersonName, citizenId: string) => {
  const person = { name: 'Triệu Thị Dò', sex: 'female', birth: { year: 1985 }, ethnicity: '01', citizenId }
  const villageId = who === 'son' ? kyThuong : thon1
  const body = { householdId: newId(), villageId, number: '', address: '', on: '2026-01-10', reason: 'listed' }
  const members = [{ memberId: newId(), relation: 'head', person }]
  return world.as(who).post('/api/households', { ...body, members })
}
const lines = async () =>
  (
    await world.owner.query(
      `select account_id, area_id, facts from audit_line where what = 'household.citizen_id_elsewhere' order by at`,
    )
  ).rows

it('ten are told where to ask; then one waits, in words, whatever is typed, and only who asked', async () => {
  expect((await entering('son', elsewhere)).statusCode).toBe(200)
  for (let time = 0; time < 10; time += 1) {
    const reply = await entering('hung', elsewhere)
    expect(reply.json()).toMatchObject({ code: 'household.citizen_id_elsewhere' })
    // Not the name, not the place, not the commune.
    expect(reply.body).not.toMatch(/Triệu|Kỳ Thượng|household_id/)
  }
  expect(await lines()).toHaveLength(10)
  expect((await lines())[0]).toEqual({ account_id: world.idOf('hung'), area_id: thon1, facts: { ids: 1 } })
  for (const citizenId of [elsewhere, free]) {
    const waiting = await entering('hung', citizenId)
    expect(waiting.statusCode).toBe(429)
    expect(waiting.headers['retry-after']).toBe('60')
    expect(waiting.json().title.vi).toContain('Hãy chờ 1 phút')
  }
  // Without a number everything is entered as before; another account is not kept waiting.
  expect((await entering('hung', '')).statusCode).toBe(200)
  expect((await entering('son', free)).statusCode).toBe(200)
  expect(await lines()).toHaveLength(10)
})

it('so is a list of them: what a file tells of elsewhere counts, and the next file waits', async () => {
  const csv = `Thôn,Số hộ,Quan hệ với chủ hộ,Họ và tên,Giới tính,Ngày sinh,Dân tộc,Số CCCD\r
Thôn 1,71,Chủ hộ,Triệu Thị Tệp,Nữ,1985,Kinh,${elsewhere}\r\n`
  const file = { name: 'ho.csv', type: 'text/csv', bytes: Buffer.from(`\ufeff${csv}`) }
  const fields = { areaId: demoAreas.tamHongToday, listedOn: '2026-11-01' }
  const check = () => world.as('hung').upload('/api/households/import/check', fields, file)
  expect((await check()).json()).toMatchObject({ code: 'household.too_many_ids' })
  await world.owner.query('delete from sign_in_failure')
  const { faults } = (await check()).json()
  expect(faults).toMatchObject([{ row: 2, vi: expect.stringContaining('hãy hỏi cán bộ tỉnh') }])
  expect((await lines()).at(-1)).toMatchObject({
    account_id: world.idOf('hung'),
    area_id: fields.areaId,
    facts: { ids: 1 },
  })
  for (let time = 0; time < 9; time += 1) await check()
  expect((await check()).json()).toMatchObject({ code: 'household.too_many_ids' })
})

it('a file counts each number once a day; one that asks of more than ten is refused and names no row', async () => {
  await world.owner.query('delete from sign_in_failure')
  const ids = Array.from({ length: 11 }, (_, at) => `0261850007${String(at).padStart(2, '0')}`)
  for (const id of ids) expect((await entering('son', id)).statusCode).toBe(200)
  const check = (some: readonly string[]) => {
    const rows = some.map((id, at) => `Thôn 1,${700 + at},Chủ hộ,Triệu Thị Tệp,Nữ,1985,Kinh,${id}\r\n`)
    const csv = `Thôn,Số hộ,Quan hệ với chủ hộ,Họ và tên,Giới tính,Ngày sinh,Dân tộc,Số CCCD\r\n${rows.join('')}`
    const file = { name: 'ho.csv', type: 'text/csv', bytes: Buffer.from(`\ufeff${csv}`) }
    return world
      .as('hung')
      .upload('/api/households/import/check', { areaId: demoAreas.tamHongToday, listedOn: '2026-11-01' }, file)
  }
  expect((await check(ids.slice(0, 8))).json().faults).toHaveLength(8)
  // Told once, the same eight are not eight more.
  expect((await check(ids.slice(0, 8))).json().faults).toHaveLength(8)
  const whole = await check(ids)
  expect(whole.json()).toMatchObject({
    code: 'household.file_of_elsewhere',
    title: { vi: expect.stringContaining('10') },
  })
  for (const id of ids) expect(whole.body).not.toContain(id)
  expect((await lines()).at(-1)).toMatchObject({ account_id: world.idOf('hung'), facts: { ids: 11 } })
  expect((await check(ids.slice(0, 1))).json()).toMatchObject({ code: 'household.too_many_ids' })
})

it('ten searches that find nothing are free; then one waits, and each stands in the audit of the own unit', async () => {
  const search = (who: PersonName, citizenId: string) =>
    world.as(who).post('/api/households/by-citizen-id', { citizenId })
  for (let n = 0; n < 10; n += 1) expect((await search('mai', `02618500080${n}`)).json()).toEqual({ household: null })
  const waiting = await search('mai', elsewhere)
  expect(waiting.statusCode).toBe(429)
  expect(waiting.headers['retry-after']).toBe('60')
  expect(waiting.json()).toMatchObject({ code: 'household.too_many_searches' })
  // Who stands beside her searches, and finds, as before; she still works.
  expect((await search('son', elsewhere)).json().household).not.toBeNull()
  const path = `/api/areas/${demoAreas.tamHongToday}/audit`
  const { rows } = await world.owner.query(
    `select a.area_id, a.facts from audit_line a where what = 'household.sought_by_citizen_id' and account_id = $1`,
    [world.idOf('mai')],
  )
  expect(rows).toHaveLength(10)
  expect(rows[0].facts).toEqual({ found: false })
  expect(JSON.stringify(rows)).not.toContain('0261850008')
  const told = await world.as('kiem').get(path)
  expect(told.body.match(/household\.sought_by_citizen_id/g)?.length).toBeGreaterThanOrEqual(10)
})

it('asked all at once, ten are answered and not one more: searches, numbers typed, files', async () => {
  await world.owner.query('delete from sign_in_failure')
  const together = async (ask: (n: number) => Promise<{ statusCode: number }>) => {
    const replies = await Promise.all(Array.from({ length: 25 }, (_, n) => ask(n)))
    // Not told to wait, nor that the server is busy.
    return replies.filter(({ statusCode }) => statusCode < 429).length
  }
  const search = (n: number) =>
    world.as('mai').post('/api/households/by-citizen-id', { citizenId: `0261850009${String(n).padStart(2, '0')}` })
  expect(await together(search)).toBe(10)
  expect(await together(() => entering('hung', elsewhere))).toBe(10)
  await world.owner.query('delete from sign_in_failure')
  const csv = `Thôn,Số hộ,Quan hệ với chủ hộ,Họ và tên,Giới tính,Ngày sinh,Dân tộc,Số CCCD\r
Thôn 1,71,Chủ hộ,Triệu Thị Tệp,Nữ,1985,Kinh,${elsewhere}\r\n`
  const file = { name: 'ho.csv', type: 'text/csv', bytes: Buffer.from(`\ufeff${csv}`) }
  const fields = { areaId: demoAreas.tamHongToday, listedOn: '2026-11-01' }
  const told = await together(() => world.as('hung').upload('/api/households/import/check', fields, file))
  expect(told).toBeGreaterThan(4)
  expect(told).toBeLessThanOrEqual(10)
})

it('searches at once that find are all answered, and cost nothing', async () => {
  await world.owner.query('delete from sign_in_failure')
  const find = () => world.as('son').post('/api/households/by-citizen-id', { citizenId: elsewhere })
  const replies = await Promise.all(Array.from({ length: 20 }, find))
  expect(replies.map(({ statusCode }) => statusCode)).toEqual(Array(20).fill(200))
  expect(replies.every((reply) => reply.json().household !== null)).toBe(true)
})
