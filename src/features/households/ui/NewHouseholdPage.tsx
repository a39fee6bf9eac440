/** A household is entered. */

import { useLocation } from 'preact-iso'
import { useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import type { Words } from '#platform/web/language.ts'
import { EnterForm } from './EnterForm.tsx'
import { pathOf } from './sayings.ts'

const title: Words = { vi: 'Ghi hộ mới', en: 'Enter a household' }

export default function NewHouseholdPage() {
  const { areaId } = useArea()
  const { route } = useLocation()
  const to = useTo()
  return (
    <Page
      title={title}
      above={<Crumbs of={[{ label: { vi: 'Hộ', en: 'Households' }, href: to('/ho') }, { label: title }]} />}
    >
      <EnterForm id={areaId ?? ''} communeId={areaId} onDone={(householdId) => route(to(pathOf(householdId)))} />
    </Page>
  )
}
