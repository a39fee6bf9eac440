/** The audit of the area I look at: who did what, when. It is read here and never changed. */

import { showInstant } from '#kernel/dates.ts'
import { showNumber } from '#kernel/numbers.ts'
import { useFilter, usePageNumber } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { auditWords, readAudit } from './calls.ts'

type Choices = { readonly value: string; readonly label: Words }[]

/** Kinds of deeds, and once one is chosen its deeds; both from what the rooms say they tell. */
function DeedFilters({ what, onChange }: { what: string | null; onChange: (what: string | null) => void }) {
  const { data } = useRead(auditWords, {})
  const kinds: Choices = (data?.kinds ?? []).map(({ kind, said }) => ({ value: kind, label: said }))
  const [kind = ''] = (what ?? '').split('.')
  const events = data?.kinds.find((one) => one.kind === kind)?.events ?? []
  return (
    <>
      <ChoiceField
        label={{ vi: 'Loại việc', en: 'Kind' }}
        choices={[{ value: '', label: everything }, ...kinds]}
        as="select"
        value={kind}
        onChange={(next) => onChange(next || null)}
      />
      {events.length > 0 && (
        <ChoiceField
          label={{ vi: 'Việc', en: 'Deed' }}
          choices={[{ value: kind, label: everything }, ...events.map((one) => ({ value: one.what, label: one.said }))]}
          as="select"
          value={what}
          onChange={onChange}
        />
      )}
    </>
  )
}

const everything: Words = { vi: 'Tất cả', en: 'Everything' }

/** Ids, codes and counts as they were written down. */
const factsText = (facts: Record<string, unknown>): string =>
  Object.entries(facts)
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join('; ')

const count = { vi: '{n} dòng, mới nhất ở trên.', en: '{n} lines, newest first.' }
const overCount = { vi: 'Hơn {n} dòng, mới nhất ở trên.', en: 'More than {n} lines, newest first.' }

export default function AuditPage() {
  const { areaId } = useArea()
  const [page] = usePageNumber()
  const [what, setWhat] = useFilter('viec')
  const read = useRead(readAudit, areaId ? { areaId, page, ...(what ? { what } : {}) } : null)
  const state = read.data ? say(read.data.more ? overCount : count, { n: showNumber(read.data.total) }) : null
  return (
    <Page title={{ vi: 'Nhật ký', en: 'Audit' }} state={state}>
      {areaId ? (
        <Reading of={read} rows={10}>
          {({ lines, total, more }) => (
            <Listing
              name="audit"
              caption={{ vi: 'Ai đã làm gì', en: 'Who did what' }}
              rows={lines}
              total={total}
              more={more}
              rowKey={(line) => line.id}
              filters={<DeedFilters what={what} onChange={setWhat} />}
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
