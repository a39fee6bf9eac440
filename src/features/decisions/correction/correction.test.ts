/** A wrong name in papers in force is put right by another paper; the old one says by which, and can still be read. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/dates.ts'
import { clockAt } from '#platform/server/clock.ts'
import { lookAt } from '#platform/server/documents/pdf/look.ts'
import { newId } from '#platform/server/ids.ts'
import { deciding, inForce, type Outcome, signature } from '#test/decisions.ts'
import { type Family, scan, settle, thon1, thon2 } from '#test/rounds.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { correctionPapersTried } from '#test/tried.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Made = { readonly families: readonly Family[]; readonly decisionId: string; readonly number: string }

async function decided(...of: readonly (readonly [string, Outcome])[]): Promise<Made> {
  const families: Family[] = []
  for (const [name] of of) families.push(await settle(world, thon1, name))
  const { round } = await deciding(world, families, { outcomes: of.map(([, outcome]) => outcome) })
  const { decisionId } = await round.printed()
  await inForce(world, decisionId)
  const { number } = (await world.as('hung').get(`/api/decisions/${decisionId}`)).json()
  return { families, decisionId, number }
}

const memberOf = async ({ householdId }: Family, relation: string): Promise<string> =>
  (await world.owner.query('select id from member where household_id = $1 and relation = $2', [householdId, relation]))
    .rows[0].id
async function mend(family: Family, change: object, relation = 'head') {
  const path = `/api/households/${family.householdId}/members/${await memberOf(family, relation)}/change`
  const reply = await world.as('hung').post(path, change)
  expect(reply.statusCode, reply.body).toBe(200)
}

const pathOf = ({ decisionId }: Pick<Made, 'decisionId'>, { householdId }: Family) =>
  `/api/decisions/${decisionId}/households/${householdId}/correction`
const because = 'Ghi sai họ tên so với căn cước'
const draft = (made: Made, family: Family, person: PersonName = 'hung', correctionId: string = newId()) =>
  world.as(person).post(pathOf(made, family), { correctionId, because })
async function drafted(made: Made, family: Family): Promise<string> {
  const reply = await draft(made, family)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().correctionId
}
const tried = (correctionId: string) => correctionPapersTried(world, correctionId)
const enforce = (correctionId: string, fields: Record<string, string> = {}, person: PersonName = 'bich') =>
  world.as(person).upload(`/api/corrections/${correctionId}/enforce`, signature(fields), scan())
const show = async (correctionId: string, person: PersonName = 'hung') =>
  (await world.as(person).get(`/api/corrections/${correctionId}`)).json()
const decision = async ({ decisionId }: Made) => (await world.as('hung').get(`/api/decisions/${decisionId}`)).json()
const asked = async (id: string) => (await world.nobody.get(`/api/public/papers/${id}`)).json()
const withdraw = (correctionId: string, person: PersonName = 'hung') =>
  world.as(person).post(`/api/corrections/${correctionId}/withdraw`, { because: 'Lập nhầm' })

/** A correction in force; what its answer said. */
async function putRight(made: Made, family: Family, fields: Record<string, string> = {}) {
  const correctionId = await drafted(made, family)
  await tried(correctionId)
  const reply = await enforce(correctionId, fields)
  expect(reply.statusCode, reply.body).toBe(200)
  return { correctionId, ...reply.json() }
}

const textOf = async (path: string) =>
  lookAt((await world.as('hung').get(path)).rawPayload)
    .map((page) => page.text.replace(/\s+/g, ' '))
    .join(' | ')

