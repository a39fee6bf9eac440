/** What each unit should have of each post, what it has, and which lack somebody, by name. */
import { showDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { AreaId } from '#kernel/ids.ts'
import { showNumber } from '#kernel/numbers.ts'
import { useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { useDay } from '#platform/web/day.ts'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { MarkNote } from '#platform/web/kit/MarkNote.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { gapColumns, normColumns } from '../columns.ts'
import type * as contract from '../contract.ts'
import { gapsFile, normFile, showNorm } from './calls.ts'

type Norm = OutputOf<typeof contract.showNorm>
const title = { vi: 'Định mức và thực có', en: 'Norm and actual' }

export default function NormPage() {
  const { areaId } = useArea()
  return areaId ? (
    <NormOf areaId={areaId} />
  ) : (
    <Page title={title}>
      <NoPermission right="roster.read" />
    </Page>
  )
}

function NormOf({ areaId }: { areaId: AreaId }) {
  const { facts: day } = useDay()
  const to = useTo()
  const read = useRead(showNorm, { areaId, day })
  const missing = read.data?.lines.reduce((sum, line) => sum + line.required - line.filled, 0) ?? 0
  const state =
    read.data &&
    say(
      { vi: '{area}, ngày {day}: còn thiếu {n} người.', en: '{area} on {day}: {n} people are missing.' },
      { area: read.data.areaName, day: showDate(day), n: missing },
    )
  return (
    <Page
      title={title}
      state={state}
      above={<Crumbs of={[{ label: { vi: 'Cán bộ', en: 'Officials' }, href: to('/can-bo') }, { label: title }]} />}
      action={
        <LinkButton href={to('/can-bo/dinh-muc/cac-muc')}>{say({ vi: 'Các định mức', en: 'The norms' })}</LinkButton>
      }
    >
      <Reading of={read} rows={10}>
        {(data) => (
          <>
            <Unplaced n={data.unplaced} />
            <Lines of={data} file={listAs(normFile, { areaId, day })} />
            <Gaps of={data} file={listAs(gapsFile, { areaId, day })} />
          </>
        )}
      </Reading>
    </Page>
  )
}

/** Who is counted in no place although nobody has ended the appointment. */
const Unplaced = ({ n }: { n: number }) => {
  const to = useTo()
  if (n === 0) return null
  return (
    <Notice look="waits">
      {say(
        {
          vi: '{n} người có chức danh ở đơn vị đã hết, chưa bố trí lại; họ không tính vào số thực có. ',
          en: '{n} people hold posts at units that have ended and are not placed again; they count nowhere. ',
        },
        { n: showNumber(n) },
      )}
      <a href={to('/can-bo', { 'chuc-danh': 'unplaced' })}>{say({ vi: 'Xem từng người', en: 'See each' })}</a>
    </Notice>
  )
}

const Lines = ({ of: { lines }, file }: { of: Norm; file: ReturnType<typeof listAs> }) => {
  const to = useTo()
  return (
    <Listing<Norm['lines'][number]>
      name="norm"
      caption={{ vi: 'Định mức theo cấp và chức danh', en: 'Norm by level and post' }}
      rows={lines}
      total={lines.length}
      rowKey={(row) => `${row.level} ${row.post}`}
      href={(row) => to('/can-bo', { 'chuc-danh': row.post })}
      file={file}
      columns={shown(normColumns, {
        basis: (row) => (
          <>
            {row.legalBasis} <MarkNote mark={row.mark} />
          </>
        ),
      })}
      empty={
        <Empty
          title={{ vi: 'Ngày này chưa có định mức nào.', en: 'There is no norm on this day.' }}
          why={{ vi: 'Định mức có ngày hiệu lực; hãy chọn ngày khác.', en: 'Norms are dated; choose another day.' }}
        />
      }
    />
  )
}

const Gaps = ({ of: { gaps, more }, file }: { of: Norm; file: ReturnType<typeof listAs> }) => (
  <Section title={{ vi: 'Đơn vị còn thiếu người', en: 'Units that lack somebody' }}>
    <Listing<Norm['gaps'][number]>
      name="gaps"
      caption={{ vi: 'Đơn vị còn thiếu người', en: 'Units that lack somebody' }}
      rows={gaps}
      more={more}
      rowKey={(row) => `${row.areaId} ${row.post}`}
      file={file}
      columns={shown(gapColumns, {})}
      empty={
        <Empty
          title={{ vi: 'Không đơn vị nào thiếu người.', en: 'No unit lacks anybody.' }}
          why={{ vi: 'Mọi chức danh theo định mức đều có người giữ.', en: 'Every post of the norm is held.' }}
        />
      }
    />
  </Section>
)
