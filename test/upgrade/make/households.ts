/** Hùng at his desk: families that come, change, part and go, and the numbers of one that are kept sealed. */
import { newId } from '#platform/server/ids.ts'
import { askByCitizenId, askSealed, type Expected } from '../questions.ts'
import type { Place } from './place.ts'
import { keepSent } from './sent.ts'

export type Somebody = { readonly memberId: string; readonly relation: string; readonly person: object }

/** `more`: sex, year of birth, and what else is known. */
export const somebody = (
  relation: string,
  name: string,
  more: { sex: string; year: number; [known: string]: unknown },
) => {
  const { sex, year, ...known } = more
  const person = { name, sex, birth: { year, month: 4, day: 12 }, ethnicity: '01', ...known }
  return { memberId: newId<'member'>(), relation, person }
}

/** Their numbers are invented, in the form that true ones have. */
const theNhans = [
  somebody('head', 'Nguyễn Thị Nhẫn', {
    sex: 'female',
    year: 1985,
    citizenId: '026185990001',
    insuranceNo: '2699900001',
  }),
  somebody('spouse', 'Lê Văn Bền', { sex: 'male', year: 1983, citizenId: '026083990002' }),
  somebody('child', 'Lê Văn Khôi', { sex: 'male', year: 2003, citizenId: '026203990003' }),
  somebody('child', 'Lê Thị Ước', { sex: 'female', year: 2014 }),
] as const

/** A family moves in today. */
export async function enter({ hung, today }: Place, villageId: string, members: readonly Somebody[]): Promise<string> {
  const householdId = newId<'household'>()
  const where = { villageId, number: '', address: 'Ngõ 5' }
  await hung.post('/api/households', {
    householdId,
    ...where,
    on: today,
    reason: 'moved_in',
    members,
    sure: 'Trùng tên',
  })
  return householdId
}

/** A death that was none is taken back. */
async function takeBack({ hung, today }: Place, at: string, memberId: string): Promise<void> {
  await hung.post(`${at}/members/${memberId}/leave`, { on: today, reason: 'died' })
  const { timeline } = await hung.get<{ timeline: { kind: string; actId: string | null }[] }>(at)
  const eventId = timeline.find(({ kind }) => kind === 'died')?.actId
  await hung.post(`${at}/events/${eventId}/undo`, { because: 'Ghi nhầm người' })
}

/** A grandmother is entered twice: the form asks, is answered, and both are found to be one. */
async function enterTwice(place: Place, villageId: string): Promise<void> {
  const { hung, today } = place
  const old = () => somebody('parent', 'Ngô Thị Bảy', { sex: 'female', year: 1948 })
  const [first, second] = [old(), old()]
  const head = somebody('head', 'Ngô Văn Sáu', { sex: 'male', year: 1971 })
  const at = `/api/households/${await enter(place, villageId, [head, first])}`
  await hung.post(`${at}/members`, { ...second, on: today, reason: 'moved_in', sure: 'Hai cụ cùng tên' })
  const other = { otherHouseholdId: at.split('/').at(-1), otherMemberId: second.memberId, because: 'Cùng một cụ' }
  await hung.post(`${at}/members/${first.memberId}/join`, other)
}

const list = [
  'Thôn,Số hộ,Quan hệ với chủ hộ,Họ và tên,Giới tính,Ngày sinh,Dân tộc',
  'Thôn 3,901,Chủ hộ,Phùng Văn Lựu,Nam,05/11/1976,Kinh',
  'Thôn 3,901,Vợ/chồng,Đặng Thị Mơ,Nữ,1978,Kinh',
  'Thôn 3,902,Chủ hộ,Chu Thị Sim,Nữ,1951,Kinh',
].join('\r\n')

async function enterList({ hung, commune, today }: Place): Promise<void> {
  const fields = { areaId: commune, listedOn: today }
  const file = { name: 'danh-sach.csv', type: 'text/csv', bytes: list }
  const { sha256 } = await hung.upload<{ sha256: string }>('/api/households/import/check', fields, file)
  await hung.upload('/api/households/import', { ...fields, sha256 }, file)
}

/** Everything that can happen to a household. Answers whose numbers were looked at, and one sending as it was. */
export async function changeHouseholds(place: Place): Promise<Pick<Expected, 'sealed' | 'sent'>> {
  const { hung, commune, villages, today } = place
  const [thon1 = '', thon2 = ''] = villages
  const [mother, father, son, daughter] = theNhans
  const householdId = await enter(place, thon1, theNhans)
  const at = `/api/households/${householdId}`
  const born = somebody('child', 'Lê Văn Út', { sex: 'male', year: 2026 })
  await hung.post(`${at}/members`, {
    ...born,
    person: { ...born.person, birth: { year: 2026 } },
    on: today,
    reason: 'born',
  })
  await hung.post(`${at}/members/${daughter.memberId}/change`, { name: 'Lê Thị Mong' })
  await hung.post(`${at}/head`, { on: today, newHeadId: father.memberId })
  const own = { newHouseholdId: newId<'household'>(), villageId: thon1, address: 'Ngõ 6', number: '' }
  const leaving = [{ memberId: son.memberId, relation: 'head' }]
  await hung.post(`${at}/split`, { ...own, on: today, members: leaving })
  const aunt = somebody('head', 'Lê Thị Hoè', { sex: 'female', year: 1958 })
  const alone = await enter(place, thon1, [aunt])
  const relations = [{ memberId: aunt.memberId, relation: 'sibling' }]
  await hung.post(`/api/households/${alone}/merge`, { intoHouseholdId: householdId, on: today, relations })
  const residence = { on: today, villageId: thon2, address: 'Ngõ 9', number: '17' }
  const sent = await keepSent(hung, `${at}/residence`, residence)
  await hung.post(`${at}/members/${born.memberId}/leave`, { on: today, reason: 'entered_by_mistake' })
  await takeBack(place, at, mother.memberId)
  await enterTwice(place, thon2)
  const wrong = await enter(place, thon1, [somebody('head', 'Ghi Nhầm', { sex: 'male', year: 1990 })])
  await hung.post(`/api/households/${wrong}/end`, { on: today, reason: 'entered_by_mistake' })
  await enterList(place)
  const total = { day: today, households: 9100, persons: null, kinhHouseholds: null, dttsHouseholds: null }
  await hung.post(`/api/areas/${commune}/declared-totals`, { ...total, source: 'Báo cáo của xã (mẫu)' })
  const sealed = await askSealed(hung, { householdId, memberId: mother.memberId })
  if ((await askByCitizenId(hung, sealed.citizenId)) !== householdId) throw new Error('the number finds nobody')
  return { sealed, sent }
}