describe('a correction in force', () => {
  it('replaces the wrong certificate by another of the same class, and both are told to anybody', async () => {
    const made = await decided(['Nguyễn Thị Nhẫm', 'poor'], ['Trần Thị Ước', 'near_poor'])
    const [nhan] = made.families as [Family, Family]
    const [old] = (await decision(made)).entries
    await mend(nhan, { name: 'Nguyễn Thị Nhẫn' })
    await mend(nhan, { birth: { year: 2015, month: 4, day: 12 } }, 'child')
    const correctionId = await drafted(made, nhan)
    expect(await show(correctionId)).toMatchObject({
      state: 'drafted',
      headName: 'Nguyễn Thị Nhẫn',
      class: 'poor',
      decisionNumber: made.number,
      replaced: { number: old.certificateNumber },
      successor: null,
      differences: [
        { what: { vi: 'Họ tên chủ hộ' }, was: 'Nguyễn Thị Nhẫm', is: 'Nguyễn Thị Nhẫn' },
        { was: expect.stringContaining('Nhẫm, sinh năm 1985'), is: expect.stringContaining('Nhẫn, sinh năm 1985') },
        { was: expect.stringContaining('Lê Văn Bé, sinh năm 2014'), is: expect.stringContaining('2015') },
      ],
    })
    const classes = () => world.owner.query('select * from household_class order by household_id, valid_from')
    const before = (await classes()).rows
    await tried(correctionId)
    const done = (await enforce(correctionId, { number: '9001/QĐ-UBND' })).json()
    expect(done).toMatchObject({ state: 'in_force', successor: { number: '0003/GCN-2026' } })
    expect((await classes()).rows).toEqual(before)
    const correction = { kind: 'correction', number: '9001/QĐ-UBND', day: '2026-11-20' }
    expect(await asked(old.certificateId)).toMatchObject({
      inForce: false,
      until: '2026-11-20',
      replacedBy: correction,
      instead: { kind: 'certificate', number: '0003/GCN-2026', day: '2026-11-20' },
    })
    expect(await asked(done.successor.certificateId)).toMatchObject({ kind: 'certificate', inForce: true, until: null })
    expect(await asked(correctionId)).toMatchObject({ kind: 'correction', inForce: true, from: '2026-11-20' })
    expect(await asked(made.decisionId)).toMatchObject({
      inForce: true,
      corrections: [{ number: '9001/QĐ-UBND', day: '2026-11-20' }],
    })
  })

  it('leaves what was signed as it was and says there what was put right; certificates are those that stand', async () => {
    const made = await decided(['Bùi Thị Mẵm', 'poor'], ['Lò Thị Mỉ', 'poor'])
    const [man] = made.families as [Family, Family]
    const old = (await decision(made)).entries[1]
    const of = `/api/decisions/${made.decisionId}`
    await mend(man, { name: 'Bùi Thị Mẵn' })
    const { correctionId, successor } = await putRight(made, man, { number: '9002/QĐ-UBND' })
    for (const path of ['quyet-dinh.pdf', 'danh-sach.pdf?class=poor']) {
      const text = await textOf(`${of}/${path}`)
      expect(text).toContain('Bùi Thị Mẵm')
      expect(text).toMatch(/STT \d \(Bùi Thị Mẵm\): đã đính chính theo Quyết định số 9002\/QĐ-UBND ngày 20\/11\/2026/)
      expect(text).not.toContain('Bùi Thị Mẵn')
    }
    const certificates = await textOf(`${of}/giay-chung-nhan.pdf`)
    expect(certificates).toContain('Bùi Thị Mẵn')
    expect(certificates).toContain(successor.number)
    expect(certificates).toContain('đính chính theo Quyết định số 9002/QĐ-UBND')
    expect(certificates).not.toMatch(/Bùi Thị Mẵm|ĐÃ THAY THẾ/)
    const householdId = old.householdId === man.householdId ? man.householdId : made.families[0]?.householdId
    const wrong = (await world.as('hung').get(`/api/households/${householdId}/review`))
      .json()
      .papers.find((one: { replaced: boolean }) => one.replaced)
    const read = await textOf(`${of}/giay-chung-nhan.pdf?certificateId=${wrong.certificateId}`)
    expect(read).toContain('ĐÃ THAY THẾ')
    expect(read).toContain(`Đã thay thế bằng Giấy chứng nhận số ${successor.number}`)
    expect(read).toContain('Bùi Thị Mẵm')
    expect(read).not.toContain('Bùi Thị Mẵn')
    const paper = await textOf(`/api/corrections/${correctionId}/dinh-chinh.pdf`)
    for (const part of ['đính chính', 'Bùi Thị Mẵm', 'Bùi Thị Mẵn', made.number, 'Điều 3.'])
      expect(paper).toContain(part)
    // Lines that are drawn out to the margin are read without their spaces.
    expect(paper.replaceAll(' ', '')).toContain(because.replaceAll(' ', ''))
    expect((await decision(made)).entries.map((e: { headName: string }) => e.headName)).toContain('Bùi Thị Mẵm')
  })

  it('can itself be put right: the second stands on what the first said', async () => {
    const made = await decided(['Đỗ Thị Án', 'poor'])
    const [family] = made.families as [Family]
    await mend(family, { name: 'Đỗ Thị Anh' })
    const first = await putRight(made, family)
    await mend(family, { name: 'Đỗ Thị Ánh' })
    const second = await putRight(made, family)
    expect((await show(second.correctionId)).differences[0]).toMatchObject({ was: 'Đỗ Thị Anh', is: 'Đỗ Thị Ánh' })
    expect(await asked(first.successor.certificateId)).toMatchObject({
      inForce: false,
      instead: { number: second.successor.number },
    })
    const third = await (async () => {
      await mend(family, { name: 'Đỗ Thị Oanh' })
      return putRight(made, family)
    })()
    const [next, last] = [await show(second.correctionId), await show(third.correctionId)]
    const line = ({ number, signedOn }: { number: string; signedOn: string }) => ({ number, day: signedOn })
    expect(await asked(first.correctionId)).toMatchObject({ inForce: true, corrections: [line(next), line(last)] })
    expect(await asked(second.correctionId)).toMatchObject({ inForce: true, corrections: [line(last)] })
    expect(await asked(third.correctionId)).toMatchObject({ inForce: true, corrections: [] })
    const text = await textOf(`/api/decisions/${made.decisionId}/giay-chung-nhan.pdf`)
    expect(text).toContain('Đỗ Thị Oanh')
    expect(
      lookAt((await world.as('hung').get(`/api/decisions/${made.decisionId}/giay-chung-nhan.pdf`)).rawPayload),
    ).toHaveLength(1)
  })

  it('puts right who was left out, or stood there and was none, as of the day of the decision', async () => {
    const made = await decided(['Sùng Thị Mai', 'poor'])
    const [family] = made.families as [Family]
    const late = await world.as('hung').post(`/api/households/${family.householdId}/members`, {
      memberId: newId(),
      relation: 'child',
      person: { name: 'Lê Thị Sót', sex: 'female', birth: { year: 2020, month: 3, day: 2 }, ethnicity: '01' },
      on: '2026-11-01',
      reason: 'moved_in',
    })
    expect(late.statusCode, late.body).toBe(200)
    const { differences } = (await world.as('hung').get(pathOf(made, family))).json()
    expect(differences).toMatchObject([
      { what: { vi: 'Thành viên ghi thiếu' }, was: '', is: expect.stringContaining('Lê Thị Sót') },
      { what: { vi: 'Số nhân khẩu' }, was: '3', is: '4' },
    ])
    await putRight(made, family)
    expect(await refusal(world, () => draft(made, family))).toBe('corrections.nothing_different')
    const father = await memberOf(family, 'spouse')
    const gone = { on: '2026-11-02', reason: 'entered_by_mistake' }
    const left = await world.as('hung').post(`/api/households/${family.householdId}/members/${father}/leave`, gone)
    expect(left.statusCode, left.body).toBe(200)
    expect((await world.as('hung').get(pathOf(made, family))).json().differences).toMatchObject([
      { what: { vi: 'Thành viên ghi thừa' }, was: expect.stringContaining('Lê Văn Bền'), is: '' },
      { was: '4', is: '3' },
    ])
  })
})

