/** What is said beside a head who is another by the time it is sent: asked, both readings told; what names who has gone is refused. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decided, type Touching } from '#kernel/revisions.ts'
import { newId } from '#platform/server/ids.ts'
import { settle, thon1 } from '#test/rounds.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Shown = { memberId: string; name: string; relation: string }
type Told = Touching & { by: string; at: string; said: { yours: { vi: string }; theirs: { vi: string } } }

/** A family of a mother (its head), a father and a boy, as an official saw it before the father became the head. */
async function family(mother: string) {
  const { householdId } = await settle(world, thon1, mother)
  const url = `/api/households/${householdId}`
  const members = async (): Promise<Shown[]> => (await world.as('hung').get(url)).json().members
  const of = async (relation: string) => (await members()).find((m) => m.relation === relation)?.memberId ?? ''
  const [head, father, boy] = [await of('head'), await of('spouse'), await of('child')]
  const post = (path: string, body: object) => () => world.as('hung').post(`${url}${path}`, body)
  const must = async (path: string, body: object) => {
    const reply = await post(path, body)()
    expect(reply.statusCode, reply.body).toBe(200)
  }
  const changeHead = () => must('/head', { on: '2026-10-01', newHeadId: father })
  return { householdId, url, head, father, boy, members, post, must, changeHead }
}
const touchingIn = async (act: () => Promise<{ json: () => unknown }>) =>
  ((await act()).json() as { facts: { touching: Told[] } }).facts.touching
const sister = { name: 'Lò Thị Chị', sex: 'female', birth: { year: 1980 }, ethnicity: '01' }
const coming = (relation: string, was: object) => ({
  ...{ memberId: newId(), on: '2026-10-05', reason: 'moved_in', relation, person: sister, was },
})

describe('somebody who comes', () => {
  it('as the parent of a head who is another since: both readings are told, with who changed the head', async () => {
    const { head, father, changeHead, post, members } = await family('Lò Thị Chủ')
    await changeHead()
    const mine = coming('parent', { headId: head })
    expect(await refusal(world, post('/members', mine))).toBe('record.changed_since')
    const touching = await touchingIn(post('/members', mine))
    expect(touching).toMatchObject([
      { field: 'relation', yours: 'parent', theirs: 'parent_in_law', seen: { headId: father }, by: 'Lê Văn Hùng' },
    ])
    expect(touching[0]?.said.theirs.vi).toBe('Cha/mẹ vợ/chồng, tính theo chủ hộ nay là Lê Văn Bền')
    expect(touching[0]?.said.yours.vi).toBe('Cha/mẹ, như đã chọn khi chủ hộ là Lò Thị Chủ')
    const again = decided(mine, touching, () => false)
    expect((await post('/members', again)()).statusCode).toBe(200)
    expect((await members()).find((m) => m.memberId === mine.memberId)?.relation).toBe('parent_in_law')
  })

  it('as what they are to either, or to the head that is, is not asked', async () => {
    const { head, changeHead, must } = await family('Lò Thị Con')
    await must('/members', coming('sibling', { headId: head }))
    await changeHead()
    await must('/members', { ...coming('child', { headId: head }), person: { ...sister, birth: { year: 2012 } } })
  })

  it('by a call of the version before, which does not say whom it saw, is taken as it was', async () => {
    const { changeHead, must } = await family('Lò Thị Cũ')
    await changeHead()
    const { was: _, ...body } = coming('parent', {})
    await must('/members', body)
  })
})

describe('a relation put right', () => {
  it('to a head who is another since is asked beside what stands', async () => {
    const { head, boy, changeHead, post, members } = await family('Lò Thị Sửa')
    await changeHead()
    const mine = { relation: 'other', was: { relation: 'child', headId: head } }
    const url = `/members/${boy}/change`
    expect(await refusal(world, post(url, mine))).toBe('record.changed_since')
    const touching = await touchingIn(post(url, mine))
    expect(touching).toMatchObject([{ field: 'relation', yours: 'other', theirs: 'child' }])
    expect(
      (
        await post(
          url,
          decided(mine, touching, () => true),
        )()
      ).statusCode,
    ).toBe(200)
    expect((await members()).find((m) => m.memberId === boy)?.relation).toBe('other')
  })
})

