/** Acts of the register that are undone beside decisions: what was put right stands on them, drafts follow, prints wait. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/server/ids.ts'
import { deciding, inForce, signature } from '#test/decisions.ts'
import { type Family, scan, settle, thon1 } from '#test/rounds.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { correctionPapersTried, tried } from '#test/tried.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const url = ({ householdId }: Family, path = '') => `/api/households/${householdId}${path}`
const must = async (path: string, body: object) => {
  const reply = await world.as('hung').post(path, body)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const shown = async (family: Family) => (await world.as('hung').get(url(family))).json()
const lastOf = async (family: Family): Promise<string> =>
  (await shown(family)).timeline
    .map((event: { actId: string | null }) => event.actId)
    .filter((id: string | null) => id !== null)
    .toSorted()
    .at(-1)
const undo = (family: Family, act: string) => () =>
  world.as('hung').post(url(family, `/events/${act}/undo`), { because: 'Ghi nhầm' })
const boyOf = async (family: Family): Promise<string> => (await shown(family)).members[2].memberId
const rename = async (family: Family, name: string) => {
  await must(url(family, `/members/${await boyOf(family)}/change`), { name })
  return lastOf(family)
}
const entriesOf = async (decisionId: string): Promise<string[]> =>
  (
    await world.owner.query('select household_id from decision_entry where decision_id = $1 order by 1', [decisionId])
  ).rows.map((row) => row.household_id)
const drafted = async (roundId: string) => {
  const decisionId = newId<'decision'>()
  const { contentHash } = await must(`/api/rounds/${roundId}/decision`, { decisionId })
  await tried(world, decisionId)
  return { decisionId, contentHash }
}

describe('a correction that stands on an act', () => {
  it('refuses its undoing by its name once it is signed; what came after it may be undone', async () => {
    const family = await settle(world, thon1, 'Nguyễn Thị Nhẫn')
    const { decisionId } = await (await deciding(world, [family])).round.printed()
    await inForce(world, decisionId)
    const wrong = await rename(family, 'Lê Văn Bê')
    const correctionId = newId()
    await must(`/api/decisions/${decisionId}/households/${family.householdId}/correction`, {
      correctionId,
      because: 'Ghi sai họ tên',
    })
    await correctionPapersTried(world, correctionId)
    const waiting = (await world.as('hung').get(url(family, `/events/${wrong}/undoing`))).json()
    expect(waiting.forbidden).toBeNull()
    const fields = signature({ number: '905/QĐ-UBND' })
    const signed = await world.as('bich').upload(`/api/corrections/${correctionId}/enforce`, fields, scan())
    expect(signed.statusCode, signed.body).toBe(200)
    expect(await refusal(world, undo(family, wrong))).toBe('decisions.stands_on_event')
    const told = (await world.as('hung').get(url(family, `/events/${wrong}/undoing`))).json()
    expect(told.forbidden.vi).toContain('Quyết định đính chính số 905/QĐ-UBND ngày 20/11/2026')
    expect(told.held).toContainEqual(expect.objectContaining({ opens: `/dinh-chinh/${correctionId}` }))
    const later = await rename(family, 'Lê Văn Bề')
    expect((await undo(family, later)()).statusCode).toBe(200)
  })
})

describe('a draft whose household came back by an undoing', () => {
  const end = (family: Family) => must(url(family, '/end'), { on: '2026-11-20', reason: 'moved_away' })

  it('is drafted again with it, where it had ended before the draft', async () => {
    const [stays, ends] = [await settle(world, thon1, 'Đỗ Thị Ánh'), await settle(world, thon1, 'Vũ Thị Hợi')]
    const { round } = await deciding(world, [stays, ends])
    await end(ends)
    const { decisionId } = await drafted(round.roundId)
    expect(await entriesOf(decisionId)).toEqual([stays.householdId])
    expect((await undo(ends, await lastOf(ends))()).statusCode).toBe(200)
    const nextId = newId<'decision'>()
    const { contentHash } = await must(`/api/decisions/${decisionId}/redraft`, { nextId })
    expect(await entriesOf(nextId)).toEqual([stays.householdId, ends.householdId].toSorted())
    await tried(world, nextId)
    await must(`/api/decisions/${nextId}/print`, { contentHash })
  })

  it('is drafted again with it, where it had ended under the draft and another draft left it out', async () => {
    const [stays, ends] = [await settle(world, thon1, 'Đỗ Thị Ánh'), await settle(world, thon1, 'Vũ Thị Hợi')]
    const { round } = await deciding(world, [stays, ends])
    const { decisionId } = await drafted(round.roundId)
    await end(ends)
    const without = newId<'decision'>()
    await must(`/api/decisions/${decisionId}/redraft`, { nextId: without })
    expect(await entriesOf(without)).toEqual([stays.householdId])
    expect((await undo(ends, await lastOf(ends))()).statusCode).toBe(200)
    const nextId = newId<'decision'>()
    await must(`/api/decisions/${without}/redraft`, { nextId })
    expect(await entriesOf(nextId)).toEqual([stays.householdId, ends.householdId].toSorted())
  })

  it('is told of it before its print is fixed, and is not printed as it was', async () => {
    const family = await settle(world, thon1, 'Trần Thị Ước')
    const act = await rename(family, 'Lê Văn Bê')
    const { round } = await deciding(world, [family])
    const { decisionId, contentHash } = await drafted(round.roundId)
    await undo(family, act)()
    const print = () => world.as('hung').post(`/api/decisions/${decisionId}/print`, { contentHash })
    expect(await refusal(world, print)).toBe('decisions.register_changed')
  })
})

describe('a print and an undoing in the same second', () => {
  const both = async () => {
    const family = await settle(world, thon1, 'Bùi Thị Mẵn')
    const act = await rename(family, 'Lê Văn Bê')
    const { round } = await deciding(world, [family])
    const { decisionId, contentHash } = await drafted(round.roundId)
    const print = () => world.as('hung').post(`/api/decisions/${decisionId}/print`, { contentHash })
    return { print, undo: undo(family, act) }
  }

  it('let the print stand that came first', async () => {
    const { print, undo } = await both()
    expect(answersIn(await meetingAt(world, 'signed_paper', [print, undo]))).toEqual([
      'ok',
      'decisions.stands_in_print',
    ])
  })

  it('let the undoing stand that came first', async () => {
    const { print, undo } = await both()
    const answers = answersIn(await meetingAt(world, 'household_residence', [undo, print]))
    expect(answers).toEqual(['ok', 'decisions.register_changed'])
  })
})

describe('what a paper says of a household on an earlier day', () => {
  it('takes no notice of a change of head that was undone', async () => {
    const family = await settle(world, thon1, 'Lò Thị Yến')
    const { round } = await deciding(world, [family])
    const textOn = async (day: string) => {
      const { rows } = await world.owner.query<{ content: { head: string; members: { name: string }[] } }>(
        `select t.content from review_case c, lateral entry_texts(c.round_id, $2, array[c.household_id], array[null::uuid]) t
          where c.round_id = $1`,
        [round.roundId, day],
      )
      return [rows[0]?.content.head, rows[0]?.content.members[0]?.name]
    }
    const father = (await shown(family)).members[1].memberId
    await must(url(family, '/head'), { on: '2026-11-10', newHeadId: father })
    expect([await textOn('2026-11-09'), await textOn('2026-11-10')]).toEqual([
      ['Lò Thị Yến', 'Lò Thị Yến'],
      ['Lê Văn Bền', 'Lê Văn Bền'],
    ])
    await undo(family, await lastOf(family))()
    await must(url(family, `/members/${(await shown(family)).members[0].memberId}/change`), { name: 'Lò Thị Yên Em' })
    // The undone change kept the former name of the head: it is not taken for hers of that day.
    expect(await textOn('2026-11-09')).toEqual(['Lò Thị Yên Em', 'Lò Thị Yên Em'])
  })
})

describe('what a print that waits for its signature stands on', () => {
  it('is undone once the print is withdrawn, as the refusal says; nothing of a correction', async () => {
    const family = await settle(world, thon1, 'Lò Thị Chờ')
    const act = await rename(family, 'Lê Văn Bê')
    const named = { ...family, names: ['Lò Thị Chờ', 'Lê Văn Bền', 'Lê Văn Bê'] } as const
    const { decisionId } = await (await deciding(world, [named])).round.printed()
    expect(await refusal(world, undo(family, act))).toBe('decisions.stands_in_print')
    const { vi } = (await undo(family, act)()).json().title
    expect(vi).toContain('hãy rút bản in ấy')
    expect(vi).not.toContain('đính chính')
    const mistaken = () =>
      world.as('hung').post(url(family, '/end'), { on: '2026-11-20', reason: 'entered_by_mistake' })
    expect(await refusal(world, mistaken)).toBe('decisions.print_names_household')
    expect((await mistaken()).json().title.vi).not.toContain('quyết định khác')
    await must(`/api/decisions/${decisionId}/withdraw`, { because: 'Ghi nhầm tên' })
    expect((await undo(family, act)()).statusCode).toBe(200)
  })
})

describe('a household that a decision in force names', () => {
  it('is no mistake, whole or by its last member, before a split and after; it may have moved away', async () => {
    const family = await settle(world, thon1, 'Hoàng Thị Mận')
    const { decisionId } = await (await deciding(world, [family])).round.printed()
    await inForce(world, decisionId)
    const ending = (reason: string) => () => world.as('hung').post(url(family, '/end'), { on: '2026-11-20', reason })
    expect(await refusal(world, ending('entered_by_mistake'))).toBe('decisions.names_household')
    const boy = await boyOf(family)
    const newHouseholdId = newId()
    const place = { villageId: thon1, address: '', number: '', on: '2026-11-20' }
    const [head, spouse] = (await shown(family)).members
    const members = [
      { memberId: spouse.memberId, relation: 'head' },
      { memberId: boy, relation: 'child' },
    ]
    await must(url(family, '/split'), { newHouseholdId, ...place, members })
    expect(await refusal(world, ending('entered_by_mistake'))).toBe('decisions.names_household')
    const leaving = (reason: string) => () =>
      world.as('hung').post(url(family, `/members/${head.memberId}/leave`), { on: '2026-11-20', reason })
    expect(await refusal(world, leaving('entered_by_mistake'))).toBe('decisions.names_household')
    const told = (await world.as('hung').get(url(family, `/events/${await lastOf(family)}/undoing`))).json()
    const sentences = told.back.map(({ vi }: { vi: string }) => vi)
    expect(sentences).toContain('Lê Văn Bé trở lại hộ Hoàng Thị Mận.')
    expect(new Set(told.held.map((one: object) => JSON.stringify(one))).size).toBe(told.held.length)
    expect((await ending('moved_away')()).statusCode).toBe(200)
  })

  it('tells of a correction, where what it stands on cannot be undone', async () => {
    const family = await settle(world, thon1, 'Hoàng Thị Mai')
    const act = await rename(family, 'Lê Văn Bề')
    const named = { ...family, names: ['Hoàng Thị Mai', 'Lê Văn Bền', 'Lê Văn Bề'] } as const
    const { decisionId } = await (await deciding(world, [named])).round.printed()
    await inForce(world, decisionId)
    const reply = await undo(family, act)()
    expect(reply.json().title.vi).toContain('lập đính chính')
  })
})