describe('a correction is not drafted', () => {
  it('where nothing is different, nor for a household without a certificate of the decision', async () => {
    const made = await decided(['Vũ Thị Hợi', 'poor'], ['Lý Thị Dợ', 'not_poor'])
    const [one, two] = made.families as [Family, Family]
    expect(await refusal(world, () => draft(made, one))).toBe('corrections.nothing_different')
    await mend(two, { name: 'Lý Thị Dơ' })
    expect(await refusal(world, () => draft(made, two))).toBe('corrections.no_certificate')
    const stranger = await settle(world, thon1, 'Chíu Thị Múi')
    expect(await refusal(world, () => draft(made, stranger))).toBe('corrections.no_certificate')
    const elsewhere = { ...made, decisionId: newId() }
    expect(await refusal(world, () => draft(elsewhere, one))).toBe('decisions.not_found')
  })

  it('before the decision is in force, nor once its certificate has ended', async () => {
    const family = await settle(world, thon1, 'Hoàng Thị Ém')
    const { round } = await deciding(world, [family], { kind: 'last_year' })
    const { decisionId } = await round.printed()
    const made = { families: [family], decisionId, number: '' }
    await mend(family, { name: 'Hoàng Thị Én' })
    expect(await refusal(world, () => draft(made, family))).toBe('corrections.decision_not_in_force')
    await inForce(world, decisionId, { fields: { sure: 'Đã in họ tên cũ; đính chính sau' } })
    const next = await deciding(world, [family])
    await inForce(world, (await next.round.printed()).decisionId)
    expect(await refusal(world, () => draft(made, family))).toBe('corrections.paper_ended')
  })

  it('twice at once, nor by two in the same second; once the first is withdrawn it is', async () => {
    const made = await decided(['Giàng Thị Mỵ', 'poor'])
    const [family] = made.families as [Family]
    await mend(family, { name: 'Giàng Thị Mỷ' })
    const replies = await meetingAt(world, 'correction', [() => draft(made, family), () => draft(made, family)])
    expect(answersIn(replies).sort()).toEqual(['corrections.exists', 'ok'])
    expect(await refusal(world, () => draft(made, family))).toBe('corrections.exists')
    const open = replies.find((reply) => reply.statusCode === 200)?.json().correctionId
    expect((await withdraw(open)).statusCode).toBe(200)
    expect((await draft(made, family)).statusCode).toBe(200)
  })

  it.each(['bich', 'lan', 'mai', 'kiem', 'xem', 'dao', 'quantri', 'la'] as const)('by %s', async (person) => {
    const made = await decided([`Vàng Thị Sai`, 'poor'])
    const [family] = made.families as [Family]
    await mend(family, { name: 'Vàng Thị Xai' })
    expect(await refusal(world, () => draft(made, family, person))).toBe('access.denied')
  })

  it('by the neighbour, who sees neither the decision nor the correction', async () => {
    const made = await decided(['Phàn Thị Mảy', 'poor'])
    const [family] = made.families as [Family]
    await mend(family, { name: 'Phàn Thị Mẩy' })
    expect(await refusal(world, () => draft(made, family, 'son'))).toBe('decisions.not_found')
    const correctionId = await drafted(made, family)
    for (const path of [``, '/dinh-chinh.pdf', '/ban-ky'])
      expect(await refusal(world, () => world.as('son').get(`/api/corrections/${correctionId}${path}`))).toBe(
        'corrections.not_found',
      )
    expect(await refusal(world, () => withdraw(correctionId, 'son'))).toBe('corrections.not_found')
    expect(await refusal(world, () => enforce(correctionId, {}, 'son'))).toBe('corrections.not_found')
    expect(await refusal(world, () => world.as('mai').get(`/api/corrections/${correctionId}`))).toBe(
      'decisions.not_found',
    )
  })
})

