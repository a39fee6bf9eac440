/** Who is printed under the signature of a decision that is not in force; another one means another print. */
import { useState } from 'preact/hooks'
import { WhatBlocks } from '#features/rounds/ui/BlockedNote.tsx'
import type { DecisionId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { decisionPath } from './addresses.ts'
import type { DecisionAnswer } from './answers.ts'
import { redraftDecision } from './calls.ts'
import { absentIn } from './LeavingDialog.tsx'
import { SignatureBlock } from './SignerFields.tsx'
import { SignerForm } from './SignerForm.tsx'

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
  const { decisionId } = of
  const kept = useDraft('decisions.signer', decisionId)
  const nextId = useMade(kept, 'nextId', () => newId<'decision'>() as DecisionId)
  const drafting = useChange(redraftDecision, { draft: kept })
  const [leaving, setLeaving] = useTyped(kept, 'leaving', '')
  const absent = absentIn(drafting.problem)
  return (
    <Dialog title={{ vi: 'Người ký quyết định', en: 'The signer of the decision' }} onClose={onClose}>
      <SignerForm
        decisionId={decisionId}
        draft={kept}
        drafting={drafting}
        deed={{ vi: 'Lập lại với người ký này', en: 'Draft again with this signer' }}
        onDraft={async (signer) => {
          const why = leaving.trim()
          const done = await drafting.run({ decisionId, nextId, ...signer, ...(why && { leaving: why }) })
          return done && decisionPath(done.decisionId)
        }}
      >
        <p>{say(anew[of.state === 'printed' ? 'printed' : 'drafted'])}</p>
        <WhatBlocks of={drafting.problem} roundId={of.roundId} />
        {(absent || leaving) && (
          <TextField
            label={{ vi: 'Vì sao không đưa các hộ ấy vào?', en: 'Why are those households left out?' }}
            required
            at="leaving"
            lines={2}
            maxLength={500}
            value={leaving}
            onChange={setLeaving}
          />
        )}
      </SignerForm>
    </Dialog>
  )
}
