/** My own reading: by topic, what there is, what I opened, read and answered. Each number opens what it counts. */
import type { AreaId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { topicColumns } from '../columns.ts'
import type { ReadingState, TopicRead } from '../model.ts'
import { myReading, myReadingFile } from './calls.ts'

const title = { vi: 'Học', en: 'Learning' }
/** What else is mine: these stand here, so that the list of pages stays short. */
const mine = [
  { path: '/diem-danh', label: { vi: 'Điểm danh', en: 'Check in' } },
  { path: '/lop-cua-toi', label: { vi: 'Lớp của tôi', en: 'My classes' } },
  { path: '/bai-kiem-tra', label: { vi: 'Bài kiểm tra của tôi', en: 'My tests' } },
  { path: '/chung-nhan/cua-toi', label: { vi: 'Chứng nhận của tôi', en: 'My credentials' } },
  { path: '/hoi-dap/cua-toi', label: { vi: 'Tôi hỏi nghiệp vụ', en: 'My questions' } },
] as const

export default function StudyPage() {
  const { areaId } = useArea()
  return areaId ? (
    <Mine areaId={areaId} />
  ) : (
    <Page title={title}>
      <NoPermission right="library.read" />
    </Page>
  )
}

const sum = (rows: readonly TopicRead[], key: 'materials' | 'read' | 'done'): number =>
  rows.reduce((all, row) => all + row[key], 0)

function Mine({ areaId }: { areaId: AreaId }) {
  const to = useTo()
  const read = useRead(myReading, { areaId })
  const rows = read.data?.rows ?? []
  const link = (row: TopicRead, count: number, toi?: ReadingState) => (
    <a href={to('/thu-vien', { 'chuyen-de': row.topicId, toi })}>{showNumber(count)}</a>
  )
  return (
    <Page
      title={title}
      state={
        read.data &&
        say(
          {
            vi: 'Tôi đã đọc hoặc làm xong {n} trên {all} tài liệu đang dùng.',
            en: 'I have read or done {n} of {all} materials in use.',
          },
          { n: sum(rows, 'read') + sum(rows, 'done'), all: sum(rows, 'materials') },
        )
      }
      action={
        <>
          <LinkButton look="primary" href={to('/thu-vien', { toi: 'unopened' })}>
            {say({ vi: 'Đọc bài chưa mở', en: 'Read what is unopened' })}
          </LinkButton>
          {mine.map(({ path, label }) => (
            <LinkButton key={path} look="secondary" href={to(path)}>
              {say(label)}
            </LinkButton>
          ))}
        </>
      }
    >
      <Reading of={read} rows={5}>
        {(data) => (
          <Listing<TopicRead>
            name="my-reading"
            caption={{ vi: 'Theo chuyên đề', en: 'By topic' }}
            rows={data.rows}
            rowKey={(row) => row.topicId}
            href={(row) => to('/thu-vien', { 'chuyen-de': row.topicId })}
            file={listAs(myReadingFile, { areaId })}
            columns={shown(topicColumns, {
              materials: (row) => link(row, row.materials),
              unopened: (row) => link(row, row.materials - row.opened - row.read - row.done, 'unopened'),
              opened: (row) => link(row, row.opened, 'opened'),
              read: (row) => link(row, row.read, 'read'),
              done: (row) => link(row, row.done, 'done'),
            })}
            empty={<Empty title={{ vi: 'Thư viện chưa có tài liệu nào.', en: 'Nothing in the library yet.' }} />}
          />
        )}
      </Reading>
    </Page>
  )
}
