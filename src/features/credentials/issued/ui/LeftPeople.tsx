/** Whom issuing left for a person to decide: each is issued theirs by somebody else, who says why. */
import { useState } from 'preact/hooks'
import { showDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { say } from '#platform/web/language.ts'
import { type Left, leftWhys } from '../model.ts'
import { issueNow } from './calls.ts'

type Props = { readonly areaId: AreaId; readonly of: readonly Left[]; readonly onIssued: (of: Left) => void }

export function LeftPeople({ areaId, of, onIssued }: Props) {
  const [open, setOpen] = useState<Left | null>(null)
  if (of.length === 0) return null
  return (
    <Notice look="waits">
      {say({
        vi: 'Chưa cấp cho những người sau, để người khác quyết định:',
        en: 'Not issued to these, for somebody else to decide:',
      })}
      <ul>
        {of.map((one) => (
          <li key={`${one.officialId} ${one.rule} ${one.completedOn}`}>
            {say(
              { vi: '{name}, {rule}, hoàn thành {day}: {why}', en: '{name}, {rule}, completed {day}: {why}' },
              { name: one.name, rule: one.rule, day: showDate(one.completedOn), why: say(leftWhys[one.why]) },
            )}{' '}
            {one.why !== 'self' && (
              <Button look="quiet" onClick={() => setOpen(one)}>
                {say({ vi: 'Cấp, ghi lý do', en: 'Issue, with a reason' })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {open && (
        <IssueDialog
          areaId={areaId}
          of={open}
          onIssued={() => {
            onIssued(open)
            setOpen(null)
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </Notice>
  )
}

type DialogProps = {
  readonly areaId: AreaId
  readonly of: Left
  readonly onIssued: () => void
  readonly onClose: () => void
}

function IssueDialog({ areaId, of: { officialId, name, rule, why }, onIssued, onClose }: DialogProps) {
  const draft = useDraft('credentials.issueLeft', officialId)
  const issuing = useChange(issueNow, { draft })
  return (
    <ReasonDialog
      title={{ vi: 'Cấp chứng nhận cho người để lại', en: 'Issue to somebody who was left' }}
      what={{
        vi: `${name}, ${rule}: ${leftWhys[why].vi}. Đã xem lại và cấp thì ghi vì sao.`,
        en: `${name}, ${rule}: ${leftWhys[why].en}. Say why it is issued all the same.`,
      }}
      deed={{ vi: 'Cấp', en: 'Issue' }}
      draft={draft}
      pending={issuing.pending}
      problem={issuing.problem}
      onGive={async (because) => {
        if (await issuing.run({ areaId, officialId, because })) onIssued()
      }}
      onClose={onClose}
    />
  )
}
