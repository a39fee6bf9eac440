/** Households that had left a round and are back when it is decided: none is left out unasked, none stands in the way. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { deciding, enforce, inForce } from '#test/decisions.ts'
import { type CaseOf, type Family, type RoundInHand, settle, thon1, thon2, thon4 } from '#test/rounds.ts'
import { tried } from '#test/tried.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const url = ({ householdId }: Pick<Family, 'householdId'>, path = '') => `/api/households/${householdId}${path}`
const must = async (path: string, body: object) => {
  const reply = await world.as('hung').post(path, body)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const lastOf = async (family: Family): Promise<string> =>
  (await world.as('hung').get(url(family)))
    .json()
    .timeline.map((event: { actId: string | null }) => event.actId)
    .filter((id: string | null) => id !== null)
    .toSorted()
    .at(-1)
const undoLast = async (family: Family) =>
  must(url(family, `/events/${await lastOf(family)}/undo`), { because: 'Ghi nhầm' })
const end = (family: Family) => must(url(family, '/end'), { on: '2026-11-19', reason: 'moved_away' })
const moveOut = (family: Family) =>
  must(url(family, '/residence'), { on: '2026-11-20', villageId: thon4, address: '', number: '' })

const shown = async (decisionId: string) => (await world.as('hung').get(`/api/decisions/${decisionId}`)).json()
const entriesOf = async (decisionId: string): Promise<string[]> =>
  (await shown(decisionId)).entries.map((one: { headName: string }) => one.headName).toSorted()
const named = (blocks: { code: string; count: number; households: { headName: string }[] }[]) =>
  Object.fromEntries(
    blocks.map(({ code, households }) => [code, households.map(({ headName }) => headName).toSorted()]),
  )
const listed = async (round: RoundInHand, family: Family) =>
  (await world.as('hung').get(`/api/rounds/${round.roundId}/cases`))
    .json()
    .cases.find((one: CaseOf) => one.householdId === family.householdId)
const drafted = async (round: RoundInHand, more: object = {}) => {
  const decisionId = newId<'decision'>()
  const { contentHash } = await must(`/api/rounds/${round.roundId}/decision`, { decisionId, ...more })
  await tried(world, decisionId)
  return { decisionId, contentHash }
}
const redrafted = async (decisionId: string, more: object = {}) => {
  const nextId = newId<'decision'>()
  const { contentHash } = await must(`/api/decisions/${decisionId}/redraft`, { nextId, ...more })
  await tried(world, nextId)
  return { decisionId: nextId, contentHash }
}

/** A round at its decision over three households, one of which had ended and one had moved out of its villages. */
async function withTwoGone(names: readonly [string, string, string]) {
  const [stays, ends, goes] = (await Promise.all(names.map((name) => settle(world, thon1, name)))) as [
    Family,
    Family,
    Family,
  ]
  const { round } = await deciding(world, [stays, ends, goes])
  await end(ends)
  await moveOut(goes)
  return { round, stays, ends, goes }
}

describe('a household that comes back after the draft', () => {
  it('is named by the draft, which is not printed without it; drafted again, it stands in the list', async () => {
    const names = ['Nguyễn Thị Ở', 'Lò Thị Về', 'Vũ Thị Quay'] as const
    const { round, ends, goes } = await withTwoGone(names)
    const { decisionId, contentHash } = await drafted(round)
    expect((await shown(decisionId)).draft.changed).toEqual([])
    await undoLast(ends)
    await undoLast(goes)
    expect(await listed(round, ends)).toMatchObject({ state: 'ended', leftBecause: 'household', leftOn: '2026-11-19' })
    expect(await listed(round, goes)).toMatchObject({ state: 'ended', leftBecause: 'moved', leftOn: '2026-11-20' })
    const { changed } = (await shown(decisionId)).draft
    expect(named(changed)).toEqual({ absent: ['Lò Thị Về', 'Vũ Thị Quay'] })
    expect(changed[0].households[0].caseId).toBeTruthy()
    const print = (id: string, hash: string) => () =>
      world.as('hung').post(`/api/decisions/${id}/print`, { contentHash: hash })
    expect(await refusal(world, print(decisionId, contentHash))).toBe('decisions.register_changed')
    const next = await redrafted(decisionId)
    expect(await entriesOf(next.decisionId)).toEqual(names.toSorted())
    expect((await shown(next.decisionId)).draft.changed).toEqual([])
    expect((await print(next.decisionId, next.contentHash)()).statusCode).toBe(200)
  })

  it('is named by the print, which comes into force only with a reason; the audit counts each household once', async () => {
    const { round, stays, ends, goes } = await withTwoGone(['Bùi Thị Ở', 'Bùi Thị Về', 'Bùi Thị Quay'])
    const { decisionId } = await round.printed()
    await undoLast(ends)
    await undoLast(goes)
    const [head] = (await world.as('hung').get(url(stays))).json().members
    await must(url(stays, `/members/${head.memberId}/change`), { name: 'Bùi Thị Ơ' })
    const { sincePrint } = await shown(decisionId)
    expect(sincePrint.forbids).toEqual([])
    expect(named(sincePrint.differs)).toEqual({
      head: ['Bùi Thị Ở'],
      members: ['Bùi Thị Ở'],
      absent: ['Bùi Thị Về', 'Bùi Thị Quay'].toSorted(),
    })
    expect(await refusal(world, () => enforce(world, decisionId))).toBe('decisions.print_differs')
    expect((await enforce(world, decisionId)).json().title.vi).toContain('ở 3 hộ')
    await inForce(world, decisionId, { fields: { sure: 'Hai hộ ấy rà soát sau' } })
    const { rows } = await world.owner.query(
      `select facts from audit_line where subject_id = $1 and what = 'decision.in_force'`,
      [decisionId],
    )
    expect(rows[0].facts).toMatchObject({ sure: 'Hai hộ ấy rà soát sau', differing: 3 })
  })

  it('is taken in where the print is withdrawn', async () => {
    const { round, ends } = await withTwoGone(['Đỗ Thị Ở', 'Đỗ Thị Về', 'Đỗ Thị Đi'])
    const { decisionId } = await round.printed()
    await undoLast(ends)
    await must(`/api/decisions/${decisionId}/withdraw`, { because: 'Hộ Đỗ Thị Về vẫn còn' })
    expect(await listed(round, ends)).toMatchObject({ state: 'accepted', leftBecause: null, leftOn: null })
    expect(await entriesOf((await drafted(round)).decisionId)).toEqual(['Đỗ Thị Về', 'Đỗ Thị Ở'].toSorted())
  })
})

