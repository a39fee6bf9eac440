/** A province or the nation holds too many households for one list: choose a commune, or find one household by name. */
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { AreaPicker } from '#features/areas/ui/AreaPicker.tsx'
import type { AreaId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { useDay } from '#platform/web/day.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { say } from '#platform/web/language.ts'
import { pathOf } from '../sayings.ts'
import { HouseholdPicker } from './HouseholdPicker.tsx'

export function ChooseCommune({ areaId, name }: { areaId: AreaId; name: string }) {
  const { units } = useDay()
  const { set } = useArea()
  const { route } = useLocation()
  const to = useTo()
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <Page
      title={{ vi: 'Hộ', en: 'Households' }}
      state={say(
        {
          vi: 'Danh sách hộ xem theo xã hoặc thôn. Chọn một xã của {name}, hoặc tìm thẳng một hộ.',
          en: 'Households are listed by commune or village. Choose a commune of {name}, or find one household.',
        },
        { name },
      )}
    >
      <div class="households-narrow">
        <AreaPicker
          label={{ vi: 'Xã, phường, đặc khu', en: 'Commune' }}
          required
          chosen={chosen}
          day={units}
          level="commune"
          under={areaId}
          onChoose={(next, label) => {
            setChosen(label)
            set(next)
          }}
        />
        <HouseholdPicker
          label={{ vi: 'Tìm một hộ', en: 'Find a household' }}
          required
          areaId={areaId}
          onChoose={(householdId) => route(to(pathOf(householdId)))}
        />
      </div>
    </Page>
  )
}
