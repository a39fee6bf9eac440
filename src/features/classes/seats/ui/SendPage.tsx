/** Classes to which units of mine may send people, and how far they are with it. */
import { useState } from 'preact/hooks'
import { useFilter, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import { classPath } from '../../list/ui/class.ts'
import { openClassColumns } from '../columns.ts'
import type { OpenClass } from '../model.ts'
import { waitingFor } from '../rules.ts'
import { listOpenClasses, openClassesFile } from './calls.ts'
import { NamePeopleDialog } from './NamePeopleDialog.tsx'

const title = { vi: 'Cử người đi học', en: 'Send people to classes' }

export default function SendPage() {
  const { areaId } = useArea()
  const [waits] = useFilter('cho')
  const asked = {
    ...(areaId && { areaId }),
    ...(waits in waitingFor && { waits: waits as keyof typeof waitingFor }),
  }
  const read = useRead(listOpenClasses, asked)
  const [naming, setNaming] = useState<OpenClass | null>(null)
  const to = useTo()
  const acts = {
    key: 'act',
    head: { vi: 'Việc', en: 'Act' },
    act: true as const,
    cell: (row: OpenClass) =>
      row.open && (
        <Button look="quiet" onClick={() => setNaming(row)}>
          {say({ vi: 'Cử người', en: 'Name people' })}
          <span class="only-heard"> {row.title}</span>
        </Button>
      ),
  }
  return (
    <Page title={title}>
      <Reading of={read} rows={6}>
        {({ rows }) => (
          <Listing<OpenClass>
            name="open-classes"
            caption={title}
            rows={rows}
            rowKey={(row) => `${row.trainingClassId} ${row.areaId}`}
            href={(row) => to(classPath(row.trainingClassId))}
            file={listAs(openClassesFile, asked)}
            filters={
              <FilterChoice
                name="cho"
                label={{ vi: 'Việc chờ đơn vị', en: 'What waits' }}
                choices={Object.entries(waitingFor).map(([value, { said: label }]) => ({ value, label }))}
              />
            }
            columns={[...shown(openClassColumns), ...(holds('class.manage') ? [acts] : [])]}
            empty={
              <Empty
                title={{ vi: 'Chưa có lớp nào mở cho đơn vị.', en: 'No class is open to the unit.' }}
                why={{
                  vi: 'Nơi mở lớp ghi số người mỗi đơn vị được cử, lớp ấy sẽ hiện ở đây.',
                  en: 'A class stands here once who holds it gives the unit seats.',
                }}
              />
            }
          />
        )}
      </Reading>
      {naming && <NamePeopleDialog of={naming} units={[naming]} onClose={() => setNaming(null)} />}
    </Page>
  )
}
