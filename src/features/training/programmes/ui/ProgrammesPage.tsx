/** The register of programmes: what the work is for, by which law, and which goals are open. */

import { useState } from 'preact/hooks'
import { showArea } from '#features/areas/ui/calls.ts'
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
import { programmeColumns } from '../columns.ts'
import {
  type Programme,
  type ProgrammeKind,
  type ProgrammeState,
  programmeKindNames,
  programmeKinds,
  programmeStates,
} from '../model.ts'
import { listProgrammes, programmesFile } from './calls.ts'
import { NewProgrammeDialog } from './NewProgrammeDialog.tsx'
import { pathOf } from './programme.ts'
import '../../ui/training.css'

export default function ProgrammesPage() {
  const [page] = usePageNumber()
  const [kind] = useFilter('loai')
  const [state] = useFilter('tinh-trang')
  const [q] = useFilter('q')
  const [adding, setAdding] = useState(false)
  const to = useTo()
  const asked = {
    ...(q && { q }),
    ...(kind && { kind: kind as ProgrammeKind }),
    ...(state && { state: state as ProgrammeState }),
  }
  const read = useRead(listProgrammes, { ...asked, page })
  return (
    <Page
      title={{ vi: 'Chương trình, đề án, kế hoạch', en: 'Programmes, schemes, plans' }}
      state={read.data && say({ vi: '{n} trong sổ.', en: '{n} in the register.' }, { n: showNumber(read.data.total) })}
      action={
        holds('training.manage') && (
          <Button look="primary" onClick={() => setAdding(true)}>
            {say({ vi: 'Ghi chương trình', en: 'Enter a programme' })}
          </Button>
        )
      }
    >
      <Filters>
        <SearchWords label={{ vi: 'Tìm theo tên, số văn bản', en: 'Find by name or number' }} />
        <FilterChoice
          name="loai"
          label={{ vi: 'Loại', en: 'Kind' }}
          choices={programmeKindNames.map((value) => ({ value, label: programmeKinds[value] }))}
        />
        <FilterChoice
          name="tinh-trang"
          label={{ vi: 'Tình trạng', en: 'State' }}
          choices={choicesOf(programmeStates)}
        />
      </Filters>
      <Reading of={read} rows={10}>
        {(data) => (
          <Listing<Programme>
            name="programmes"
            caption={{ vi: 'Sổ chương trình', en: 'Register of programmes' }}
            rows={data.rows}
            rowKey={(row) => row.programmeId}
            href={(row) => to(pathOf(row.programmeId))}
            total={data.total}
            file={listAs(programmesFile, asked)}
            columns={shown(programmeColumns, {})}
            empty={
              <Empty
                title={{ vi: 'Không có chương trình nào như vậy.', en: 'No programme like that.' }}
                why={{
                  vi: 'Thử gõ ít chữ hơn, hoặc bỏ bớt điều kiện lọc.',
                  en: 'Type fewer letters, or drop a filter.',
                }}
              />
            }
          />
        )}
      </Reading>
      {adding && <Adding onClose={() => setAdding(false)} />}
    </Page>
  )
}

/** For the unit that is looked at, unless another is chosen. */
function Adding({ onClose }: { onClose: () => void }) {
  const { areaId } = useArea()
  const area = useRead(showArea, areaId ? { areaId, day: today() } : null)
  if (areaId && !area.data) return null
  return <NewProgrammeDialog areaId={areaId ?? null} areaName={area.data?.name ?? ''} onClose={onClose} />
}
