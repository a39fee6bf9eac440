/** The units of a day: search by name or code, or walk the tree. */
import { useLocation } from 'preact-iso'
import { showDate } from '#kernel/dates.ts'
import { useTo } from '#platform/web/address.ts'
import { useDay } from '#platform/web/day.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { AreaPicker } from './AreaPicker.tsx'
import { AreaTree } from './AreaTree.tsx'
import { areaChildren, rootArea } from './calls.ts'
import { pathOf } from './sayings.ts'
import './areas.css'

export default function AreasPage() {
  const { units } = useDay()
  const { route } = useLocation()
  const to = useTo()
  const root = useRead(rootArea, { day: units })
  return (
    <Page
      title={{ vi: 'Đơn vị hành chính', en: 'Administrative units' }}
      state={say(
        {
          vi: 'Địa giới tại ngày {day}. Đổi ngày ở đầu trang để xem bản đồ cũ.',
          en: 'Units as at {day}. Change the day above for the old map.',
        },
        { day: showDate(units) },
      )}
    >
      <AreaPicker
        label={{ vi: 'Tìm đơn vị', en: 'Find a unit' }}
        hint={{
          vi: 'Có dấu hay không dấu đều được; gõ mã cũng được.',
          en: 'With or without tone marks; a code works too.',
        }}
        required
        chosen={null}
        day={units}
        onChoose={(areaId) => route(to(pathOf(areaId)))}
      />
      <Reading of={root} rows={12}>
        {({ area, day }) => <RootOf areaId={area.areaId} name={area.name} day={day} />}
      </Reading>
    </Page>
  )
}

type RootProps = Pick<Parameters<typeof AreaTree>[0], 'day'> & { areaId: Parameters<typeof pathOf>[0]; name: string }

/** The nation and how many units hang right under it on the day. */
function RootOf({ areaId, name, day }: RootProps) {
  const read = useRead(areaChildren, { areaId, day })
  return (
    <Reading of={read} rows={12}>
      {({ areas }) =>
        areas.length === 0 ? (
          <Empty
            title={{ vi: 'Chưa có đơn vị nào trong ngày này.', en: 'No unit on this day.' }}
            why={{
              vi: 'Danh mục ba cấp đọc được từ 01/01/2021.',
              en: 'The three-level catalogue is read from 01/01/2021 on.',
            }}
          />
        ) : (
          <AreaTree root={{ areaId, name, code: null, below: areas.length }} day={day} />
        )
      }
    </Reading>
  )
}
