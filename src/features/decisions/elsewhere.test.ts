/** A village goes to another commune after its households were decided: who reads, prints and corrects what was signed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { lookAt } from '#platform/server/documents/pdf/look.ts'
import { newId } from '#platform/server/ids.ts'
import { deciding, inForce, type Outcome, signature } from '#test/decisions.ts'
import { type Family, makeEnumerator, openRound, scan, settle, thon1, thon2, thon4 } from '#test/rounds.ts'
import { correctionPapersTried } from '#test/tried.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
let decisionId: string
let families: Family[]
let before: Record<string, string>
/** Drafted by Hùng before the village went. */
const open = newId()
/** In force, by the commune where the household lives. */
let issued = ''
beforeAll(async () => {
  world = await openWorld()
  families = [
    await settle(world, thon1, 'Nguyễn Thị Ở'),
    await settle(world, thon2, 'Trần Thị Theo'),
    await settle(world, thon2, 'Vũ Thị Cùng'),
    await settle(world, thon2, 'Lò Thị Đi'),
  ]
  const outcomes: Outcome[] = ['poor', 'poor', 'near_poor', 'poor']
  const { round } = await deciding(world, families, { outcomes })
  decisionId = (await round.printed()).decisionId
  await inForce(world, decisionId)
  before = await papersOf('hung')
  await rename('hung', families[3] as Family, 'Lò Thị Đi Xa')
  const drafted = await world.as('hung').post(pathOf(families[3] as Family), { correctionId: open, because: 'Sai tên' })
  expect(drafted.statusCode, drafted.body).toBe(200)
  await correctionPapersTried(world, open)
  const change = { kind: 'move', areaId: thon2, parentId: demoAreas.kyThuongToday }
  const body = { change, day: '2026-11-19', legalBasis: 'Nghị quyết 1/NQ-HĐND', mark: 'text' }
  const reply = await world.as('quantri').post('/api/area-events', body)
  expect(reply.statusCode, reply.body).toBe(200)
})
afterAll(() => world.close())

const get = (person: PersonName, path: string) => world.as(person).get(`/api/decisions/${decisionId}${path}`)
const paths = ['quyet-dinh.pdf', 'giay-chung-nhan.pdf', 'danh-sach.pdf?class=poor', 'danh-sach.pdf?class=near_poor']
async function textOf(person: PersonName, path: string): Promise<string> {
  const reply = await get(person, `/${path}`)
  expect(reply.statusCode, reply.body.slice(0, 300)).toBe(200)
  return lookAt(reply.rawPayload)
    .map((page) => page.text.replace(/\s+/g, ' '))
    .join(' | ')
}
async function papersOf(person: PersonName): Promise<Record<string, string>> {
  const texts: Record<string, string> = {}
  for (const path of paths) texts[path] = await textOf(person, path)
  return texts
}
const show = async (person: PersonName) => (await get(person, '')).json()
const linesOf = async (person: PersonName): Promise<number> =>
  (await get(person, '/entries/file?as=csv')).body.split('\n').filter((line) => line.includes('Thị')).length
const theo = () => families[1] as Family
async function rename(person: PersonName, { householdId }: Family, name: string) {
  const heads = `select id from member where household_id = $1 and relation = 'head'`
  const { rows } = await world.owner.query(heads, [householdId])
  const reply = await world.as(person).post(`/api/households/${householdId}/members/${rows[0].id}/change`, { name })
  expect(reply.statusCode, reply.body).toBe(200)
}
const pathOf = (family: Family) => `/api/decisions/${decisionId}/households/${family.householdId}/correction`

