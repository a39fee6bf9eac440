import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const [thon1, thon2, , thon4] = demoAreas.villages.tamHong
const kyThuong = demoAreas.villages.kyThuong[0]
const commune = demoAreas.tamHongToday
const mother = '026176000123'

type Given = { relation?: string; name?: string; sex?: string; year?: number; citizenId?: string; facts?: object }
const member = ({ relation = 'head', name = 'Nguyễn Thị Hoà', sex = 'female', year = 1976, ...more }: Given = {}) => ({
  memberId: newId(),
  relation,
  person: { name, sex, birth: { year }, ethnicity: '01', ...more },
})

async function enter(
  by: PersonName,
  given: { villageId?: string | undefined; number?: string; members?: object[] } = {},
) {
  const householdId = newId<'household'>()
  const reply = await world.as(by).post('/api/households', {
    householdId,
    villageId: given.villageId ?? thon1,
    number: given.number ?? '12',
    address: 'Ngõ Đình',
    on: '2021-09-01',
    reason: 'listed',
    members: given.members ?? [member()],
  })
  return { householdId, reply }
}
const show = async (by: PersonName, id: string, day = '') =>
  (await world.as(by).get(`/api/households/${id}${day && `?day=${day}`}`)).json()
const search = async (by: PersonName, q: string) =>
  (await world.as(by).get(`/api/households/search?q=${encodeURIComponent(q)}`)).json()

