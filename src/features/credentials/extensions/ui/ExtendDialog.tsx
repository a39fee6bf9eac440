import { DecisionForm } from '#features/training/ui/DecisionForm.tsx'
import { findPlainDate } from '#kernel/dates.ts'
import type { CredentialExtensionId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import type { Credential } from '../../issued/model.ts'
import { extend } from './calls.ts'

type Props = { readonly of: readonly Credential[]; readonly onDone: () => void; readonly onClose: () => void }

/** One decision for all that were chosen; they stay as issued, with another last day. */
export function ExtendDialog({ of, onDone, onClose }: Props) {
  const draft = useDraft('extensions.decide', of[0]?.credentialId ?? 'none')
  const [last, setLast] = useTyped<string | null>(draft, 'last', null)
  const [because, setBecause] = useTyped(draft, 'because', '')
  const credentialExtensionId = useMade(
    draft,
    'credentialExtensionId',
    () => newId<'credential_extension'>() as CredentialExtensionId,
  )
  const extending = useChange(extend, { draft })
  const lastDay = findPlainDate(last ?? '')
  const credentialIds = of.map(({ credentialId }) => credentialId)
  return (
    <Dialog title={{ vi: 'Gia hạn chứng nhận', en: 'Extend credentials' }} onClose={onClose}>
      <DecisionForm
        about={say(
          { vi: 'Gia hạn {n} chứng nhận: {names}.', en: 'Extends {n} {n:credential|credentials}: {names}.' },
          { n: of.length, names: of.map(({ name }) => name).join(', ') },
        )}
        act={{ vi: 'Ghi quyết định gia hạn', en: 'Record the decision' }}
        draft={draft}
        change={extending}
        run={async (by) => {
          if (!lastDay || !because.trim()) return
          const said = { credentialExtensionId, credentialIds, ...by, last: lastDay, because: because.trim() }
          if (await extending.run(said)) onDone()
        }}
        onClose={() => undefined}
      >
        <DayField
          at="last"
          label={{ vi: 'Có hiệu lực đến hết ngày', en: 'Valid to the end of' }}
          required
          value={last}
          onChange={setLast}
        />
        <TextField
          at="because"
          label={{ vi: 'Lý do', en: 'Reason' }}
          required
          lines={2}
          maxLength={500}
          value={because}
          onChange={setBecause}
        />
      </DecisionForm>
    </Dialog>
  )
}
