/** The audit of the area I look at: who did what, when. It is read here and never changed. */

import { useFilter, usePageNumber } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { showInstant } from '#platform/web/format.ts'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { readAudit } from './calls.ts'

const roomChoices = [
  { value: '', label: { vi: 'Tất cả', en: 'Everything' } },
  { value: 'household', label: { vi: 'Hộ', en: 'Households' } },
  { value: 'survey', label: { vi: 'Phiếu', en: 'Surveys' } },
  { value: 'round', label: { vi: 'Kỳ rà soát', en: 'Rounds' } },
  { value: 'decision', label: { vi: 'Quyết định', en: 'Decisions' } },
  { value: 'account', label: { vi: 'Tài khoản', en: 'Accounts' } },
  { value: 'grant', label: { vi: 'Quyền', en: 'Grants' } },
  { value: 'area', label: { vi: 'Đơn vị hành chính', en: 'Units' } },
]

/** Ids, codes and counts as they were written down. */
const factsText = (facts: Record<string, unknown>): string =>
  Object.entries(facts)
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join('; ')

export default function AuditPage() {
  const { areaId } = useArea()
  const [page] = usePageNumber()
  const [room, setRoom] = useFilter('viec')
  const read = useRead(readAudit, areaId ? { areaId, page, ...(room ? { room } : {}) } : null)
  const state = read.data
    ? say({ vi: '{n} dòng, mới nhất ở trên.', en: '{n} lines, newest first.' }, { n: read.data.total })
    : null
  return (
    <Page title={{ vi: 'Nhật ký', en: 'Audit' }} state={state}>
      {areaId ? (
        <Reading of={read} rows={10}>
          {({ lines, total }) => (
            <Listing
              name="audit"
              caption={{ vi: 'Ai đã làm gì', en: 'Who did what' }}
              rows={lines}
              total={total}
              rowKey={(line) => line.id}
              filters={
                <ChoiceField
                  label={{ vi: 'Việc', en: 'Deed' }}
                  choices={roomChoices}
                  as="select"
                  value={room}
                  onChange={(v) => setRoom(v || null)}
                />
              }
              columns={[
                { key: 'at', head: { vi: 'Lúc', en: 'At' }, cell: (line) => showInstant(line.at) },
                { key: 'by', head: { vi: 'Ai', en: 'Who' }, cell: (line) => line.by },
                { key: 'what', head: { vi: 'Việc', en: 'Deed' }, cell: (line) => say(line.said) },
                { key: 'where', head: { vi: 'Nơi', en: 'Where' }, cell: (line) => line.areaName ?? '' },
                {
                  key: 'facts',
                  head: { vi: 'Chi tiết', en: 'Facts' },
                  cell: (line) => factsText(line.facts),
                  off: true,
                },
              ]}
              empty={
                <Empty
                  title={{ vi: 'Chưa có dòng nào.', en: 'No line yet.' }}
                  why={{
                    vi: 'Mỗi thay đổi tại đơn vị này sẽ được ghi ở đây.',
                    en: 'Every change at this unit is written here.',
                  }}
                />
              }
            />
          )}
        </Reading>
      ) : (
        <NoPermission right="audit.read" />
      )}
    </Page>
  )
}
