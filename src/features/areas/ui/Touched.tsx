import { ToldNote } from '#platform/web/kit/ToldNote.tsx'
import { useRead } from '#platform/web/reads.ts'
import type { AreaState, ChangeInput } from './answers.ts'
import { areaTouched } from './calls.ts'

/** Kinds of events that take a unit away or elsewhere; a name or a code takes nothing with it. */
const grave: ReadonlySet<ChangeInput['kind']> = new Set(['merge', 'split', 'move', 'abolish'])

/** What other rooms hold of each unit that the event takes away or elsewhere. */
export function Touched({
  area,
  kind,
  change,
}: {
  area: AreaState
  kind: ChangeInput['kind']
  change: ChangeInput | null
}) {
  if (!grave.has(kind)) return null
  const others = change?.kind === 'merge' ? change.areaIds.filter((id) => id !== area.areaId) : []
  return (
    <>
      <OfUnit areaId={area.areaId} kind={kind} title={{ vi: `${area.name} đang có:`, en: `${area.name} has:` }} />
      {others.map((areaId) => (
        <OfUnit
          key={areaId}
          areaId={areaId}
          kind={kind}
          title={{ vi: 'Đơn vị nhập cùng đang có:', en: 'A unit that merges with it has:' }}
        />
      ))}
    </>
  )
}

type Of = { areaId: AreaState['areaId']; kind: ChangeInput['kind']; title: { vi: string; en: string } }

function OfUnit({ areaId, kind, title }: Of) {
  const { data } = useRead(areaTouched, { areaId, kind })
  return <ToldNote of={data} title={title} />
}
