/** What anybody learns of an old paper after later decisions, in whatever order they came into force. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Facts } from '#features/standards/model/facts.ts'
import {
  answersOf,
  type Family,
  type KindOfRound,
  lackingAnswers,
  roundAtSurveying,
  scan,
  settle,
  thon1,
} from '#test/rounds.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
/** Nhẫn's family stays poor; Ước's has left poverty by November. */
let families: Family[]
beforeEach(async () => {
  world = await openWorld()
  families = [await settle(world, thon1, 'Nguyễn Thị Nhẫn'), await settle(world, thon1, 'Trần Thị Ước')]
})
afterEach(() => world.close())

const poor = (family: Family): Facts => lackingAnswers(family, 1_000_000)
const [still, better] = [poor, (family: Family): Facts => answersOf(family, 5_000_000)]

/** A decision that waits for its signature. */
async function printed(kind: KindOfRound, answers: readonly ((family: Family) => Facts)[]): Promise<string> {
  const { round, cases } = await roundAtSurveying(world, families, kind)
  for (const [at, one] of cases.entries()) {
    const { surveyId } = await round.send(one, (answers[at] ?? poor)(families[at] as Family))
    await round.accept(one, surveyId)
  }
  for (const step of ['surveying', 'checking'])
    await round.must('hung', `/api/rounds/${round.roundId}/finish`, { step })
  await round.pastPaperSteps()
  return (await round.printed()).decisionId
}
const sign = (decisionId: string, number: string, file = scan()) =>
  world
    .as('bich')
    .upload(
      `/api/decisions/${decisionId}/enforce`,
      { number, signedOn: '2026-11-20', signerName: 'Phạm Thị Bích' },
      file,
    )
const asked = async (id: string) => (await world.nobody.get(`/api/public/papers/${id}`)).json()

/** The certificates of a decision, Nhẫn's and Ước's: what anybody is told of each. */
async function certificatesOf(decisionId: string) {
  const { rows } = await world.owner.query<{ id: string; household_id: string; number: string }>(
    'select id, household_id, number from certificate where decision_id = $1',
    [decisionId],
  )
  return Promise.all(
    families.map(async ({ householdId }) => {
      const row = rows.find((r) => r.household_id === householdId)
      return row && { number: row.number, ...(await asked(row.id)) }
    }),
  )
}

const since = { known: true, kind: 'certificate', from: '2026-11-20', until: null, inForce: true, replacedBy: null }
const ended = { known: true, kind: 'certificate', from: '2026-01-01', until: '2026-11-20', inForce: false }

describe('an old certificate', () => {
  it.each(['the annual decision comes first', 'the annual decision comes late'])(
    'names the certificate or the decision that ended it: %s',
    async (order) => {
      const annual = await printed('last_year', [poor, poor])
      const adHoc = await printed('ad_hoc', [still, better])
      const signing = [() => sign(annual, '1/QĐ-UBND'), () => sign(adHoc, '2/QĐ-UBND')]
      for (const act of order.endsWith('late') ? signing.reverse() : signing) expect((await act()).statusCode).toBe(200)
      const [nhan, uoc] = await certificatesOf(adHoc)
      expect(nhan).toMatchObject(since)
      expect(uoc).toBeUndefined()
      expect(await certificatesOf(annual)).toMatchObject([
        { ...ended, replacedBy: { kind: 'certificate', number: nhan?.number } },
        { ...ended, replacedBy: { kind: 'decision', number: '2/QĐ-UBND' } },
      ])
      const decided = { known: true, kind: 'decision', inForce: true, until: null, replacedBy: null }
      expect(await asked(annual)).toMatchObject({ ...decided, from: '2026-01-01' })
      expect(await asked(adHoc)).toMatchObject({ ...decided, from: '2026-11-20' })
    },
  )
})

describe('a decision', () => {
  const waits = { known: true, kind: 'decision', inForce: false, from: null, until: null, replacedBy: null }

  it('is known from its print on, and in force on no day before it is signed; withdrawn, on none at all', async () => {
    const decisionId = await printed('ad_hoc', [still, better])
    expect(await asked(decisionId)).toMatchObject(waits)
    await world.as('hung').post(`/api/decisions/${decisionId}/withdraw`, { because: 'In sai tên' })
    expect(await asked(decisionId)).toMatchObject(waits)
  })

  it('that could not come into force leaves register and numbers as they were', async () => {
    const decisionId = await printed('ad_hoc', [still, still])
    const refused = await sign(decisionId, '2/QĐ-UBND', scan(Buffer.from('MZ')))
    expect(refused.json().code).toBe('papers.scan_type')
    expect(await asked(decisionId)).toMatchObject(waits)
    const { rows } = await world.owner.query(
      `select (select count(*)::int from issued_number) as numbers, (select count(*)::int from file) as files,
              (select count(*)::int from signed_paper where kind = 'certificate') as certificates`,
    )
    expect(rows).toEqual([{ numbers: 0, files: 0, certificates: 0 }])
    expect((await sign(decisionId, '2/QĐ-UBND')).statusCode).toBe(200)
    expect((await certificatesOf(decisionId)).map((one) => one?.number).sort()).toEqual([
      '0001/GCN-2026',
      '0002/GCN-2026',
    ])
  })
})
