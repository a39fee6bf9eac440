/** What was fixed stays: papers of a signed decision say what they said, whatever happens in the register afterwards. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lookAt } from '#platform/server/documents/pdf/look.ts'
import { newId } from '#platform/server/ids.ts'
import { deciding, inForce, type Outcome } from '#test/decisions.ts'
import { recount } from '#test/homes.ts'
import { explainAll, type Family, type RoundInHand, settle, thon1, thon2 } from '#test/rounds.ts'
import { tried } from '#test/tried.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Made = { readonly round: RoundInHand; readonly families: readonly Family[]; decisionId: string }

async function drafted(...of: readonly (readonly [string, Outcome])[]): Promise<Made> {
  const families: Family[] = []
  for (const [at, [name]] of of.entries()) families.push(await settle(world, at % 2 ? thon1 : thon2, name))
  const { round } = await deciding(world, families, { outcomes: of.map(([, outcome]) => outcome) })
  return { round, families, decisionId: (await round.draft()).json().decisionId }
}

const show = async ({ decisionId }: Pick<Made, 'decisionId'>) =>
  (await world.as('hung').get(`/api/decisions/${decisionId}`)).json()
async function print(of: Made) {
  const { contentHash } = await show(of)
  return world.as('hung').post(`/api/decisions/${of.decisionId}/print`, { contentHash })
}

const paths = ['quyet-dinh.pdf', 'giay-chung-nhan.pdf', 'danh-sach.pdf?class=poor', 'danh-sach.pdf?class=near_poor']
const textOf = async ({ decisionId }: Made, path: string) =>
  lookAt((await world.as('hung').get(`/api/decisions/${decisionId}/${path}`)).rawPayload)
    .map((page) => page.text.replace(/\s+/g, ' '))
    .join(' | ')
async function papersOf(of: Made): Promise<string[]> {
  const texts: string[] = []
  for (const path of paths) texts.push(await textOf(of, path))
  return texts
}

async function change({ householdId }: Family, path: string, body: object) {
  const reply = await world.as('hung').post(`/api/households/${householdId}/${path}`, body)
  expect(reply.statusCode, reply.body).toBe(200)
}
async function memberOf({ householdId }: Family, relation: string): Promise<string> {
  const { rows } = await world.owner.query('select id from member where household_id = $1 and relation = $2', [
    householdId,
    relation,
  ])
  return rows[0].id
}
const birth = { year: 2026, month: 11, day: 18 }
const baby = (name: string) => ({ name, sex: 'female', birth, ethnicity: '01' })

/** A death, another head, another name, a birth, an end and a move, all after the signing and some of an earlier day. */
async function lifeGoesOn([one, two, three, four]: readonly Family[]): Promise<void> {
  await change(one as Family, `head`, { newHeadId: await memberOf(one as Family, 'spouse'), on: '2026-11-19' })
  await change(two as Family, `members/${await memberOf(two as Family, 'head')}/change`, { name: 'Nguyễn Thị Khác' })
  await change(three as Family, 'members', {
    memberId: newId(),
    relation: 'child',
    person: baby('Lê Thị Mới'),
    on: '2026-11-18',
    reason: 'born',
  })
  await change(four as Family, 'end', { on: '2026-11-20', reason: 'moved_away' })
  await change(three as Family, 'residence', { on: '2026-11-19', villageId: thon1, address: 'Nơi ở mới', number: '' })
}

const four = [
  ['Nguyễn Thị Nhẫn', 'poor'],
  ['Trần Thị Ước', 'near_poor'],
  ['Đỗ Thị Ánh', 'poor'],
  ['Vũ Thị Hợi', 'poor'],
] as const

