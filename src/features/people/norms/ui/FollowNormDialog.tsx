import type { NormId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { NumberField } from '#platform/web/kit/NumberField.tsx'
import { say } from '#platform/web/language.ts'
import { mostRequired, type NormRule } from '../model.ts'
import { followNorm } from './calls.ts'
import { TextFields } from './RuleFields.tsx'
import { noText, type TypedText, textOf } from './rule.ts'

/** The next value, from its first day on; the one before ends that day. */
export function FollowNormDialog({ of, onClose }: { of: NormRule; onClose: () => void }) {
  const draft = useDraft('norms.follow', of.postNormId)
  const [required, setRequired] = useTyped<number | null>(draft, 'required', null)
  const [typed, setTyped] = useTyped<TypedText>(draft, 'text', noText)
  const nextId = useMade(draft, 'nextId', () => newId<'norm'>() as NormId)
  const following = useChange(followNorm, { draft })
  const text = textOf(typed)
  const whyNot =
    text && required !== null
      ? null
      : {
          vi: 'Cần số người, ngày áp dụng, căn cứ và độ tin cậy.',
          en: 'People, day, basis and how sure it is are needed.',
        }
  const follow = async () => {
    if (text && required !== null && (await following.run({ postNormId: of.postNormId, nextId, required, ...text })))
      onClose()
  }
  return (
    <Dialog title={{ vi: 'Ghi định mức mới', en: 'Enter a new value' }} onClose={onClose}>
      <p>
        {say(of.said)}: {of.required}
      </p>
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
        <NumberField
          at="required"
          label={{ vi: 'Số người', en: 'People' }}
          required
          min={0}
          max={mostRequired}
          value={required}
          onChange={setRequired}
        />
        <TextFields of={typed} onChange={setTyped} />
      </Form>
    </Dialog>
  )
}
