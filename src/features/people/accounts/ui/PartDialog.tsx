import type { AccountId, OfficialId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { partAccount } from './calls.ts'

type Props = {
  readonly officialId: OfficialId
  readonly accountId: AccountId
  readonly name: string
  readonly onClose: () => void
}

/** The account is no longer the official's; what was done with it stays theirs in the audit. */
export function PartDialog({ officialId, accountId, name, onClose }: Props) {
  const draft = useDraft('accounts.part', officialId)
  const parting = useChange(partAccount, { draft })
  const part = async (because: string) => {
    if (await parting.run({ officialId, accountId, because })) onClose()
  }
  return (
    <ReasonDialog
      title={{ vi: 'Tách tài khoản khỏi cán bộ', en: 'Part the account' }}
      what={{
        vi: `Tài khoản của ${name} không còn nối với cán bộ này. Quyền của tài khoản giữ nguyên.`,
        en: `The account of ${name} is joined to this official no more. What it may do stays as it is.`,
      }}
      deed={{ vi: 'Tách', en: 'Part' }}
      danger
      draft={draft}
      pending={parting.pending}
      problem={parting.problem}
      onGive={part}
      onClose={onClose}
    />
  )
}
