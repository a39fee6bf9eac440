/** Trị, the administrator: an account with grants that come and go, a new unit, what a unit declares. */
import { signIn } from '../person.ts'
import type { Place } from './place.ts'

/** He came later, and chose his own password. */
export const dung = { login: 'dung', name: 'Cao Văn Dũng', password: 'sông cạn đá mòn 26' }

export async function giveAccount({ address, quantri, commune, today }: Place): Promise<void> {
  const first = { login: dung.login, name: dung.name, firstPassword: 'mật khẩu đầu', role: 'viewer', areaId: commune }
  const { accountId } = await quantri.post<{ accountId: string }>('/api/accounts', first)
  const grant = { areaId: commune, role: 'auditor', from: today, until: null }
  const { grantId } = await quantri.post<{ grantId: string }>(`/api/accounts/${accountId}/grants`, grant)
  await quantri.post(`/api/grants/${grantId}/end`)
  const firstPassword = 'mật khẩu thứ hai'
  await quantri.post(`/api/accounts/${accountId}/reset-password`, { firstPassword })
  const himself = await signIn(address, dung.login, firstPassword)
  await himself.post('/api/password', { old: firstPassword, new: dung.password })
  await himself.post('/api/sign-out')
}

/** Work in the background, asked for early enough to be done before the story ends. */
export const forgetOld = ({ quantri }: Place): Promise<unknown> => quantri.post('/api/jobs/people.old_forgotten/run')

export async function changeUnits({ quantri, commune, today }: Place): Promise<void> {
  const told = { day: today, legalBasis: 'Nghị quyết 12/NQ-HĐND (mẫu)', mark: 'recalled' }
  const unit = { name: 'Thôn Đồng Mới', kind: 'thon', code: null, parentId: commune }
  const { began } = await quantri.post<{ began: string[] }>('/api/area-events', {
    ...told,
    change: { kind: 'create', unit },
  })
  const status = { status: 'kv1', from: today, until: null, decision: 'Quyết định 30/QĐ-UBND (mẫu)' }
  await quantri.post(`/api/areas/${began[0]}/statuses`, status)
}
