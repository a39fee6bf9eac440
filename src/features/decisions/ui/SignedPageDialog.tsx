/** What stands on a signed page: number, day, signer and its scan; then one question that names what comes into force. */

import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { checkScan } from '#features/papers/ui/calls.ts'
import { ScanField } from '#features/papers/ui/ScanField.tsx'
import type { Authority } from '#kernel/access.ts'
import { findPlainDate, type PlainDate } from '#kernel/dates.ts'
import type { DecisionId } from '#kernel/ids.ts'
import { today } from '#platform/web/day.ts'
import { useTyped } from '#platform/web/draft.ts'
import type { Draft } from '#platform/web/drafting.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { bareNumber, isNumber } from '../rules/signing.ts'
import { noSigner, SignatureBlock, type SignerDraft, SignerFields, signerInput, whyNoSigner } from './SignerFields.tsx'

const numberForm = {
  vi: 'Số quyết định ghi theo dạng 145/QĐ-UBND: chữ số, dấu gạch chéo, rồi QĐ-UBND.',
  en: 'The number has the form 145/QĐ-UBND: digits, a slash, then QĐ-UBND.',
}

type Page = {
  readonly number: string
  readonly signedOn: string | null
  readonly signer: SignerDraft
  readonly scan: File | null
}
const nothing: Page = { number: '', signedOn: null, signer: noSigner, scan: null }

/** As the calls that put a paper in force take it, with its scan. */
export type SignedPage = Partial<ReturnType<typeof signerInput>> & {
  readonly signerName: string
  readonly number: string
  readonly signedOn: PlainDate
  readonly scan: File
}

type Printed = { readonly name: string; readonly authority: Authority }

type Answer = { readonly signerName: string | null; readonly signerAuthority: Authority | null }

export const printedSigner = ({ signerName, signerAuthority }: Answer): Printed | null =>
  signerName && signerAuthority ? { name: signerName, authority: signerAuthority } : null

type Props = {
  readonly title: Words
  /** Whose chairs may sign. */
  readonly decisionId: DecisionId
  /** Dropped by whoever puts the paper in force. */
  readonly draft: Draft
  /** Who stands on the print; null of one from before signers were printed, which is then asked for. */
  readonly printed: Printed | null
  /** The first day on which it can have been signed, and what is said of an earlier one. */
  readonly notBefore: PlainDate | null
  readonly tooEarly: Words
  readonly confirm: (page: SignedPage, close: () => void) => ComponentChildren
  readonly onClose: () => void
}

export function SignedPageDialog({ title, decisionId, draft, printed, notBefore, tooEarly, confirm, onClose }: Props) {
  const [typed, setTyped, propose] = useTyped(draft, 'page', nothing)
  const [asking, setAsking] = useState(false)
  const change = (part: Partial<Page>) => setTyped({ ...typed, ...part })
  const page = pageOf(typed, printed)
  const early = notBefore && page && page.signedOn < notBefore ? tooEarly : null
  const whyNot = whyNotOf(typed, printed) ?? early
  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        onSubmit={() => !whyNot && setAsking(true)}
        draft={draft}
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
          at="number"
          fault={typed.number.trim() && !isNumber(typed.number) ? numberForm : null}
          maxLength={60}
          value={typed.number}
          onChange={(number) => change({ number })}
        />
        <DayField
          label={{ vi: 'Ngày ký', en: 'Signed on' }}
          at="signedOn"
          required
          value={typed.signedOn}
          onChange={(signedOn) => change({ signedOn })}
        />
        {printed ? (
          <PrintedSigner of={printed} />
        ) : (
          <SignerFields
            decisionId={decisionId}
            day={findPlainDate(typed.signedOn ?? '')}
            value={typed.signer}
            onChange={(signer) => change({ signer })}
            onPropose={(signer) => propose({ ...typed, signer })}
          />
        )}
        <ScanField check={checkScan} value={typed.scan} onChange={(scan) => change({ scan })} />
      </Form>
      {asking && page && confirm(page, () => setAsking(false))}
    </Dialog>
  )
}

const PrintedSigner = ({ of }: { of: Printed }) => (
  <>
    <p>{say({ vi: 'Người ký theo bản in: {name}.', en: 'Signer as printed: {name}.' }, { name: of.name })}</p>
    <SignatureBlock authority={of.authority} signs="chair" />
    <p class="quiet">
      {say({
        vi: 'Nếu trang giấy do người khác ký thì không nhập được: phải đổi người ký, in và ký lại.',
        en: 'A page that somebody else signed cannot be entered: change the signer, print and sign anew.',
      })}
    </p>
  </>
)

function pageOf({ number, signedOn, signer, scan }: Page, printed: Printed | null): SignedPage | null {
  const day = findPlainDate(signedOn ?? '')
  return day && scan && number.trim()
    ? {
        number: bareNumber(number),
        signedOn: day,
        ...(printed ? { signerName: printed.name } : signerInput(signer)),
        scan,
      }
    : null
}

function whyNotOf({ number, signedOn, signer, scan }: Page, printed: Printed | null): Words | null {
  if (!number.trim() || !signedOn) return { vi: 'Cần số và ngày ký.', en: 'Number and day are needed.' }
  if (signedOn > today()) return { vi: 'Ngày ký chưa tới.', en: 'The day of signing has not come yet.' }
  const unsigned = printed ? null : whyNoSigner(signer)
  if (unsigned) return unsigned
  return scan ? null : { vi: 'Chọn bản quét trang đã ký.', en: 'Choose the scan of the signed page.' }
}
