import type { Block } from '#features/rounds/model.ts'
import { BlockList } from '#features/rounds/ui/BlockList.tsx'
import { dayInVietnam, showDate } from '#kernel/dates.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import type { Draft } from '#platform/web/drafting.ts'
import { Confirm } from '#platform/web/kit/Dialog.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import type { WebProblem } from '#platform/web/problem.ts'
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

const changedWords = {
  vi: 'Sổ hộ nay khác với bản in. Quyết định vẫn ghi đúng sổ hộ ngày chốt số liệu; chỗ nào sai thì đính chính sau.',
  en: 'The register differs from the print by now. The decision says what the register said on its day; what was wrong is put right by a correction.',
}

/** What the page shows, or what the refusal tells of a register that changed since the page was read. */
function changedIn({ sincePrint }: DecisionAnswer, problem: WebProblem | null): readonly Block[] {
  const told = problem?.code === 'decisions.print_differs' ? (problem.facts.changed as readonly Block[]) : null
  return told ?? (sincePrint ? [...sincePrint.forbids, ...sincePrint.differs] : [])
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
  const [sure, setSure] = useTyped(draft, 'sure', '')
  const { scan, ...fields } = page
  const changed = changedIn(of, enforcing.problem)
  const whyNot =
    changed.length > 0 && !sure.trim()
      ? { vi: 'Nêu lý do vẫn ban hành như bản in.', en: 'Say why it comes into force as printed.' }
      : null
  const enforce = async () => {
    const said = changed.length > 0 ? { sure: sure.trim() } : {}
    if (!whyNot && (await enforcing.run({ decisionId: of.decisionId, ...fields, ...said }, scan))) onDone()
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
      whyNot={whyNot}
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
      <BlockList of={changed} roundId={of.roundId} intro={changedWords} />
      {changed.length > 0 && (
        <TextField
          label={{ vi: 'Vì sao vẫn ban hành như bản in?', en: 'Why does it come into force as printed?' }}
          required
          at="sure"
          lines={2}
          maxLength={500}
          value={sure}
          onChange={setSure}
        />
      )}
    </Confirm>
  )
}
