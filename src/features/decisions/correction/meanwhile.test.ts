/** What happens between the draft of a correction and its signing: a move, a merger, two people, a register left empty. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { plainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { clockAt } from '#platform/server/clock.ts'
import { lookAt } from '#platform/server/documents/pdf/look.ts'
import { newId } from '#platform/server/ids.ts'
import { deciding, inForce, signature } from '#test/decisions.ts'
import { type Family, scan, settle, thon1 } from '#test/rounds.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { correctionPapersTried } from '#test/tried.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'
import { textsIn } from '#test/zip.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Waiting = { readonly family: Family; readonly decisionId: string; readonly correctionId: string }

/** A correction of a wrong name, its papers tried. */
async function waiting(wrong: string, right: string, signer: Record<string, string> = {}): Promise<Waiting> {
  const family = await settle(world, thon1, wrong)
  const { decisionId } = await (await deciding(world, [family])).round.printed()
  await inForce(world, decisionId)
  const { rows } = await world.owner.query(`select id from member where household_id = $1 and relation = 'head'`, [
    family.householdId,
  ])
  await must(`/api/households/${family.householdId}/members/${rows[0].id}/change`, { name: right })
  const correctionId = newId()
  const path = `/api/decisions/${decisionId}/households/${family.householdId}/correction`
  await must(path, { correctionId, because: 'Ghi sai họ tên', ...signer })
  await correctionPapersTried(world, correctionId)
  return { family, decisionId, correctionId }
}

