/** The numbers of a village, household by household, from a list on paper: typed one under the other and saved at once. */
import { areaChildren, showArea } from '#features/areas/ui/calls.ts'
import type { AreaId } from '#kernel/ids.ts'
import { useFilter, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { today } from '#platform/web/day.ts'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import type { Words } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { villagePhones } from './calls.ts'
import { PhonesForm } from './PhonesForm.tsx'

const title: Words = { vi: 'Ghi số điện thoại của thôn', en: 'Phones of a village' }

export default function PhonesPage() {
  const { areaId } = useArea()
  const to = useTo()
  return (
    <Page
      title={title}
      above={<Crumbs of={[{ label: { vi: 'Hộ', en: 'Households' }, href: to('/ho') }, { label: title }]} />}
    >
      {areaId && <Chosen areaId={areaId} />}
    </Page>
  )
}

function Chosen({ areaId }: { areaId: AreaId }) {
  const [village] = useFilter('thon')
  const here = useRead(showArea, { areaId, day: today() })
  const below = useRead(areaChildren, { areaId, day: today() })
  const level = here.data?.area?.level
  const villages = level === 'commune' ? (below.data?.areas ?? []) : []
  const chosen = level === 'village' ? areaId : (village as AreaId)
  return (
    <>
      {villages.length > 0 && (
        <Filters>
          <FilterChoice
            name="thon"
            label={{ vi: 'Thôn', en: 'Village' }}
            all={{ vi: 'Chọn thôn', en: 'Choose a village' }}
            choices={villages.map((one) => ({ value: one.areaId, label: one.name }))}
          />
        </Filters>
      )}
      <Reading of={here}>
        {() => (chosen ? <Village key={chosen} villageId={chosen} /> : <ChooseOne isCommune={level === 'commune'} />)}
      </Reading>
    </>
  )
}

const ChooseOne = ({ isCommune }: { isCommune: boolean }) => (
  <Empty
    title={isCommune ? { vi: 'Chọn thôn để ghi.', en: 'Choose the village.' } : inCommune}
    why={{
      vi: 'Mỗi lần ghi số của các hộ trong một thôn.',
      en: 'The numbers of one village are written down at a time.',
    }}
  />
)
const inCommune: Words = { vi: 'Chọn một xã ở trang Hộ trước.', en: 'Choose a commune on the page Households first.' }

function Village({ villageId }: { villageId: AreaId }) {
  const read = useRead(villagePhones, { villageId })
  return (
    <Reading of={read} rows={12}>
      {({ households }) => <PhonesForm villageId={villageId} households={households} again={read.again} />}
    </Reading>
  )
}