describe('the papers of a decision in force', () => {
  it('say what they said when it was signed: names, persons, order and counts', async () => {
    const of = await drafted(...four)
    await tried(world, of.decisionId)
    expect((await print(of)).statusCode).toBe(200)
    const waiting = await show(of)
    await inForce(world, of.decisionId)
    const before = await papersOf(of)
    const { entries, counts } = await show(of)
    await lifeGoesOn(of.families)
    // The fourth household has ended: its certificate is printed alone, with its mark.
    const certificatesOf = (text = '') => text.split(' | ')
    const stand = certificatesOf(before[1]).filter((page) => !page.includes(four[3][0]))
    expect(stand).toHaveLength(3)
    const [decision, certificates, ...lists] = await papersOf(of)
    expect([decision, ...lists]).toEqual(before.toSpliced(1, 1))
    expect(certificatesOf(certificates)).toEqual(stand)
    const after = await show(of)
    const asFixed = (one: { certificateEnded: unknown }) => ({ ...one, certificateEnded: null })
    expect([after.entries.map(asFixed), after.counts]).toEqual([entries, counts])
    expect(counts).toEqual(waiting.counts)
    for (const text of before) expect(text).toContain('Số liệu theo sổ hộ ngày 20/11/2026')
    expect(before[0]).toContain('Bản in lại ngày 20/11/2026')
    const certificate = before[1] ?? ''
    for (const [name] of four) expect(certificate).toContain(name)
    expect(certificate).not.toMatch(/Nguyễn Thị Khác|Lê Thị Mới|Nơi ở mới/)
  })

  it('count the same persons on every paper, those of the register on the one day they name', async () => {
    const of = await drafted(['Bùi Thị Mẵn', 'poor'], ['Lò Thị Mỉ', 'poor'])
    // The survey counted three; a child was born since and stands in the register.
    await change(of.families[0] as Family, 'members', {
      memberId: newId(),
      relation: 'child',
      person: baby('Lê Thị Út'),
      on: '2026-11-18',
      reason: 'born',
    })
    const unsaid = await world.as('hung').post(`/api/decisions/${of.decisionId}/redraft`, { nextId: newId() })
    expect(unsaid.json().facts.blocked).toMatchObject([{ code: 'people_apart', count: 1 }])
    await explainAll(world, of.round, of.families)
    const { decisionId } = (
      await world.as('hung').post(`/api/decisions/${of.decisionId}/redraft`, { nextId: newId() })
    ).json()
    const again = { ...of, decisionId }
    const [persons] = (await show(again)).counts
    expect(persons).toEqual({ class: 'poor', households: 2, persons: 7 })
    const [decision, certificates, list] = await papersOf(again)
    for (const text of [decision, list]) expect(text).toContain('2 hộ nghèo, 7 nhân khẩu')
    expect([...(certificates ?? '').matchAll(/\((\d) người\)/g)].map(([, n]) => Number(n)).sort()).toEqual([3, 4])
  })
})

describe('the words of a decision', () => {
  it('are those of its draft: who proposed it stands among its grounds, and no class that nobody holds is named', async () => {
    const of = await drafted(['Lý Thị Nhung', 'poor'])
    const fixed = await textOf(of, 'quyet-dinh.pdf')
    expect(fixed).toContain('Theo đề nghị của Ban Chỉ đạo rà soát hộ nghèo, hộ cận nghèo xã Tam Hồng.')
    expect(fixed).toContain('Công nhận 1 hộ nghèo của xã Tam Hồng')
    // Words of law that nobody has seen are marked on a draft, for whoever checks it before it is signed.
    expect(fixed).toContain('Căn cứ nhớ lại, cần đối chiếu văn bản trước khi ký: ')
    expect(fixed).toMatch(/02\/2022\/TT- ?BLĐTBXH\./)
    // A draft from before this was fixed with it.
    await world.owner.query('update decision set grounds = grounds - -1 where id = $1', [of.decisionId])
    const before = await textOf(of, 'quyet-dinh.pdf')
    expect(before).toContain('Xét đề nghị của Ban Chỉ đạo rà soát hộ nghèo, hộ cận nghèo xã Tam Hồng.')
    expect(before).toContain('Công nhận 1 hộ nghèo và 0 hộ cận nghèo của xã Tam Hồng')
    expect(before).not.toContain('Theo đề nghị')
  })
})