describe('a household that was handed over with its village and hangs here again', () => {
  /** The round stands at its decision; its second village went to the next commune, was handed over, and is back. */
  async function handedAndBack(names: readonly [string, string]) {
    const [stays, back] = [await settle(world, thon1, names[0]), await settle(world, thon2, names[1])]
    const { round } = await deciding(world, [stays, back])
    const change = { kind: 'move', areaId: thon2, parentId: demoAreas.kyThuongToday }
    const body = { change, day: '2026-11-20', legalBasis: 'Nghị quyết 1/NQ-HĐND', mark: 'text' }
    const moved = await world.as('quantri').post('/api/area-events', body)
    expect(moved.statusCode, moved.body).toBe(200)
    await must(`/api/rounds/${round.roundId}/hand-over`, { because: 'Thôn 2 về xã Kỳ Thượng' })
    const undone = await world
      .as('quantri')
      .post(`/api/area-events/${moved.json().eventId}/undo`, { because: 'Ghi nhầm' })
    expect(undone.statusCode, undone.body).toBe(200)
    return { round, back }
  }

  it('is told with why and when it left, and asked about before a decision is drafted without it', async () => {
    const { round, back } = await handedAndBack(['Sùng Thị Ở', 'Sùng Thị Lại'])
    expect(await listed(round, back)).toMatchObject({
      state: 'ended',
      leftBecause: 'handed_over',
      leftOn: '2026-11-20',
    })
    const { blocked, absent, can } = await round.standing()
    expect([blocked, named(absent), can]).toEqual([[], { absent: ['Sùng Thị Lại'] }, ['draft']])
    expect(await refusal(world, () => round.draft())).toBe('decisions.leaves_out')
    const asked = (await round.draft()).json()
    expect(asked.title.vi).toContain('mở lại bước kiểm tra')
    expect(named(asked.facts.absent)).toEqual({ absent: ['Sùng Thị Lại'] })
    const { decisionId } = await drafted(round, { leaving: 'Hộ đã được xã Kỳ Thượng rà soát' })
    expect(await entriesOf(decisionId)).toEqual(['Sùng Thị Ở'])
    // Asked once: it is said no more of this draft, of one in its place, or of the print.
    expect((await shown(decisionId)).draft.changed).toEqual([])
    const next = await redrafted(decisionId)
    await must(`/api/decisions/${next.decisionId}/print`, { contentHash: next.contentHash })
    expect((await shown(next.decisionId)).sincePrint).toEqual({ forbids: [], differs: [], later: [] })
    await inForce(world, next.decisionId)
    const { rows } = await world.owner.query(
      `select facts from audit_line where subject_id = $1 and what = 'decision.drafted'`,
      [decisionId],
    )
    expect(rows[0].facts).toMatchObject({ leftOut: 1, leaving: 'Hộ đã được xã Kỳ Thượng rà soát' })
  })

  it('comes after the draft, and is asked about when it is drafted again', async () => {
    const [stays, back] = [await settle(world, thon1, 'Giàng Thị Ở'), await settle(world, thon2, 'Giàng Thị Lại')]
    const { round } = await deciding(world, [stays, back])
    const change = { kind: 'move', areaId: thon2, parentId: demoAreas.kyThuongToday }
    const body = { change, day: '2026-11-20', legalBasis: 'Nghị quyết 1/NQ-HĐND', mark: 'text' }
    const { eventId } = (await world.as('quantri').post('/api/area-events', body)).json()
    await must(`/api/rounds/${round.roundId}/hand-over`, { because: 'Thôn 2 về xã Kỳ Thượng' })
    const { decisionId } = await drafted(round)
    expect((await shown(decisionId)).draft.changed).toEqual([])
    const undone = await world.as('quantri').post(`/api/area-events/${eventId}/undo`, { because: 'Ghi nhầm' })
    expect(undone.statusCode, undone.body).toBe(200)
    expect(named((await shown(decisionId)).draft.changed)).toEqual({ absent: ['Giàng Thị Lại'] })
    const again = (more: object) => () =>
      world.as('hung').post(`/api/decisions/${decisionId}/redraft`, { nextId: newId(), ...more })
    expect(await refusal(world, again({}))).toBe('decisions.leaves_out')
    expect((await again({ leaving: 'Xã Kỳ Thượng rà soát' })()).statusCode).toBe(200)
  })
})
