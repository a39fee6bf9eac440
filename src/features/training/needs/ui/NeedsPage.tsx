/** Who needs to learn what at the unit I look at and below it, and how that is known. */
import { useState } from 'preact/hooks'
import { listPosts } from '#features/people/roster/ui/calls.ts'
import { showDate } from '#kernel/dates.ts'
import type { AreaId, FrameworkTopicId } from '#kernel/ids.ts'
import { useFilter, usePageNumber, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { useDay } from '#platform/web/day.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { SearchWords } from '#platform/web/kit/SearchWords.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { needColumns } from '../columns.ts'
import { errorSaid, type Need, type NeedSource, needSources, type OpenTopic } from '../model.ts'
import { listNeeds, needsFile } from './calls.ts'
import { NominateDialog } from './NominateDialog.tsx'
import { type NeedsAnswer, topicChoices } from './need.ts'
import { WithdrawDialog } from './WithdrawDialog.tsx'

const title = { vi: 'Nhu cầu đào tạo', en: 'Training needs' }

export default function NeedsPage() {
  const { areaId } = useArea()
  return areaId ? (
    <Needs areaId={areaId} />
  ) : (
    <Page title={title}>
      <NoPermission right="training.read" />
    </Page>
  )
}

function Needs({ areaId }: { areaId: AreaId }) {
  const { facts: day } = useDay()
  const [page] = usePageNumber()
  const [source] = useFilter('nguon')
  const [topic] = useFilter('chuyen-de')
  const [post] = useFilter('chuc-danh')
  const [here] = useFilter('o-day')
  const [error] = useFilter('loi')
  const [q] = useFilter('q')
  const [nominating, setNominating] = useState(false)
  const to = useTo()
  const asked = {
    ...{ areaId, day },
    ...(source && { source: source as NeedSource }),
    ...(topic && { topic: topic as FrameworkTopicId | 'none' }),
    ...(post && { post }),
    ...(here && { here: true }),
    ...(error && { error }),
    ...(q && { q }),
  }
  const read = useRead(listNeeds, { ...asked, page })
  const state =
    read.data &&
    say(
      {
        vi: '{area}, ngày {day}: {n} nhu cầu của {p} người.',
        en: '{area} on {day}: {n} {n:need|needs} of {p} {p:person|people}.',
      },
      {
        ...{ area: read.data.areaName, day: showDate(day) },
        ...{ n: showNumber(read.data.total), p: showNumber(read.data.people) },
      },
    )
  return (
    <Page
      title={title}
      state={state}
      action={
        <>
          <LinkButton href={to('/nhu-cau-dao-tao/tong-hop')}>{say({ vi: 'Tổng hợp', en: 'Counts' })}</LinkButton>
          <LinkButton href={to('/nhu-cau-dao-tao/de-xuat')}>
            {say({ vi: 'Đề xuất mở lớp', en: 'Propose classes' })}
          </LinkButton>
          {read.data?.can.includes('nominate') && (
            <Button look="primary" onClick={() => setNominating(true)}>
              {say({ vi: 'Cử người đi học', en: 'Nominate people' })}
            </Button>
          )}
        </>
      }
    >
      <NoCredentials />
      <Filters topics={read.data?.topics ?? []} />
      <Reading of={read} rows={12}>
        {(data) => (
          <>
            <List
              areaId={areaId}
              of={data}
              file={listAs(needsFile, asked)}
              filtered={Boolean(source || topic || post || here || error || q)}
            />
            {nominating && <NominateDialog areaId={areaId} topics={data.topics} onClose={() => setNominating(false)} />}
          </>
        )}
      </Reading>
    </Page>
  )
}

/** What only credentials will tell is not there, and is not counted as nothing. */
const NoCredentials = () => (
  <Notice look="waits">
    {say({
      vi: 'Yêu cầu của kỳ rà soát sắp tới, chứng nhận sắp hết hạn: chưa có dữ liệu, vì phần mềm chưa quản lý chứng nhận.',
      en: 'Requirements of a coming round, credentials that run out: no data yet, since the software keeps no credentials.',
    })}
  </Notice>
)

function Filters({ topics }: { topics: readonly OpenTopic[] }) {
  const posts = useRead(listPosts, {})
  const [error] = useFilter('loi')
  return (
    <div class="filters">
      <SearchWords label={{ vi: 'Tìm theo tên', en: 'Find by name' }} />
      <FilterChoice
        name="nguon"
        label={{ vi: 'Nguồn', en: 'Source' }}
        choices={Object.entries(needSources).map(([value, label]) => ({ value, label }))}
      />
      <FilterChoice
        name="chuyen-de"
        label={{ vi: 'Chuyên đề', en: 'Topic' }}
        choices={[...topicChoices(topics), { value: 'none', label: { vi: 'Chưa gắn chuyên đề', en: 'No topic yet' } }]}
      />
      <FilterChoice
        name="chuc-danh"
        label={{ vi: 'Đối tượng', en: 'Audience' }}
        choices={[
          ...(posts.data?.posts ?? []).map((one) => ({ value: one.post, label: one.said })),
          { value: 'none', label: { vi: 'Không giữ chức danh', en: 'Holds no post' } },
        ]}
      />
      <FilterChoice
        name="o-day"
        label={{ vi: 'Phạm vi', en: 'Of' }}
        choices={[{ value: 'co', label: { vi: 'Chỉ của chính đơn vị', en: 'The unit itself' } }]}
        all={{ vi: 'Cả các đơn vị bên dưới', en: 'With what lies below it' }}
      />
      {error && (
        <FilterChoice
          name="loi"
          label={{ vi: 'Sai ở mục, chưa đạt', en: 'Error at, not met' }}
          choices={[{ value: error, label: errorSaid(error) }]}
        />
      )}
    </div>
  )
}

type ListProps = {
  readonly areaId: AreaId
  readonly of: NeedsAnswer
  readonly file: ReturnType<typeof listAs>
  readonly filtered: boolean
}

function List({ areaId, of, file, filtered }: ListProps) {
  const [answering, setAnswering] = useState<Need | null>(null)
  const [withdrawing, setWithdrawing] = useState<Need | null>(null)
  const to = useTo()
  const acts = {
    key: 'act',
    head: { vi: 'Việc', en: 'Act' },
    act: true as const,
    cell: (row: Need) =>
      row.source === 'nominated' ? (
        <Button look="quiet" onClick={() => setWithdrawing(row)}>
          {say({ vi: 'Rút', en: 'Withdraw' })}
        </Button>
      ) : (
        row.source === 'requested' && (
          <Button look="quiet" onClick={() => setAnswering(row)}>
            {say({ vi: 'Cử', en: 'Nominate' })}
          </Button>
        )
      ),
  }
  return (
    <>
      <Listing<Need>
        name="needs"
        caption={title}
        rows={of.rows}
        rowKey={(row) =>
          row.trainingWishId ?? `${row.officialId ?? row.person} ${row.unitId} ${row.source} ${row.error}`
        }
        href={(row) => row.officialId && to(`/can-bo/${row.officialId}`)}
        total={of.total}
        file={file}
        columns={[...shown(needColumns), ...(of.can.includes('nominate') ? [acts] : [])]}
        empty={<Nothing filtered={filtered} />}
      />
      {answering && (
        <NominateDialog areaId={areaId} topics={of.topics} of={answering} onClose={() => setAnswering(null)} />
      )}
      {withdrawing?.trainingWishId && (
        <WithdrawDialog
          trainingWishId={withdrawing.trainingWishId}
          about={`${withdrawing.person}: ${withdrawing.topic?.title ?? ''}`}
          onClose={() => setWithdrawing(null)}
        />
      )}
    </>
  )
}

const Nothing = ({ filtered }: { filtered: boolean }) =>
  filtered ? (
    <Empty
      title={{ vi: 'Không có nhu cầu nào như vậy.', en: 'No need like that.' }}
      why={{ vi: 'Thử gõ ít chữ hơn, hoặc bỏ bớt điều kiện lọc.', en: 'Type fewer letters, or drop a filter.' }}
    />
  ) : (
    <Empty
      title={{ vi: 'Chưa ghi nhận nhu cầu nào.', en: 'No need is known yet.' }}
      why={{
        vi: 'Xã cử người đi học ở đây; cá nhân đề nghị và phiếu bị trả lại cũng thành nhu cầu.',
        en: 'A commune nominates people here; what a person asks for and a form that is returned become needs, too.',
      }}
    />
  )