describe('a correction does not come into force', () => {
  async function waiting(wrong: string, right: string) {
    const made = await decided([wrong, 'poor'])
    const [family] = made.families as [Family]
    await mend(family, { name: right })
    return { made, family, correctionId: await drafted(made, family) }
  }

  it('before its papers were tried, nor where one of them cannot be printed', async () => {
    const { made, family, correctionId } = await waiting('Lò Thị Nàng', 'Lò Thị Năng')
    expect(await refusal(world, () => enforce(correctionId))).toBe('corrections.not_tried')
    expect(await textOf(`/api/corrections/${correctionId}/dinh-chinh.pdf`)).toContain('DỰ THẢO')
    await withdraw(correctionId)
    await world.owner.query(`update member set full_name = 'Lò 𠀋' where household_id = $1 and relation = 'child'`, [
      family.householdId,
    ])
    const strange = await drafted(made, family)
    await tried(strange)
    const refused = await enforce(strange)
    expect(refused.json().code).toBe('corrections.not_printable')
    expect(refused.body).toContain('𠀋')
    expect((await show(strange)).whyNotFinal.vi).toContain('𠀋')
  })

  it('withdrawn, twice, or by who may not', async () => {
    const { correctionId } = await waiting('Lù Thị Xiền', 'Lù Thị Xuyến')
    await tried(correctionId)
    for (const person of ['lan', 'mai', 'xem'] as const)
      expect(await refusal(world, () => enforce(correctionId, {}, person))).toMatch(/access.denied|not_found/)
    expect(await refusal(world, () => withdraw(correctionId, 'bich'))).toBe('access.denied')
    expect((await enforce(correctionId)).statusCode).toBe(200)
    expect(await refusal(world, () => enforce(correctionId))).toBe('corrections.state_not_allowed')
    expect(await refusal(world, () => withdraw(correctionId))).toBe('corrections.state_not_allowed')
    const other = await waiting('Lù Thị Phén', 'Lù Thị Phến')
    await tried(other.correctionId)
    await withdraw(other.correctionId)
    expect(await refusal(world, () => enforce(other.correctionId))).toBe('corrections.state_not_allowed')
    expect(await asked(other.correctionId)).toMatchObject({ known: true, inForce: false, from: null })
    expect(
      await refusal(world, () =>
        world.as('hung').get(`/api/corrections/${other.correctionId}/dinh-chinh.pdf?final=true`),
      ),
    ).toBe('corrections.no_final_paper')
  })

  it('on a wrong day, with a number that is none or is used, without a signer or a scan', async () => {
    const { made, correctionId } = await waiting('Tẩn Thị Mui', 'Tẩn Thị Múi')
    await tried(correctionId)
    for (const signedOn of ['2026-11-19', '2026-11-21', '1899-01-01'])
      expect(await refusal(world, () => enforce(correctionId, { signedOn }))).toBe('corrections.signed_day')
    expect(await refusal(world, () => enforce(correctionId, { number: '12345' }))).toBe('decisions.number_form')
    expect(await refusal(world, () => enforce(correctionId, { number: made.number }))).toBe('decisions.number_used')
    expect(await refusal(world, () => enforce(correctionId, { signerName: 'Ai Đó' }))).toBe('decisions.signer_printed')
    const path = `/api/corrections/${correctionId}/enforce`
    const other = { ...scan(), bytes: Buffer.from('MZ') }
    expect(await refusal(world, () => world.as('bich').upload(path, signature(), other))).toBe('papers.scan_type')
  })

  it('under a number that a decision takes afterwards', async () => {
    const { correctionId } = await waiting('Tẩn Thị Lai', 'Tẩn Thị Lái')
    await tried(correctionId)
    expect((await enforce(correctionId, { number: '9009/QĐ-UBND' })).statusCode).toBe(200)
    const family = await settle(world, thon1, 'Tẩn Thị San')
    const { round } = await deciding(world, [family])
    const { decisionId } = await round.printed()
    const fields = signature({ number: '9009/QĐ-UBND' })
    expect(
      await refusal(world, () => world.as('bich').upload(`/api/decisions/${decisionId}/enforce`, fields, scan())),
    ).toBe('decisions.number_used')
  })

  it('where the register was mended again since; what happened on later days does not matter', async () => {
    const { made, family, correctionId } = await waiting('Cứ Thị Sông', 'Cứ Thị Song')
    await tried(correctionId)
    await mend(family, { name: 'Cứ Thị Sống' })
    expect((await show(correctionId)).draft.changed).toMatchObject([{ is: 'Cứ Thị Sống' }, {}])
    expect(await refusal(world, () => enforce(correctionId))).toBe('corrections.register_changed')
    await withdraw(correctionId)
    const again = await drafted(made, family)
    await tried(again)
    const child = await memberOf(family, 'child')
    const { registerDay } = await show(again)
    expect(registerDay).toBe('2026-11-20')
    Object.assign(world.host.services, { clock: clockAt(plainDate('2026-11-25')) })
    const left = await world
      .as('hung')
      .post(`/api/households/${family.householdId}/members/${child}/leave`, { on: '2026-11-24', reason: 'died' })
    expect(left.statusCode, left.body).toBe(200)
    expect((await enforce(again, { signedOn: '2026-11-25' })).statusCode).toBe(200)
  })
})

