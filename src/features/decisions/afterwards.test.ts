/** Whatever the register, the map and the grants do afterwards: what was signed is printed again word for word. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { plainDate } from '#kernel/dates.ts'
import { clockAt } from '#platform/server/clock.ts'
import { lookAt } from '#platform/server/documents/pdf/look.ts'
import { newId } from '#platform/server/ids.ts'
import { deciding, inForce } from '#test/decisions.ts'
import { type Family, settle, thon1, thon2 } from '#test/rounds.ts'
import { openWorld, type World } from '#test/world.ts'
import { textsIn } from '#test/zip.ts'

const names = ['Lò Thị Tên', 'Lò Thị Mất', 'Lò Thị Sinh', 'Lò Thị Tách', 'Lò Thị Nhập', 'Lò Thị Chuyển', 'Lò Thị Trùng']
const on = '2026-11-25'

let world: World
let decisionId = ''
const families = new Map<string, Family>()
beforeAll(async () => {
  world = await openWorld()
  for (const [at, name] of names.entries()) families.set(name, await settle(world, at % 2 ? thon1 : thon2, name))
  const { round } = await deciding(world, [...families.values()], {
    outcomes: names.map((_, at) => (at % 3 ? 'poor' : 'near_poor')),
  })
  decisionId = (await round.printed()).decisionId
  await inForce(world, decisionId)
  Object.assign(world.host.services, { clock: clockAt(plainDate('2026-12-01')) })
  before = await papers()
})
afterAll(() => world.close())

const withoutReprint = (text: string) => text.replace(/(Bản in lại|In) ngày [\d/]+\./g, '')
const bytes = async (path: string) => {
  const reply = await world.as('lan').get(`/api/decisions/${decisionId}/${path}`)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.rawPayload
}
const pdfs = ['quyet-dinh.pdf', 'danh-sach.pdf?class=poor', 'danh-sach.pdf?class=near_poor']
const parts = [
  ['quyet-dinh.docx', 'word/document.xml'],
  ['danh-sach.xlsx?class=poor', 'xl/worksheets/sheet1.xml'],
  ['danh-sach.xlsx?class=poor', 'xl/sharedStrings.xml'],
] as const

const pagesOf = async (path: string) =>
  lookAt(await bytes(path)).map((page) => withoutReprint(page.text.replace(/\s+/g, ' ')))

type Papers = { readonly certificates: readonly string[]; readonly others: readonly string[] }
let before: Papers = { certificates: [], others: [] }
async function papers(): Promise<Papers> {
  const others: string[] = []
  for (const path of pdfs) others.push((await pagesOf(path)).join(' | '))
  for (const [path, part] of parts) others.push(withoutReprint((await textsIn(await bytes(path))).get(part) ?? ''))
  return { certificates: await pagesOf('giay-chung-nhan.pdf'), others }
}

/** Households that have ended: the certificate of none is printed to be handed out. */
const ended = new Set<string>()
const handedOut = ({ certificates, others }: Papers): Papers => ({
  certificates: certificates.filter((page) => ![...ended].some((name) => page.includes(name))),
  others,
})

const of = (name: string) => families.get(name) as Family
const memberOf = async (name: string, relation: string): Promise<string> =>
  (
    await world.owner.query('select id from member where household_id = $1 and relation = $2 order by joined_on', [
      of(name).householdId,
      relation,
    ])
  ).rows[0].id
