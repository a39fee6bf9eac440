/** Who does the programme's work at the unit I look at and below it, on the day I look at. */

import { useState } from 'preact/hooks'
import { showArea } from '#features/areas/ui/calls.ts'
import { InsteadOf } from '#features/areas/ui/NotThatDay.tsx'
import { levels, levelWords } from '#features/areas/words.ts'
import { showDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { AreaId } from '#kernel/ids.ts'
import { sexes, sexWords } from '#kernel/persons.ts'
import { useFilter, usePageNumber, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { href } from '#platform/web/calls.ts'
import { today, useDay } from '#platform/web/day.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { SearchWords } from '#platform/web/kit/SearchWords.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { areaPersonnel } from '../../personnel/ui/calls.ts'
import { officialColumns } from '../columns.ts'
import type * as contract from '../contract.ts'
import { listOfficials, listPosts, officialsFile } from './calls.ts'
import { NewOfficialDialog } from './NewOfficialDialog.tsx'
import { pathOf } from './official.ts'
import { PlaceManyDialog } from './PlaceManyDialog.tsx'
import { type PlacedMany, placedSaid } from './usePlacing.ts'

type Answer = OutputOf<typeof contract.listOfficials>
const title = { vi: 'Cán bộ', en: 'Officials' }

export default function RosterPage() {
  const { areaId } = useArea()
  return areaId ? (
    <Roster areaId={areaId} />
  ) : (
    <Page title={title}>
      <NoPermission right="roster.read" />
    </Page>
  )
}

function Roster({ areaId }: { areaId: AreaId }) {
  const { facts: day } = useDay()
  const [page] = usePageNumber()
  const [post] = useFilter('chuc-danh')
  const [cap] = useFilter('cap')
  const level = levels.find((one) => one === cap)
  const particulars = useParticulars()
  const [q] = useFilter('q')
  const [adding, setAdding] = useState(false)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [placing, setPlacing] = useState<Answer['rows'] | null>(null)
  const [placedMany, setPlacedMany] = useState<PlacedMany | null>(null)
  const donePlacing = (many: PlacedMany) => {
    setPlacing(null)
    setPlacedMany(many)
    setChosen(new Set())
  }
  const to = useTo()
  const unit = useRead(showArea, { areaId, day: today() })
  const gone = unit.data && !unit.data.area ? { vi: 'Đơn vị này đã hết.', en: 'This unit has ended.' } : null
  const asked = { areaId, day, ...(post && { post }), ...(level && { level }), ...particulars, ...(q && { q }) }
  const read = useRead(listOfficials, { ...asked, page })
  const state =
    read.data &&
    say(
      { vi: '{area}, ngày {day}: {n} người.', en: '{area} on {day}: {n} {n:person|people}.' },
      { area: read.data.areaName, day: showDate(day), n: showNumber(read.data.total) },
    )
  return (
    <Page
      title={title}
      state={state}
      action={
        <>
          <LinkButton href={to('/can-bo/luan-chuyen')}>
            {say({ vi: 'Luân chuyển, biệt phái', en: 'Rotation, secondment' })}
          </LinkButton>
          <LinkButton href={to('/can-bo/dinh-muc')}>
            {say({ vi: 'Định mức và thực có', en: 'Norm and actual' })}
          </LinkButton>
          <LinkButton href={to('/can-bo/dat-chuan')}>
            {say({ vi: 'Đạt chuẩn trình độ', en: 'Requirements met' })}
          </LinkButton>
          {read.data?.can.includes('open') && (
            <LinkButton href={href(areaPersonnel, { areaId, day })} download>
              {say({ vi: 'Xuất cho hệ thống nhân sự (ghi nhật ký)', en: 'For the personnel system (audited)' })}
            </LinkButton>
          )}
          <LinkButton href={to('/can-bo/ban-giao')}>{say({ vi: 'Bàn giao hồ sơ', en: 'Handing over' })}</LinkButton>
          <LinkButton href={to('/can-bo/trung')}>{say({ vi: 'Hồ sơ trùng', en: 'Entered twice' })}</LinkButton>
          {read.data?.can.includes('write') && (
            <LinkButton href={to('/can-bo/nhap-tep')}>
              {say({ vi: 'Nhập từ bảng tính', en: 'Import a spreadsheet' })}
            </LinkButton>
          )}
          {read.data?.can.includes('write') && (
            <Button look="primary" whyNot={gone} onClick={() => setAdding(true)}>
              {say({ vi: 'Ghi cán bộ', en: 'Enter an official' })}
            </Button>
          )}
        </>
      }
    >
      <Filters>
        <SearchWords label={{ vi: 'Tìm theo tên, hoặc đủ số hiệu', en: 'Find by name, or by the whole number' }} />
        <PostFilter />
        <FilterChoice
          name="cap"
          label={{ vi: 'Giữ chức danh ở', en: 'Holding a post at' }}
          choices={levels.map((value) => ({ value, label: levelWords[value] }))}
        />
        <ParticularFilters />
      </Filters>
      <InsteadOf areaId={areaId} />
      {placedMany && (
        <p class="notice done" role="status">
          {placedSaid(placedMany)}
        </p>
      )}
      <Reading of={read} rows={12}>
        {(data) => (
          <>
            <Listing<Answer['rows'][number]>
              name="officials"
              caption={{ vi: 'Danh sách cán bộ', en: 'Officials' }}
              rows={data.rows}
              rowKey={(row) => row.officialId}
              href={(row) => to(pathOf(row.officialId))}
              total={data.total}
              file={listAs(officialsFile, asked)}
              columns={shown(officialColumns, {})}
              selection={
                post === 'unplaced' && day === today() && data.can.includes('write')
                  ? {
                      // Who has been placed is not in the list any more.
                      chosen: new Set(
                        data.rows.flatMap(({ officialId }) => (chosen.has(officialId) ? [officialId] : [])),
                      ),
                      onChange: setChosen,
                      actions: [
                        {
                          label: { vi: 'Bố trí lại', en: 'Place again' },
                          run: (keys) => {
                            setPlacedMany(null)
                            setPlacing(data.rows.filter(({ officialId }) => keys.includes(officialId)))
                          },
                        },
                      ],
                    }
                  : undefined
              }
              empty={<Nobody filtered={Boolean(post || level || q) || Object.keys(particulars).length > 0} />}
            />
            {adding && <NewOfficialDialog areaId={areaId} areaName={data.areaName} onClose={() => setAdding(false)} />}
            {placing && <PlaceManyDialog rows={placing} onDone={donePlacing} onClose={() => setPlacing(null)} />}
          </>
        )}
      </Reading>
    </Page>
  )
}

/** Of whom the list is asked, by what is known of them. */
function useParticulars() {
  const [asked] = useFilter('gioi')
  const sex = sexes.find((one) => one === asked)
  const [people] = useFilter('dan-toc')
  const [account] = useFilter('tai-khoan')
  return {
    ...(sex && { sex }),
    ...(people === 'thieu-so' && { minority: true }),
    ...((account === 'co' || account === 'chua') && { account: account === 'co' }),
  }
}

const ParticularFilters = () => (
  <>
    <FilterChoice
      name="gioi"
      label={{ vi: 'Giới tính', en: 'Sex' }}
      choices={sexes.map((value) => ({ value, label: sexWords[value] }))}
    />
    <FilterChoice
      name="dan-toc"
      label={{ vi: 'Dân tộc', en: 'Ethnic group' }}
      choices={[{ value: 'thieu-so', label: { vi: 'Dân tộc thiểu số', en: 'Of an ethnic minority' } }]}
    />
    <FilterChoice
      name="tai-khoan"
      label={{ vi: 'Tài khoản', en: 'Account' }}
      choices={[
        { value: 'co', label: { vi: 'Có tài khoản', en: 'With an account' } },
        { value: 'chua', label: { vi: 'Chưa có tài khoản', en: 'Without an account' } },
      ]}
    />
  </>
)

const Nobody = ({ filtered }: { filtered: boolean }) =>
  filtered ? (
    <Empty
      title={{ vi: 'Không có ai như vậy trong ngày đang xem.', en: 'Nobody like that on this day.' }}
      why={{ vi: 'Thử gõ ít chữ hơn, hoặc bỏ bớt điều kiện lọc.', en: 'Type fewer letters, or drop a filter.' }}
    />
  ) : (
    <Empty
      title={{ vi: 'Sổ cán bộ của đơn vị này còn trống.', en: 'The roster of this unit is empty.' }}
      why={{
        vi: 'Ghi lãnh đạo, công chức giảm nghèo, rà soát viên của đơn vị để biết ai phụ trách ở đâu.',
        en: 'Enter the leader, the specialist and the enumerators, to know who is responsible where.',
      }}
    />
  )

function PostFilter() {
  const posts = useRead(listPosts, {})
  return (
    <FilterChoice
      name="chuc-danh"
      label={{ vi: 'Chức danh', en: 'Post' }}
      choices={[
        ...(posts.data?.posts ?? []).map((one) => ({ value: one.post, label: one.said })),
        { value: 'any', label: { vi: 'Đang giữ chức danh', en: 'Holds a post' } },
        { value: 'none', label: { vi: 'Chưa giữ chức danh', en: 'Holds no post' } },
        { value: 'unplaced', label: { vi: 'Đơn vị đã hết, chưa bố trí', en: 'Unit ended, not placed again' } },
        { value: 'died', label: { vi: 'Đã qua đời, còn ghi chức danh', en: 'Died, a post still recorded' } },
      ]}
    />
  )
}