describe('a signed decision whose village went to another commune', () => {
  it.each(['hung', 'bich', 'lan'] as const)('is read whole where it was decided: %s', async (person) => {
    const shown = await show(person)
    expect(shown).toMatchObject({ total: 4, unseen: 0 })
    expect(shown.counts).toMatchObject([
      { class: 'poor', households: 3 },
      { class: 'near_poor', households: 1 },
    ])
    expect(shown.entries.map((e: { certificateNumber: string | null }) => e.certificateNumber)).not.toContain(null)
    expect(shown.entries.filter((e: { livesIn: string | null }) => e.livesIn)).toHaveLength(3)
    expect(await linesOf(person)).toBe(4)
    expect(await papersOf(person)).toEqual(before)
  })

  it('is read in the lines of its own households where they live now, which says so', async () => {
    const shown = await show('son')
    expect(shown).toMatchObject({ total: 3, unseen: 1 })
    expect(shown.entries.map((e: { headName: string }) => e.headName)).toEqual([
      'Vũ Thị Cùng',
      'Lò Thị Đi',
      'Trần Thị Theo',
    ])
    expect(shown.can.toSorted()).toEqual(['correct', 'download_final'])
    expect(await linesOf('son')).toBe(3)
    const text = await textOf('son', 'giay-chung-nhan.pdf?final=true')
    expect(text).toContain('Trần Thị Theo')
    expect(text).not.toContain('Nguyễn Thị Ở')
    for (const path of ['quyet-dinh.pdf', 'quyet-dinh.docx', 'danh-sach.pdf?class=poor', 'danh-sach.xlsx?class=poor']) {
      const reply = await get('son', `/${path}`)
      expect(reply.json()).toMatchObject({ code: 'decisions.only_lines' })
      expect(reply.json().title.vi).toContain('Tam Hồng')
    }
    const review = (await world.as('son').get(`/api/households/${theo().householdId}/review`)).json()
    expect(review.classes).toMatchObject([{ decisionNumber: shown.number }])
    expect(review.papers).toMatchObject([{ can: ['correct'] }])
  })

  it('is nothing to who has nothing to do with it, and to the village head as before', async () => {
    for (const person of ['mai', 'la'] as const) expect((await get(person, '')).statusCode).not.toBe(200)
    expect((await world.as('hung').get(`/api/households/${theo().householdId}`)).statusCode).toBe(404)
  })

  it('is not put right by the commune that decided, which is told who does and shown nothing of the register', async () => {
    const reply = await world.as('hung').get(pathOf(theo()))
    expect(reply.json()).toMatchObject({ code: 'corrections.lives_elsewhere' })
    expect(reply.json().title.vi).toContain('Kỳ Thượng')
    const body = { correctionId: newId(), because: 'Sai tên' }
    expect(await refusal(world, () => world.as('hung').post(pathOf(theo()), body))).toBe('corrections.lives_elsewhere')
  })

  it('is put right where the household lives, under its own number, and both read the same afterwards', async () => {
    await rename('son', theo(), 'Trần Thị Theo Đúng')
    // The chairs offered are those of the commune that signs.
    const { areaId } = (await world.as('son').get(pathOf(theo()))).json()
    expect(areaId).toBe(demoAreas.kyThuongToday)
    const chairs = (person: PersonName) => get(person, `/signers?day=2026-11-20&areaId=${areaId}`)
    expect((await chairs('son')).json()).toEqual({ signers: [] })
    expect((await chairs('hung')).json()).toMatchObject({ code: 'access.denied' })
    const correctionId = newId()
    const signer = { signerName: 'Bế Văn Kỳ', authority: 'own', signerBecause: 'Chủ tịch chưa có tài khoản' }
    const drafted = await world.as('son').post(pathOf(theo()), { correctionId, because: 'Sai tên', ...signer })
    expect(drafted.statusCode, drafted.body).toBe(200)
    // What is not signed is nobody's else.
    expect((await world.as('hung').get(`/api/corrections/${correctionId}`)).statusCode).toBe(404)
    await correctionPapersTried(world, correctionId)
    const signed = { ...signature(), ...signer }
    const reply = await world.as('son').upload(`/api/corrections/${correctionId}/enforce`, signed, scan())
    expect(reply.statusCode, reply.body).toBe(200)
    const { number } = reply.json().successor
    for (const person of ['hung', 'son'] as const) {
      const shown = await show(person)
      const line = shown.entries.find((e: { headName: string }) => e.headName === 'Trần Thị Theo')
      expect(line.certificateNumber).toBe(number)
      expect(line.issuedBy).toContain('Kỳ Thượng')
      expect(shown.entries.filter((e: { issuedBy: string | null }) => e.issuedBy)).toHaveLength(1)
      expect(shown.corrections).toContainEqual(expect.objectContaining({ correctionId, state: 'in_force' }))
      const read = await world.as(person).get(`/api/corrections/${correctionId}`)
      expect(read.json()).toMatchObject({ successor: { number }, areaName: expect.stringContaining('Kỳ Thượng') })
      const text = await textOf(person, `giay-chung-nhan.pdf?final=true&householdId=${theo().householdId}`)
      expect(text).toContain('Trần Thị Theo Đúng')
      expect(text).toContain(number)
    }
    // All of a decision are printed by who issued them; what the other commune issued, there.
    const all = 'giay-chung-nhan.pdf?final=true'
    expect(await textOf('hung', all)).not.toContain('Trần Thị Theo')
    expect(await textOf('son', all)).toContain('Trần Thị Theo Đúng')
    const standing = (await show('hung')).standing.reduce((sum: number, one: { count: number }) => sum + one.count, 0)
    expect(standing).toBe(3)
    const { certificates } = (await world.as('son').get(`/api/decisions?q=${encodeURIComponent(number)}`)).json()
    expect(certificates).toContainEqual(
      expect.objectContaining({ number, issuedBy: expect.stringContaining('Kỳ Thượng') }),
    )
    const old = (
      await world.owner.query(
        `select replaced_by, in_force_until from signed_paper p
      where p.subject_id = $1 and p.kind = 'certificate' and replaced_by is not null`,
        [theo().householdId],
      )
    ).rows
    expect(old).toMatchObject([{ replaced_by: correctionId }])
    const decision = await textOf('hung', 'quyet-dinh.pdf')
    expect(decision).toContain('Công nhận 3 hộ nghèo và 1 hộ cận nghèo')
    // Both communes have a number one: whose it is, is said.
    expect(decision.replace(/\s+/g, ' ')).toMatch(
      /đã đính chính theo Quyết định số .* của Chủ tịch Ủy ban nhân dân xã Kỳ Thượng\./,
    )
    for (const person of ['hung', 'son', 'lan'] as const)
      expect((await world.as(person).get(`/api/corrections/${correctionId}/ban-ky`)).statusCode).toBe(200)
    issued = correctionId
  })

  it('is found by its number where its households live now; nothing of other households is told there', async () => {
    const { number } = await show('hung')
    const find = async (person: PersonName) =>
      (await world.as(person).get(`/api/decisions?q=${encodeURIComponent(number)}`)).json()
    for (const person of ['hung', 'son'] as const)
      expect((await find(person)).papers).toContainEqual(expect.objectContaining({ id: decisionId }))
    const [stays] = families as [Family]
    expect((await world.as('son').get(pathOf(stays))).json()).toMatchObject({ code: 'corrections.not_shown' })
  })
})

