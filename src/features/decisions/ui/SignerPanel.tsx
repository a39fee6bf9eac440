/** Who is printed under the signature of a decision that is not in force; another one means another print. */
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { DecisionId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { today } from '#platform/web/day.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { say } from '#platform/web/language.ts'
import { decisionPath } from './addresses.ts'
import type { DecisionAnswer } from './answers.ts'
import { redraftDecision } from './calls.ts'
import { noSigner, SignatureBlock, SignerFields, signerInput, whyNoSigner } from './SignerFields.tsx'

export function SignerPanel({ of }: { of: DecisionAnswer }) {
  const [open, setOpen] = useState(false)
  if (of.state !== 'drafted' && of.state !== 'printed') return null
  return (
    <Section title={{ vi: 'Người ký in trên giấy', en: 'The signer that is printed' }}>
      {of.signerName ? (
        <>
          <p>{[of.signerPost, of.signerName].filter(Boolean).join(' ')}</p>
          {of.signerAuthority && <SignatureBlock authority={of.signerAuthority} signs="chair" />}
        </>
      ) : (
        <Notice look="waits">{say(nobody)}</Notice>
      )}
      {of.can.includes('redraft') && (
        <Button look={of.signerName ? 'secondary' : 'primary'} onClick={() => setOpen(true)}>
          {of.signerName
            ? say({ vi: 'Đổi người ký...', en: 'Change the signer...' })
            : say({ vi: 'Chọn người ký...', en: 'Choose the signer...' })}
        </Button>
      )}
      {open && <SignerDialog of={of} onClose={() => setOpen(false)} />}
    </Section>
  )
}

const nobody = {
  vi: 'Chưa có người ký: khi lập dự thảo chưa ai giữ quyền Chủ tịch tại xã.',
  en: 'There is no signer: nobody held the role of the chair here when it was drafted.',
}
const anew = {
  drafted: {
    vi: 'Dự thảo được lập lại với người ký này, theo sổ hộ hiện nay.',
    en: 'It is drafted again with this signer, as the register is now.',
  },
  printed: {
    vi: 'Bản đã in phải hủy. Dự thảo được lập lại với người ký này, theo sổ hộ hiện nay, rồi chốt bản in mới.',
    en: 'What was printed must be destroyed. It is drafted again with this signer, as the register is now, and printed anew.',
  },
}

function SignerDialog({ of, onClose }: { of: DecisionAnswer; onClose: () => void }) {
  const kept = useDraft('decisions.signer', of.decisionId)
  const [signer, setSigner, propose] = useTyped(kept, 'signer', noSigner)
  const nextId = useMade(kept, 'nextId', () => newId<'decision'>() as DecisionId)
  const drafting = useChange(redraftDecision, { draft: kept })
  const { route } = useLocation()
  const to = useTo()
  const whyNot = whyNoSigner(signer)
  const draft = async () => {
    if (whyNot) return
    const done = await drafting.run({ decisionId: of.decisionId, nextId, ...signerInput(signer) })
    if (done) route(to(decisionPath(done.decisionId)))
  }
  return (
    <Dialog title={{ vi: 'Người ký quyết định', en: 'The signer of the decision' }} onClose={onClose}>
      <Form
        onSubmit={() => void draft()}
        draft={kept}
        problem={drafting.problem}
        actions={
          <Button look="primary" submit pending={drafting.pending} whyNot={whyNot}>
            {say({ vi: 'Lập lại với người ký này', en: 'Draft again with this signer' })}
          </Button>
        }
      >
        <p>{say(anew[of.state === 'printed' ? 'printed' : 'drafted'])}</p>
        <SignerFields
          decisionId={of.decisionId}
          day={today()}
          value={signer}
          onChange={setSigner}
          onPropose={propose}
        />
      </Form>
    </Dialog>
  )
}
