/** Numbers as Hùng pastes them from a spreadsheet, a message, a scanned text: read by one rule, or refused at their field. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const commune = demoAreas.tamHongToday
const body = (citizenId: string, number: string, name = 'Nguyễn Thị Hoà') => ({
  householdId: newId<'household'>(),
  villageId: demoAreas.villages.tamHong[0],
  number,
  address: '',
  on: '2021-09-01',
  reason: 'listed',
  members: [
    {
      memberId: newId(),
      relation: 'head',
      person: { name, sex: 'female', birth: { year: 1976 }, ethnicity: '01', citizenId },
    },
  ],
})
const enter = (citizenId: string, number: string) => world.as('hung').post('/api/households', body(citizenId, number))
const find = async (citizenId: string) =>
  (await world.as('hung').post('/api/households/by-citizen-id', { citizenId })).json()
const search = async (q: string) =>
  (await world.as('hung').get(`/api/households/search?q=${encodeURIComponent(q)}`)).json().households
const list = async (q: string) =>
  (await world.as('hung').get(`/api/households?areaId=${commune}&q=${encodeURIComponent(q)}`)).json().rows
const held = async () => (await world.owner.query('select number from household')).rows

const ways = [
  '０２６１７６０００１２３',
  "'026176000123",
  '026.176.000.123',
  '026\u00a0176\u00a0000\u00a0123',
  '0 2 6 1 7 6 0 0 0 1 2 3',
]

describe('a pasted number', () => {
  it('of a citizen is the same one however it came, where it is entered and where it is sought', async () => {
    expect((await enter('０２６．１７６\u00a0０００ 123', "'００７")).statusCode).toBe(200)
    expect(await held()).toEqual([{ number: '007' }])
    for (const way of ways) {
      expect(await refusal(world, () => enter(way, '8')), way).toBe('household.citizen_id_taken')
      expect((await find(way)).household, way).toMatchObject({ number: '007' })
    }
  })

  it('of a household is found as it was pasted', async () => {
    for (const way of ['007', '００７', "'007", '\u00a0007\u200b'])
      expect([(await search(way)).length, (await list(way)).length], way).toEqual([1, 1])
  })

  it('and a name with the crossed d of another keyboard is kept and found as đ', async () => {
    const family = { ...body('026176000777', 'Ð-9', '\u00d0inh Th\u1ecb \u00d0\u00e0o'), address: 'Xóm \u0189ồng' }
    expect((await world.as('hung').post('/api/households', family)).statusCode).toBe(200)
    for (const q of ['Đinh Thị Đào', '\u00d0inh', 'dinh thi dao', '\u0111-9'])
      expect(await search(q), q).toMatchObject([{ headName: 'Đinh Thị Đào', number: 'Đ-9', address: 'Xóm Đồng' }])
  })

  it('that cannot be read for certain is refused at its field, in words', async () => {
    for (const wrong of ['26176000123', '2.6176E+10', 'O26176000123', '026176000123/4']) {
      const reply = await enter(wrong, '9')
      expect(reply.json(), wrong).toMatchObject({
        code: 'household.citizen_id_unfit',
        facts: { at: expect.stringMatching(/citizenId$/) },
      })
      expect(reply.json().title.vi).toContain('đúng 12 chữ số')
    }
    expect(await held()).toHaveLength(2)
  })

  it('is read from a file by the same rule', async () => {
    const head = 'Thôn,Số hộ,Quan hệ với chủ hộ,Họ và tên,Giới tính,Ngày sinh,Dân tộc,Số CCCD'
    const rows = [
      "Thôn 2,'０１２,Chủ hộ,Lò Thị Ánh,Nữ,'０５/11/1976,Thái,'026.176\u00a0000.456",
      'Thôn 2,012,Con,Lò Thị Hai,Nữ,２００４,Thái,',
    ]
    const bytes = Buffer.from(`\ufeff${[head, ...rows].join('\r\n')}\r\n`)
    const fields = { areaId: commune, listedOn: '2026-11-01' }
    const file = { name: 'ho.csv', type: 'text/csv', bytes }
    const report = (await world.as('hung').upload('/api/households/import/check', fields, file)).json()
    expect(report).toMatchObject({ households: 1, members: 2, faults: [] })
    await world.as('hung').upload('/api/households/import', { ...fields, sha256: report.sha256 }, file)
    expect((await find('026176000456')).household).toMatchObject({ headName: 'Lò Thị Ánh', number: '012' })
  })
})
