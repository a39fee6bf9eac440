/** Of how many people posts ask what, how many meet it, and who does not, on the day I look at. */

import { InsteadOf } from '#features/areas/ui/NotThatDay.tsx'
import { showDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { AreaId } from '#kernel/ids.ts'
import { useFilter, usePageNumber, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { useDay } from '#platform/web/day.ts'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { type QualificationKind, qualificationKinds, qualificationWords } from '../../roster/model.ts'
import { listPosts } from '../../roster/ui/calls.ts'
import { pathOf } from '../../roster/ui/official.ts'
import { askedColumns, unmetColumns } from '../columns.ts'
import type * as contract from '../contract.ts'
import { type Asked, type Unmet, type Why, whyNames, whys } from '../model.ts'
import { askedFile, listUnmet, unmetFile } from './calls.ts'

const title = { vi: 'Đạt chuẩn trình độ', en: 'Requirements met' }
type Answer = OutputOf<typeof contract.listUnmet>

export default function UnmetPage() {
  const { areaId } = useArea()
  return areaId ? (
    <UnmetAt areaId={areaId} />
  ) : (
    <Page title={title}>
      <NoPermission right="roster.read" />
    </Page>
  )
}

function UnmetAt({ areaId }: { areaId: AreaId }) {
  const { facts: day } = useDay()
  const [page] = usePageNumber()
  const [post] = useFilter('chuc-danh')
  const [kind] = useFilter('loai')
  const [why] = useFilter('ly-do')
  const to = useTo()
  const asked = {
    ...{ areaId, day, ...(post && { post }) },
    ...(kind && { kind: kind as QualificationKind }),
    ...(why && { why: why as Why }),
  }
  const read = useRead(listUnmet, { ...asked, page })
  const lacking = read.data?.lines.reduce((sum, line) => sum + line.asked - line.met, 0) ?? 0
  return (
    <Page
      title={title}
      above={<Crumbs of={[{ label: { vi: 'Cán bộ', en: 'Officials' }, href: to('/can-bo') }, { label: title }]} />}
      state={
        read.data &&
        say(
          {
            vi: '{area}, ngày {day}: {n} yêu cầu chưa đạt.',
            en: '{area} on {day}: {n} {n:requirement is|requirements are} not met.',
          },
          { area: read.data.areaName, day: showDate(day), n: showNumber(lacking) },
        )
      }
      action={
        <LinkButton href={to('/can-bo/dat-chuan/tieu-chuan')}>
          {say({ vi: 'Các tiêu chuẩn', en: 'The requirements' })}
        </LinkButton>
      }
    >
      <InsteadOf areaId={areaId} />
      <Reading of={read} rows={10}>
        {(data) => (
          <>
            <Lines of={data} file={listAs(askedFile, { areaId, day })} />
            <Section title={{ vi: 'Ai chưa đạt', en: 'Who does not meet it' }}>
              <UnmetFilters />
              <People of={data} file={listAs(unmetFile, asked)} filtered={Boolean(post || kind || why)} />
            </Section>
          </>
        )}
      </Reading>
    </Page>
  )
}

function UnmetFilters() {
  const posts = useRead(listPosts, {})
  return (
    <Filters>
      <FilterChoice
        name="chuc-danh"
        label={{ vi: 'Chức danh', en: 'Post' }}
        choices={(posts.data?.posts ?? []).map((one) => ({ value: one.post, label: one.said }))}
      />
      <FilterChoice
        name="loai"
        label={{ vi: 'Loại trình độ', en: 'Kind' }}
        choices={qualificationKinds.map((value) => ({ value, label: qualificationWords[value] }))}
      />
      <FilterChoice
        name="ly-do"
        label={{ vi: 'Tình trạng', en: 'State' }}
        choices={whyNames.map((value) => ({ value, label: whys[value] }))}
      />
    </Filters>
  )
}

const Lines = ({ of: { lines }, file }: { of: Answer; file: ReturnType<typeof listAs> }) => {
  const to = useTo()
  const opened = (row: Asked, n: number, why?: Why) =>
    n === 0 ? (
      0
    ) : (
      <a href={to('/can-bo/dat-chuan', { 'chuc-danh': row.post, loai: row.kind, ...(why && { 'ly-do': why }) })}>
        {showNumber(n)}
      </a>
    )
  return (
    <Listing<Asked>
      name="requirements-met"
      caption={{ vi: 'Yêu cầu theo chức danh và loại trình độ', en: 'What is asked by post and kind' }}
      rows={lines}
      total={lines.length}
      rowKey={(row) => `${row.post} ${row.kind}`}
      file={file}
      columns={shown(askedColumns, {
        unmet: (row) => opened(row, row.asked - row.met),
        none: (row) => opened(row, row.none, 'none'),
        lower: (row) => opened(row, row.lower, 'lower'),
        unsaid: (row) => opened(row, row.unsaid, 'unsaid'),
        under_way: (row) => opened(row, row.under_way, 'under_way'),
      })}
      empty={
        <Empty
          title={{
            vi: 'Không chức danh nào ở đây có tiêu chuẩn trong ngày này.',
            en: 'Nothing is asked here on this day.',
          }}
          why={{
            vi: 'Tiêu chuẩn có ngày hiệu lực và tính cho người đang giữ chức danh.',
            en: 'Requirements are dated, and asked of who holds a post.',
          }}
        />
      }
    />
  )
}

type PeopleProps = { readonly of: Answer; readonly file: ReturnType<typeof listAs>; readonly filtered: boolean }
const People = ({ of: { rows, total }, file, filtered }: PeopleProps) => {
  const to = useTo()
  return (
    <Listing<Unmet>
      name="unmet"
      caption={{ vi: 'Cán bộ chưa đạt chuẩn trình độ', en: 'Who does not meet what posts ask' }}
      rows={rows}
      total={total}
      rowKey={(row) => `${row.officialId} ${row.post} ${row.areaId} ${row.kind}`}
      href={(row) => to(pathOf(row.officialId))}
      file={file}
      columns={shown(unmetColumns, {})}
      empty={
        filtered ? (
          <Empty
            title={{ vi: 'Không có ai như vậy trong ngày đang xem.', en: 'Nobody like that on this day.' }}
            why={{ vi: 'Thử bỏ bớt điều kiện lọc.', en: 'Drop a filter.' }}
          />
        ) : (
          <Empty
            title={{ vi: 'Không ai chưa đạt.', en: 'Everybody meets what is asked.' }}
            why={{
              vi: 'Mọi người giữ chức danh có tiêu chuẩn đều đã đạt trong ngày đang xem.',
              en: 'Whoever holds a post that asks something meets it on this day.',
            }}
          />
        )
      }
    />
  )
}
