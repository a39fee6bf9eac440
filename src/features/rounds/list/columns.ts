import { holdsSaid } from '#features/credentials/gate/rules.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import { columnsOf } from '#kernel/table.ts'
import type * as contract from './contract.ts'

type Enumerator = OutputOf<typeof contract.listEnumerators>['enumerators'][number]

export const enumeratorColumns = columnsOf<Enumerator>()([
  { key: 'name', head: { vi: 'Họ tên', en: 'Name' }, text: (one) => one.name },
  {
    key: 'villages',
    head: { vi: 'Số thôn phụ trách', en: 'Villages' },
    number: true,
    text: (one) => one.villages.length,
  },
  { key: 'assigned', head: { vi: 'Hộ đang nhận', en: 'Households' }, number: true, text: (one) => one.assigned },
  { key: 'holds', head: { vi: 'Chứng nhận tập huấn', en: 'Credential' }, text: (one) => holdsSaid(one.holds) },
])
