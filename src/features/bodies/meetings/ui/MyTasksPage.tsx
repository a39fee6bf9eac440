/** What bodies gave me to do, and what the bodies I head gave others. */

import { useState } from 'preact/hooks'
import type { OutputOf } from '#kernel/endpoint.ts'
import { useFilter, useTo } from '#platform/web/address.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { myTaskColumns, taskState } from '../columns.ts'
import type * as contract from '../contract.ts'
import { myTasks, myTasksFile } from './calls.ts'
import { Invitations, MyMinutes } from './Invitations.tsx'
import { MineDoneDialog } from './TaskDialogs.tsx'
import { meetingPath } from './typed.ts'

type Row = OutputOf<typeof contract.myTasks>['tasks'][number]
const title = { vi: 'Việc Ban giao', en: 'Tasks given by bodies' }

export default function MyTasksPage() {
  const [state] = useFilter('tinh-trang')
  const over = state === 'xong'
  const asked = over ? { over } : {}
  const read = useRead(myTasks, asked)
  const to = useTo()
  const [done, setDone] = useState<Row | null>(null)
  return (
    <Page title={title}>
      <Invitations />
      <Filters>
        <FilterChoice
          name="tinh-trang"
          label={{ vi: 'Việc', en: 'Tasks' }}
          choices={[{ value: 'xong', label: { vi: 'Đã xong hoặc đã rút', en: 'Done or taken back' } }]}
          all={{ vi: 'Chưa xong', en: 'Open' }}
        />
      </Filters>
      <Reading of={read} rows={6}>
        {({ tasks }) => (
          <Listing<Row>
            name="my-body-tasks"
            caption={title}
            rows={tasks}
            rowKey={(row) => row.taskId}
            href={(row) => (row.opens ? to(meetingPath(row.meetingId)) : null)}
            file={listAs(myTasksFile, asked)}
            columns={shown(myTaskColumns, {
              state: (row) => (
                <>
                  {say(taskState(row))}{' '}
                  {row.mine && !over && (
                    <Button look="quiet" onClick={() => setDone(row)}>
                      {say({ vi: 'Đã xong', en: 'Done' })}
                    </Button>
                  )}
                </>
              ),
            })}
            empty={
              <Empty
                title={
                  over
                    ? { vi: 'Chưa có việc nào xong.', en: 'No task is done yet.' }
                    : { vi: 'Không có việc nào chưa xong.', en: 'No task is open.' }
                }
                why={{
                  vi: 'Ở đây có việc các Ban giao cho bạn và việc của Ban bạn làm Trưởng ban.',
                  en: 'Here stand tasks given to you and those of bodies that you head.',
                }}
              />
            }
          />
        )}
      </Reading>
      <MyMinutes />
      {done && <MineDoneDialog of={done} onClose={() => setDone(null)} />}
    </Page>
  )
}
