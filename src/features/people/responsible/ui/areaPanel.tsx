/** On the page of a unit: who is responsible there on the day looked at, and at the units above it. */

import { areaHistory, showArea } from '#features/areas/ui/calls.ts'
import { NotThatDay } from '#features/areas/ui/NotThatDay.tsx'
import type { AreaPanel, AreaPanelProps } from '#features/areas/ui/panel.ts'
import { pathOf as areaPath } from '#features/areas/ui/sayings.ts'
import { addDays, type PlainDate, showDate } from '#kernel/dates.ts'
import { useTo } from '#platform/web/address.ts'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say, type Words } from '#platform/web/language.ts'
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
                <OtherDay areaId={areaId} day={day} />
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

/** The unit does not stand on the day: what stood there then, and the days between which it did, each with who was responsible. */
function OtherDay({ areaId, day }: AreaPanelProps) {
  const unit = useRead(showArea, { areaId, day })
  const history = useRead(areaHistory, { areaId })
  const to = useTo()
  const versions = history.data?.versions ?? []
  const [first, last] = [versions[0]?.from, versions.at(-1)?.until]
  const on = (then: PlainDate, label: Words) => (
    <p>
      <a href={to(areaPath(areaId), { the: panel.key, ngay: then, donvi: null })}>
        {say(label, { day: showDate(then) })}
      </a>
    </p>
  )
  return (
    <>
      {unit.data && (
        <NotThatDay of={unit.data} areaId={areaId} href={(other) => to(areaPath(other), { the: panel.key })} />
      )}
      {first && on(first, { vi: 'Xem ngày đầu của đơn vị, {day}', en: 'See the first day of the unit, {day}' })}
      {last &&
        on(addDays(last, -1), { vi: 'Xem ngày cuối của đơn vị, {day}', en: 'See the last day of the unit, {day}' })}
    </>
  )
}

const panel: AreaPanel = { key: 'phu-trach', label: title, panel: Responsible }
export default panel
