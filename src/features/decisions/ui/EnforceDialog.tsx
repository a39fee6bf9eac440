import { useState } from 'preact/hooks'
import { dayInVietnam, findPlainDate, showDate } from '#kernel/dates.ts'
import { showNumber } from '#kernel/numbers.ts'
import { useChange } from '#platform/web/changes.ts'
import { today } from '#platform/web/day.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Confirm, Dialog } from '#platform/web/kit/Dialog.tsx'
import { FileField } from '#platform/web/kit/FileField.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say, type Words } from '#platform/web/language.ts'
import type { DecisionAnswer } from './answers.ts'
import { enforceDecision } from './calls.ts'
import { noSigner, type SignerDraft, SignerFields, signerInput, whyNoSigner } from './SignerFields.tsx'

const scanBytes = 20 * 1024 * 1024

type Signed = {
  readonly number: string
  readonly signedOn: string | null
  readonly signer: SignerDraft
  readonly scan: File | null
}
const nothing: Signed = { number: '', signedOn: null, signer: noSigner, scan: null }

/** Number, day, signer and scan of the signed page; then one question that names what comes into force. */
export function EnforceDialog({ of, onClose }: { of: DecisionAnswer; onClose: () => void }) {
  const [signed, setSigned] = useState(nothing)
  const [asking, setAsking] = useState(false)
  const change = (part: Partial<Signed>) => setSigned({ ...signed, ...part })
  const whyNot = whyNotOf(signed, of.printedAt)
  return (
    <Dialog title={{ vi: 'Nhập quyết định đã ký', en: 'Enter the signed decision' }} onClose={onClose}>
      <Form
        onSubmit={() => !whyNot && setAsking(true)}
        actions={
          <Button look="primary" submit whyNot={whyNot}>
            {say({ vi: 'Ban hành...', en: 'Put in force...' })}
          </Button>
        }
      >
        <TextField
          label={{ vi: 'Số quyết định', en: 'Number' }}
          hint={{ vi: 'Như trên trang ký, dạng 145/QĐ-UBND.', en: 'As on the page, in the form 145/QĐ-UBND.' }}
          required
          maxLength={60}
          value={signed.number}
          onChange={(number) => change({ number })}
        />
        <DayField
          label={{ vi: 'Ngày ký', en: 'Signed on' }}
          required
          value={signed.signedOn}
          onChange={(signedOn) => change({ signedOn })}
        />
        <SignerFields
          decisionId={of.decisionId}
          day={findPlainDate(signed.signedOn ?? '')}
          value={signed.signer}
          onChange={(signer) => change({ signer })}
        />
        <FileField
          label={{ vi: 'Bản quét trang đã ký', en: 'Scan of the signed page' }}
          hint={{ vi: 'PDF, JPEG hoặc PNG, tối đa 20 MB.', en: 'PDF, JPEG or PNG, at most 20 MB.' }}
          required
          accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
          maxBytes={scanBytes}
          value={signed.scan}
          onChange={(scan) => change({ scan })}
        />
      </Form>
      {asking && <ConfirmEnforce of={of} signed={signed} onClose={() => setAsking(false)} onDone={onClose} />}
    </Dialog>
  )
}

type ConfirmProps = {
  readonly of: DecisionAnswer
  readonly signed: Signed
  readonly onClose: () => void
  readonly onDone: () => void
}

function ConfirmEnforce({ of, signed, onClose, onDone }: ConfirmProps) {
  const enforcing = useChange(enforceDecision)
  const signedOn = findPlainDate(signed.signedOn ?? '')
  const count = (which: string) => of.counts.find((one) => one.class === which)?.households ?? 0
  const enforce = async () => {
    if (!signedOn || !signed.scan) return
    const input = {
      decisionId: of.decisionId,
      number: signed.number.trim(),
      signedOn,
      ...signerInput(signed.signer),
    }
    if (await enforcing.run(input, signed.scan)) onDone()
  }
  const facts = { poor: showNumber(count('poor')), near: showNumber(count('near_poor')) }
  return (
    <Confirm
      title={say(
        {
          vi: 'Ban hành quyết định công nhận {poor} hộ nghèo, {near} hộ cận nghèo?',
          en: 'Put in force the decision that recognises {poor} poor and {near} near-poor households?',
        },
        facts,
      )}
      deed={{ vi: 'Ban hành quyết định', en: 'Put in force' }}
      pending={enforcing.pending}
      problem={enforcing.problem}
      onConfirm={() => void enforce()}
      onClose={onClose}
    >
      <p>
        {say(
          {
            vi: 'Quyết định số {number}, {name} ký ngày {day}. Từ lúc này diện của các hộ đổi theo quyết định và giấy chứng nhận được cấp số. Không sửa được nữa; sai thì ra quyết định khác thay thế.',
            en: 'Decision {number}, signed by {name} on {day}. From now on the classes follow it and certificates get their numbers. It cannot be changed; a wrong one is replaced by another decision.',
          },
          { number: signed.number, name: signed.signer.signerName, day: signedOn ? showDate(signedOn) : '' },
        )}
      </p>
    </Confirm>
  )
}

function whyNotOf({ number, signedOn, signer, scan }: Signed, printedAt: string | null): Words | null {
  if (!number.trim() || !signedOn) return { vi: 'Cần số và ngày ký.', en: 'Number and day are needed.' }
  if (signedOn > today()) return { vi: 'Ngày ký chưa tới.', en: 'The day of signing has not come yet.' }
  if (printedAt && signedOn < dayInVietnam(Date.parse(printedAt)))
    return { vi: 'Ngày ký sớm hơn ngày chốt bản in.', en: 'Signed before the print was fixed.' }
  const unsigned = whyNoSigner(signer)
  if (unsigned) return unsigned
  return scan ? null : { vi: 'Chọn bản quét trang đã ký.', en: 'Choose the scan of the signed page.' }
}
