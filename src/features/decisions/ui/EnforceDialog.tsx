import { dayInVietnam, showDate } from '#kernel/dates.ts'
import { showNumber } from '#kernel/numbers.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import type { Draft } from '#platform/web/drafting.ts'
import { Confirm } from '#platform/web/kit/Dialog.tsx'
import { say } from '#platform/web/language.ts'
import type { DecisionAnswer } from './answers.ts'
import { enforceDecision } from './calls.ts'
import { printedSigner, type SignedPage, SignedPageDialog } from './SignedPageDialog.tsx'

/** The signed page of a decision; then one question that names what comes into force. */
export function EnforceDialog({ of, onClose }: { of: DecisionAnswer; onClose: () => void }) {
  const draft = useDraft('decisions.signed', of.decisionId)
  return (
    <SignedPageDialog
      title={{ vi: 'Nhập quyết định đã ký', en: 'Enter the signed decision' }}
      decisionId={of.decisionId}
      draft={draft}
      printed={printedSigner(of)}
      notBefore={of.printedAt ? dayInVietnam(Date.parse(of.printedAt)) : null}
      tooEarly={{ vi: 'Ngày ký sớm hơn ngày chốt bản in.', en: 'Signed before the print was fixed.' }}
      onClose={onClose}
      confirm={(page, close) => <ConfirmEnforce of={of} page={page} draft={draft} onClose={close} onDone={onClose} />}
    />
  )
}

type ConfirmProps = {
  readonly of: DecisionAnswer
  readonly page: SignedPage
  readonly draft: Draft
  readonly onClose: () => void
  readonly onDone: () => void
}

function ConfirmEnforce({ of, page, draft, onClose, onDone }: ConfirmProps) {
  const enforcing = useChange(enforceDecision, { draft })
  const count = (which: string) => of.counts.find((one) => one.class === which)?.households ?? 0
  const { scan, ...fields } = page
  const enforce = async () => {
    if (await enforcing.run({ decisionId: of.decisionId, ...fields }, scan)) onDone()
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
            vi: 'Quyết định số {number}, {name} ký ngày {day}. Từ lúc này diện của các hộ đổi theo quyết định và giấy chứng nhận được cấp số. Không sửa được nữa: tên, năm sinh sai thì đính chính; diện sai thì ra quyết định khác thay thế.',
            en: 'Decision {number}, signed by {name} on {day}. From now on the classes follow it and certificates get their numbers. It cannot be changed: a wrong name is put right by a correction, a wrong class by another decision.',
          },
          { number: page.number, name: page.signerName, day: showDate(page.signedOn) },
        )}
      </p>
    </Confirm>
  )
}
