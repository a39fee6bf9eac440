import { EndFields } from '#features/people/norms/ui/RuleFields.tsx'
import { endOf, noEnd, type TypedEnd } from '#features/people/norms/ui/rule.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import { type BodyNormRule, normSaid } from '../model.ts'
import { endNorm } from './calls.ts'

/** The norm holds no more, or never did. It stays in the list. */
export function EndBodyNormDialog({ of, onClose }: { of: BodyNormRule; onClose: () => void }) {
  const draft = useDraft('bodies.endNorm', of.bodyNormId)
  const [typed, setTyped] = useTyped<TypedEnd>(draft, 'end', noEnd)
  const ending = useChange(endNorm, { draft })
  const sent = endOf(typed)
  const whyNot = sent ? null : { vi: 'Cần ngày cuối và lý do.', en: 'Last day and reason are needed.' }
  const end = async () => {
    if (sent && (await ending.run({ bodyNormId: of.bodyNormId, ...sent }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Định mức hết hiệu lực', en: 'End of the norm' }} onClose={onClose}>
      <p>{say(normSaid(of))}</p>
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
