/** The list of a decision is what the verdicts say, and every count of it opens what it counts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deciding } from '#test/decisions.ts'
import { type Family, type RoundInHand, settle, thon1, thon2 } from '#test/rounds.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const drafted = async (round: RoundInHand): Promise<string> => (await round.draft()).json().decisionId
const show = async (decisionId: string) => (await world.as('hung').get(`/api/decisions/${decisionId}`)).json()

describe('the entries of a decision', () => {
  it('are the opening verdicts on the latest surveys: each household once, its class, its members', async () => {
    const names = ['Nguyễn Thị Một', 'Nguyễn Thị Hai', 'Nguyễn Thị Ba']
    const families: Family[] = []
    for (const name of names) families.push(await settle(world, thon1, name))
    const outcomes = ['poor', 'near_poor', 'not_poor'] as const
    const { round } = await deciding(world, families, { outcomes })
    const classes = new Map(families.map(({ householdId }, at) => [householdId, outcomes[at]]))
    const decisionId = await drafted(round)
    const decision = await show(decisionId)
    const entries = decision.entries as { householdId: string; class: string; members: number }[]
    expect(new Map(entries.map((e) => [e.householdId, e.class]))).toEqual(new Map<string, string | undefined>(classes))
    expect(entries.every((e) => e.members === 3)).toBe(true)
    expect(decision.total).toBe(3)
    for (const { class: of, households, persons } of decision.counts)
      expect([of, households, persons]).toEqual([of, 1, 3])
    const { rows } = await world.owner.query(
      `select count(*)::int as n from decision_entry e join review_case c on c.household_id = e.household_id and c.round_id = e.round_id
         join verdict v on v.household_id = c.household_id and v.survey_id = c.survey_id and v.purpose = 'opens'
        where e.decision_id = $1 and v.id = e.verdict_id and v.class = e.class`,
      [decisionId],
    )
    expect(rows).toEqual([{ n: 3 }])
  })

  it('open by class, movement and village what the counts say, and nothing beside', async () => {
    const families = [
      await settle(world, thon1, 'Vàng Thị Sai'),
      await settle(world, thon2, 'Vàng Thị Dí'),
      await settle(world, thon1, 'Vàng Thị Sáu'),
    ]
    const { round } = await deciding(world, families)
    const decisionId = await drafted(round)
    const list = async (query: string) => (await world.as('lan').get(`/api/decisions/${decisionId}?${query}`)).json()
    const { counts, movements } = await show(decisionId)
    for (const one of counts) expect((await list(`class=${one.class}`)).total).toBe(one.households)
    for (const one of movements) expect((await list(`movement=${one.movement}`)).total).toBe(one.count)
    expect((await list('class=not_poor')).entries).toEqual([])
    expect((await list(`villageId=${thon1}`)).total + (await list(`villageId=${thon2}`)).total).toBe(3)
    expect((await list(`villageId=${thon1}&class=poor&movement=newly`)).total).toBe(2)
    for (const query of ['class=open', 'movement=up', 'page=0', 'villageId=1'])
      expect(await refusal(world, () => world.as('lan').get(`/api/decisions/${decisionId}?${query}`))).toBe(
        'input.invalid',
      )
  })
})
