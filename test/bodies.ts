/** Acts on bodies, for the tests that tell of them. */
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { unasked } from './unasked.ts'
import type { PersonName, World } from './world.ts'

let decisions = 0
/** They share a name: whoever enters them was asked. */
export const steering = () => ({
  also: true,
  ...{ bodyId: newId(), unitId: demoAreas.tamHongToday, kind: 'steering', name: 'Ban Chỉ đạo chương trình mục tiêu' },
  ...{ watches: '', watchesCode: '', decisionNumber: `${++decisions}/QĐ-UBND`, decidedOn: '2026-01-02' },
  ...{ decidedBy: 'UBND xã Tam Hồng', from: '2026-01-05', until: null },
})
export const supervision = () => ({
  ...{ ...steering(), kind: 'supervision', name: 'Ban Giám sát đường liên thôn', watches: 'Đường liên thôn 1 - 2' },
  ...{ decisionNumber: `${decisions}/QĐ-MTTQ`, decidedBy: 'Ủy ban MTTQ xã Tam Hồng' },
})

export function bodyActs(world: World) {
  /** A body meets once at an hour. */
  const met = new Map<string, number>()
  const must = async (person: PersonName, url: string, body: object) => {
    const reply = await world.as(person).post(url, body)
    if (reply.statusCode !== 200) throw new Error(`${url}: ${reply.body}`)
    return reply.json()
  }
  const found = (person: PersonName, body: object) => world.as(person).post('/api/bodies', body)
  const join = (person: PersonName, bodyId: string, officialId: string, part: object = {}) =>
    world.as(person).post(`/api/bodies/${bodyId}/members`, {
      ...{
        bodyMemberId: newId(),
        officialId,
        role: 'member',
        comesFrom: null,
        from: '2026-01-05',
        until: null,
        ...part,
      },
    })
  return {
    must,
    found,
    join,
    /** Somebody of the roster of Tam Hồng, or of Sơn's, with a post or without. */
    async person(
      name: string,
      post: { post: string; areaId: string } | null = null,
      by: 'hung' | 'son' = 'hung',
    ): Promise<string> {
      const born = { sex: 'male', birth: { year: 1975 }, ethnicity: '01', languages: [], phone: '', personalNumber: '' }
      const held = {
        appointmentId: newId(),
        standing: 'own',
        from: '2026-01-05',
        until: null,
        decisionNumber: '',
        also: true,
      }
      const holds = post && { ...held, decidedOn: null, ...post }
      const officialId = newId()
      const unitId = by === 'hung' ? demoAreas.tamHongToday : demoAreas.kyThuongToday
      await must(by, '/api/officials', { officialId, unitId, name, ...born, holds, sure: 'Người khác' })
      await unasked(world, officialId)
      return officialId
    },
    /** Recorded as having died in a post that they held until then. */
    async died(officialId: string, last: string): Promise<void> {
      const post = {
        appointmentId: newId(),
        post: 'mass_organisation',
        areaId: demoAreas.tamHongToday,
        standing: 'own',
      }
      const held = { ...post, from: '2026-01-05', until: null, decisionNumber: '', decidedOn: null }
      await must('hung', `/api/officials/${officialId}/appointments`, held)
      await must('hung', `/api/appointments/${post.appointmentId}/end`, { last, reason: 'died' })
    },
    async founded(part: object = {}, person: PersonName = 'hung'): Promise<string> {
      return (await must(person, '/api/bodies', { ...steering(), ...part })).bodyId
    },
    async joined(bodyId: string, officialId: string, part: object = {}): Promise<string> {
      const bodyMemberId = newId()
      const reply = await join('hung', bodyId, officialId, { bodyMemberId, ...part })
      if (reply.statusCode !== 200) throw new Error(reply.body)
      return bodyMemberId
    },
    async met(bodyId: string, part: object = {}): Promise<string> {
      const nth = met.get(bodyId) ?? 0
      met.set(bodyId, nth + 1)
      const called = {
        on: '2026-11-02',
        time: `08:${String(nth).padStart(2, '0')}`,
        place: 'Hội trường UBND xã',
        agenda: ['Tiến độ rà soát'],
      }
      return (await must('hung', `/api/bodies/${bodyId}/meetings`, { meetingId: newId(), ...called, ...part }))
        .meetingId
    },
  }
}
