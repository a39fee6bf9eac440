import type { PlainDate } from '#kernel/dates.ts'
import type { HouseholdId } from '#kernel/ids.ts'
import { ToldNote } from '#platform/web/kit/ToldNote.tsx'
import { useRead } from '#platform/web/reads.ts'
import type { HouseholdAct } from '../../model.ts'
import { householdTouched } from '../calls.ts'

/** A household that a change ends, moves or alters, and the change as the other rooms are asked about it. */
export type Subject = { readonly householdId: HouseholdId; readonly headName: string; readonly act: HouseholdAct }

/** What other rooms hold of the household on the day of the change; today while none is typed. */
export function Touched({ of, day }: { of: Subject; day: PlainDate | null }) {
  const { householdId, headName, act } = of
  const { data } = useRead(householdTouched, { householdId, act, ...(day && { day }) })
  return <ToldNote of={data} title={{ vi: `Hộ ${headName} đang có:`, en: `The household of ${headName} has:` }} />
}
