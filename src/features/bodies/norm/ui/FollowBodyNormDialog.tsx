import { TextFields } from '#features/people/norms/ui/RuleFields.tsx'
import { noText, type TypedText, textOf } from '#features/people/norms/ui/rule.ts'
import type { BodyNormId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import { type BodyNormRule, normSaid } from '../model.ts'
import { followNorm } from './calls.ts'
import { RequiredField } from './RequiredField.tsx'

/** The next value, from its first day on; the one before ends that day. */
export function FollowBodyNormDialog({ of, onClose }: { of: BodyNormRule; onClose: () => void }) {
  const draft = useDraft('bodies.followNorm', of.bodyNormId)
  const [required, setRequired] = useTyped<number | null>(draft, 'required', null)
  const [typed, setTyped] = useTyped<TypedText>(draft, 'text', noText)
  const nextId = useMade(draft, 'nextId', () => newId<'body_norm'>() as BodyNormId)
  const following = useChange(followNorm, { draft })
  const text = textOf(typed)
  const sent = text && required !== null ? { required, ...text } : null
  const whyNot = sent
    ? null
    : {
        vi: 'Cần số Ban, ngày áp dụng, căn cứ và độ tin cậy.',
        en: 'Bodies, day, basis and how sure it is are needed.',
      }
  const follow = async () => {
    if (sent && (await following.run({ bodyNormId: of.bodyNormId, nextId, ...sent }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Ghi định mức mới', en: 'Enter a new value' }} onClose={onClose}>
      <p>{say(normSaid(of))}</p>
      <Form
        onSubmit={follow}
        draft={draft}
        problem={following.problem}
        actions={
          <Button look="primary" submit pending={following.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi định mức mới', en: 'Enter the value' })}
          </Button>
        }
      >
        <RequiredField required={required} onChange={setRequired} />
        <TextFields of={typed} onChange={setTyped} />
      </Form>
    </Dialog>
  )
}
