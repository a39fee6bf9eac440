import { useState } from 'preact/hooks'
import { notMine } from '#features/rounds/ui/sayings.ts'
import { dayInVietnam, showDate } from '#kernel/dates.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import type { Draft } from '#platform/web/drafting.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Confirm } from '#platform/web/kit/Dialog.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { say } from '#platform/web/language.ts'
import { decisionPath } from '../../ui/addresses.ts'
import { printedSigner, type SignedPage, SignedPageDialog } from '../../ui/SignedPageDialog.tsx'
import { WithdrawDialog } from '../../ui/WithdrawDialog.tsx'
import type { CorrectionAnswer } from './answers.ts'
import { enforceCorrection, withdrawCorrection } from './calls.ts'

type Props = { readonly of: CorrectionAnswer }

/** What comes next for a correction: enter the signed one, or take the draft back. */
export function CorrectionActions({ of }: Props) {
  const [open, setOpen] = useState<'enforce' | 'withdraw' | null>(null)
  const to = useTo()
  const close = () => setOpen(null)
  if (of.state !== 'drafted')
    return (
      <LinkButton look="primary" href={to(decisionPath(of.decisionId))}>
        {say({ vi: 'Về quyết định', en: 'Back to the decision' })}
      </LinkButton>
    )
  return (
    <>
      {of.can.includes('withdraw') && (
        <Button look="quiet" onClick={() => setOpen('withdraw')}>
          {say({ vi: 'Rút dự thảo', en: 'Withdraw' })}
        </Button>
      )}
      <Button look="primary" whyNot={whyNotEnforce(of)} onClick={() => setOpen('enforce')}>
        {say({ vi: 'Nhập bản đã ký', en: 'Enter the signed one' })}
      </Button>
      {open === 'enforce' && <Enforce of={of} onClose={close} />}
      {open === 'withdraw' && <Withdraw of={of} onClose={close} />}
    </>
  )
}

function whyNotEnforce({ draft, can }: CorrectionAnswer) {
  if (!can.includes('enforce')) return notMine
  if (!draft?.tried) return { vi: 'Đang in thử, đợi một lát.', en: 'Being tried, one moment.' }
  if (draft.fault) return { vi: 'In thử không được; xem lý do bên dưới.', en: 'The trial failed; see why below.' }
  if (draft.changed.length > 0)
    return {
      vi: 'Sổ hộ đã được sửa thêm: rút bản này, lập bản khác.',
      en: 'The register was mended again: draft another.',
    }
  return null
}

function Enforce({ of, onClose }: Props & { onClose: () => void }) {
  const draft = useDraft('decisions.correction_signed', of.correctionId)
  return (
    <SignedPageDialog
      title={{ vi: 'Nhập quyết định đính chính đã ký', en: 'Enter the signed correction' }}
      decisionId={of.decisionId}
      draft={draft}
      printed={printedSigner(of)}
      notBefore={dayInVietnam(Date.parse(of.draftedAt))}
      tooEarly={{ vi: 'Ngày ký sớm hơn ngày lập bản đính chính.', en: 'Signed before the correction was drafted.' }}
      onClose={onClose}
      confirm={(page, close) => <ConfirmEnforce of={of} page={page} draft={draft} onClose={close} onDone={onClose} />}
    />
  )
}

type ConfirmProps = Props & {
  readonly page: SignedPage
  readonly draft: Draft
  readonly onClose: () => void
  readonly onDone: () => void
}

function ConfirmEnforce({ of, page, draft, onClose, onDone }: ConfirmProps) {
  const enforcing = useChange(enforceCorrection, { draft })
  const { scan, ...fields } = page
  const enforce = async () => {
    if (await enforcing.run({ correctionId: of.correctionId, ...fields }, scan)) onDone()
  }
  const words = { number: page.number, name: page.signerName, day: showDate(page.signedOn), old: of.replaced.number }
  return (
    <Confirm
      title={say(
        { vi: 'Ban hành đính chính cho hộ {head}?', en: 'Put the correction for {head} in force?' },
        { head: of.headName },
      )}
      deed={{ vi: 'Ban hành đính chính', en: 'Put in force' }}
      pending={enforcing.pending}
      problem={enforcing.problem}
      onConfirm={() => void enforce()}
      onClose={onClose}
    >
      <p>
        {say(
          {
            vi: 'Quyết định số {number}, {name} ký ngày {day}. Giấy chứng nhận số {old} hết giá trị; hộ được cấp giấy mới cùng diện. Không sửa được nữa; sai thì lập đính chính khác.',
            en: 'Number {number}, signed by {name} on {day}. Certificate {old} ends and the household is given a new one of the same class. It cannot be changed; a wrong one is put right by another correction.',
          },
          words,
        )}
      </p>
    </Confirm>
  )
}

function Withdraw({ of, onClose }: Props & { onClose: () => void }) {
  const draft = useDraft('decisions.correction_withdraw', of.correctionId)
  const withdrawing = useChange(withdrawCorrection, { draft })
  const give = async (because: string) => {
    if (await withdrawing.run({ correctionId: of.correctionId, because })) onClose()
  }
  return (
    <WithdrawDialog
      title={{ vi: 'Rút bản đính chính?', en: 'Withdraw the correction?' }}
      draft={draft}
      withdrawing={withdrawing}
      onGive={(because) => void give(because)}
      onClose={onClose}
    />
  )
}
