import { useState } from 'preact/hooks'
import type { AreaId } from '#kernel/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { MarkNote } from '#platform/web/kit/MarkNote.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { corrected, declaredColumns } from '../columns.ts'
import type { AreaAnswer, DeclaredRow } from './answers.ts'
import { declaredFile } from './calls.ts'
import { DeclareDialog } from './DeclareDialog.tsx'

/** Totals declared by the place itself: what rates divide by, never mixed with the count of the register. */
export function DeclaredTotals({ areaId, of }: { areaId: AreaId; of: AreaAnswer }) {
  const [entering, setEntering] = useState<DeclaredRow | 'new' | null>(null)
  const whyNot = of.can.includes('keep')
    ? of.area
      ? null
      : {
          vi: 'Ngày đang xem chưa có hoặc không còn đơn vị này.',
          en: 'On this day the unit is not there yet, or no longer.',
        }
    : { vi: 'Công chức xã của đơn vị này ghi được.', en: "The commune's official may." }
  return (
    <Section
      title={{ vi: 'Tổng số do địa phương khai báo', en: 'Declared totals' }}
      action={
        <Button whyNot={whyNot} onClick={() => setEntering('new')}>
          {say({ vi: 'Ghi tổng số', en: 'Enter a total' })}
        </Button>
      }
    >
      <Listing
        name="declared"
        caption={{ vi: 'Tổng số khai báo, mới nhất trước', en: 'Declared totals, newest first' }}
        columns={shown(declaredColumns, {
          source: (row) => (
            <span>
              {row.source} <MarkNote mark={row.mark} />
            </span>
          ),
          corrected: (row) => (
            <span>
              {say(corrected(row))}{' '}
              <Button look="quiet" whyNot={whyNot} onClick={() => setEntering(row)}>
                {say({ vi: 'Đính chính', en: 'Correct' })}
              </Button>
            </span>
          ),
        })}
        file={listAs(declaredFile, { areaId })}
        rows={of.declared}
        rowKey={(row) => row.id}
        empty={
          <Empty
            title={{ vi: 'Chưa có tổng số khai báo.', en: 'No declared total yet.' }}
            why={{
              vi: 'Tỷ lệ hộ nghèo cần tổng số hộ và nguồn của nó.',
              en: 'A poverty rate needs the number of households and its source.',
            }}
          />
        }
      />
      {entering && (
        <DeclareDialog
          areaId={areaId}
          corrects={entering === 'new' ? null : entering}
          onClose={() => setEntering(null)}
        />
      )}
    </Section>
  )
}