describe('the change of units that it followed', () => {
  it('is not undone where the other commune has opened a round there, until that is cancelled', async () => {
    const goes = await settle(world, thon4, 'Hoàng Thị Én')
    const change = { kind: 'move', areaId: thon4, parentId: demoAreas.kyThuongToday }
    const body = { change, day: '2026-11-19', legalBasis: 'Nghị quyết 1/NQ-HĐND', mark: 'text' }
    const { eventId } = (await world.as('quantri').post('/api/area-events', body)).json()
    const roundId = newId()
    const window = { windowFrom: '2026-11-20', windowUntil: '2026-12-14' }
    const round = {
      roundId,
      areaId: demoAreas.kyThuongToday,
      kind: 'ad_hoc',
      name: 'Rà soát Kỳ Thượng',
      villages: [thon4],
    }
    const opened = await world.as('son').post('/api/rounds', { ...round, ...window })
    expect(opened.statusCode, opened.body).toBe(200)
    const undo = () => world.as('quantri').post(`/api/area-events/${eventId}/undo`, { because: 'Ghi nhầm' })
    expect(await refusal(world, undo)).toBe('rounds.unit_open')
    const cancelled = await world.as('son').post(`/api/rounds/${roundId}/cancel`, { because: 'Mở nhầm' })
    expect(cancelled.statusCode, cancelled.body).toBe(200)
    expect((await undo()).statusCode).toBe(200)
    expect((await world.as('hung').get(`/api/households/${goes.householdId}`)).statusCode).toBe(200)
  })

  it('is not undone while a correction waits there for its signature, whose household is named, until it is withdrawn', async () => {
    const goes = await settle(world, thon4, 'Hoàng Thị Chờ')
    const round = await openRound(world, 'ad_hoc', [thon4])
    const cases = await round.list([goes])
    await round.finish('listing')
    await makeEnumerator(world, 'mai', thon4)
    await round.assign(thon4, 'mai')
    await round.finish('assigning')
    await round.toDeciding(cases, [goes])
    const decided = (await round.printed()).decisionId
    await inForce(world, decided)
    const change = { kind: 'move', areaId: thon4, parentId: demoAreas.kyThuongToday }
    const body = { change, day: '2026-11-20', legalBasis: 'Nghị quyết 3/NQ-HĐND', mark: 'text' }
    const { eventId } = (await world.as('quantri').post('/api/area-events', body)).json()
    const undoing = async () => (await world.as('quantri').get(`/api/area-events/${eventId}/undoing`)).json()
    const undo = () => world.as('quantri').post(`/api/area-events/${eventId}/undo`, { because: 'Ghi nhầm' })
    expect((await undoing()).forbids).toEqual([])
    await rename('son', goes, 'Hoàng Thị Chờ Đợi')
    const correctionId = newId()
    const signer = { signerName: 'Bế Văn Kỳ', authority: 'own', signerBecause: 'Chủ tịch chưa có tài khoản' }
    const path = `/api/decisions/${decided}/households/${goes.householdId}/correction`
    const drafted = await world.as('son').post(path, { correctionId, because: 'Sai tên', ...signer })
    expect(drafted.statusCode, drafted.body).toBe(200)
    const told = await undoing()
    expect(told.forbids[0].vi).toContain('đính chính đang chờ ký về hộ Hoàng Thị Chờ Đợi. Hãy rút trước')
    expect(told.back[0].held).toContainEqual({
      what: expect.objectContaining({ vi: 'Đính chính đang chờ ký về hộ Hoàng Thị Chờ Đợi, phải rút trước' }),
      count: 1,
      opens: null,
      seenBy: expect.any(String),
    })
    expect(await refusal(world, undo)).toBe('decisions.unit_waits')
    const withdrawn = await world.as('son').post(`/api/corrections/${correctionId}/withdraw`, { because: 'Ghi nhầm' })
    expect(withdrawn.statusCode, withdrawn.body).toBe(200)
    expect((await undo()).statusCode).toBe(200)
  })

  it('is not undone once the other commune has put something right, which is named', async () => {
    const { rows } = await world.owner.query(
      `select event_id as id from area_version where area_id = $1 order by valid_from desc limit 1`,
      [thon2],
    )
    const path = `/api/area-events/${rows[0].id}`
    const told = (await world.as('quantri').get(`${path}/undoing`)).json()
    expect(told.forbids[0].vi).toContain('đính chính số')
    expect(told.back).toMatchObject([
      { areaId: thon2, held: expect.arrayContaining([expect.objectContaining({ count: 3 })]) },
    ])
    const undo = () => world.as('quantri').post(`${path}/undo`, { because: 'Ghi nhầm' })
    expect(await refusal(world, undo)).toBe('decisions.unit_decided')
  })
})

