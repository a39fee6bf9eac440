/** Who needs to learn what at the unit I look at and below it, and how that is known. */

import { useState } from 'preact/hooks'
import { InsteadOf } from '#features/areas/ui/NotThatDay.tsx'
import { listPosts } from '#features/people/roster/ui/calls.ts'
import { showDate } from '#kernel/dates.ts'
import type { AreaId, FrameworkTopicId } from '#kernel/ids.ts'
import { useFilter, usePageNumber, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { useDay } from '#platform/web/day.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { choicesOf, FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { SearchWords } from '#platform/web/kit/SearchWords.tsx'
import { NoPermission } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { errorSaid, type NeedSource, needSources, type OpenTopic } from '../model.ts'
import { listNeeds, needsFile } from './calls.ts'
import { NeedList } from './NeedList.tsx'
import { NominateDialog } from './NominateDialog.tsx'
import { type Sent, topicChoices } from './need.ts'

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
  const [sent, setSent] = useState<Sent | null>(null)
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
      {sent && <JustSent of={sent} />}
      <NoCredentials />
      <NeedFilters topics={read.data?.topics ?? []} />
      <InsteadOf areaId={areaId} />
      <Reading of={read} rows={12}>
        {(data) => (
          <>
            <NeedList
              areaId={areaId}
              of={data}
              file={listAs(needsFile, asked)}
              onSent={setSent}
              filtered={Boolean(source || topic || post || here || error || q)}
            />
            {nominating && (
              <NominateDialog
                areaId={areaId}
                topics={data.topics}
                onSent={setSent}
                onClose={() => setNominating(false)}
              />
            )}
          </>
        )}
      </Reading>
    </Page>
  )
}

/** Whoever nominates sees that it is written, and where to follow it. */
function JustSent({ of: { people, topicId, said } }: { of: Sent }) {
  const to = useTo()
  return (
    <p class="notice done" role="status">
      {say(
        {
          vi: 'Đã cử {n} người học {topic}. Người tổ chức đào tạo thấy ngay trong nhu cầu; cột “Đến đâu” cho biết ai đã có chỗ trong kế hoạch. ',
          en: '{n} {n:person is|people are} nominated for {topic}. Whoever organises training sees it among the needs; “Where it stands” says who has a seat in a plan. ',
        },
        { n: showNumber(people), topic: said ? `${said.code}. ${said.title}` : '' },
      )}
      <a href={to('/nhu-cau-dao-tao', { nguon: 'nominated', 'chuyen-de': topicId })}>
        {say({ vi: 'Xem những người được cử', en: 'See who is nominated' })}
      </a>
    </p>
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

function NeedFilters({ topics }: { topics: readonly OpenTopic[] }) {
  const posts = useRead(listPosts, {})
  const [error] = useFilter('loi')
  return (
    <Filters>
      <SearchWords label={{ vi: 'Tìm theo tên', en: 'Find by name' }} />
      <FilterChoice name="nguon" label={{ vi: 'Nguồn', en: 'Source' }} choices={choicesOf(needSources)} />
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
    </Filters>
  )
}