describe('finding a household', () => {
  it('Hùng enters one and finds it by any member, with or without tone marks, in either Unicode form', async () => {
    const child = member({ relation: 'child', name: 'Đặng Văn Thuỷ', sex: 'male', year: 2004 })
    const { householdId, reply } = await enter('hung', { members: [member(), child] })
    expect(reply.json()).toEqual({ householdId })
    for (const q of ['dang van thuy', 'Đặng Văn Thủy', 'THUỶ'.normalize('NFD'), 'nguyen thi hoa', 'ngo dinh'])
      expect((await search('hung', q)).households, q).toMatchObject([{ householdId, villageName: 'Thôn 1' }])
    expect((await search('hung', '%')).households).toEqual([])
    expect((await search('hung', '_')).households).toEqual([])
    // Words that fold to nothing find nothing, not everybody.
    for (const q of [' ', '\u0302\u0323']) expect((await search('hung', q)).households, q).toEqual([])
  })

  it('puts who has the number that was typed first, and says what tells two alike apart', async () => {
    const twin = (year: number) => [member({ name: 'Hà Thị Sinh Đôi', year })]
    const first = await enter('hung', { number: '0417', members: twin(1961), villageId: thon2 })
    const second = await enter('hung', { number: '1417', members: twin(1984) })
    await enter('hung', { number: '3', members: [member({ name: 'An Văn Bốn' })] })
    for (const q of ['417', '0417', '00417'])
      expect((await search('hung', q)).households[0], q).toMatchObject({ householdId: first.householdId })
    expect((await search('hung', '1417')).households).toMatchObject([{ householdId: second.householdId }])
    const both = (await search('hung', 'ha thi sinh doi')).households
    expect(both).toMatchObject([
      { number: '0417', villageName: 'Thôn 2', within: 'Xã Tam Hồng, Tỉnh Phú Thọ', born: 1961, member: null },
      { number: '1417', villageName: 'Thôn 1', within: 'Xã Tam Hồng, Tỉnh Phú Thọ', born: 1984, member: null },
    ])
    const byMember = await enter('hung', {
      number: '4',
      members: [member({ name: 'Hà Văn Chủ' }), member({ name: 'Hà Thị Được Tìm', relation: 'child', year: 2010 })],
    })
    expect((await search('hung', 'duoc tim')).households).toMatchObject([
      { householdId: byMember.householdId, member: 'Hà Thị Được Tìm' },
    ])
    // Of however many that only hold the number somewhere.
    await world.owner.query(
      `insert into household (household_id, village_id, number, address, head_person_id, head_name, search, started_on)
       select gen_random_uuid(), $1, '', 'Ngõ 5417', gen_random_uuid(), 'An Thị Đông', 'an thi dong, ngo 5417', '2024-01-01'
         from generate_series(1, 700)`,
      [thon4],
    )
    expect((await search('hung', '417')).households[0]).toMatchObject({ householdId: first.householdId })
    expect((await search('lan', '417')).households[0]).toMatchObject({ householdId: first.householdId })
    await world.owner.query(`delete from household where address = 'Ngõ 5417'`)
    expect((await search('hung', '000')).households).toEqual([])
    const listed = async (q: string) =>
      (await world.as('hung').get(`/api/households?areaId=${commune}&q=${q}`)).json().rows
    expect((await listed('1417')).length).toBe(1)
    // Thôn 1 comes before Thôn 2, but not before the number that was typed.
    expect((await listed('417')).map((row: { number: string }) => row.number)).toEqual(['0417', '1417'])
    expect((await search('son', '417')).households).toEqual([])
  })

  it('finds a number however it is written, in the search and in the list alike', async () => {
    const villageId = demoAreas.villages.tamHong[6]
    const numbered = async (number: string, name: string) =>
      (await enter('hung', { number, villageId, members: [member({ name })] })).householdId
    const first = await numbered('1-078', 'Đàm Thị Bảy')
    const second = await numbered('01 – 78', 'Đàm Thị Tám')
    await numbered('107-8', 'Đàm Thị Chín')
    const listed = async (q: string) =>
      (await world.as('hung').get(`/api/households?areaId=${villageId}&q=${encodeURIComponent(q)}`)).json()
    const ids = (rows: { householdId: string }[]) => rows.map((row) => row.householdId).toSorted()
    for (const q of ['1-078', '01-078', '1 78', '001-0078']) {
      expect(ids((await search('hung', q)).households).slice(0, 2), q).toEqual([first, second].toSorted())
      expect(ids((await listed(q)).rows), q).toEqual([first, second].toSorted())
      expect(await listed(q), q).toMatchObject({ total: 2 })
    }
    for (const q of ['-', '’', ' – ']) {
      expect((await search('hung', q)).households, q).toEqual([])
      if (q.trim()) expect((await listed(q)).rows.length, q).toBe(0)
    }
  })

  it('finds a name by any apostrophe, or by none', async () => {
    const { householdId } = await enter('hung', { number: 'h1', members: [member({ name: 'H’Hen Niê' })] })
    for (const q of ["H'Hen", 'h’hen', 'hhen nie', 'HʼHen'])
      expect((await search('hung', q)).households, q).toMatchObject([{ householdId }])
  })

  it('Mai sees her villages only, the next commune sees nothing', async () => {
    const near = await enter('hung', { number: 'gan', villageId: thon2 })
    const far = await enter('hung', { number: 'xa', villageId: thon4 })
    expect((await show('mai', near.householdId)).householdId).toBe(near.householdId)
    expect(await show('mai', far.householdId)).toMatchObject({ code: 'household.not_found' })
    expect((await search('mai', 'gan')).households).toHaveLength(1)
    expect((await search('mai', 'xa')).households).toEqual([])
    expect((await search('son', 'gan')).households).toEqual([])
    expect(await show('son', near.householdId)).toMatchObject({ code: 'household.not_found' })
    const list = (await world.as('mai').get(`/api/households?areaId=${commune}`)).json()
    expect(list.rows.map((row: { number: string }) => row.number)).not.toContain('xa')
    expect(list.can).toEqual([])
    expect((await world.as('son').get(`/api/households?areaId=${commune}`)).json()).toMatchObject({
      code: 'access.denied',
    })
  })

  it('lists a village in the Vietnamese order of names, with counts, day and paging', async () => {
    const villageId = demoAreas.villages.tamHong[5]
    const names = ['Bùi Thị Ánh', 'Trần Văn Ân', 'Lê Đức Dũng', 'Lê Văn Đại', 'Phạm Thị Em']
    for (const [at, name] of [...names].reverse().entries())
      await enter('hung', { villageId, number: `v${at}`, members: [member({ name }), member({ relation: 'child' })] })
    const list = async (query: string) =>
      (await world.as('hung').get(`/api/households?areaId=${villageId}${query}`)).json()
    const all = await list('')
    expect(all.rows.map((row: { headName: string }) => row.headName)).toEqual(names)
    expect(all).toMatchObject({ total: 5, counts: { households: 5, persons: 10, kinh: 5, dtts: 0 } })
    expect(all.rows[0]).toMatchObject({ members: 2, class: null })
    const found = (await search('hung', 'van')).households.filter((row: { number: string }) => /^v\d/.test(row.number))
    expect(found.map((row: { headName: string }) => row.headName)).toEqual(['Trần Văn Ân', 'Lê Văn Đại'])
    expect((await list('&q=le%20van')).total).toBe(1)
    expect((await list('&class=poor')).total).toBe(0)
    expect((await list('&class=none')).total).toBe(5)
    expect((await list('&day=2021-08-31')).total).toBe(0)
    expect((await list('&day=2021-09-01')).total).toBe(5)
  })

  it('the viewer of figures and the administrator get no names', async () => {
    for (const who of ['xem', 'quantri'] as const) {
      expect(await search(who, 'nguyen')).toMatchObject({ code: 'access.denied' })
      expect(await show(who, newId())).toMatchObject({ code: 'access.denied' })
    }
  })
})

