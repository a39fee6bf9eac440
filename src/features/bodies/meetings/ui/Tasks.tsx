/** Tasks as a list, of a body or of one meeting: those that are open are done or taken back here, those done by mistake opened. */
import { useState } from 'preact/hooks'
import { useTo } from '#platform/web/address.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import type { listAs } from '#platform/web/kit/listingProps.ts'
import { Section } from '#platform/web/kit/Page.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { taskColumns, taskState } from '../columns.ts'
import type { BodyTask } from '../model.ts'
import { DoneDialog, ReopenDialog, TakeBackDialog } from './TaskDialogs.tsx'
import { meetingPath } from './typed.ts'

type Props = {
  readonly tasks: readonly BodyTask[]
  readonly file: ReturnType<typeof listAs>
  readonly writes: boolean
  /** On the page of a body a task leads to its meeting. */
  readonly opens?: boolean
}
type Doing = { readonly what: 'done' | 'back' | 'reopen'; readonly of: BodyTask }

export function Tasks({ tasks, file, writes, opens = false }: Props) {
  const [doing, setDoing] = useState<Doing | null>(null)
  const to = useTo()
  const close = () => setDoing(null)
  return (
    <Section title={{ vi: 'Việc đã giao', en: 'Tasks given' }}>
      <Listing<BodyTask>
        name="body-tasks"
        caption={{ vi: 'Việc đã giao', en: 'Tasks given' }}
        rows={tasks}
        rowKey={(row) => row.taskId}
        {...(opens && { href: (row: BodyTask) => to(meetingPath(row.meetingId)) })}
        file={file}
        columns={shown(taskColumns, {
          state: (row) => (
            <>
              {say(taskState(row))}
              {writes && row.takenBack === null && <Deeds of={row} onDo={setDoing} />}
            </>
          ),
        })}
        empty={
          <Empty
            title={{ vi: 'Chưa giao việc nào.', en: 'No task was given yet.' }}
            why={{ vi: 'Việc được giao ở trang của cuộc họp.', en: 'Tasks are given on the page of a meeting.' }}
          />
        }
      />
      {doing?.what === 'done' && <DoneDialog of={doing.of} onClose={close} />}
      {doing?.what === 'reopen' && <ReopenDialog of={doing.of} onClose={close} />}
      {doing?.what === 'back' && <TakeBackDialog of={doing.of} onClose={close} />}
    </Section>
  )
}

const Deeds = ({ of, onDo }: { of: BodyTask; onDo: (doing: Doing) => void }) =>
  of.doneOn === null ? (
    <>
      {' '}
      <Button look="quiet" onClick={() => onDo({ what: 'done', of })}>
        {say({ vi: 'Đã xong', en: 'Done' })}
      </Button>
      <Button look="quiet" onClick={() => onDo({ what: 'back', of })}>
        {say({ vi: 'Rút việc', en: 'Take back' })}
      </Button>
    </>
  ) : (
    <>
      {' '}
      <Button look="quiet" onClick={() => onDo({ what: 'reopen', of })}>
        {say({ vi: 'Mở lại', en: 'Open again' })}
      </Button>
    </>
  )
