/** Households chosen in a list, on any of its pages, and what may be done with them. */
import { useState } from 'preact/hooks'
import type { AreaId } from '#kernel/ids.ts'
import type { Selection } from '#platform/web/kit/listingProps.ts'
import { mostMoved } from '../../model.ts'
import type { ListedHousehold } from '../answers.ts'
import { MoveManyDialog } from './MoveManyDialog.tsx'

/** As they were seen when they were chosen. */
type Chosen = ReadonlyMap<string, ListedHousehold>

const tooMany = { vi: `Mỗi lần nhiều nhất ${mostMoved} hộ.`, en: `At most ${mostMoved} households at once.` }

export function useMoving(areaId: AreaId) {
  const [chosen, setChosen] = useState<Chosen>(new Map())
  const [open, setOpen] = useState(false)
  const among = (rows: readonly ListedHousehold[]): Selection<ListedHousehold> => {
    const seen = new Map([...rows.map((row) => [row.householdId as string, row] as const), ...chosen])
    return {
      chosen: new Set(chosen.keys()),
      onChange: (keys) => setChosen(new Map([...seen].filter(([key]) => keys.has(key)))),
      actions: [
        {
          label: { vi: 'Chuyển sang thôn khác', en: 'Move to another village' },
          whyNot: chosen.size > mostMoved ? tooMany : null,
          run: () => setOpen(true),
        },
      ],
    }
  }
  const dialog = open && (
    <MoveManyDialog
      areaId={areaId}
      rows={[...chosen.values()]}
      onMoved={(moved) => setChosen(new Map([...chosen].filter(([key]) => !moved.some((id) => id === key))))}
      onDrop={({ householdId }) => {
        const left = new Map([...chosen].filter(([key]) => key !== householdId))
        setChosen(left)
        if (left.size === 0) setOpen(false)
      }}
      onClose={() => setOpen(false)}
    />
  )
  return { among, dialog }
}