describe('a draft is not fixed', () => {
  it('where the register has changed since, and says of whom; drafted again it is', async () => {
    const of = await drafted(['Hoàng Thị Én', 'poor'], ['Lý Thị Dợ', 'poor'], ['Chíu Thị Múi', 'near_poor'])
    await tried(world, of.decisionId)
    expect((await show(of)).draft).toEqual({ tried: true, fault: null, changed: [] })
    const [one, two] = of.families as [Family, Family]
    await change(one, `members/${await memberOf(one, 'head')}/change`, { name: 'Hoàng Thị Yến' })
    await change(two, `members/${await memberOf(two, 'child')}/leave`, { on: '2026-11-19', reason: 'died' })
    expect(await refusal(world, () => print(of))).toBe('decisions.register_changed')
    const { draft } = await show(of)
    expect(draft.changed.map((b: { code: string; count: number }) => [b.code, b.count])).toEqual([
      ['head', 1],
      ['members', 2],
    ])
    const nextId = newId()
    const redraft = () => world.as('hung').post(`/api/decisions/${of.decisionId}/redraft`, { nextId })
    for (const person of ['bich', 'lan', 'mai'] as const)
      expect(
        await refusal(world, () =>
          world.as(person).post(`/api/decisions/${of.decisionId}/redraft`, { nextId: newId() }),
        ),
      ).toBe('access.denied')
    await explainAll(world, of.round, of.families)
    expect((await redraft()).statusCode).toBe(200)
    expect(await refusal(world, redraft)).toBe('decisions.state_not_allowed')
    expect((await show(of)).state).toBe('withdrawn')
    const next = { ...of, decisionId: nextId }
    await tried(world, nextId)
    expect((await show(next)).entries.map((e: { headName: string }) => e.headName)).toContain('Hoàng Thị Yến')
    expect((await print(next)).json()).toEqual({ decisionId: nextId, state: 'printed' })
  })

  it('before its papers were tried, nor where one of them cannot be printed', async () => {
    const of = await drafted(['Vàng Thị Sai', 'poor'])
    expect((await show(of)).draft).toEqual({ tried: false, fault: null, changed: [] })
    expect(await refusal(world, () => print(of))).toBe('decisions.not_tried')
    const { rows } = await world.owner.query(
      `select count(*)::int as n from pgboss.job where name = 'decisions.papers_tried' and data->'input'->>'decisionId' = $1`,
      [of.decisionId],
    )
    expect(rows).toEqual([{ n: 1 }])
    const strange = await drafted(['Vàng Thị Dí', 'poor'])
    // As it came in before such a letter was refused where it is typed.
    await world.owner.query(`update member set full_name = 'Vàng 𠀋' where household_id = $1 and relation = 'child'`, [
      strange.families[0]?.householdId,
    ])
    await explainAll(world, strange.round, strange.families)
    const nextId = newId()
    await world.as('hung').post(`/api/decisions/${strange.decisionId}/redraft`, { nextId })
    await tried(world, nextId)
    const next = { ...strange, decisionId: nextId }
    expect((await show(next)).draft).toMatchObject({ tried: true, fault: { vi: expect.stringContaining('𠀋') } })
    const refused = await print(next)
    expect(refused.json()).toMatchObject({ code: 'decisions.not_printable' })
    expect(refused.body).toContain('𠀋')
    expect((await show(next)).state).toBe('drafted')
  })

  it('by a trial of another draft, nor of what the draft said before', async () => {
    const of = await drafted(['Giàng Thị Mỷ', 'poor'])
    await tried(world, of.decisionId)
    const nextId = newId()
    await world.as('hung').post(`/api/decisions/${of.decisionId}/redraft`, { nextId })
    expect(await refusal(world, () => print({ ...of, decisionId: nextId }))).toBe('decisions.not_tried')
    await world.owner.query(`update decision set tried_hash = repeat('0', 64) where id = $1`, [nextId])
    expect(await refusal(world, () => print({ ...of, decisionId: nextId }))).toBe('decisions.not_tried')
  })

  it('of a household in which nobody is left', async () => {
    const family = await settle(world, thon1, 'Sùng Thị Xay')
    const { round } = await deciding(world, [family])
    await world.owner.query(
      `update member set left_on = '2026-11-19', leave_reason = 'moved_out' where household_id = $1`,
      [family.householdId],
    )
    await recount(world, '2026-11-20')
    const reply = await round.draft()
    expect(reply.json()).toMatchObject({
      code: 'decisions.blocked',
      facts: {
        blocked: [
          { code: 'nobody', count: 1 },
          { code: 'people_apart', count: 1 },
        ],
      },
    })
  })
})
