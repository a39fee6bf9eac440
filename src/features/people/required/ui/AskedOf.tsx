/** What the posts of one official ask today, and whether it is met. */
import type { OfficialId } from '#kernel/ids.ts'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { useRead } from '#platform/web/reads.ts'
import { judgedColumns } from '../columns.ts'
import type { Judged } from '../model.ts'
import { askedOfFile, showAsked } from './calls.ts'

export function AskedOf({ officialId }: { officialId: OfficialId }) {
  const read = useRead(showAsked, { officialId })
  return (
    <Section title={{ vi: 'Đạt chuẩn trình độ', en: 'Requirements met' }}>
      <Reading of={read} rows={2}>
        {(data) => (
          <Listing<Judged>
            name="asked"
            caption={{ vi: 'Yêu cầu của các chức danh đang giữ', en: 'What the posts held ask' }}
            rows={data.rows}
            rowKey={(row) => `${row.post} ${row.areaId} ${row.kind}`}
            file={listAs(askedOfFile, { officialId })}
            columns={shown(judgedColumns, {})}
            empty={
              <Empty
                title={{ vi: 'Chưa có tiêu chuẩn nào cho chức danh đang giữ.', en: 'The posts held ask nothing.' }}
                why={{
                  vi: 'Tiêu chuẩn của chức danh do trung ương, tỉnh ghi.',
                  en: 'Requirements are entered for the nation and by provinces.',
                }}
              />
            }
          />
        )}
      </Reading>
    </Section>
  )
}
