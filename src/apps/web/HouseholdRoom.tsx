import HouseholdPage from '#features/households/ui/HouseholdPage.tsx'
import type { HouseholdId } from '#kernel/ids.ts'
import { householdPanels } from './householdPanels.ts'

/** A household's page with the parts that other rooms bring. */
export default function HouseholdRoom({ params }: { params: { householdId: HouseholdId } }) {
  return <HouseholdPage params={params} panels={householdPanels} />
}
