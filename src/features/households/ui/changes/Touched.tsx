import type { HouseholdId } from '#kernel/ids.ts'
import { ToldNote } from '#platform/web/kit/ToldNote.tsx'
import { useRead } from '#platform/web/reads.ts'
import type { HouseholdAct } from '../../model.ts'
import { householdTouched } from '../calls.ts'

/** What other rooms hold of the household, before it ends, moves or joins another. */
export function Touched({ householdId, act }: { householdId: HouseholdId; act: HouseholdAct }) {
  const { data } = useRead(householdTouched, { householdId, act })
  return <ToldNote of={data} title={{ vi: 'Hộ này đang có:', en: 'This household has:' }} />
}
