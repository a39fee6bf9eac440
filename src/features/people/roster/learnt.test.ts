/** What the record of an official says besides the posts: the sealed citizen id, the languages, what was learnt. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const tamHong = demoAreas.tamHongToday
const born = { sex: 'male', birth: { year: 1984 }, ethnicity: '08', languages: [], phone: '', personalNumber: '' }
const add = (part: object, person: PersonName = 'hung') =>
  world.as(person).post('/api/officials', { officialId: newId(), unitId: tamHong, ...born, holds: null, ...part })
async function entered(name: string, part: object = {}): Promise<string> {
  const reply = await add({ name, ...part })
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().officialId
}
const open = async (official: string, person: PersonName = 'hung') =>
  (await world.as(person).post(`/api/officials/${official}/open`, {})).json()
const change = (official: string, body: object, person: PersonName = 'hung') =>
  world.as(person).post(`/api/officials/${official}/change`, body)
const show = async (official: string, person: PersonName = 'hung') =>
  (await world.as(person).get(`/api/officials/${official}`)).json()

describe('the citizen id', () => {
  const id = '025084001234'

  it('is sealed in the database, shown to who opens the record, and found nowhere else', async () => {
    const official = await entered('Cứ A Dềnh', { citizenId: '025 084 001 234' })
    const { rows } = await world.owner.query(
      'select citizen_id_sealed as sealed, citizen_id_end as last, citizen_id_index as hash from official where id = $1',
      [official],
    )
    expect(rows[0]).toMatchObject({ last: '234' })
    expect(JSON.stringify(rows)).not.toContain(id)
    // The same person in a household is not known by the same hash.
    expect(rows[0].hash).not.toBe(world.host.services.keys.indexOf(id))
    expect((await open(official)).citizenId).toBe(id)
    expect(JSON.stringify(await show(official))).not.toContain('001234')
    const line = await world.owner.query(
      `select facts from audit_line where subject_id = $1 and what = 'official.opened'`,
      [official],
    )
    expect(line.rows).toEqual([{ facts: { citizenId: true } }])
    const kept = await world.owner.query('select 1 from command where result::text like $1', [`%${id}%`])
    expect(kept.rows).toEqual([])
  })

  it('is of one person only, and of somebody of that sex and year', async () => {
    await entered('Cứ A Khua', { citizenId: '025084001300' })
    expect(await refusal(world, () => add({ name: 'Cứ A Tênh', citizenId: '025084001300' }))).toBe(
      'official.citizen_id_taken',
    )
    for (const citizenId of ['025184001234', '025085001234', '999084001234', '02508400123'])
      expect(await refusal(world, () => add({ name: 'Cứ A Tênh', citizenId }))).toBe('official.citizen_id_unfit')
  })

  it('is corrected by two at once: the second is asked, and reads three figures of what the first wrote', async () => {
    const official = await entered('Cứ A Lềnh', { citizenId: '025084001401' })
    const { citizenIdMark } = await open(official)
    const was = { citizenId: citizenIdMark }
    expect((await change(official, { was, citizenId: '025084001402' })).statusCode).toBe(200)
    const told = (await change(official, { was, citizenId: '025084001403' })).json()
    expect(told.code).toBe('record.changed_since')
    expect(told.facts.touching).toMatchObject([{ field: 'citizenId', theirs: '*********402', was: null }])
    expect(JSON.stringify(told)).not.toContain('025084001402')
    // Having seen what stands, the second decides.
    const now = { citizenId: told.facts.touching[0].mark }
    expect((await change(official, { was: now, citizenId: '025084001403' })).statusCode).toBe(200)
    expect((await open(official)).citizenId).toBe('025084001403')
    // The number that was let go is free, and empty leaves the one that is held.
    expect((await change(official, { citizenId: '', phone: '0912345678' })).statusCode).toBe(200)
    expect(await open(official)).toMatchObject({ citizenId: '025084001403', phone: '0912345678' })
    await entered('Cứ A Páo', { citizenId: '025084001401' })
    expect(await refusal(world, () => change(official, { birth: { year: 1985 } }))).toBe('official.citizen_id_unfit')
  })
})

describe('languages', () => {
  it('are those of groups, each once', async () => {
    const official = await entered('Má A Nủ', { languages: ['09', '08', '09'] })
    expect((await open(official)).languages).toEqual(['08', '09'])
    const refused = await change(official, { languages: ['tiếng Mông'] })
    expect(refused.json().code).toBe('input.invalid')
  })
})

describe('what was learnt', () => {
  const law = {
    ...{ kind: 'professional', title: 'Đại học Luật', school: 'Trường Đại học Luật Hà Nội', form: 'in_service' },
    ...{ from: '2008-09', until: '2012', number: 'QH 01234', issuedBy: 'Trường Đại học Luật Hà Nội' },
  }
  const learn = (official: string, part: object = {}, person: PersonName = 'hung') => {
    const qualificationId = newId()
    return world.as(person).post(`/api/officials/${official}/qualifications`, { qualificationId, ...law, ...part })
  }
  const learnt = async (official: string) => (await show(official)).qualifications

  it('is entered by kind, what is under way first, and read by who sees the person', async () => {
    const official = await entered('Lý A Thông')
    expect((await learn(official)).statusCode).toBe(200)
    const theory = { kind: 'political_theory', title: 'Trung cấp lý luận chính trị', from: '2026-03', until: null }
    expect((await learn(official, { ...theory, number: '', issuedBy: '' })).statusCode).toBe(200)
    expect(
      (await learn(official, { kind: 'it', title: 'Tin học cơ bản', from: null, until: '2015-06' })).statusCode,
    ).toBe(200)
    expect((await learnt(official)).map(({ title, until }: typeof law) => [title, until])).toEqual([
      ['Trung cấp lý luận chính trị', null],
      ['Tin học cơ bản', '2015-06'],
      ['Đại học Luật', '2012'],
    ])
    expect((await show(official, 'kiem')).qualifications).toHaveLength(3)
    const csv = await world.as('hung').get(`/api/officials/${official}/qualifications/file?as=csv`)
    expect(csv.body).toContain('09/2008')
    expect(csv.body).toContain('đang học')
  })

  it('that the record has already is asked about, also where two enter it at once, and entered by who says so', async () => {
    const official = await entered('Lý A Hai')
    const replies = await Promise.all([learn(official), learn(official, { title: 'đại  học luật' })])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    const asked = replies.find(({ statusCode }) => statusCode === 409)?.json()
    expect(asked).toMatchObject({ code: 'official.learnt_twice', facts: { at: 'also' } })
    expect(asked.title.vi).toMatch(/Hồ sơ đã có trình độ này: Đại học Luật, .* ghi ngày \d\d\/\d\d\/\d{4}/i)
    expect(await learnt(official)).toHaveLength(1)
    for (const part of [{ number: 'QH 99' }, { title: 'Đại học Luật kinh tế' }, { level: 'university' }])
      expect((await learn(official, part)).statusCode, JSON.stringify(part)).toBe(200)
    expect((await learn(official, { also: true })).statusCode).toBe(200)
    // What was taken away is asked about no more, and what another has learnt never was.
    const other = await entered('Lý A Khác')
    expect((await learn(other)).statusCode).toBe(200)
    const [{ qualificationId }] = await learnt(other)
    const away = `/api/officials/${other}/qualifications/${qualificationId}/take-away`
    expect((await world.as('hung').post(away, { because: 'Ghi nhầm' })).statusCode).toBe(200)
    expect((await learn(other)).statusCode).toBe(200)
  })

  it('has months that were, in their order', async () => {
    const official = await entered('Lý A Ngày')
    for (const part of [
      { from: '2013-01' },
      { from: '2012-09', until: '2012-08' },
      { until: '2027' },
      { from: '2026-12', until: null },
      { from: '1900', until: '1905' },
    ])
      expect(await refusal(world, () => learn(official, part)), JSON.stringify(part)).toBe('official.learnt_when')
    expect((await learn(official, { from: '2012-09', until: '2012' })).statusCode).toBe(200)
  })

  it('is changed by two at once: what touches is told; taken away it is gone and kept', async () => {
    const official = await entered('Lý A Sửa')
    await learn(official)
    const [{ qualificationId, ...was }] = await learnt(official)
    const at = `/api/officials/${official}/qualifications/${qualificationId}`
    const put = (body: object, person: PersonName = 'hung') => world.as(person).post(`${at}/change`, body)
    expect((await put({ was, number: 'QH 1' })).statusCode).toBe(200)
    expect((await put({ was, school: 'Học viện Tư pháp' })).statusCode).toBe(200)
    expect((await put({ level: 'university', until: '2012-06' })).statusCode).toBe(200)
    const { rows: lines } = await world.owner.query(
      "select facts -> 'changes' as changes from audit_line where subject_id = $1 and what = 'official.learnt_changed' order by id",
      [official],
    )
    // What was typed about a person is named and not repeated.
    expect(lines.map(({ changes }) => changes)).toEqual([
      [{ field: 'number' }],
      [{ field: 'school' }],
      [
        {
          field: 'level',
          was: null,
          is: { vi: 'Đại học', en: 'University' },
        },
        { field: 'until', was: was.until, is: '2012-06' },
      ],
    ])
    const told = (await put({ was, number: 'QH 2' })).json()
    expect(told.facts.touching).toMatchObject([{ field: 'number', theirs: 'QH 1', yours: 'QH 2', by: 'Lê Văn Hùng' }])
    for (const person of ['kiem', 'bich', 'mai', 'dao'] as const) {
      expect(await refusal(world, () => put({ number: 'QH 3' }, person)), person).toBe('access.denied')
      expect(await refusal(world, () => learn(official, {}, person)), person).toBe('access.denied')
    }
    expect(await refusal(world, () => put({ number: 'QH 3' }, 'son'))).toBe('official.not_found')
    const away = () => world.as('hung').post(`${at}/take-away`, { because: 'Bằng của người khác' })
    expect((await away()).statusCode).toBe(200)
    expect(await learnt(official)).toEqual([])
    expect(await refusal(world, away)).toBe('official.qualification_taken')
    expect(await refusal(world, () => put({ number: 'QH 3' }))).toBe('official.qualification_taken')
    const { rows } = await world.owner.query('select taken_away from qualification where id = $1', [qualificationId])
    expect(rows).toEqual([{ taken_away: 'Bằng của người khác' }])
  })

  it('of one is not changed by the way of another', async () => {
    const [one, other] = [await entered('Lý A Này'), await entered('Lý A Kia')]
    await learn(one)
    const [{ qualificationId }] = await learnt(one)
    const at = `/api/officials/${other}/qualifications/${qualificationId}/change`
    expect(await refusal(world, () => world.as('hung').post(at, { title: 'Thạc sĩ' }))).toBe(
      'official.qualification_not_found',
    )
  })
})

describe('who may do what', () => {
  it('the province writes in its communes, the organiser opens, who has no right sees nobody', async () => {
    const reply = await add({ name: 'Đinh Thị Tỉnh', sex: 'female' }, 'lan')
    expect(reply.statusCode, reply.body).toBe(200)
    const official = reply.json().officialId
    expect((await open(official, 'dao')).name).toBe('Đinh Thị Tỉnh')
    expect((await show(official, 'lan')).can).toEqual(['write', 'open'])
    expect((await show(official, 'dao')).can).toEqual(['open'])
    for (const person of ['quantri', 'mai', 'xem'] as const)
      expect((await world.as(person).get(`/api/officials/${official}`)).json().code, person).toBe('access.denied')
    const elsewhere = { name: 'Đinh Thị Khác', sex: 'female', unitId: demoAreas.kyThuongToday }
    expect(await refusal(world, () => add(elsewhere, 'lan'))).toBe('access.denied')
  })
})
