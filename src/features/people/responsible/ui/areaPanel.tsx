/** On the page of a unit: who is responsible there on the day looked at, and at the units above it. */
import type { AreaPanel, AreaPanelProps } from '#features/areas/ui/panel.ts'
import { showDate } from '#kernel/dates.ts'
import { useTo } from '#platform/web/address.ts'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import { pathOf } from '../../roster/ui/official.ts'
import { responsibleColumns } from '../columns.ts'
import type { ResponsibleLine } from '../contract.ts'
import { listResponsible, responsibleFile } from './calls.ts'

const title = { vi: 'Người phụ trách', en: 'Who is responsible' }

function Responsible({ areaId, day }: AreaPanelProps) {
  const reads = holds('roster.read')
  const read = useRead(listResponsible, reads ? { areaId, day } : null)
  const to = useTo()
  if (!reads) return <NoPermission right="roster.read" />
  return (
    <Section title={title}>
      <Reading of={read} rows={4}>
        {({ rows, stands }) => (
          <Listing<ResponsibleLine>
            name="responsible"
            caption={title}
            rows={rows}
            rowKey={(row) => row.appointmentId}
            href={(row) => to(pathOf(row.officialId))}
            file={listAs(responsibleFile, { areaId, day })}
            columns={shown(responsibleColumns, {})}
            empty={
              stands ? (
                <Empty
                  title={{ vi: 'Ngày này chưa ghi ai phụ trách ở đây.', en: 'Nobody is recorded as responsible here.' }}
                  why={{
                    vi: 'Chức danh được giao ở trang Cán bộ. Muốn xem ngày khác: đổi ngày ở trên.',
                    en: 'Posts are given on the page of officials. For another day, change the day above.',
                  }}
                />
              ) : (
                <Empty
                  title={{ vi: 'Ngày này đơn vị không có.', en: 'The unit does not stand on this day.' }}
                  why={{
                    vi: 'Xem Lịch sử để biết ngày ấy nơi này thuộc đơn vị nào.',
                    en: 'Its history says which unit the place belonged to then.',
                  }}
                />
              )
            }
          />
        )}
      </Reading>
      {read.data?.stands && (
        <p class="quiet">
          {say(
            {
              vi: 'Ngày {day}. Chỉ hiện những cấp bạn được xem sổ cán bộ.',
              en: 'On {day}. Only the levels whose roster you may read are shown.',
            },
            { day: showDate(day) },
          )}
        </p>
      )}
    </Section>
  )
}

const panel: AreaPanel = { key: 'phu-trach', label: title, panel: Responsible }
export default panel
