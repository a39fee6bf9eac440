/** What a decision in force rests on is fixed word by word: until then a verdict keeps codes alone. */
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toldAnew } from '#features/surveys/rules/retold.ts'
import { deciding, inForce } from '#test/decisions.ts'
import { type Family, settle, thon1 } from '#test/rounds.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Row = { codes: string; reasons: { packed: number; class: string } | null; purpose: string }
const verdictOf = async ({ householdId }: Family): Promise<Row> =>
  (await world.owner.query<Row>(`select codes, reasons, purpose from verdict where household_id = $1`, [householdId]))
    .rows[0] as Row
const shown = async ({ householdId }: Family) =>
  (await world.as('hung').get(`/api/households/${householdId}/review`)).json().verdicts[0]
const factsOf = async (decisionId: string) =>
  (
    await world.owner.query(`select facts from audit_line where subject_id = $1 and what = 'decision.in_force'`, [
      decisionId,
    ])
  ).rows[0].facts

/** One transaction in somebody's name, at the place of a decision or nowhere. */
async function standing(who: PersonName, decision: string | null, work: (client: pg.PoolClient) => Promise<unknown>) {
  const client = await world.owner.connect()
  try {
    await client.query('begin')
    const places = 'select nb_stand($1, array(select area_id from decision where id = $2))'
    await client.query(places, [world.idOf(who), decision])
    await work(client)
  } finally {
    await client.query('commit')
    client.release()
  }
}

describe('the reasons of a verdict', () => {
  it('are told again from the answers until the decision, and the same ones are fixed with it', async () => {
    const family = await settle(world, thon1, 'Nguyễn Thị Nhẫn')
    const { decisionId } = await (await deciding(world, [family])).round.printed()
    expect(await verdictOf(family)).toMatchObject({
      reasons: null,
      codes: expect.stringMatching(/^[lnLN?-]{12} .{16}$/),
    })
    const before = await shown(family)
    expect(before).toMatchObject({ said: null, verdict: { class: 'poor' }, kept: { line: { class: 'poor' } } })
    await inForce(world, decisionId)
    expect((await verdictOf(family)).reasons).toMatchObject({ packed: 1, class: 'poor' })
    expect(await shown(family)).toEqual(before)
    expect(await factsOf(decisionId)).not.toHaveProperty('untold')
  })

  it('are fixed once: nobody writes over them', async () => {
    const family = await settle(world, thon1, 'Trần Thị Ước')
    const { decisionId } = await (await deciding(world, [family])).round.printed()
    await inForce(world, decisionId)
    const { reasons } = await verdictOf(family)
    const { rows } = await world.owner.query('select id from verdict where household_id = $1', [family.householdId])
    const other = [{ household: family.householdId, verdict: rows[0].id, reasons: { class: 'not_poor' } }]
    await standing('hung', decisionId, (client) =>
      client.query('select decision_fix_verdicts($1, $2)', [decisionId, JSON.stringify(other)]),
    )
    expect((await verdictOf(family)).reasons).toEqual(reasons)
  })

  it('that a later program would tell otherwise are not made up: the class stands, and page and audit say it', async () => {
    const family = await settle(world, thon1, 'Lê Thị Cúc')
    const { decisionId } = await (await deciding(world, [family])).round.printed()
    await world.owner.query(
      `update verdict set codes = translate(codes, 'ln', 'nl'), b2 = 90 where household_id = $1`,
      [family.householdId],
    )
    expect(await shown(family)).toMatchObject({
      verdict: null,
      said: toldAnew.other,
      kept: { line: { class: 'poor' } },
    })
    await inForce(world, decisionId)
    expect((await verdictOf(family)).reasons).toBeNull()
    expect(await factsOf(decisionId)).toMatchObject({ untold: 1 })
    const { now } = (await world.as('hung').get(`/api/households/${family.householdId}/review`)).json()
    expect(now).toBe('poor')
  })

  it('are not read or fixed by who does not decide there', async () => {
    const family = await settle(world, thon1, 'Đỗ Thị Ánh')
    const { decisionId } = await (await deciding(world, [family])).round.printed()
    await standing('son', null, async (client) => {
      expect((await client.query('select * from decision_verdicts($1)', [decisionId])).rows).toEqual([])
      await expect(client.query(`select decision_fix_verdicts($1, '[]')`, [decisionId])).rejects.toThrow('decision')
    })
  })
})