describe('a correction that was drafted before the household went', () => {
  it('is not signed where it no longer lives, and is withdrawn where it does', async () => {
    const { draft } = (await world.as('hung').get(`/api/corrections/${open}`)).json()
    expect(draft.changed).toMatchObject([{ is: expect.stringContaining('Kỳ Thượng') }])
    const enforce = () => world.as('bich').upload(`/api/corrections/${open}/enforce`, signature(), scan())
    expect(await refusal(world, enforce)).toBe('corrections.lives_elsewhere')
    const withdrawn = await world.as('son').post(`/api/corrections/${open}/withdraw`, { because: 'Xã mới lập' })
    expect(withdrawn.statusCode, withdrawn.body).toBe(200)
  })
})

describe('a correction whose household lives on elsewhere', () => {
  it('is read, printed and shown as signed by the commune that issued it, wherever that is', async () => {
    const change = { kind: 'move', areaId: thon2, parentId: demoAreas.thongNhat }
    const body = { change, day: '2026-11-20', legalBasis: 'Nghị quyết 2/NQ-HĐND', mark: 'text' }
    expect((await world.as('quantri').post('/api/area-events', body)).statusCode).toBe(200)
    for (const person of ['hung', 'son'] as const) {
      const read = await world.as(person).get(`/api/corrections/${issued}`)
      expect(read.json()).toMatchObject({ state: 'in_force', hasScan: true })
      expect(read.json().replaced.number).not.toBe('')
      expect(read.json().successor.number).not.toBe('')
      for (const paper of ['dinh-chinh.pdf', 'dinh-chinh.docx', 'ban-ky'])
        expect((await world.as(person).get(`/api/corrections/${issued}/${paper}`)).statusCode, paper).toBe(200)
    }
    // Of the decision nothing is left to read there.
    expect(await show('son')).toMatchObject({ entries: [], unseen: 4 })
    expect((await world.as('la').get(`/api/corrections/${issued}`)).statusCode).not.toBe(200)
  })
})
