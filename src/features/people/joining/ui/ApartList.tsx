/** Pairs that are alike and said to be two people, each with who said so; from here it is taken back. */
import { useState } from 'preact/hooks'
import type { AreaId } from '#kernel/ids.ts'
import { usePageNumber, useTo } from '#platform/web/address.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { pathOf } from '../../roster/ui/official.ts'
import { apartColumns, sidesOf } from '../columns.ts'
import type { Apart } from '../model.ts'
import { apartFile, listApart } from './calls.ts'
import { NotApartDialog } from './NotApartDialog.tsx'

const title = { vi: 'Đã nói là hai người', en: 'Said to be two people' }

export function ApartList({ areaId }: { areaId: AreaId }) {
  const [page] = usePageNumber('trang-hai-nguoi')
  const read = useRead(listApart, { areaId, page })
  const [taking, setTaking] = useState<Apart | null>(null)
  const to = useTo()
  const deeds = {
    ...{ key: 'deeds', head: { vi: 'Việc', en: 'Work' }, act: true as const },
    cell: (row: Apart) => (
      <Button look="quiet" onClick={() => setTaking(row)}>
        {say({ vi: 'Rút lại', en: 'Take back' })}
      </Button>
    ),
  }
  return (
    <Section title={title}>
      <Reading of={read} rows={2}>
        {(data) => (
          <Listing<Apart>
            name="apart"
            caption={title}
            rows={data.rows}
            total={data.total}
            pageName="trang-hai-nguoi"
            rowKey={(row) => row.apartId}
            href={(row) => to(pathOf(row.oneId))}
            file={listAs(apartFile, { areaId })}
            columns={[
              ...shown(apartColumns, {
                other: (row: Apart) => <a href={to(pathOf(row.otherId))}>{say(sidesOf(row).other)}</a>,
              }),
              ...(data.can.includes('write') ? [deeds] : []),
            ]}
            empty={
              <Empty
                title={{ vi: 'Chưa nói cặp nào là hai người.', en: 'Of no pair it was said that they are two people.' }}
                why={{
                  vi: 'Cặp nào ở danh sách trên đã xem và đúng là hai người thì bấm "Hai người khác nhau".',
                  en: 'Of a pair above that was looked at and is two people, press "Two people".',
                }}
              />
            }
          />
        )}
      </Reading>
      {taking && <NotApartDialog of={taking} onClose={() => setTaking(null)} />}
    </Section>
  )
}
