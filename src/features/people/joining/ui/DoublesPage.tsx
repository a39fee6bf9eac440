/** Records that may be of one person: each pair leads to where they are joined, or is said to be two people. */
import { useState } from 'preact/hooks'
import type { AreaId } from '#kernel/ids.ts'
import { usePageNumber, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import { pathOf } from '../../roster/ui/official.ts'
import { doubleColumns } from '../columns.ts'
import type { Double } from '../model.ts'
import { ApartDialog } from './ApartDialog.tsx'
import { ApartList } from './ApartList.tsx'
import { doublesFile, listDoubles } from './calls.ts'

const title = { vi: 'Hồ sơ cán bộ có thể trùng', en: 'Records that may be of one person' }

export default function DoublesPage() {
  const { areaId } = useArea()
  const to = useTo()
  return (
    <Page
      title={title}
      above={<Crumbs of={[{ label: { vi: 'Cán bộ', en: 'Officials' }, href: to('/can-bo') }, { label: title }]} />}
      state={say({
        vi: 'Cùng họ tên, giới tính, năm sinh, và chưa có số CCCD hay số hiệu để phân biệt.',
        en: 'Of one name, sex and year of birth, with no citizen id or personal number that tells them apart.',
      })}
    >
      {areaId ? (
        <>
          <DoublesAt areaId={areaId} />
          <ApartList areaId={areaId} />
        </>
      ) : (
        <NoPermission right="roster.read" />
      )}
    </Page>
  )
}

function DoublesAt({ areaId }: { areaId: AreaId }) {
  const [page] = usePageNumber()
  const read = useRead(listDoubles, { areaId, page })
  const to = useTo()
  const opens = ({ oneId, otherId }: Double) =>
    holds('roster.write') ? to(`${pathOf(oneId)}/gop`, { voi: otherId }) : to(pathOf(oneId))
  const [apart, setApart] = useState<Double | null>(null)
  const deeds = {
    ...{ key: 'deeds', head: { vi: 'Hai người', en: 'Two people' }, act: true as const },
    cell: (row: Double) => (
      <Button look="quiet" onClick={() => setApart(row)}>
        {say({ vi: 'Hai người khác nhau', en: 'Two people' })}
      </Button>
    ),
  }
  return (
    <Section title={{ vi: 'Có thể là một người', en: 'Perhaps one person' }}>
      <Reading of={read} rows={4}>
        {(data) => (
          <Listing<Double>
            name="doubles"
            caption={title}
            rows={data.rows}
            total={data.total}
            rowKey={(row) => `${row.oneId} ${row.otherId}`}
            href={opens}
            file={listAs(doublesFile, { areaId })}
            columns={[...shown(doubleColumns, {}), ...(data.can.includes('write') ? [deeds] : [])]}
            empty={
              <Empty
                title={{ vi: 'Không có hồ sơ nào như vậy.', en: 'No such records.' }}
                why={{
                  vi: 'Hai người trùng tên, trùng năm sinh hết xuất hiện ở đây khi cả hai đã có số CCCD hoặc số hiệu, hoặc khi đã nói là hai người.',
                  en: 'Two people of one name and year leave this list once both have a citizen id or a personal number, or once it is said that they are two.',
                }}
              />
            }
          />
        )}
      </Reading>
      {apart && <ApartDialog of={apart} onClose={() => setApart(null)} />}
    </Section>
  )
}