async function must(url: string, body: object, person: 'hung' | 'quantri' = 'hung') {
  const reply = await world.as(person).post(url, body)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const change = (name: string, path: string, body: object) =>
  must(`/api/households/${of(name).householdId}/${path}`, body)
const child = (name: string) => ({
  name,
  sex: 'male' as const,
  birth: { year: 2014, month: 4, day: 12 },
  ethnicity: '01',
})
const record = (event: object, day = on) =>
  must('/api/area-events', { change: event, day, legalBasis: 'Nghị quyết 1/NQ-HĐND', mark: 'text' }, 'quantri')

const acts: readonly (readonly [string, () => Promise<unknown>])[] = [
  [
    'a name is mended',
    async () => change('Lò Thị Tên', `members/${await memberOf('Lò Thị Tên', 'head')}/change`, { name: 'Lò Thị Khác' }),
  ],
  [
    'somebody dies',
    async () => change('Lò Thị Mất', `members/${await memberOf('Lò Thị Mất', 'child')}/leave`, { on, reason: 'died' }),
  ],
  [
    'a child is born',
    () => {
      const person = { ...child('Lò Văn Mới'), birth: { year: 2026, month: 11, day: 25 } }
      return change('Lò Thị Sinh', 'members', { memberId: newId(), relation: 'child', person, on, reason: 'born' })
    },
  ],
  [
    'the head changes',
    async () => change('Lò Thị Sinh', 'head', { newHeadId: await memberOf('Lò Thị Sinh', 'spouse'), on }),
  ],
  [
    'a household splits',
    async () => {
      const newHeadId = await memberOf('Lò Thị Tách', 'spouse')
      const members = [{ memberId: newHeadId, relation: 'head' }]
      const where = { villageId: thon1, address: '', number: '' }
      return change('Lò Thị Tách', 'split', { newHouseholdId: newId(), on, ...where, members, newHeadId })
    },
  ],
  [
    'two households merge',
    async () => {
      const relations = []
      for (const relation of ['head', 'spouse', 'child'])
        relations.push({ memberId: await memberOf('Lò Thị Nhập', relation), relation: 'other' })
      const intoHouseholdId = of('Lò Thị Tên').householdId
      ended.add('Lò Thị Nhập')
      return change('Lò Thị Nhập', 'merge', { intoHouseholdId, on, relations })
    },
  ],
  [
    'a household moves',
    () => change('Lò Thị Chuyển', 'residence', { on, villageId: thon2, address: 'Ngõ 9', number: '' }),
  ],
  [
    'two persons are joined',
    async () => {
      const memberId = newId()
      const entered = { memberId, relation: 'child', person: child('Le Van Be'), on, reason: 'moved_in' }
      await change('Lò Thị Trùng', 'members', { ...entered, because: 'Thử' })
      const { householdId } = of('Lò Thị Trùng')
      const first = await memberOf('Lò Thị Trùng', 'child')
      const other = { otherHouseholdId: householdId, otherMemberId: memberId, because: 'Cùng một người' }
      return change('Lò Thị Trùng', `members/${first}/join`, other)
    },
  ],
  [
    'an act is undone',
    async () => {
      const { householdId } = of('Lò Thị Mất')
      const { timeline } = (await world.as('hung').get(`/api/households/${householdId}`)).json()
      const { actId } = timeline.find(({ kind }: { kind: string }) => kind === 'died')
      return change('Lò Thị Mất', `events/${actId}/undo`, { because: 'Ghi nhầm' })
    },
  ],
  [
    'the chair’s grant ends',
    async () => {
      const { rows } = await world.owner.query(
        `select id from access_grant where account_id = $1 and role = 'commune_chair' limit 1`,
        [world.idOf('bich')],
      )
      return must(`/api/grants/${rows[0].id}/end`, {}, 'quantri')
    },
  ],
  ['a village is renamed', () => record({ kind: 'rename', areaId: thon1, name: 'Thôn Đổi Tên' })],
  [
    'the commune turns out to have been called otherwise before the round',
    () => record({ kind: 'rename', areaId: demoAreas.tamHongToday, name: 'Xã Tam Hồng Xưa' }, '2026-11-02'),
  ],
  ['the commune is renamed', () => record({ kind: 'rename', areaId: demoAreas.tamHongToday, name: 'Xã Tam Hồng Mới' })],
  [
    'the commune is merged',
    () => {
      const into = { name: 'Xã Tam Kỳ', kind: 'xa', code: null, parentId: demoAreas.phuTho }
      const areaIds = [demoAreas.tamHongToday, demoAreas.kyThuongToday]
      return record({ kind: 'merge', areaIds, into }, '2026-11-27')
    },
  ],
]

it('are all there, with every household', () => {
  const { certificates, others } = before
  expect(others).toHaveLength(pdfs.length + parts.length)
  expect(certificates).toHaveLength(names.length)
  for (const name of names) {
    expect(others.join(' ')).toContain(name)
    expect(certificates.filter((page) => page.includes(name))).toHaveLength(1)
  }
  for (const text of [others[0], ...certificates]) expect(text).toContain('Xã Tam Hồng'.toUpperCase())
})

it.each(acts)('say the same after %s', async (_what, act) => {
  await act()
  expect(await papers()).toEqual(handedOut(before))
})
