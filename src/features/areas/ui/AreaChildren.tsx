import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { kinds } from '../words.ts'
import type { ChildRow } from './answers.ts'
import { areaChildren } from './calls.ts'
import { pathOf, saySpan } from './sayings.ts'

const columns = [
  { key: 'name', head: { vi: 'Tên', en: 'Name' }, cell: (row: ChildRow) => row.name },
  { key: 'kind', head: { vi: 'Loại', en: 'Kind' }, cell: (row: ChildRow) => say(kinds[row.kind]) },
  { key: 'code', head: { vi: 'Mã', en: 'Code' }, cell: (row: ChildRow) => row.code ?? '' },
  {
    key: 'below',
    head: { vi: 'Số đơn vị trực thuộc', en: 'Units below' },
    cell: (row: ChildRow) => row.below,
    number: true,
  },
  { key: 'since', head: { vi: 'Hiệu lực', en: 'Holds' }, cell: (row: ChildRow) => saySpan(row), off: true },
]

export function AreaChildren({ areaId, day }: { areaId: AreaId; day: PlainDate }) {
  const to = useTo()
  const read = useRead(areaChildren, { areaId, day })
  return (
    <Reading of={read} rows={10}>
      {({ areas }) => (
        <Listing
          name="areas"
          caption={{ vi: 'Đơn vị trực thuộc', en: 'Units below' }}
          columns={columns}
          rows={areas}
          rowKey={(row) => row.areaId}
          href={(row) => to(pathOf(row.areaId))}
          empty={
            <Empty
              title={{ vi: 'Chưa có đơn vị trực thuộc trong ngày này.', en: 'No unit below on this day.' }}
              why={{
                vi: 'Thôn, bản, tổ dân phố do xã nhập: danh mục quốc gia không có.',
                en: 'Villages are entered by the commune: the national catalogue has none.',
              }}
            />
          }
        />
      )}
    </Reading>
  )
}
