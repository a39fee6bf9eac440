import type { PlainDate } from '#kernel/dates.ts'
import { ToldNote } from '#platform/web/kit/ToldNote.tsx'
import { useRead } from '#platform/web/reads.ts'
import type { ChangeInput, Named } from './answers.ts'
import { areaTouched } from './calls.ts'

/** Kinds of events that take a unit away or elsewhere; a name or a code takes nothing with it. */
const grave: ReadonlySet<ChangeInput['kind']> = new Set(['merge', 'split', 'move', 'abolish'])

type Asked = { readonly kind: ChangeInput['kind']; readonly day: PlainDate | null }

/** What other rooms hold of each unit that the event takes away or elsewhere, on its day; today while none is typed. */
export const Touched = ({ units, ...asked }: Asked & { readonly units: readonly Named[] }) =>
  grave.has(asked.kind) ? units.map((unit) => <OfUnit key={unit.areaId} unit={unit} {...asked} />) : null

function OfUnit({ unit, kind, day }: Asked & { readonly unit: Named }) {
  const { data } = useRead(areaTouched, { areaId: unit.areaId, kind, ...(day && { day }) })
  return <ToldNote of={data} title={{ vi: `${unit.name} đang có:`, en: `${unit.name} has:` }} />
}
