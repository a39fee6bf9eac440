/** A decision in force: what it begins, by day and household, what it numbers, keeps and tells. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deciding, inForce } from '#test/decisions.ts'
import { type Family, type KindOfRound, type RoundInHand, settle, thon1, thon2 } from '#test/rounds.ts'
import { png } from '#test/scans.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Printed = {
  readonly round: RoundInHand
  readonly families: readonly Family[]
  readonly decisionId: string
  readonly contentHash: string
}

/** A decision over these families, printed and waiting to be signed: the first near-poor, the others poor. */
async function printed(families: readonly Family[], kind: KindOfRound = 'ad_hoc'): Promise<Printed> {
  const { round } = await deciding(world, families, { outcomes: ['near_poor'], kind })
  return { round, families, ...(await round.printed()) }
}
const alone = async (name: string): Promise<Printed> => printed([await settle(world, thon1, name)])
const review = async ({ householdId }: Family, day: string) =>
  (await world.as('hung').get(`/api/households/${householdId}/review?day=${day}`)).json()

describe('a decision in force', () => {
  it('gives each household its class from its day on, none on the day before, and the certificates of the listed', async () => {
    const families = [await settle(world, thon1, 'Giàng Thị Chư'), await settle(world, thon2, 'Giàng Thị Dua')]
    const of = await printed(families)
    expect(await inForce(world, of.decisionId)).toMatchObject({ classesHoldFrom: '2026-11-20', certificates: 2 })
    const classesOn = async (day: string) => {
      const held = []
      for (const family of families) held.push((await review(family, day)).now)
      return held
    }
    expect(await classesOn('2026-11-19')).toEqual([null, null])
    expect(await classesOn('2026-11-20')).toEqual(['near_poor', 'poor'])
    expect(await classesOn('2026-11-21')).toEqual(['near_poor', 'poor'])
    expect(await classesOn('2030-01-01')).toEqual(['near_poor', 'poor'])
    const { papers } = await review(families[0] as Family, '2026-11-20')
    expect(papers).toMatchObject([{ class: 'near_poor', year: 2026, decisionId: of.decisionId }])
  })

  it('gives no certificate to a household that is not poor, and names it all the same', async () => {
    const family = await settle(world, thon1, 'Mùa Thị Pà')
    const { round } = await deciding(world, [family], { outcomes: ['not_poor'] })
    const { decisionId } = await round.printed()
    expect(await inForce(world, decisionId)).toMatchObject({ certificates: 0 })
    const shown = await review(family, '2026-11-20')
    expect([shown.now, shown.papers]).toEqual(['not_poor', []])
  })

  it('of last year’s round, signed late, ends where this month’s decision begins: one class a day, in two rounds', async () => {
    const family = await settle(world, thon1, 'Thào Thị Xua')
    const late = await printed([family], 'last_year')
    const now = await printed([family])
    await inForce(world, now.decisionId)
    await inForce(world, late.decisionId)
    const { classes } = await review(family, '2026-11-20')
    expect(
      classes.map((c: { from: string; until: string | null; decisionId: string }) => [c.from, c.until, c.decisionId]),
    ).toEqual([
      ['2026-11-20', null, now.decisionId],
      ['2026-01-01', '2026-11-20', late.decisionId],
    ])
    for (const [day, held] of [
      ['2025-12-31', null],
      ['2026-01-01', 'near_poor'],
      ['2026-11-19', 'near_poor'],
      ['2026-11-20', 'near_poor'],
    ])
      expect([day, (await review(family, day as string)).now]).toEqual([day, held])
  })

  it('numbers its certificates one after the other in the order of its list, none of them twice in the commune', async () => {
    const of = await printed([
      await settle(world, thon2, 'Cứ Thị Ba'),
      await settle(world, thon1, 'Cứ Thị Hai'),
      await settle(world, thon1, 'Cứ Thị Ánh'),
    ])
    await inForce(world, of.decisionId)
    const { entries } = (await world.as('hung').get(`/api/decisions/${of.decisionId}`)).json()
    const given = entries.map((e: { certificateNumber: string }) => Number(e.certificateNumber.split('/')[0]))
    expect(given).toEqual([given[0], given[0] + 1, given[0] + 2])
    expect(entries[0].certificateNumber).toMatch(/^\d{4}\/GCN-2026$/)
    const { rows } = await world.owner.query(
      'select count(*)::int as made, count(distinct number)::int as numbers from certificate where year = 2026',
    )
    expect(rows[0].numbers).toBe(rows[0].made)
  })

  it('keeps the scan without what hangs behind it, under its own type, for those who read rounds here', async () => {
    const of = await alone('Tráng Thị Sử')
    const bytes = Buffer.concat([png, Buffer.from('<script>alert(1)</script>')])
    await inForce(world, of.decisionId, { file: { name: '../../etc/passwd.pdf', type: 'text/html', bytes } })
    const reply = await world.as('lan').get(`/api/decisions/${of.decisionId}/ban-ky`)
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'image/png'])
    expect(reply.rawPayload).toEqual(png)
    expect(reply.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    expect(reply.headers['content-disposition']).toMatch(
      /^attachment; filename="Quyet dinh \(ban ky\) \d+-QD-UBND xa Tam Hong 20\d\d\.png"/,
    )
    for (const person of ['son', 'mai'] as const)
      expect(await refusal(world, () => world.as(person).get(`/api/decisions/${of.decisionId}/ban-ky`))).toBe(
        'decisions.not_found',
      )
  })

  it('is told once in the audit, and a resend of its command writes nothing more', async () => {
    const of = await alone('Hạng Thị Mỷ')
    await inForce(world, of.decisionId)
    const { rows } = await world.owner.query('select what, facts from audit_line where subject_id = $1 order by at', [
      of.decisionId,
    ])
    expect(rows.map((r) => r.what)).toEqual([
      'decision.drafted',
      'decision.papers_tried',
      'decision.printed',
      'decision.in_force',
    ])
    expect(rows[3]?.facts).toMatchObject({ certificates: 1, holdFrom: '2026-11-20' })
    expect(JSON.stringify(rows)).not.toMatch(/Hạng|Mỷ/)
  })
})
