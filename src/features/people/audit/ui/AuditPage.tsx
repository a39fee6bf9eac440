/** The audit of the area I look at: who did what, when. It is read here and never changed. */

import { InsteadOf } from '#features/areas/ui/NotThatDay.tsx'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { AreaId } from '#kernel/ids.ts'
import { useArea } from '#platform/web/area.ts'
import { send } from '#platform/web/calls.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Picker } from '#platform/web/kit/Picker.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { useBrought } from '#platform/web/room.ts'
import { auditColumns, system } from '../columns.ts'
import type { readAudit as contract } from '../contract.ts'
import { type AuditFilter, useAuditFilter } from './auditFilter.ts'
import { auditFile, auditPeople, auditWords, readAudit } from './calls.ts'
import { Deed } from './Deed.tsx'
import { auditFilters } from './filters.ts'

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
        required
        choices={[{ value: '', label: everything }, ...kinds]}
        as="select"
        value={kind}
        onChange={(next) => onChange(next || null)}
      />
      {events.length > 0 && (
        <ChoiceField
          label={{ vi: 'Việc', en: 'Deed' }}
          required
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

const count = { vi: '{n} dòng, mới nhất ở trên.', en: '{n} {n:line|lines}, newest first.' }
const overCount = { vi: 'Hơn {n} dòng, mới nhất ở trên.', en: 'More than {n} {n:line|lines}, newest first.' }

export default function AuditPage() {
  const { areaId } = useArea()
  const filter = useAuditFilter()
  const read = useRead(readAudit, areaId ? { areaId, ...filter.asked, page: filter.page } : null)
  const state = read.data?.total ? say(read.data.more ? overCount : count, { n: showNumber(read.data.total) }) : null
  return (
    <Page title={{ vi: 'Nhật ký', en: 'Audit' }} state={state}>
      {areaId ? (
        <>
          <InsteadOf areaId={areaId} />
          <Reading of={read} rows={10}>
            {(data) => <Lines of={data} areaId={areaId} filter={filter} />}
          </Reading>
        </>
      ) : (
        <NoPermission right="audit.read" />
      )}
    </Page>
  )
}

type Props = {
  readonly of: OutputOf<typeof contract>
  readonly areaId: AreaId
  readonly filter: AuditFilter
}

function Lines({ of, areaId, filter }: Props) {
  const { lines, total, more } = of
  return (
    <Listing
      name="audit"
      caption={{ vi: 'Ai đã làm gì', en: 'Who did what' }}
      rows={lines}
      total={total}
      more={more}
      rowKey={(line) => line.id}
      file={listAs(auditFile, { areaId, ...filter.asked })}
      filters={<Filters of={of} areaId={areaId} filter={filter} />}
      columns={shown(auditColumns, {
        by: ({ accountId, by }) =>
          accountId ? (
            <button type="button" class="row-way" onClick={() => filter.set('nguoi', accountId)}>
              {by}
            </button>
          ) : (
            say(system)
          ),
        what: (line) => <Deed of={line} />,
      })}
      empty={
        <Empty
          title={
            filter.any
              ? { vi: 'Không có dòng nào như vậy.', en: 'There is no such line.' }
              : { vi: 'Nhật ký chưa có dòng nào.', en: 'Nothing is written yet.' }
          }
          why={
            filter.any
              ? { vi: 'Bỏ bớt điều kiện lọc để thấy thêm.', en: 'Loosen the filter to see more.' }
              : { vi: 'Mỗi thay đổi tại đơn vị này được ghi ở đây.', en: 'Every change at this unit is written here.' }
          }
        />
      }
    />
  )
}

function Filters({ of, areaId, filter }: Props) {
  const brought = useBrought(auditFilters)
  const { from, what } = filter.asked
  return (
    <>
      <DeedFilters what={what ?? null} onChange={(next) => filter.set('viec', next)} />
      <PersonFilter areaId={areaId} person={of.person} onChange={(id) => filter.set('nguoi', id)} />
      {brought.map((Filter, at) => (
        <Filter key={at} household={of.household} onHousehold={(id) => filter.set('ho', id)} />
      ))}
      <DayField
        required
        label={{ vi: 'Từ ngày', en: 'From' }}
        value={from ?? null}
        onChange={(day) => filter.set('tu', day)}
      />
      <DayField
        label={{ vi: 'Đến hết ngày', en: 'Until' }}
        required
        value={filter.until}
        problem={filter.crossed ? crossedDays : null}
        onChange={(day) => filter.set('den', day)}
      />
      {filter.any && (
        <Button look="quiet" onClick={filter.clear}>
          {say({ vi: 'Bỏ lọc', en: 'Clear the filter' })}
        </Button>
      )}
    </>
  )
}

const crossedDays: Words = {
  vi: 'Ngày này ở trước “Từ ngày”, nên chưa lọc theo nó. Hãy chọn lại.',
  en: 'This day is before “From”, so that the list is not narrowed by it. Choose again.',
}

type PersonProps = {
  readonly areaId: AreaId
  readonly person: string | null
  readonly onChange: (accountId: string) => void
}

/** Those who have access to the unit; who had it once is chosen by his name in a line. */
const PersonFilter = ({ areaId, person, onChange }: PersonProps) => (
  <Picker<string>
    label={{ vi: 'Người làm', en: 'Who did it' }}
    required
    chosen={person}
    load={async (q, signal) => {
      const { people } = await send(auditPeople, { areaId, q }, { signal })
      return people.map(({ accountId, name, login, areaName }) => ({
        value: accountId,
        label: name,
        detail: `${login}, ${areaName}`,
      }))
    }}
    onChoose={(option) => onChange(option.value)}
  />
)
