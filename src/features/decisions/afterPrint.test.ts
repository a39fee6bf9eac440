/** The register goes on after a print was fixed, and after it is in force: what is told, asked, refused, in either order. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/server/ids.ts'
import { deciding, enforce, inForce } from '#test/decisions.ts'
import { type Family, settle, thon1, thon2 } from '#test/rounds.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const url = ({ householdId }: Family, path = '') => `/api/households/${householdId}${path}`
const hung = (path: string, body: object) => () => world.as('hung').post(path, body)
const must = async (path: string, body: object) => {
  const reply = await hung(path, body)()
  expect(reply.statusCode, reply.body).toBe(200)
}
const members = async (family: Family) => (await world.as('hung').get(url(family))).json().members
const printed = async (families: readonly Family[]) =>
  (await (await deciding(world, families)).round.printed()).decisionId
const moved = (on: string, sure?: string) => ({ on, reason: 'moved_away', ...(sure && { sure }) })
const shown = async (decisionId: string) => (await world.as('bich').get(`/api/decisions/${decisionId}`)).json()
const review = async (family: Family) => (await world.as('hung').get(url(family, '/review'))).json()
const settled = (...names: string[]) => Promise.all(names.map((name) => settle(world, thon1, name)))
type Differing = { headName: string; number?: string; villageName?: string; differs?: { vi: string } }
const codes = (blocks: { code: string; households: { headName: string }[] }[]) =>
  Object.fromEntries(blocks.map(({ code, households }) => [code, households.map(({ headName }) => headName)]))

describe('the page of a decision that waits for its signature', () => {
  it('says nothing where the register says the same, of a draft, or once it is in force', async () => {
    const decisionId = await printed(await settled('Nguyễn Thị Yên'))
    expect((await shown(decisionId)).sincePrint).toEqual({ forbids: [], differs: [], later: [] })
    await inForce(world, decisionId)
    expect((await shown(decisionId)).sincePrint).toBeNull()
  })

  it('says who has ended, whose head, members or place are others, and asks why it comes into force', async () => {
    const all = await settled('Trần Thị Chết', 'Lê Thị Nhầm', 'Vũ Thị Dời', 'Đỗ Thị Tách')
    const [dies, mistaken, moves, splits] = all as [Family, Family, Family, Family]
    await world.owner.query(`update household set number = '7b' where household_id = $1`, [mistaken.householdId])
    const decisionId = await printed(all)
    const [head, spouse] = await members(dies)
    const dead = { on: '2026-11-19', reason: 'died', newHeadId: spouse.memberId }
    await must(url(dies, `/members/${head.memberId}/leave`), dead)
    const boy = (await members(mistaken))[2].memberId
    await must(url(mistaken, `/members/${boy}/leave`), { on: '2026-11-20', reason: 'entered_by_mistake' })
    const place = { on: '2026-11-20', address: '', number: '' }
    await must(url(moves, '/residence'), { villageId: thon2, ...place })
    const going = [{ memberId: (await members(splits))[1].memberId, relation: 'head' }]
    await must(url(splits, '/split'), { newHouseholdId: newId(), villageId: thon1, ...place, members: going })
    const { sincePrint, draft } = await shown(decisionId)
    expect(draft).toBeNull()
    expect(sincePrint.forbids).toEqual([])
    const told = codes(sincePrint.differs)
    expect(told.head).toEqual(['Trần Thị Chết'])
    expect(told.members?.toSorted()).toEqual(['Trần Thị Chết', 'Lê Thị Nhầm', 'Đỗ Thị Tách'].toSorted())
    expect(told.village).toEqual(['Vũ Thị Dời'])
    // Each with where it lives and what differs, since two of one name may stand there.
    const said = sincePrint.differs.flatMap(({ households }: { households: Differing[] }) =>
      households.map(({ headName, number, villageName, differs }) => [headName, number, villageName, differs?.vi]),
    )
    expect(said).toContainEqual(['Lê Thị Nhầm', '7b', 'Thôn 1', 'rời: Lê Văn Bé'])
    expect(said).toContainEqual(['Vũ Thị Dời', undefined, 'Thôn 1', 'Thôn 1 → Thôn 2'])
    expect(said).toContainEqual(['Trần Thị Chết', undefined, 'Thôn 1', 'Trần Thị Chết → Lê Văn Bền'])
    const refused = (await enforce(world, decisionId)).json().facts.changed
    expect(refused).toEqual(sincePrint.differs)
    expect(await refusal(world, () => enforce(world, decisionId))).toBe('decisions.print_differs')
    await inForce(world, decisionId, { fields: { sure: 'Ký theo số liệu ngày chốt' } })
    const { rows } = await world.owner.query(
      `select facts from audit_line where subject_id = $1 and what = 'decision.in_force'`,
      [decisionId],
    )
    expect(rows[0].facts).toMatchObject({ sure: 'Ký theo số liệu ngày chốt', differing: 4 })
  })

  it('says that a household which has ended forbids it, and is refused whatever reason is given', async () => {
    const [ends, stays] = (await settled('Bùi Thị Đi', 'Bùi Thị Ở')) as [Family, Family]
    const decisionId = await printed([ends, stays])
    await must(url(ends, '/end'), moved('2026-11-19'))
    const { sincePrint } = await shown(decisionId)
    expect([codes(sincePrint.forbids), sincePrint.differs]).toEqual([{ ended: ['Bùi Thị Đi'] }, []])
    const sure = { fields: { sure: 'Vẫn ký' } }
    expect(await refusal(world, () => enforce(world, decisionId, sure))).toBe('decisions.household_ended')
    const reply = await enforce(world, decisionId, sure)
    expect(reply.json().title.vi).toContain('Bùi Thị Đi')
  })
})

describe('a household that ends on the day of signing', () => {
  it('is asked about where it ended before the page was entered; class and certificate hold on no day either way', async () => {
    const [first, second] = (await settled('Hoàng Thị Trước', 'Hoàng Thị Sau')) as [Family, Family]
    const [before, after] = [await printed([first]), await printed([second])]
    await must(url(first, '/end'), moved('2026-11-20'))
    expect(await refusal(world, () => enforce(world, before))).toBe('decisions.print_differs')
    await inForce(world, before, { fields: { sure: 'Ký buổi sáng' } })
    await inForce(world, after)
    await must(url(second, '/end'), moved('2026-11-20'))
    for (const family of [first, second]) {
      const { classes, papers, now } = await review(family)
      expect(classes).toMatchObject([{ class: 'poor', from: '2026-11-20', until: '2026-11-20' }])
      expect(papers[0].ended.vi).toBe('hết hiệu lực từ ngày 20/11/2026 vì hộ kết thúc')
      expect(now).toBeNull()
    }
  })
})

describe('a household that a decision in force names, ended earlier than it was signed', () => {
  const neverHeld = async (family: Family) => {
    const { classes, papers, now } = await review(family)
    expect(classes).toMatchObject([{ class: 'poor', from: '2026-11-20', until: '2026-11-20' }])
    expect(papers[0].ended.vi).toBe(
      'không có hiệu lực ngày nào: hộ kết thúc từ ngày 18/11/2026, trước ngày 20/11/2026 giấy bắt đầu có hiệu lực',
    )
    expect(now).toBeNull()
    const told = (await world.nobody.get(`/api/public/papers/${papers[0].certificateId}`)).json()
    expect(told).toMatchObject({ inForce: false, ended: { because: 'household_ended', on: '2026-11-18' } })
  }
  const decided = async (name: string) => {
    const [family] = (await settled(name)) as [Family]
    const decisionId = await printed([family])
    await inForce(world, decisionId)
    return { family, number: (await shown(decisionId)).number }
  }

  it('is asked about by the number of the decision, and with a reason ends so: its history says that it never held', async () => {
    const { family, number } = await decided('Phạm Thị Sớm')
    expect(await refusal(world, hung(url(family, '/end'), moved('2026-11-18')))).toBe('household.double')
    const asked = await hung(url(family, '/end'), moved('2026-11-18'))()
    const [{ kind, said }] = asked.json().facts.doubles
    expect(kind).toBe('odd')
    expect(said.vi).toContain(`Quyết định số ${number} ngày 20/11/2026`)
    await must(url(family, '/end'), moved('2026-11-18', 'Hộ đã đi từ 18/11, trưởng thôn báo muộn'))
    await neverHeld(family)
  })

  it('is asked about where it is taken into another, which is not asked', async () => {
    const { family: from, number } = await decided('Phạm Thị Nhập')
    const { family: into } = await decided('Phạm Thị Nhận')
    const relations = (await members(from)).map(({ memberId }: { memberId: string }) => ({
      memberId,
      relation: 'other',
    }))
    const body = { intoHouseholdId: into.householdId, on: '2026-11-18', relations }
    const asked = await hung(url(from, '/merge'), { ...body, sure: undefined })()
    expect(asked.json(), asked.body).toMatchObject({ code: 'household.double' })
    const said = asked.json().facts.doubles.flatMap((one: { said?: { vi: string } }) => one.said?.vi ?? [])
    expect(said.filter((one: string) => one.includes('Quyết định số'))).toEqual([expect.stringContaining(number)])
    await must(url(from, '/merge'), { ...body, sure: 'Về ở chung từ trước' })
    await neverHeld(from)
    expect((await review(into)).now).toBe('poor')
  })

  it('is asked about where its last member died then', async () => {
    const { family } = await decided('Phạm Thị Cuối')
    const all = await members(family)
    for (const { memberId } of all.slice(1))
      await must(url(family, `/members/${memberId}/leave`), { on: '2026-11-18', reason: 'moved_out' })
    const leaving = url(family, `/members/${all[0].memberId}/leave`)
    const died = { on: '2026-11-18', reason: 'died' }
    expect(await refusal(world, hung(leaving, died))).toBe('household.double')
    await must(leaving, { ...died, sure: 'Báo tử muộn' })
    await neverHeld(family)
  })

  it('is not asked about from the day of signing on', async () => {
    const { family } = await decided('Phạm Thị Đúng')
    await must(url(family, '/end'), moved('2026-11-20'))
  })
})
