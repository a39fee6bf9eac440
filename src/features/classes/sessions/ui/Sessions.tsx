import { useState } from 'preact/hooks'
import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Section } from '#platform/web/kit/Page.tsx'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { classSessionsFile } from '../../list/ui/calls.ts'
import type { ClassAnswer } from '../../list/ui/class.ts'
import { sessionColumns } from '../columns.ts'
import type { ClassSession } from '../model.ts'
import { isToCome, slotSaid } from '../rules.ts'
import { AddSessionsDialog } from './AddSessionsDialog.tsx'
import { ChangeSessionDialog } from './ChangeSessionDialog.tsx'
import { dropSession } from './calls.ts'
import { MoveClassDialog } from './MoveClassDialog.tsx'

const title = { vi: 'Buổi học', en: 'Sessions' }

/** The sessions of a class by their time. */
export function Sessions({ of }: { of: ClassAnswer }) {
  const [doing, setDoing] = useState<'add' | 'move' | null>(null)
  const [changing, setChanging] = useState<ClassSession | null>(null)
  const [dropping, setDropping] = useState<ClassSession | null>(null)
  const writes = of.can.includes('change')
  const acts = {
    key: 'act',
    head: { vi: 'Việc', en: 'Act' },
    act: true as const,
    cell: (row: ClassSession) => (
      <>
        {!row.closed && (
          <Button look="quiet" onClick={() => setChanging(row)}>
            {say({ vi: 'Dời, sửa', en: 'Change' })}
          </Button>
        )}
        {!row.used && (
          <Button look="quiet" onClick={() => setDropping(row)}>
            {say({ vi: 'Bỏ buổi', en: 'Drop' })}
          </Button>
        )}
      </>
    ),
  }
  return (
    <Section
      title={title}
      action={
        writes && (
          <div class="form-actions">
            <Button onClick={() => setDoing('add')}>{say({ vi: 'Thêm buổi', en: 'Add sessions' })}</Button>
            {of.sessionList.some(isToCome) && (
              <Button onClick={() => setDoing('move')}>{say({ vi: 'Dời cả lớp', en: 'Move the class' })}</Button>
            )}
          </div>
        )
      }
    >
      <Listing<ClassSession>
        name="class-sessions"
        pageName="trang-buoi"
        caption={title}
        rows={of.sessionList}
        rowKey={(row) => row.classSessionId}
        file={listAs(classSessionsFile, { trainingClassId: of.trainingClassId })}
        columns={[...shown(sessionColumns), ...(writes ? [acts] : [])]}
        empty={<Empty title={{ vi: 'Chưa có buổi học nào.', en: 'No session yet.' }} />}
      />
      {doing === 'add' && <AddSessionsDialog of={of} onClose={() => setDoing(null)} />}
      {doing === 'move' && <MoveClassDialog of={of} onClose={() => setDoing(null)} />}
      {changing && <ChangeSessionDialog of={of} session={changing} onClose={() => setChanging(null)} />}
      {dropping && <DropDialog of={dropping} onClose={() => setDropping(null)} />}
    </Section>
  )
}

function DropDialog({ of, onClose }: { of: ClassSession; onClose: () => void }) {
  const draft = useDraft('classes.dropSession', of.classSessionId)
  const dropping = useChange(dropSession, { draft })
  const { vi, en } = slotSaid(of)
  return (
    <ReasonDialog
      title={{ vi: 'Bỏ buổi học', en: 'Drop a session' }}
      what={{ vi: `Buổi ${vi} không học nữa.`, en: `The session ${en} is not held.` }}
      deed={{ vi: 'Bỏ buổi', en: 'Drop' }}
      danger
      draft={draft}
      pending={dropping.pending}
      problem={dropping.problem}
      onGive={async (because) => {
        if (await dropping.run({ classSessionId: of.classSessionId, because })) onClose()
      }}
      onClose={onClose}
    />
  )
}
