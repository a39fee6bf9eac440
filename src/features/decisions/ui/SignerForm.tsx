/** A form that drafts a paper and ends with who signs it; what was drafted is opened. */
import type { ComponentChildren } from 'preact'
import { useLocation } from 'preact-iso'
import type { AreaId, DecisionId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import type { Change } from '#platform/web/changes.ts'
import { today } from '#platform/web/day.ts'
import { useTyped } from '#platform/web/draft.ts'
import type { Draft } from '#platform/web/drafting.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { noSigner, SignerFields, signerInput, whyNoSigner } from './SignerFields.tsx'

type Props = {
  readonly decisionId: DecisionId
  /** The commune that signs, where another one does than decided. */
  readonly areaId?: AreaId
  readonly draft: Draft
  readonly drafting: Pick<Change<never, never>, 'pending' | 'problem'>
  readonly deed: Words
  /** What is still to be said before the signer. */
  readonly whyNot?: Words | null
  /** Sends it; the address of what was drafted, null where it was refused. */
  readonly onDraft: (signer: ReturnType<typeof signerInput>) => Promise<string | null>
  readonly children: ComponentChildren
}

export function SignerForm(props: Props) {
  const { decisionId, areaId, draft, drafting, deed, whyNot = null, onDraft, children } = props
  const [signer, setSigner, propose] = useTyped(draft, 'signer', noSigner)
  const { route } = useLocation()
  const to = useTo()
  const lacks = whyNot ?? whyNoSigner(signer)
  const send = async () => {
    const path = lacks ? null : await onDraft(signerInput(signer))
    if (path) route(to(path))
  }
  return (
    <Form
      onSubmit={() => void send()}
      draft={draft}
      problem={drafting.problem}
      actions={
        <Button look="primary" submit pending={drafting.pending} whyNot={lacks}>
          {say(deed)}
        </Button>
      }
    >
      {children}
      <SignerFields
        decisionId={decisionId}
        areaId={areaId}
        day={today()}
        value={signer}
        onChange={setSigner}
        onPropose={propose}
      />
    </Form>
  )
}
