/** The register of a commune or a village on the day I look at; wider areas choose a commune first. */
import { showArea } from '#features/areas/ui/calls.ts'
import { InsteadOf } from '#features/areas/ui/NotThatDay.tsx'
import { useArea } from '#platform/web/area.ts'
import { useDay } from '#platform/web/day.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { useRead } from '#platform/web/reads.ts'
import { ChooseCommune } from './list/ChooseCommune.tsx'
import { HouseholdList } from './list/HouseholdList.tsx'
import './households.css'

export default function HouseholdsPage() {
  const { areaId } = useArea()
  const { units } = useDay()
  const area = useRead(showArea, areaId ? { areaId, day: units } : null)
  if (!areaId)
    return (
      <Page title={{ vi: 'Hộ', en: 'Households' }}>
        <Empty
          title={{ vi: 'Bạn chưa được giao đơn vị nào.', en: 'You have not been given an area yet.' }}
          why={{ vi: 'Hãy hỏi người quản trị của đơn vị bạn.', en: 'Ask the administrator of your unit.' }}
        />
      </Page>
    )
  if (area.data === null)
    return (
      <Page title={{ vi: 'Hộ', en: 'Households' }}>
        <Reading of={area} rows={10}>
          {() => null}
        </Reading>
      </Page>
    )
  if (area.data.area === null)
    return (
      <Page title={{ vi: 'Hộ', en: 'Households' }}>
        <InsteadOf areaId={areaId} />
      </Page>
    )
  const { level } = area.data.area
  return level === 'commune' || level === 'village' ? (
    <HouseholdList areaId={areaId} />
  ) : (
    <ChooseCommune areaId={areaId} name={area.data.name} />
  )
}