describe('citizen ids', () => {
  it('stand sealed in the database, masked on the screen, and Hùng reveals one in the sight of the audit', async () => {
    const person = member({ citizenId: mother })
    const { householdId } = await enter('hung', { number: 'id1', members: [person] })
    const seen = await show('mai', householdId)
    expect(seen.members[0].citizenId).toBe('*********123')
    expect(JSON.stringify(seen)).not.toContain(mother)
    const { rows } = await world.owner.query('select * from member where household_id = $1', [householdId])
    expect(JSON.stringify(rows)).not.toContain(mother)
    const path = `/api/households/${householdId}/members/${person.memberId}/reveal`
    expect((await world.as('hung').post(path)).json()).toEqual({ citizenId: mother, insuranceNo: null })
    for (const who of ['mai', 'lan', 'bich', 'kiem'] as const)
      expect((await world.as(who).post(path)).json(), who).toMatchObject({ code: 'access.denied' })
    expect((await world.as('son').post(path)).json()).toMatchObject({ code: 'household.not_found' })
    const audit = await world.owner.query(
      `select account_id, facts from audit_line where what = 'household.revealed' and subject_id = $1`,
      [householdId],
    )
    expect(audit.rows).toEqual([
      {
        account_id: world.idOf('hung'),
        facts: { memberId: person.memberId, citizenId: true, insuranceNo: false },
      },
    ])
    const kept = await world.owner.query(`select result from command where endpoint = 'households.reveal'`)
    expect(JSON.stringify(kept.rows)).not.toContain(mother)
  })

  it('find the household exactly, leave a line in the audit, and find nothing for the next commune', async () => {
    const ask = async (who: PersonName) =>
      (await world.as(who).post('/api/households/by-citizen-id', { citizenId: '026 176 000 123' })).json()
    expect((await ask('hung')).household).toMatchObject({ number: 'id1' })
    expect((await ask('mai')).household).toMatchObject({ number: 'id1' })
    expect((await ask('thang')).household).toBeNull()
    expect((await ask('son')).household).toBeNull()
    const { rows } = await world.owner.query(
      `select facts from audit_line where what = 'household.sought_by_citizen_id' order by at`,
    )
    expect(rows.map((row) => row.facts)).toEqual([{ found: true }, { found: true }, { found: false }, { found: false }])
  })

  it('are unique in the nation; a second use tells of the household only where it may be seen', async () => {
    const here = await enter('hung', { number: 'id2', members: [member({ citizenId: mother })] })
    expect(here.reply.json()).toMatchObject({ code: 'household.citizen_id_taken' })
    expect(here.reply.json().title.vi).toContain('Nguyễn Thị Hoà')
    const there = await enter('son', { villageId: kyThuong, members: [member({ citizenId: mother })] })
    expect(there.reply.json()).toMatchObject({ code: 'household.citizen_id_elsewhere' })
    expect(there.reply.json().title.vi).toContain('đề nghị cán bộ tỉnh kiểm tra')
    expect(there.reply.body).not.toContain('Hoà')
    const { rows } = await world.owner.query('select from household where household_id = any ($1)', [
      [here.householdId, there.householdId],
    ])
    expect(rows).toEqual([])
  })

  it('are refused where their structure cannot be, in words', async () => {
    const wrong = await enter('hung', { members: [member({ citizenId: '026076000123' })] })
    expect(wrong.reply.statusCode).toBe(422)
    expect(wrong.reply.json().title.vi).toContain('không khớp giới tính')
  })
})

