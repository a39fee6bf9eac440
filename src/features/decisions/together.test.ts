/** Two decisions, two people, one second. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { DecisionId, RoundId } from '#kernel/ids.ts'
import { newId } from '#platform/server/ids.ts'
import { type Family, roundAtSurveying, scan, settle, thon1 } from '#test/rounds.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { openWorld, type World } from '#test/world.ts'

type Printed = { readonly roundId: RoundId; readonly decisionId: DecisionId }

let world: World
let families: Family[]
/** The annual round of last year, late, and one of this month, over the same twelve households: printed, to be signed. */
let annual: Printed
let adHoc: Printed

async function printedRound(kind: 'last_year' | 'ad_hoc'): Promise<Printed> {
  const { round, cases } = await roundAtSurveying(world, families, kind)
  await round.toDeciding(cases, families)
  return { roundId: round.roundId, decisionId: (await round.printed()).decisionId }
}

beforeAll(async () => {
  world = await openWorld()
  families = []
  for (let n = 1; n <= 12; n += 1) families.push(await settle(world, thon1, 'Nguyễn Thị Nhẫn'))
  annual = await printedRound('last_year')
  adHoc = await printedRound('ad_hoc')
})
afterAll(() => world.close())

/** As if neither had come into force, and no other had been drafted. */
async function again(): Promise<void> {
  const kept = `('${annual.decisionId}', '${adHoc.decisionId}')`
  await world.owner.query(`
    delete from certificate; delete from issued_number; delete from household_class;
    delete from signed_paper where kind = 'certificate';
    update signed_paper set number = null, issued_on = null, in_force_from = null;
    delete from decision_entry where decision_id not in ${kept}; delete from decision where id not in ${kept};
    update decision set state = 'printed', number = null, number_year = null, number_serial = null,
      signed_on = null, classes_hold_from = null, scan_id = null;
    update round set state = 'deciding', classes_hold_from = case kind when 'annual' then classes_hold_from end,
      decision_id = (select id from decision where round_id = round.id);
    update household set ended_on = null, end_reason = null`)
}
beforeEach(again)

type Person = 'bich' | 'hung'
const enforce =
  (person: Person, { decisionId }: Printed, number: string) =>
  () =>
    world
      .as(person)
      .upload(
        `/api/decisions/${decisionId}/enforce`,
        { number, signedOn: '2026-11-20', signerName: 'Phạm Thị Bích', sure: 'Ký theo bản in' },
        scan(),
      )
const post = (url: string, body: object) => () => world.as('hung').post(url, body)
const withdraw = ({ decisionId }: Printed) => post(`/api/decisions/${decisionId}/withdraw`, { because: 'In sai tên' })
const draft = ({ roundId }: Printed) => post(`/api/rounds/${roundId}/decision`, { decisionId: newId() })
const reopen = ({ roundId }: Printed) => post(`/api/rounds/${roundId}/reopen`, { because: 'Kiểm tra lại' })
/** Whatever was drafted for the round is withdrawn. */
const withdrawn = ({ roundId }: Printed) =>
  world.owner.query(`update decision set state = 'withdrawn' where round_id = '${roundId}';
    update round set decision_id = null where id = '${roundId}'`)

const held = async (from: string, until: string | null) =>
  (
    await world.owner.query<{ n: number }>(
      `select count(*)::int as n from household_class
        where valid_from = $1 and valid_until is not distinct from $2::date`,
      [from, until],
    )
  ).rows[0]?.n
