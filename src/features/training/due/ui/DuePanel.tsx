/** On the page of an official: what they are to learn and when, and what they are nominated for or ask for. */
import type { OfficialPanel } from '#features/people/roster/ui/panel.ts'
import { useTo } from '#platform/web/address.ts'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import { dueSeatColumns, dueWishColumns } from '../columns.ts'
import type { DueSeat, DueWish } from '../model.ts'
import { dueSeatsFile, dueWishesFile, showDue } from './calls.ts'

const planned = { vi: 'Sắp học gì: có tên trong kế hoạch đào tạo', en: 'To learn: named in plans of training' }
const wanted = { vi: 'Được cử, đề nghị học', en: 'Nominated, or asking to learn' }

const DuePanel: OfficialPanel = ({ officialId }) => {
  const read = useRead(showDue, holds('training.read') ? { officialId } : null)
  const to = useTo()
  if (!holds('training.read')) return null
  return (
    <Reading of={read} rows={3}>
      {({ seats, wishes }) => (
        <>
          <Section title={planned}>
            <Listing<DueSeat>
              name="official-seats"
              caption={planned}
              rows={seats}
              rowKey={(row) => row.planSeatId}
              href={(row) => to(`/ke-hoach-dao-tao/${row.planId}`)}
              file={listAs(dueSeatsFile, { officialId })}
              columns={shown(dueSeatColumns, {})}
              empty={
                <Empty
                  title={{
                    vi: 'Chưa có tên trong kế hoạch nào bạn xem được.',
                    en: 'Named in no plan that you can read.',
                  }}
                  why={{
                    vi: 'Tên được lấy vào kế hoạch từ đề xuất mở lớp.',
                    en: 'Names come into a plan from the proposal of classes.',
                  }}
                />
              }
            />
          </Section>
          <Section title={wanted}>
            <Listing<DueWish>
              name="official-wishes"
              caption={wanted}
              rows={wishes}
              rowKey={(row) => row.trainingWishId}
              file={listAs(dueWishesFile, { officialId })}
              columns={shown(dueWishColumns, {})}
              empty={
                <Empty
                  title={{ vi: 'Chưa được cử, chưa đề nghị học.', en: 'Neither nominated nor asking.' }}
                  why={{
                    vi: 'Đơn vị cử ở trang Nhu cầu đào tạo; cán bộ tự đề nghị ở trang Tôi đề nghị học.',
                    en: 'Units nominate on the page of training needs; people ask on their own page.',
                  }}
                />
              }
            />
          </Section>
        </>
      )}
    </Reading>
  )
}
export default DuePanel
