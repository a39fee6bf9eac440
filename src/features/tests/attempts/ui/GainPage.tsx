/** A class before and after: the first test of each person at its beginning, and the first at its end. */
import type { TrainingClassId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { gainColumns, gainIn, gainSaid } from '../columns.ts'
import type { Gain } from '../model.ts'
import { gainFile, listGain } from './calls.ts'

const title = { vi: 'Đầu khóa và cuối khóa', en: 'Before and after' }

export default function GainPage({ params }: { params: { trainingClassId: string } }) {
  const trainingClassId = params.trainingClassId as TrainingClassId
  const read = useRead(listGain, { trainingClassId })
  const to = useTo()
  return (
    <Page
      title={title}
      above={
        <Crumbs of={[{ label: { vi: 'Bài kiểm tra', en: 'Tests' }, href: to('/de-kiem-tra') }, { label: title }]} />
      }
      state={read.data?.title}
    >
      <Reading of={read} rows={6}>
        {(data) => (
          <>
            <p>{inAll(data.rows)}</p>
            <Listing<Gain>
              name="test-gain"
              caption={title}
              rows={data.rows}
              rowKey={(row) => row.officialId}
              file={listAs(gainFile, { trainingClassId })}
              columns={shown(gainColumns)}
              empty={<Empty title={{ vi: 'Chưa ai có chỗ trong lớp.', en: 'Nobody has a seat in the class yet.' }} />}
            />
          </>
        )}
      </Reading>
    </Page>
  )
}

/** "Có cả hai bài: 10 trên 12 người; trung bình tăng 15,2 điểm trên 100" */
function inAll(rows: readonly Gain[]): string {
  const gains = rows.flatMap((row) => gainIn(row) ?? [])
  const counted = { n: gains.length, all: rows.length }
  const both = say({ vi: 'Có cả hai bài: {n} trên {all} người.', en: 'With both: {n} of {all}.' }, counted)
  if (gains.length === 0) return both
  const mean = gains.reduce((sum, one) => sum + one, 0) / gains.length
  const said = say(
    {
      vi: 'Trung bình của {n} người ấy: {gain} điểm trên thang 100 (làm tròn để đọc), tính từ lần làm đầu tiên của mỗi bài.',
      en: 'The mean of these {n}: {gain} of a hundred (rounded for reading), from the first attempt of each.',
    },
    { n: gains.length, gain: gainSaid(mean) },
  )
  return `${both} ${said}`
}