const count = async (table: string) =>
  (await world.owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n

describe('two decisions over the same households in one second', () => {
  it('give every household one class on every day, twenty times out of twenty, whichever comes first', async () => {
    for (let time = 0; time < 20; time += 1) {
      await again()
      const both = [enforce('bich', annual, '1/QĐ-UBND'), enforce('hung', adHoc, '2/QĐ-UBND')]
      const replies = await meetingAt(world, 'decision_entry', time % 2 ? both : both.toReversed())
      expect(answersIn(replies)).toEqual(['ok', 'ok'])
      expect(await held('2026-01-01', '2026-11-20')).toBe(12)
      expect(await held('2026-11-20', null)).toBe(12)
      expect(await count('household_class')).toBe(24)
    }
  })

  it('give no certificate the number of another', async () => {
    await meetingAt(world, 'decision_entry', [
      enforce('bich', annual, '1/QĐ-UBND'),
      enforce('hung', adHoc, '2/QĐ-UBND'),
    ])
    const { rows } = await world.owner.query(
      'select count(*)::int as made, count(distinct number)::int as numbers from certificate',
    )
    expect(rows).toEqual([{ made: 24, numbers: 24 }])
  })

  it('do not both take one number of the commune: the other is told so in words and writes nothing', async () => {
    const replies = await meetingAt(world, 'decision_entry', [
      enforce('bich', annual, '7/QĐ-UBND'),
      enforce('hung', adHoc, '7/QĐ-UBND'),
    ])
    expect(answersIn(replies).toSorted()).toEqual(['decisions.number_used', 'ok'])
    expect(replies.find((reply) => reply.statusCode === 409)?.json().title.vi).toBe(
      'Số quyết định này xã đã dùng trong năm. Chưa có gì được ghi.',
    )
    expect(await count('household_class')).toBe(12)
    expect(await count('certificate')).toBe(12)
  })

  it('are not in force for a household the database would let hold two classes: the days exclude each other', async () => {
    await enforce('bich', adHoc, '2/QĐ-UBND')()
    const second = world.owner.query(
      `insert into household_class (household_id, id, village_id, home_id, class, standard_id, valid_from, decision_id, verdict_id)
       select household_id, gen_random_uuid(), village_id, home_id, class, standard_id, '2026-12-01', decision_id, verdict_id
         from household_class limit 1`,
    )
    await expect(second).rejects.toMatchObject({ constraint: 'household_class_one_a_day' })
  })
})

describe('one decision, two people', () => {
  it('comes into force once', async () => {
    const both = [enforce('bich', adHoc, '2/QĐ-UBND'), enforce('hung', adHoc, '3/QĐ-UBND')]
    expect(answersIn(await meetingAt(world, 'decision_entry', both))).toEqual(['ok', 'rounds.step_not_allowed'])
    expect(await count('household_class')).toBe(12)
  })

  it('is fixed for signing once, and the second reads that it was just done', async () => {
    const { decisionId } = adHoc
    const { rows } = await world.owner.query(
      `update decision set state = 'drafted', printed_at = null, signed = null where id = $1 returning content_hash`,
      [decisionId],
    )
    await world.owner.query('delete from signed_paper where id = $1', [decisionId])
    const print = post(`/api/decisions/${decisionId}/print`, { contentHash: rows[0].content_hash })
    const replies = await meetingAt(world, 'audit_line', [print, print])
    expect(answersIn(replies)).toEqual(['ok', 'decisions.changed_just_now'])
    const said = replies.find((reply) => reply.statusCode === 409)?.json().title.vi
    expect(said).toContain('Hãy tải lại')
    expect(said).not.toContain('Dự thảo')
  })

  it('is either in force or withdrawn', async () => {
    const forceFirst = [enforce('bich', adHoc, '2/QĐ-UBND'), withdraw(adHoc)]
    expect(answersIn(await meetingAt(world, 'audit_line', forceFirst))).toEqual(['ok', 'rounds.step_not_allowed'])
    await again()
    const withdrawFirst = [withdraw(adHoc), enforce('bich', adHoc, '2/QĐ-UBND')]
    expect(answersIn(await meetingAt(world, 'audit_line', withdrawFirst))).toEqual([
      'ok',
      'decisions.state_not_allowed',
    ])
    expect(await count('household_class')).toBe(0)
  })

  it('is drafted once, and never from a round that goes back to checking', async () => {
    await withdrawn(adHoc)
    const drafts = await meetingAt(world, 'audit_line', [draft(adHoc), draft(adHoc)])
    expect(answersIn(drafts)).toEqual(['ok', 'decisions.exists'])
    await withdrawn(adHoc)
    const draftFirst = await meetingAt(world, 'audit_line', [draft(adHoc), reopen(adHoc)])
    expect(answersIn(draftFirst)).toEqual(['ok', 'rounds.withdraw_first'])
    await withdrawn(adHoc)
    const reopenFirst = await meetingAt(world, 'audit_line', [reopen(adHoc), draft(adHoc)])
    expect(answersIn(reopenFirst)).toEqual(['ok', 'decisions.blocked'])
  })
})

describe('a round under a decision', () => {
  it('is not taken back to checking by the database either, and is again once it is withdrawn', async () => {
    const back = () => world.owner.query("update round set state = 'checking' where id = $1", [adHoc.roundId])
    await expect(back()).rejects.toMatchObject({ constraint: 'round_decided' })
    expect(answersIn([await reopen(adHoc)()])).toEqual(['rounds.withdraw_first'])
    expect(answersIn([await withdraw(adHoc)(), await reopen(adHoc)()])).toEqual(['ok', 'ok'])
  })
})

describe('a household of the list that ends while its decision comes into force', () => {
  const end = (on: string) => post(`/api/households/${families[0]?.householdId}/end`, { on, reason: 'moved_away' })

  it('refuses the decision where it ends first: the paper names who was not there', async () => {
    const replies = await meetingAt(world, 'household_event', [end('2026-11-19'), enforce('bich', adHoc, '2/QĐ-UBND')])
    expect(answersIn(replies)).toEqual(['ok', 'decisions.household_ended'])
    expect(replies[1]?.json().facts).toMatchObject({ count: 1, households: [families[0]?.householdId] })
    expect(await count('household_class')).toBe(0)
    expect(await count('certificate')).toBe(0)
  })

  it('ends after it where it comes second', async () => {
    const replies = await meetingAt(world, 'audit_line', [enforce('bich', adHoc, '2/QĐ-UBND'), end('2026-11-20')])
    expect(answersIn(replies)).toEqual(['ok', 'ok'])
    expect(await count('household_class')).toBe(12)
  })
})
