/** Of a unit and all below it: who was let survey without a credential, by whom, why and how much they surveyed. */
import { useArea } from '#platform/web/area.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { NoPermission } from '#platform/web/kit/states.tsx'
import { Overrides, overridesTitle } from './Overrides.tsx'

export default function OverridesPage() {
  const { areaId } = useArea()
  return (
    <Page title={overridesTitle}>{areaId ? <Overrides areaId={areaId} /> : <NoPermission right="round.read" />}</Page>
  )
}
