import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { useRead } from '#platform/web/reads.ts'
import { childColumns } from '../columns.ts'
import { areaChildren, childrenFile } from './calls.ts'
import { pathOf } from './sayings.ts'

export function AreaChildren({ areaId, day }: { areaId: AreaId; day: PlainDate }) {
  const to = useTo()
  const read = useRead(areaChildren, { areaId, day })
  return (
    <Reading of={read} rows={10}>
      {({ areas }) => (
        <Listing
          name="areas"
          caption={{ vi: 'Đơn vị trực thuộc', en: 'Units below' }}
          columns={shown(childColumns)}
          file={listAs(childrenFile, { areaId, day })}
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
