/** Two decisions, two people, one second. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DecisionId } from '#kernel/ids.ts'
import { type Family, roundAtSurveying, scan, settle, thon1 } from '#test/rounds.ts'
import { codesOf, meetingAt, statusesOf } from '#test/together.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
let families: Family[]
/** The annual round of last year, late, and one of this month, over the same twelve households: printed, to be signed. */
let annual: DecisionId
let adHoc: DecisionId

async function printedRound(kind: 'last_year' | 'ad_hoc'): Promise<DecisionId> {
  const { round, cases } = await roundAtSurveying(world, families, kind)
  await round.toDeciding(cases, families)
  return (await round.printed()).decisionId
}

beforeAll(async () => {
  world = await openWorld()
  families = []
  for (let n = 1; n <= 12; n += 1) families.push(await settle(world, thon1, `Nguyễn Thị Hộ`))
  annual = await printedRound('last_year')
  adHoc = await printedRound('ad_hoc')
})
afterAll(() => world.close())

const enforce = (person: 'bich' | 'hung', decisionId: DecisionId, number: string) =>
  world
    .as(person)
    .upload(
      `/api/decisions/${decisionId}/enforce`,
      { number, signedOn: '2026-11-20', signerName: 'Phạm Thị Bích', signerPost: 'Chủ tịch' },
      scan(),
    )

/** As if neither had come into force. */
const again = () =>
  world.owner.query(`
    delete from certificate; delete from issued_number; delete from household_class;
    update decision set state = 'printed', number = null, signed_on = null, classes_hold_from = null, scan_id = null;
    update round set state = 'deciding', classes_hold_from = case kind when 'annual' then classes_hold_from end`)

const classes = async () =>
  (
    await world.owner.query<{ household_id: string; from: string; until: string | null }>(
      `select household_id, valid_from::text as from, valid_until::text as until from household_class
        order by household_id, valid_from`,
    )
  ).rows
const twiceOnOneDay = async () =>
  (
    await world.owner.query<{ n: number }>(
      `select count(distinct a.household_id)::int as n from household_class a join household_class b
        on a.household_id = b.household_id and a.id < b.id
       and daterange(a.valid_from, a.valid_until) && daterange(b.valid_from, b.valid_until)`,
    )
  ).rows[0]?.n

describe('two decisions in force in one second', () => {
  it('give every household one class on every day, twenty times out of twenty', async () => {
    for (let time = 0; time < 20; time += 1) {
      await again()
      const replies = await meetingAt(world, 'decision_entry', [
        () => enforce('bich', annual, '1/QĐ'),
        () => enforce('hung', adHoc, '2/QĐ'),
      ])
      expect(statusesOf(replies), codesOf(replies).join()).toEqual([200, 200])
      expect(await twiceOnOneDay()).toBe(0)
      const held = await classes()
      expect(held).toHaveLength(24)
      expect(held.filter((c) => c.from === '2026-01-01' && c.until === '2026-11-20')).toHaveLength(12)
      expect(held.filter((c) => c.from === '2026-11-20' && c.until === null)).toHaveLength(12)
    }
  })
})