describe('who may write', () => {
  it('the next commune can neither enter here nor change what is here', async () => {
    expect((await enter('son')).reply.json()).toMatchObject({ code: 'access.denied' })
    const { householdId } = await enter('hung', { number: 'w1' })
    const [first] = (await show('hung', householdId)).members
    const tries: [string, object][] = [
      [`/members/${first.memberId}/leave`, { on: '2026-01-01', reason: 'died' }],
      [`/members/${first.memberId}/change`, { name: 'Kẻ Khác' }],
      ['/head', { on: '2026-01-01', newHeadId: first.memberId }],
      ['/end', { on: '2026-01-01', reason: 'moved_away' }],
      ['/residence', { on: '2026-01-01', villageId: kyThuong, address: '', number: '' }],
    ]
    for (const [path, body] of tries)
      expect((await world.as('son').post(`/api/households/${householdId}${path}`, body)).json(), path).toMatchObject({
        code: 'household.not_found',
      })
    expect((await show('hung', householdId)).members).toHaveLength(1)
  })

  it('enumerators, the chair, the province and the auditor read and do not write', async () => {
    for (const who of ['mai', 'bich', 'lan', 'kiem'] as const)
      expect((await enter(who)).reply.json(), who).toMatchObject({ code: 'access.denied' })
  })

  it('nobody moves a household out of the area held', async () => {
    const { householdId } = await enter('hung', { number: 'w2' })
    const body = { on: '2026-01-01', villageId: kyThuong, address: '', number: 'w2' }
    expect((await world.as('hung').post(`/api/households/${householdId}/residence`, body)).json()).toMatchObject({
      code: 'access.denied',
    })
  })

  it('a household stands in a village, has one head and names that are names', async () => {
    expect((await enter('hung', { villageId: commune })).reply.json()).toMatchObject({
      code: 'household.not_a_village',
    })
    expect((await enter('hung', { members: [member({ relation: 'child' })] })).reply.json()).toMatchObject({
      code: 'household.one_head',
    })
    expect((await enter('hung', { members: [member(), member()] })).reply.json()).toMatchObject({
      code: 'household.one_head',
    })
    expect((await enter('hung', { members: [member({ name: '=1+1' })] })).reply.json()).toMatchObject({
      code: 'household.name_unfit',
    })
    expect((await enter('hung', { number: '=1+1' })).reply.json()).toMatchObject({ code: 'household.text_unfit' })
  })

  it('the same command twice enters one household', async () => {
    const householdId = newId<'household'>()
    const command = newId()
    const body = {
      householdId,
      villageId: thon1,
      number: 'hai lần',
      address: '',
      on: '2021-09-01',
      reason: 'listed',
      members: [member()],
    }
    for (let n = 0; n < 2; n++)
      expect((await world.as('hung').post('/api/households', body, command)).json()).toEqual({ householdId })
    expect((await search('hung', 'hai lan')).households).toHaveLength(1)
  })
})