describe('what is compared', () => {
  const proposed = async (made: Made, family: Family) => (await world.as('hung').get(pathOf(made, family))).json()
  const act = async (family: Family, what: string, body: object) => {
    const reply = await world.as('hung').post(`/api/households/${family.householdId}/${what}`, body)
    expect(reply.statusCode, reply.body).toBe(200)
  }
  const at = (villageId: string, on: string) => ({ villageId, on, address: '', number: '' })

  it('the village too where it was wrong on the day of the papers; a later move is told and is no fault of theirs', async () => {
    Object.assign(world.host.services, { clock: clockAt(plainDate('2026-11-20')) })
    const made = await decided(['Giàng Thị Đua', 'poor'], ['Giàng Thị Say', 'poor'])
    const [wrong, later] = made.families as [Family, Family]
    await act(wrong, 'residence', at(thon2, '2026-11-19'))
    expect(await proposed(made, wrong)).toMatchObject({
      differences: [{ what: { vi: 'Thôn, tổ dân phố' }, was: 'Thôn 1', is: 'Thôn 2' }],
      movedOn: null,
    })
    await drafted(made, wrong)
    Object.assign(world.host.services, { clock: clockAt(plainDate('2026-11-25')) })
    await act(later, 'residence', at(thon2, '2026-11-24'))
    expect(await proposed(made, later)).toMatchObject({ differences: [], movedOn: '2026-11-24' })
  })

  it('relations to the head of that day, whoever is head now; one that nobody kept is never called wrong', async () => {
    Object.assign(world.host.services, { clock: clockAt(plainDate('2026-11-20')) })
    const made = await decided(['Giàng Thị Mo', 'poor'], ['Giàng Thị Chá', 'poor'])
    const [kept, lost] = made.families as [Family, Family]
    Object.assign(world.host.services, { clock: clockAt(plainDate('2026-11-25')) })
    for (const family of made.families) {
      const [head, newHeadId] = [await memberOf(family, 'head'), await memberOf(family, 'child')]
      await act(family, `members/${head}/leave`, {
        on: '2026-11-24',
        reason: 'died',
        newHeadId,
        sure: 'Cháu ở với ông',
      })
    }
    await world.owner.query('update household_event set act_id = null, before = null where household_id = $1', [
      lost.householdId,
    ])
    expect((await proposed(made, kept)).differences).toEqual([])
    expect((await proposed(made, lost)).differences).toEqual([])
    const page = async (family: Family) =>
      (await world.as('hung').get(`/api/households/${family.householdId}?day=2026-11-20`)).json()
    const seen = await page(kept)
    expect(seen.headName).toBe('Giàng Thị Mo')
    expect(seen.members.map((m: { relationOnDay: string }) => m.relationOnDay)).toEqual(['head', 'spouse', 'child'])
    const other = await page(lost)
    expect(other.members.map((m: { relationOnDay: string }) => m.relationOnDay)).toEqual(['head', null, null])
    const file = await world.as('hung').get(`/api/households/${kept.householdId}/members/file?day=2026-11-20&as=csv`)
    expect(file.body.match(/Chủ hộ/g)).toHaveLength(1)
  })
})