async function must(path: string, body: object, person: PersonName = 'hung') {
  const reply = await world.as(person).post(path, body)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const enforce = ({ correctionId }: Waiting, fields: Record<string, string> = {}, person: PersonName = 'bich') =>
  world.as(person).upload(`/api/corrections/${correctionId}/enforce`, signature(fields), scan())
const show = async ({ correctionId }: Waiting) => world.as('hung').get(`/api/corrections/${correctionId}`)
const paper = ({ correctionId }: Waiting, kind: string, person: PersonName = 'hung') =>
  world.as(person).get(`/api/corrections/${correctionId}/dinh-chinh.${kind}`)
const textOf = async (of: Waiting, person: PersonName = 'hung') =>
  lookAt((await paper(of, 'pdf', person)).rawPayload)
    .map((page) => page.text.replace(/\s+/g, ' '))
    .join(' ')

describe('the signer of a correction', () => {
  it('is printed with its draft: the vice-chair for the chair, and nobody else puts the page in', async () => {
    const grant = {
      role: 'commune_chair',
      authority: 'for_chair',
      areaId: demoAreas.tamHongToday,
      from: '2026-11-01',
      until: null,
    }
    await must(`/api/accounts/${world.idOf('xem')}/grants`, grant, 'quantri')
    const { rows } = await world.owner.query('select full_name from account where id = $1', [world.idOf('xem')])
    const signerName = rows[0].full_name as string
    const of = await waiting('Mùa Thị Dơ', 'Mùa Thị Dở', { signerName })
    const page = await textOf(of)
    for (const line of ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', signerName]) expect(page).toContain(line)
    expect(page).toContain('Căn cứ Nghị định số 07/2021/NĐ-CP ngày 27 tháng 01 năm 2021 của Chính phủ')
    expect(await refusal(world, () => enforce(of))).toBe('decisions.signer_printed')
    expect((await enforce(of, { signerName })).statusCode).toBe(200)
    expect((await show(of)).json()).toMatchObject({ signerPost: 'Phó Chủ tịch', signerAuthority: 'for_chair' })
  })

  it('is asked where nobody holds the role of the chair: it is not drafted without', async () => {
    const of = await waiting('Mùa Thị Sa', 'Mùa Thị Sà')
    await must(`/api/corrections/${of.correctionId}/withdraw`, { because: 'Lập nhầm' })
    await world.owner.query(
      `update access_grant set valid_until = '2026-11-19' where role = 'commune_chair' and valid_until is null`,
    )
    const path = `/api/decisions/${of.decisionId}/households/${of.family.householdId}/correction`
    const draft = (more: object) => world.as('hung').post(path, { correctionId: newId(), because: 'Ghi sai', ...more })
    expect(await refusal(world, () => draft({}))).toBe('decisions.no_signer')
    expect(await refusal(world, () => draft({ signerName: 'Bế Văn Kỳ' }))).toBe('decisions.signer_unknown')
    const said = { signerName: 'Bế Văn Kỳ', authority: 'acting', signerBecause: 'Chưa có tài khoản' }
    expect((await draft(said)).statusCode).toBe(200)
    await world.owner.query(`update access_grant set valid_until = null where valid_until = '2026-11-19'`)
  })
})

describe('a correction in Word', () => {
  it('says the same as on paper, under the same name, and the neighbour does not read it', async () => {
    const of = await waiting('Sùng Thị Chớ', 'Sùng Thị Chơ')
    const reply = await paper(of, 'docx')
    expect(decodeURIComponent(String(reply.headers['content-disposition']))).toContain(
      'Quyết định đính chính xã Tam Hồng 2026.docx',
    )
    const parts = await textsIn(reply.rawPayload)
    const words = (parts.get('word/document.xml') ?? '').replace(/<\/w:p>/g, ' ').replace(/<[^>]+>/g, '')
    for (const said of ['Sùng Thị Chớ', 'Sùng Thị Chơ', 'Điều 3.', 'CHỦ TỊCH', 'Phạm Thị Bích', 'Đính chính thành'])
      expect(words).toContain(said)
    expect(parts.get('docProps/core.xml')).toContain('Ủy ban nhân dân xã Tam Hồng')
    expect(await refusal(world, () => paper(of, 'docx', 'son'))).toBe('corrections.not_found')
  })
})

describe('two who put one correction in force in the same second', () => {
  it('are told apart: one certificate takes the place, one number is taken', async () => {
    const of = await waiting('Thào Thị Mo', 'Thào Thị Mỏ')
    const replies = await meetingAt(world, 'correction', [() => enforce(of), () => enforce(of)])
    expect(answersIn(replies).sort()).toEqual(['corrections.state_not_allowed', 'ok'])
    const { rows } = await world.owner.query(
      'select count(*)::int as n, count(replaced_by)::int as ended from certificate where household_id = $1',
      [of.family.householdId],
    )
    expect(rows).toEqual([{ n: 2, ended: 1 }])
  })

  it('and one who withdraws it: whoever comes first', async () => {
    const of = await waiting('Thào Thị Lu', 'Thào Thị Lụ')
    const withdraw = () =>
      world.as('hung').post(`/api/corrections/${of.correctionId}/withdraw`, { because: 'Lập nhầm' })
    const replies = await meetingAt(world, 'correction', [withdraw, () => enforce(of)])
    expect(answersIn(replies).toSorted()).toEqual(['corrections.state_not_allowed', 'ok'])
  })
})

describe('a household that the register leaves empty', () => {
  it('is shown so on the page of its correction, which still opens and is not put in force', async () => {
    const of = await waiting('Vừ Thị Chua', 'Vừ Thị Chúa')
    await world.owner.query(`update member set left_on = '2026-11-19' where household_id = $1`, [of.family.householdId])
    const page = await show(of)
    expect(page.statusCode, page.body).toBe(200)
    expect(page.json().draft.changed).toEqual([{ what: { vi: 'Số nhân khẩu', en: 'Members' }, was: '3', is: '0' }])
    expect(page.json().can).toContain('withdraw')
    expect(await refusal(world, () => enforce(of))).toBe('corrections.nobody')
    await must(`/api/corrections/${of.correctionId}/withdraw`, { because: 'Hộ không còn ai' })
  })
})

describe('on a later day', () => {
  let moves: Waiting
  let merged: Waiting
  beforeAll(async () => {
    moves = await waiting('Giàng Thị Sông', 'Giàng Thị Song')
    merged = await waiting('Hạng Thị Súa', 'Hạng Thị Sua')
    Object.assign(world.host.services, { clock: clockAt(plainDate('2026-11-25')) })
  })

  it('a household that moved to the next commune: the draft is not signed where it no longer lives', async () => {
    const of = moves
    const [kyThuong] = demoAreas.villages.kyThuong as [AreaId]
    const to = { villageId: kyThuong, address: 'Ngõ 1', number: '7', on: '2026-11-24' }
    // Hùng may enter it there for a day.
    const grant = [newId(), world.idOf('hung'), demoAreas.kyThuongToday]
    await world.owner.query(
      `insert into access_grant (id, account_id, role, area_id, valid_from, valid_until)
       values ($1, $2, 'commune_official', $3, '2026-11-24', '2026-11-26')`,
      grant,
    )
    await must(`/api/households/${of.family.householdId}/residence`, to)
    await world.owner.query(`update access_grant set valid_until = '2026-11-25' where id = $1`, grant.slice(0, 1))
    const { draft } = (await show(of)).json()
    expect(draft.changed).toMatchObject([{ is: expect.stringContaining('Kỳ Thượng') }])
    const signing = () => enforce(of, { signedOn: '2026-11-25' })
    expect(await refusal(world, signing)).toBe('corrections.lives_elsewhere')
    const path = `/api/corrections/${of.correctionId}/withdraw`
    const withdrawn = await must(path, { because: 'Xã mới lập' }, 'son')
    expect(withdrawn).toMatchObject({ state: 'withdrawn' })
    // What was signed still holds, and is read where the household lives.
    const { papers } = (await world.as('son').get(`/api/households/${of.family.householdId}/review`)).json()
    expect(papers.map((one: { replaced: boolean }) => one.replaced)).toEqual([false])
  })

  it('a commune that was merged: the one that stands today issues it, and names the decision as it was', async () => {
    const of = merged
    await must(`/api/corrections/${of.correctionId}/withdraw`, { because: 'Sáp nhập xã' })
    const into = { name: 'Xã Hồng Thượng', kind: 'xa', code: '99991', parentId: demoAreas.phuTho }
    const change = { kind: 'merge', areaIds: [demoAreas.tamHongToday, demoAreas.kyThuongToday], into }
    const event = { change, day: '2026-11-24', legalBasis: 'Nghị quyết 1', mark: 'text' }
    await must('/api/area-events', event, 'quantri')
    const { rows } = await world.owner.query(
      `select area_id as id from area_version where name = 'Xã Hồng Thượng' order by valid_from desc`,
    )
    const areaId = rows[0].id as string
    for (const [person, role] of [
      ['hung', 'commune_official'],
      ['bich', 'commune_chair'],
    ] as const)
      await must(
        `/api/accounts/${world.idOf(person)}/grants`,
        { role, areaId, from: '2026-11-24', until: null },
        'quantri',
      )
    const correctionId = newId()
    const path = `/api/decisions/${of.decisionId}/households/${of.family.householdId}/correction`
    await must(path, { correctionId, because: 'Ghi sai họ tên' })
    await correctionPapersTried(world, correctionId)
    const next = { ...of, correctionId }
    expect((await show(next)).json()).toMatchObject({ areaName: 'Xã Hồng Thượng', signerName: 'Phạm Thị Bích' })
    const page = await textOf(next)
    expect(page).toContain('XÃ HỒNG THƯỢNG')
    expect(page).toMatch(/của Chủ tịch Ủy ban nhân dân xã Tam Hồng/)
    expect((await enforce(next, { signedOn: '2026-11-25' })).json()).toMatchObject({ state: 'in_force' })
  })
})
