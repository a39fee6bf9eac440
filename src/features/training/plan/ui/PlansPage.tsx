/** The plans of training: of which unit and year, how many classes, how much money. */

import { useState } from 'preact/hooks'
import { showArea } from '#features/areas/ui/calls.ts'
import { levelWords } from '#features/areas/words.ts'
import { useFilter, usePageNumber, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { today } from '#platform/web/day.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { choicesOf, FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { SearchWords } from '#platform/web/kit/SearchWords.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import { planColumns } from '../columns.ts'
import { type Plan, type PlanFilter, type PlanLevel, planFilters, planLevels } from '../model.ts'
import { BeginPlanDialog } from './BeginPlanDialog.tsx'
import { listPlans, plansFile } from './calls.ts'
import { pathOf } from './plan.ts'

export default function PlansPage() {
  const [page] = usePageNumber()
  const [year] = useFilter('nam')
  const [level] = useFilter('cap')
  const [state] = useFilter('tinh-trang')
  const [q] = useFilter('q')
  const [beginning, setBeginning] = useState(false)
  const to = useTo()
  const asked = {
    ...(q && { q }),
    ...(year && { year: Number(year) }),
    ...(level && { level: level as PlanLevel }),
    ...(state && { state: state as PlanFilter }),
  }
  const read = useRead(listPlans, { ...asked, page })
  return (
    <Page
      title={{ vi: 'Kế hoạch đào tạo, bồi dưỡng', en: 'Plans of training' }}
      state={read.data && say({ vi: '{n} kế hoạch.', en: '{n} {n:plan|plans}.' }, { n: showNumber(read.data.total) })}
      action={
        holds('training.plan') && (
          <Button look="primary" onClick={() => setBeginning(true)}>
            {say({ vi: 'Lập kế hoạch', en: 'Draft a plan' })}
          </Button>
        )
      }
    >
      <Filters>
        <SearchWords label={{ vi: 'Tìm theo tên', en: 'Find by name' }} />
        <FilterChoice
          name="nam"
          label={{ vi: 'Năm', en: 'Year' }}
          choices={(read.data?.years ?? []).map((one) => ({ value: String(one), label: String(one) }))}
        />
        <FilterChoice
          name="cap"
          label={{ vi: 'Cấp', en: 'Level' }}
          choices={planLevels.map((value) => ({ value, label: levelWords[value] }))}
        />
        <FilterChoice name="tinh-trang" label={{ vi: 'Tình trạng', en: 'State' }} choices={choicesOf(planFilters)} />
      </Filters>
      <Reading of={read} rows={8}>
        {(data) => (
          <Listing<Plan>
            name="plans"
            caption={{ vi: 'Kế hoạch đào tạo, bồi dưỡng', en: 'Plans of training' }}
            rows={data.rows}
            rowKey={(row) => row.trainingPlanId}
            href={(row) => to(pathOf(row.trainingPlanId))}
            total={data.total}
            file={listAs(plansFile, asked)}
            columns={shown(planColumns)}
            empty={
              <Empty
                title={{ vi: 'Không có kế hoạch nào như vậy.', en: 'No plan like that.' }}
                why={{
                  vi: 'Thử gõ ít chữ hơn, hoặc bỏ bớt điều kiện lọc. Tỉnh và xã lập kế hoạch của mình ở đây.',
                  en: 'Type fewer letters, or drop a filter. Provinces and communes draft their plans here.',
                }}
              />
            }
          />
        )}
      </Reading>
      {beginning && <Beginning onClose={() => setBeginning(false)} />}
    </Page>
  )
}

/** For the unit that is looked at, unless another is chosen. */
function Beginning({ onClose }: { onClose: () => void }) {
  const { areaId } = useArea()
  const area = useRead(showArea, areaId ? { areaId, day: today() } : null)
  if (areaId && !area.data) return null
  return <BeginPlanDialog areaId={areaId ?? null} areaName={area.data?.name ?? ''} onClose={onClose} />
}
