/** What the audit tells of a plan: which fields of which line, from what to what, and the sum; of a draft that was dropped its name. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { aNorm, aProgramme, approvedTopics, aWay, lineSaid, planSaid } from '#test/training.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
let topicId: string
let programmeId: string
beforeAll(async () => {
  world = await openWorld()
  ;[topicId] = await approvedTopics(world)
  programmeId = await aProgramme(world)
})
afterAll(() => world.close())

async function must(person: PersonName, path: string, body: object = {}) {
  const reply = await world.as(person).post(path, body)
  expect(reply.statusCode, `${path}: ${reply.body}`).toBe(200)
}
type Told = { what: string; subject: { name: { vi: string } } | null; detail: { vi: string; en: string } }
async function told(what: string): Promise<Told[]> {
  const reply = await world.as('lan').get(`/api/areas/${demoAreas.phuTho}/audit`)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().lines.filter((line: Told) => line.what === what)
}
const last = async (what: string) => (await told(what))[0]?.detail
async function drafted(name: string, money: object[] = []) {
  const [trainingPlanId, planLineId] = [newId(), newId()]
  const of = { trainingPlanId, areaId: demoAreas.phuTho, programmeId }
  await must('dao', '/api/training-plans', { ...of, ...planSaid, name })
  await must('dao', `/api/training-plans/${trainingPlanId}/lines`, { planLineId, topicId, ...lineSaid, money })
  return { trainingPlanId, planLineId, url: `/api/training-plans/${trainingPlanId}` }
}
const hall = (dong: number, source = 'province') => ({
  ...{ source, normId: null, what: 'Thuê hội trường', quantity: 2, dong },
})

describe('the audit of a plan', () => {
  it('says of a line what was changed, from what to what, and the sum before and after', async () => {
    const { planLineId } = await drafted('Kế hoạch kể lại', [hall(2_500_000)])
    expect(await last('plan.line_added')).toEqual({
      vi: 'chuyên đề: CĐ1; đồng: 5.000.000; số lớp: 3; lượt người: 90',
      en: 'topic: CĐ1; amount: 5.000.000; classes: 3; attendances: 90',
    })
    const change = (body: object) => must('dao', `/api/plan-lines/${planLineId}/change`, body)
    await change({ people: 120, weeks: [13, 14], was: { people: 90, weeks: [12] } })
    expect(await last('plan.line_changed')).toEqual({
      vi: 'chuyên đề: CĐ1; thay đổi: lượt người 90 → 120, Tuần 12 → 13-14',
      en: 'topic: CĐ1; changes: attendances 90 → 120, Weeks 12 → 13-14',
    })
    await change({ money: [hall(3_000_000)], was: { money: [hall(2_500_000)] } })
    expect((await last('plan.line_changed'))?.vi).toBe(
      'chuyên đề: CĐ1; thay đổi: kinh phí (đồng) 5.000.000 → 6.000.000, Thuê hội trường Ngân sách tỉnh, 2 × 2.500.000 đ → Ngân sách tỉnh, 2 × 3.000.000 đ',
    )
    await change({ money: [hall(3_000_000, 'commune')], was: { money: [hall(3_000_000)] } })
    expect((await last('plan.line_changed'))?.en).toBe(
      'topic: CĐ1; changes: Thuê hội trường Provincial budget, 2 × 3.000.000 đ → Communal budget, 2 × 3.000.000 đ',
    )
    await must('dao', `/api/plan-lines/${planLineId}/drop`, { because: 'Trùng' })
    expect((await last('plan.line_dropped'))?.vi).toContain('đồng: 6.000.000; số lớp: 3; lượt người: 120')
  })

  it('says of a plan which field, and of computing anew the sum', async () => {
    const { url } = await drafted('Kế hoạch đổi sĩ số')
    const was = { largestClass: null, largestClassBy: '' }
    await must('dao', `${url}/change`, { largestClass: 45, largestClassBy: 'Quy chế 9', was })
    expect((await last('plan.changed'))?.vi).toBe(
      'thay đổi: sĩ số lớn nhất trống → 45, sĩ số theo văn bản trống → Quy chế 9',
    )
    const normId = await aNorm(world)
    const priced = await drafted('Kế hoạch tính lại', [{ ...hall(1), normId, what: '', dong: null }])
    const next = { nextId: newId(), dong: 120_000, from: '2026-11-02', legalReference: '40/NQ', mark: 'text' }
    await must('lan', `/api/spending-norms/${normId}/next`, next)
    expect((await last('norm.raised'))?.vi).toContain('kinh phí (đồng) 100.000 → 120.000')
    await must('dao', `${priced.url}/reprice`, { edits: 1 })
    expect((await last('plan.repriced'))?.vi).toContain('kinh phí (đồng) 200.000 → 240.000')
  })

  it('names a draft that was dropped in every line of it', async () => {
    const { url } = await drafted('Kế hoạch sẽ bỏ')
    await must('dao', `${url}/drop`, { because: 'Lập nhầm' })
    for (const what of ['plan.dropped', 'plan.line_added', 'plan.begun'])
      expect((await told(what))[0]?.subject, what).toEqual({
        name: { vi: 'Kế hoạch sẽ bỏ', en: 'Kế hoạch sẽ bỏ' },
        opens: null,
      })
  })

  it('says of a way how many km it had', async () => {
    const { trainingWayId } = await aWay(world)
    await must('dao', `/api/training-ways/${trainingWayId}/change`, { km: 52, was: { km: 46 } })
    expect((await last('way.changed'))?.vi).toContain('số km 46 → 52')
  })
})
