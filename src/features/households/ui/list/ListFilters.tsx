/** Filters of the list; all live in the address. */

import { areaChildren, showArea } from '#features/areas/ui/calls.ts'
import { classWords } from '#kernel/classes.ts'
import type { AreaId } from '#kernel/ids.ts'
import { useFilter } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { useDay } from '#platform/web/day.ts'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { SearchWords } from '#platform/web/kit/SearchWords.tsx'
import { useRead } from '#platform/web/reads.ts'
import { account } from '#platform/web/session.ts'
import type { HouseholdClass } from '../../model.ts'

type ClassFilter = HouseholdClass | 'none'
const classFilters: readonly ClassFilter[] = ['poor', 'near_poor', 'average', 'not_poor', 'none']

export function useListFilter(): { q: string; class: ClassFilter | null } {
  const [q] = useFilter('q')
  const [wanted] = useFilter('loai')
  return { q, class: classFilters.find((one) => one === wanted) ?? null }
}

export const ListFilters = ({ areaId }: { areaId: AreaId }) => (
  <Filters>
    <SearchWords label={{ vi: 'Tên, số hộ, địa chỉ, điện thoại', en: 'Name, number, address, phone' }} />
    <MyArea />
    <Village areaId={areaId} />
    <ClassField />
  </Filters>
)

/** Enumerators hold several villages: which one do I look at? */
function MyArea() {
  const { areaId, set } = useArea()
  const [, setVillage] = useFilter('thon')
  const grants = account.value?.grants ?? []
  const mine = grants.filter((grant, at) => grants.findIndex((other) => other.areaId === grant.areaId) === at)
  if (mine.length < 2) return null
  return (
    <ChoiceField<AreaId>
      as="select"
      required
      label={{ vi: 'Nơi tôi phụ trách', en: 'Where I work' }}
      choices={mine.map((grant) => ({ value: grant.areaId, label: grant.areaName }))}
      value={areaId}
      onChange={(next) => {
        setVillage(null)
        set(next)
      }}
    />
  )
}

function Village({ areaId }: { areaId: AreaId }) {
  const { units } = useDay()
  const area = useRead(showArea, { areaId, day: units })
  const children = useRead(areaChildren, { areaId, day: units })
  const villages = area.data?.area?.level === 'commune' ? (children.data?.areas ?? []) : []
  if (villages.length === 0) return null
  return (
    <FilterChoice
      name="thon"
      label={{ vi: 'Thôn', en: 'Village' }}
      all={{ vi: 'Cả xã', en: 'The whole commune' }}
      choices={villages.map((one) => ({ value: one.areaId, label: one.name }))}
    />
  )
}

const ClassField = () => (
  <FilterChoice
    name="loai"
    label={{ vi: 'Phân loại trong ngày', en: 'Class on the day' }}
    choices={[
      ...(['poor', 'near_poor', 'average', 'not_poor'] as const).map((one) => ({ value: one, label: classWords[one] })),
      { value: 'none', label: { vi: 'Chưa xếp loại', en: 'No class' } },
    ]}
  />
)