describe('a household taken in', () => {
  it('beside a head there who is another since is asked; who came here since must be spoken of', async () => {
    const [here, there] = [await family('Lò Thị Nhập'), await family('Lò Thị Nhận')]
    const relations = [here.head, here.father, here.boy].map((memberId) => ({ memberId, relation: 'parent' }))
    const into = { intoHouseholdId: there.householdId, on: '2026-10-10', relations, was: { headId: there.head } }
    await there.changeHead()
    expect(await refusal(world, here.post('/merge', into))).toBe('record.changed_since')
    const [one] = await touchingIn(here.post('/merge', into))
    expect(one).toMatchObject({ field: 'relations', by: 'Lê Văn Hùng' })
    expect(one?.said.theirs.vi).toContain('Lò Thị Nhập: Cha/mẹ vợ/chồng')
    const again = decided(into, one ? [one] : [], () => false)
    await here.must('/members', coming('sibling', { headId: here.head }))
    expect(await refusal(world, here.post('/merge', again))).toBe('household.relation_missing')
    expect((await here.post('/merge', again)()).json().title.vi).toContain('Lò Thị Chị')
  })
})

describe('who follows a head', () => {
  it('is asked where another has become the head since, and either choice holds', async () => {
    for (const mine of [false, true]) {
      const { head, father, boy, changeHead, post, members } = await family('Lò Thị Đi')
      await changeHead()
      const leave = { on: '2026-10-12', reason: 'died', newHeadId: boy, was: { newHeadId: head }, sure: 'Bố đi làm xa' }
      const url = `/members/${head}/leave`
      expect(await refusal(world, post(url, leave))).toBe('record.changed_since')
      const touching = await touchingIn(post(url, leave))
      expect(touching).toMatchObject([{ field: 'newHeadId', said: { yours: 'Lê Văn Bé', theirs: 'Lê Văn Bền' } }])
      expect(
        (
          await post(
            url,
            decided(leave, touching, () => mine),
          )()
        ).statusCode,
      ).toBe(200)
      const now = await members()
      expect(now.find((m) => m.relation === 'head')?.memberId).toBe(mine ? boy : father)
      expect(now).toHaveLength(2)
    }
  })

  it('who was entered by mistake is head on the days of before too: each household has one in its list and its figures', async () => {
    const { householdId, head, father, must } = await family('Lò Thị Nhầm')
    await must(`/members/${head}/leave`, { on: '2026-10-12', reason: 'entered_by_mistake', newHeadId: father })
    for (const day of ['2026-01-05', '2026-10-11']) {
      const { rows, counts } = (await world.as('hung').get(`/api/households?areaId=${thon1}&day=${day}`)).json()
      const row = rows.find((one: { householdId: string }) => one.householdId === householdId)
      expect([day, row.headName, row.members]).toEqual([day, 'Lê Văn Bền', 2])
      expect([day, counts.kinh + counts.dtts]).toEqual([day, counts.households])
    }
  })

  it('of those who stay after a split is asked alike', async () => {
    const { head, father, boy, changeHead, post } = await family('Lò Thị Tách')
    await changeHead()
    const place = { newHouseholdId: newId(), on: '2026-10-12', villageId: thon1, address: '', number: '' }
    const split = {
      ...place,
      members: [{ memberId: head, relation: 'head' }],
      newHeadId: boy,
      was: { newHeadId: head },
    }
    expect(await refusal(world, post('/split', split))).toBe('record.changed_since')
    const touching = await touchingIn(post('/split', split))
    expect(touching).toMatchObject([{ field: 'newHeadId', yours: boy, theirs: father }])
    expect(
      (
        await post(
          '/split',
          decided(split, touching, () => false),
        )()
      ).statusCode,
    ).toBe(200)
  })
})

describe('who has gone since', () => {
  it.each(['died', 'moved_out'])('(%s) takes no part in a split, and is named', async (reason) => {
    const { father, boy, must, post } = await family('Lò Thị Vắng')
    await must(`/members/${father}/leave`, { on: '2026-10-01', reason })
    const split = {
      ...{ newHouseholdId: newId(), on: '2026-10-12', villageId: thon1, address: '', number: '' },
      members: [
        { memberId: father, relation: 'head' },
        { memberId: boy, relation: 'child' },
      ],
    }
    expect(await refusal(world, post('/split', split))).toBe('household.member_left')
    expect((await post('/split', split)()).json().title.vi).toContain('Lê Văn Bền')
  })

  it('an event that another has undone, or on which a later one stands, is not undone as it was seen', async () => {
    const { url, boy, must, post } = await family('Lò Thị Hoàn')
    await must(`/members/${boy}/leave`, { on: '2026-10-01', reason: 'moved_out' })
    const { timeline } = (await world.as('hung').get(url)).json()
    const undo = post(`/events/${timeline[0].actId}/undo`, { because: 'Ghi nhầm' })
    expect((await undo()).statusCode).toBe(200)
    expect(await refusal(world, undo)).toBe('household.undone_already')
  })
})
