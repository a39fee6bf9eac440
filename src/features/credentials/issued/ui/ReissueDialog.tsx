import type { CredentialId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import type { Whole } from '../model.ts'
import { reissueCredential } from './calls.ts'

/** Under the right name; the one with the wrong name says that another stands in its place. */
export function ReissueDialog({ of, onClose }: { of: Whole; onClose: () => void }) {
  const { credentialId, name, rule } = of
  const draft = useDraft('credentials.reissue', credentialId)
  const [fullName, setFullName] = useTyped(draft, 'fullName', name)
  const [because, setBecause] = useTyped(draft, 'because', '')
  const nextId = useMade(draft, 'nextId', () => newId<'credential'>() as CredentialId)
  const reissuing = useChange(reissueCredential, { draft })
  const [is, why] = [fullName.trim(), because.trim()]
  const whyNot =
    is && is !== name && why ? null : { vi: 'Cần tên đúng và lý do.', en: 'The right name and the reason are needed.' }
  const reissue = async () => {
    if (!whyNot && (await reissuing.run({ credentialId, nextId, fullName: is, because: why }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Cấp lại vì sai tên', en: 'Reissue under the right name' }} onClose={onClose}>
      <p>{rule}</p>
      <Form
        onSubmit={reissue}
        draft={draft}
        problem={reissuing.problem}
        actions={
          <Button look="primary" submit pending={reissuing.pending} whyNot={whyNot}>
            {say({ vi: 'Cấp lại', en: 'Reissue' })}
          </Button>
        }
      >
        <TextField
          at="fullName"
          label={{ vi: 'Họ tên đúng', en: 'Right name' }}
          required
          maxLength={200}
          value={fullName}
          onChange={setFullName}
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
      </Form>
    </Dialog>
  )
}
