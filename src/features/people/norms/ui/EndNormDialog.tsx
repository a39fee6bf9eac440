import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import type { NormRule } from '../model.ts'
import { endNorm } from './calls.ts'
import { EndFields } from './RuleFields.tsx'
import { endOf, noEnd, type TypedEnd } from './rule.ts'

/** The norm holds no more, or never did. It stays in the list. */
export function EndNormDialog({ of, onClose }: { of: NormRule; onClose: () => void }) {
  const draft = useDraft('norms.end', of.postNormId)
  const [typed, setTyped] = useTyped<TypedEnd>(draft, 'end', noEnd)
  const ending = useChange(endNorm, { draft })
  const sent = endOf(typed)
  const whyNot = sent ? null : { vi: 'Cần ngày cuối và lý do.', en: 'Last day and reason are needed.' }
  const end = async () => {
    if (sent && (await ending.run({ postNormId: of.postNormId, ...sent }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Định mức hết hiệu lực', en: 'End of the norm' }} onClose={onClose}>
      <p>
        {say(of.said)}: {of.required}
      </p>
      <Form
        onSubmit={end}
        draft={draft}
        problem={ending.problem}
        actions={
          <Button look="danger" submit pending={ending.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi hết hiệu lực', en: 'Record the end' })}
          </Button>
        }
      >
        <EndFields of={typed} onChange={setTyped} />
      </Form>
    </Dialog>
  )
}
