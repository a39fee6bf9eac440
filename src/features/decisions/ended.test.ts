/** A certificate that no longer holds is told so wherever it stands, printed with its mark, and put right no more. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lookAt } from '#platform/server/documents/pdf/look.ts'
import { newId } from '#platform/server/ids.ts'
import { deciding, inForce, type Outcome } from '#test/decisions.ts'
import { type Family, type KindOfRound, roundAtSurveying, settle, thon1 } from '#test/rounds.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
let families: [Family, Family]
beforeEach(async () => {
  world = await openWorld()
  families = [await settle(world, thon1, 'Nguyễn Thị Nhẫn'), await settle(world, thon1, 'Trần Thị Ước')]
})
afterEach(() => world.close())

const get = (path: string) => world.as('hung').get(path)
const textOf = async (path: string) => {
  const reply = await get(path)
  expect(reply.statusCode, reply.body).toBe(200)
  return lookAt(reply.rawPayload)
    .map((page) => page.text.replace(/\s+/g, ' '))
    .join(' | ')
}

async function decided(of: readonly Family[], outcomes: readonly Outcome[], kind: KindOfRound = 'ad_hoc') {
  const { round } = await deciding(world, of, { outcomes, kind })
  const { decisionId } = await round.printed()
  await inForce(world, decisionId)
  return decisionId
}
const papers = (decisionId: string) => `/api/decisions/${decisionId}/giay-chung-nhan.pdf`
const entriesOf = async (decisionId: string) => (await get(`/api/decisions/${decisionId}`)).json()

describe('the certificate of a household that ended on the day of its decision', () => {
  it('is marked, left out of the print of all, and not put right', async () => {
    const decisionId = await decided(families, ['poor', 'poor'])
    const [nhan] = families
    const path = `/api/decisions/${decisionId}/households/${nhan.householdId}/correction`
    const before = await entriesOf(decisionId)
    expect(before.standing).toEqual([{ class: 'poor', count: 2 }])
    expect(before.entries.map((one: { certificateEnded: unknown }) => one.certificateEnded)).toEqual([null, null])
    expect(await textOf(papers(decisionId))).toContain('Nguyễn Thị Nhẫn')
    const ending = { on: '2026-11-20', reason: 'moved_away' }
    expect((await world.as('hung').post(`/api/households/${nhan.householdId}/end`, ending)).statusCode).toBe(200)

    const said = 'hết hiệu lực từ ngày 20/11/2026 vì hộ kết thúc'
    const shown = await entriesOf(decisionId)
    expect(shown.standing).toEqual([{ class: 'poor', count: 1 }])
    const entry = shown.entries.find((one: { householdId: string }) => one.householdId === nhan.householdId)
    expect(entry.certificateEnded.vi).toBe(said)
    const all = await textOf(papers(decisionId))
    expect(all).toContain('Trần Thị Ước')
    expect(all).not.toMatch(/Nguyễn Thị Nhẫn|HẾT HIỆU LỰC/)
    for (const which of [`householdId=${nhan.householdId}`, `certificateId=${entry.certificateId}`]) {
      const one = await textOf(`${papers(decisionId)}?${which}`)
      expect(one).toContain('HẾT HIỆU LỰC')
      expect(one).toContain(`Giấy này ${said}`)
    }
    const list = await get(`/api/decisions/${decisionId}/entries/file?as=csv`)
    expect(list.body).toContain(`${entry.certificateNumber} (${said})`)
    expect(await refusal(world, () => get(path))).toBe('corrections.paper_ended')
    const [paper] = (await get(`/api/households/${nhan.householdId}/review`)).json().papers
    expect([paper.ended.vi, paper.can]).toEqual([said, []])
  })
})

describe('a certificate that the next decision ended', () => {
  it('names it at the household and across the paper, and none is left to be printed for all', async () => {
    const annual = await decided(families, ['poor', 'poor'], 'last_year')
    const adHoc = await decided(families, ['poor', 'not_poor'])
    const [nhan, uoc] = families
    const papersOf = async ({ householdId }: Family) =>
      (await get(`/api/households/${householdId}/review`)).json().papers
    const [next, old] = await papersOf(nhan)
    expect([next.ended, next.can]).toEqual([null, ['correct']])
    expect(old.can).toEqual([])
    expect(old.ended.vi).toBe(`hết hiệu lực từ ngày 20/11/2026 theo Giấy chứng nhận số ${next.number} ngày 20/11/2026`)
    expect((await papersOf(uoc))[0].ended.vi).toMatch(/^hết hiệu lực từ ngày 20\/11\/2026 theo Quyết định số /)
    const one = await textOf(`${papers(annual)}?certificateId=${old.certificateId}`)
    expect(one).toContain('HẾT HIỆU LỰC')
    expect(one).toContain(next.number)
    expect(await refusal(world, () => get(papers(annual)))).toBe('decisions.certificates_ended')
    const shown = await entriesOf(annual)
    expect(shown.standing).toEqual([])
    expect(await textOf(papers(adHoc))).not.toContain('HẾT HIỆU LỰC')
    // Mai may not read the register of papers; she is told all the same.
    const told = (await world.as('mai').get(`/api/households/${nhan.householdId}/review`)).json().papers
    expect(told[1].ended).toEqual(old.ended)
  })
})

describe('what stands beside a decision', () => {
  it('a withdrawn one opens the one that the round has now', async () => {
    const { round } = await deciding(world, families)
    const { decisionId } = await round.printed()
    const nextId = newId()
    const again = await world.as('hung').post(`/api/decisions/${decisionId}/redraft`, { nextId })
    expect(again.statusCode, again.body).toBe(200)
    expect((await entriesOf(decisionId)).nextId).toBe(nextId)
    expect((await entriesOf(nextId)).nextId).toBeNull()
  })

  it('each correction that waits for Bích stands on a line of its own and opens its page', async () => {
    const decisionId = await decided(families, ['poor', 'poor'])
    const made: string[] = []
    for (const { householdId } of families) {
      const { rows } = await world.owner.query(`select id from member where household_id = $1 and relation = 'child'`, [
        householdId,
      ])
      const mending = `/api/households/${householdId}/members/${rows[0].id}/change`
      const reply = await world.as('hung').post(mending, { birth: { year: 2015, month: 4, day: 12 } })
      expect(reply.statusCode, reply.body).toBe(200)
      const correctionId = newId()
      const path = `/api/decisions/${decisionId}/households/${householdId}/correction`
      const draft = await world.as('hung').post(path, { correctionId, because: 'Ghi sai năm sinh' })
      expect(draft.statusCode, draft.body).toBe(200)
      made.push(correctionId)
    }
    const { items } = (await world.as('bich').get('/api/work/corrections')).json()
    expect(items.map((one: { correctionId: string }) => one.correctionId).sort()).toEqual(made.sort())
    expect(items.map((one: { headName: string }) => one.headName).sort()).toEqual(['Nguyễn Thị Nhẫn', 'Trần Thị Ước'])
  })

  it('a round that listed a household before another decision tells the class it holds now', async () => {
    const { round, cases } = await roundAtSurveying(world, families, 'ad_hoc')
    await decided(families, ['poor', 'near_poor'], 'last_year')
    const listed = (await get(`/api/rounds/${round.roundId}/cases`)).json().cases
    const of = (at: number) => listed.find((one: { caseId: string }) => one.caseId === cases[at]?.caseId).classBefore
    expect([of(0), of(1)]).toEqual(['poor', 'near_poor'])
    const mine = (await world.as('mai').get('/api/my-surveys')).json().cases
    expect(mine.map((one: { classBefore: string }) => one.classBefore)).toContain('near_poor')
  })
})
