/** Who is named for the classes of a plan; of a draft, names are taken out here. */

import { useState } from 'preact/hooks'
import type { PlanLineId, TrainingPlanId } from '#kernel/ids.ts'
import { useFilter, usePageNumber, useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDay } from '#platform/web/day.ts'
import { useDraft } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { planNamed, planSeatColumns } from '../columns.ts'
import type { PlanSeat } from '../model.ts'
import { weeksSaid } from '../rules/weeks.ts'
import { dropSeat, listSeats, seatsFile } from './calls.ts'
import { pathOf } from './plan.ts'

const title = { vi: 'Người có tên trong kế hoạch', en: 'People named in the plan' }

export default function SeatsPage({ params }: { params: { trainingPlanId: string } }) {
  const trainingPlanId = params.trainingPlanId as TrainingPlanId
  const { facts: day } = useDay()
  const [page] = usePageNumber()
  const [line] = useFilter('dong')
  const asked = { trainingPlanId, day, ...(line && { line: line as PlanLineId }) }
  const read = useRead(listSeats, { ...asked, page })
  const to = useTo()
  const [dropping, setDropping] = useState<PlanSeat | null>(null)
  const deeds = {
    ...{ key: 'deeds', head: { vi: 'Bỏ tên', en: 'Take out' }, act: true as const },
    cell: (row: PlanSeat) => (
      <Button look="quiet" onClick={() => setDropping(row)}>
        {say({ vi: 'Bỏ {person}', en: 'Take {person} out' }, { person: row.person ?? row.code })}
      </Button>
    ),
  }
  return (
    <Page
      title={title}
      above={
        <Crumbs
          of={[
            { label: { vi: 'Kế hoạch đào tạo', en: 'Plans of training' }, href: to('/ke-hoach-dao-tao') },
            { label: read.data ? planNamed(read.data) : { vi: '', en: '' }, href: to(pathOf(trainingPlanId)) },
            { label: title },
          ]}
        />
      }
      state={
        read.data &&
        say(
          { vi: '{n} người có tên.', en: '{n} {n:person by name|people by name}.' },
          { n: showNumber(read.data.total) },
        )
      }
    >
      <Filters>
        <FilterChoice
          name="dong"
          label={{ vi: 'Lớp', en: 'Classes' }}
          choices={(read.data?.lines ?? []).map(({ planLineId, code, title: topic, weeks }) => {
            const [named, said] = [`${code} ${topic}`, weeksSaid(weeks)]
            const label = weeks.length > 0 ? { vi: `${named}, tuần ${said}`, en: `${named}, weeks ${said}` } : named
            return { value: planLineId, label }
          })}
        />
      </Filters>
      <Reading of={read} rows={12}>
        {({ rows, total, can }) => (
          <Listing<PlanSeat>
            name="plan-seats"
            caption={title}
            rows={rows}
            rowKey={(row) => row.planSeatId}
            href={(row) => to(`/can-bo/${row.officialId}`)}
            total={total}
            file={listAs(seatsFile, asked)}
            columns={[...shown(planSeatColumns), ...(can.includes('drop') ? [deeds] : [])]}
            empty={
              <Empty
                title={{ vi: 'Chưa ghi tên ai.', en: 'Nobody is named.' }}
                why={{
                  vi: 'Người học được ghi tên khi đưa đề xuất mở lớp vào bản thảo kế hoạch.',
                  en: 'People are named when proposed classes are taken into a draft.',
                }}
              />
            }
          />
        )}
      </Reading>
      {dropping && <DropSeatDialog seat={dropping} onClose={() => setDropping(null)} />}
    </Page>
  )
}

function DropSeatDialog({ seat, onClose }: { seat: PlanSeat; onClose: () => void }) {
  const { planSeatId, person, birthYear, code, title: topic } = seat
  const draft = useDraft('plans.dropSeat', planSeatId)
  const dropping = useChange(dropSeat, { draft })
  const named = `${person ?? ''}${birthYear ? ` (${birthYear})` : ''}: ${code} ${topic}`
  return (
    <ReasonDialog
      title={{ vi: 'Bỏ tên khỏi kế hoạch', en: 'Take the name out' }}
      what={{
        vi: `${named}. Người này lại được đề xuất vào lớp khác.`,
        en: `${named}. The person is proposed for other classes again.`,
      }}
      deed={{ vi: 'Bỏ tên này', en: 'Take it out' }}
      danger
      draft={draft}
      pending={dropping.pending}
      problem={dropping.problem}
      onGive={async (because) => {
        if (await dropping.run({ planSeatId, because })) onClose()
      }}
      onClose={onClose}
    />
  )
}
