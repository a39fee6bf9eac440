/** Where somebody was let survey without a credential. */
import { useState } from 'preact/hooks'
import type { AreaId, RoundId } from '#kernel/ids.ts'
import { usePageNumber, useTo } from '#platform/web/address.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { roundPath } from '../../ui/addresses.ts'
import { overrideColumns } from '../columns.ts'
import type { Override } from '../model.ts'
import { CloseGateDialog } from './CloseGateDialog.tsx'
import { listOverrides, overridesFile } from './calls.ts'

export const overridesTitle = { vi: 'Khảo sát khi chưa có chứng nhận', en: 'Surveying without a credential' }

export function Overrides({ areaId, roundId }: { areaId: AreaId; roundId?: RoundId }) {
  const [page] = usePageNumber()
  const [closing, setClosing] = useState<Override | null>(null)
  const to = useTo()
  const asked = { areaId, ...(roundId && { roundId }) }
  const read = useRead(listOverrides, { ...asked, page })
  const acts = {
    key: 'act',
    head: { vi: 'Việc', en: 'Act' },
    act: true as const,
    cell: (row: Override) =>
      row.can.includes('close') && (
        <Button look="quiet" onClick={() => setClosing(row)}>
          {say({ vi: 'Rút', en: 'Take back' })}
        </Button>
      ),
  }
  return (
    <Reading of={read} rows={4}>
      {(data) => (
        <>
          <Listing<Override>
            name="gate-overrides"
            caption={overridesTitle}
            rows={data.rows}
            rowKey={(row) => row.gateOverrideId}
            total={data.total}
            file={listAs(overridesFile, asked)}
            href={(row) => to(roundPath(row.roundId))}
            columns={[...shown(overrideColumns), ...(data.rows.some(({ can }) => can.length > 0) ? [acts] : [])]}
            empty={<Empty title={{ vi: 'Chưa cho phép ai.', en: 'Nobody was let through.' }} />}
          />
          {closing && <CloseGateDialog of={closing} onClose={() => setClosing(null)} />}
        </>
      )}
    </Reading>
  )
}
