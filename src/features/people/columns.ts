/** The list of grants as texts. */
import { authorities, roles } from '#kernel/access.ts'
import { addDays, showDate, showInstant } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import type * as contract from './contract.ts'

type Grant = OutputOf<typeof contract.whoHasAccess>['grants'][number]

/** The role, and of who signs otherwise than as the chair the authority. */
function roleOf({ role, authority }: Grant): Said {
  if (authority === 'own') return roles[role]
  return {
    vi: `${roles[role].vi} (${authorities[authority].vi})`,
    en: `${roles[role].en} (${authorities[authority].en})`,
  }
}

export const leftGrantsSaid: Said = {
  vi: 'Quyền tại đơn vị đã hết, phải giao lại',
  en: 'Grants over units that ended, to be given again',
}

export const givenHereSaid: Said = { vi: 'Quyền giao tại chính đơn vị', en: 'Grants given at the unit itself' }

export const grantColumns = columnsOf<Grant>()([
  { key: 'name', head: { vi: 'Họ tên', en: 'Name' }, text: (grant) => grant.name },
  { key: 'role', head: { vi: 'Vai trò', en: 'Role' }, text: roleOf },
  { key: 'area', head: { vi: 'Tại', en: 'Over' }, text: (grant) => grant.areaName },
  { key: 'from', head: { vi: 'Từ ngày', en: 'Since' }, text: (grant) => showDate(grant.from) },
  {
    key: 'until',
    head: { vi: 'Đến hết ngày', en: 'Until' },
    text: ({ until }) => (until ? showDate(addDays(until, -1)) : { vi: 'không thời hạn', en: 'no end' }),
  },
  {
    key: 'by',
    head: { vi: 'Người giao', en: 'Given by' },
    text: (grant) => grant.givenBy ?? { vi: 'Hệ thống', en: 'The system' },
  },
  { key: 'at', head: { vi: 'Giao lúc', en: 'Given at' }, off: true, text: (grant) => showInstant(grant.givenAt) },
  { key: 'login', head: { vi: 'Tên đăng nhập', en: 'User name' }, off: true, text: (grant) => grant.login },
])
