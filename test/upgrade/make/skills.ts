/** Hùng's people: somebody entered twice and joined, a committee whose minutes were signed; what Lan says a commune needs. */

import { demoPassword } from '#features/people/demo/accounts.ts'
import { newId } from '#platform/server/ids.ts'
import { tinyPdf } from '../../scans.ts'
import { type Person, signIn } from '../person.ts'
import { askSkills, type Skills } from '../questions.ts'
import type { Place } from './place.ts'

const unsaid = { ethnicity: '01', languages: [], phone: '', personalNumber: '', holds: null }

async function enter({ hung, commune }: Place, name: string, part: object = {}): Promise<string> {
  const officialId = newId()
  const born = { sex: 'female', birth: { year: 1985 } }
  await hung.post('/api/officials', {
    officialId,
    unitId: commune,
    name,
    ...born,
    ...unsaid,
    sure: 'Ghi lần nữa',
    ...part,
  })
  return officialId
}

/** Two records, the second with what the first leaves out, become the first. */
async function joinTwo(place: Place): Promise<Pick<Skills, 'officialId' | 'formerId'>> {
  const officialId = await enter(place, 'Trần Thị Hai Lần')
  const formerId = await enter(place, 'Trần Thị Hai', { phone: '0912 000 111' })
  await place.hung.post(`/api/officials/${formerId}/change`, { name: 'Trần Thị Hai Lần' })
  await place.hung.post(`/api/officials/${officialId}/join`, { formerId, because: 'Cùng một người, ghi hai lần' })
  return { officialId, formerId }
}

/** A committee that met, and whose minutes were signed and kept; then its name was put right. */
async function meet({ hung, commune, today }: Place, head: string): Promise<string> {
  const began = `${today.slice(0, 4)}-01-05`
  const { bodyId } = await hung.post<{ bodyId: string }>('/api/bodies', {
    ...{ bodyId: newId(), unitId: commune, kind: 'steering', name: 'Ban Chỉ đạo chương trình (mẫu)', until: null },
    ...{ watches: '', watchesCode: '', decisionNumber: '77/QĐ-UBND (mẫu)', decidedOn: began, from: began },
    decidedBy: 'UBND xã Tam Hồng',
  })
  const seat = { bodyMemberId: newId(), officialId: head, role: 'head', comesFrom: null, from: began, until: null }
  await hung.post(`/api/bodies/${bodyId}/members`, seat)
  const called = {
    meetingId: newId(),
    on: began,
    time: '08:00',
    place: 'Hội trường UBND xã',
    agenda: ['Tiến độ rà soát'],
  }
  await hung.post(`/api/bodies/${bodyId}/meetings`, called)
  const path = `/api/meetings/${called.meetingId}`
  await hung.post(`${path}/change`, { present: [head], guests: 'Ông Tư', conclusions: ['Xong trước cuối tháng.'] })
  await hung.post(`${path}/tasks`, { taskId: newId(), officialId: head, what: 'Lập danh sách hộ', due: today })
  const { minutes } = await hung.get<{ minutes: { fingerprint: string } }>(path)
  const scan = { name: 'trang-ky.pdf', type: 'application/pdf', bytes: tinyPdf.toString('latin1') }
  await hung.upload(`${path}/signed`, { fingerprint: minutes.fingerprint }, scan)
  await hung.post(`/api/bodies/${bodyId}/change`, { name: 'Ban Chỉ đạo giảm nghèo (mẫu)' })
  return called.meetingId
}

async function needTwo(lan: Person, areaId: string, today: string): Promise<void> {
  const value = { required: 2, from: today, legalBasis: '7/NQ-HĐND (mẫu)', mark: 'illustrative' }
  await lan.post('/api/body-norms', { bodyNormId: newId(), areaId, kind: 'steering', level: 'commune', ...value })
}

export async function leaveSkills(place: Place): Promise<Skills> {
  const lan = await signIn(place.address, 'lan', demoPassword)
  const joined = await joinTwo(place)
  const meetingId = await meet(place, joined.officialId)
  await needTwo(lan, lan.account.grants[0]?.areaId ?? '', place.today)
  return askSkills({ hung: place.hung, lan }, { ...joined, meetingId })
}
