import { useState } from 'preact/hooks'
import { roles } from '#kernel/access.ts'
import { addDays, showDate, showInstant } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Confirm, Dialog } from '#platform/web/kit/Dialog.tsx'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { ToldNote } from '#platform/web/kit/ToldNote.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import { OfficialOf } from '../accounts/ui/OfficialOf.tsx'
import type { GrantRow } from './access.ts'
import { endGrant, grantTouched } from './calls.ts'
import { GiveGrantForm } from './GiveGrantForm.tsx'
import { ResetPasswordForm } from './ResetPasswordForm.tsx'

type Props = {
  readonly of: GrantRow
  readonly areaId: AreaId
  readonly mayManage: boolean
  readonly onClose: () => void
}

const notMine: Words = {
  vi: 'Chỉ người quản trị của đơn vị này làm được.',
  en: 'Only an administrator of this unit may.',
}

/** One grant at the side: its facts, ending it, another one for the same person, a new first password. */
export function AccountDialog({ of, areaId, mayManage, onClose }: Props) {
  const [ending, setEnding] = useState(false)
  return (
    <Dialog title={of.name} onClose={onClose} side>
      <FactList of={factsOf(of)} />
      <Button look="danger" whyNot={mayManage ? null : notMine} onClick={() => setEnding(true)}>
        {say({ vi: 'Thu hồi quyền này', en: 'End this grant' })}
      </Button>
      {holds('roster.account') && (
        <Section title={{ vi: 'Cán bộ trong sổ', en: 'Official of the roster' }}>
          <OfficialOf accountId={of.accountId} name={of.name} />
        </Section>
      )}
      {mayManage && (
        <>
          <Section title={{ vi: 'Giao thêm vai trò', en: 'Give another role' }}>
            <GiveGrantForm accountId={of.accountId} areaId={areaId} />
          </Section>
          <Section title={{ vi: 'Đặt lại mật khẩu', en: 'Reset the password' }}>
            <ResetPasswordForm accountId={of.accountId} />
          </Section>
        </>
      )}
      {ending && <EndGrant of={of} onEnded={onClose} onClose={() => setEnding(false)} />}
    </Dialog>
  )
}

const factsOf = (of: GrantRow) => [
  { label: { vi: 'Vai trò', en: 'Role' }, value: say(roles[of.role]) },
  { label: { vi: 'Tại', en: 'Over' }, value: of.areaName },
  { label: { vi: 'Tên đăng nhập', en: 'User name' }, value: of.login },
  { label: { vi: 'Từ ngày', en: 'Since' }, value: showDate(of.from) },
  {
    label: { vi: 'Đến hết ngày', en: 'Until' },
    value: of.until ? showDate(addDays(of.until, -1)) : say({ vi: 'không thời hạn', en: 'no end' }),
  },
  { label: { vi: 'Người giao', en: 'Given by' }, value: of.givenBy ?? say({ vi: 'Hệ thống', en: 'The system' }) },
  { label: { vi: 'Giao lúc', en: 'Given at' }, value: showInstant(of.givenAt) },
]

function EndGrant({ of, onEnded, onClose }: { of: GrantRow; onEnded: () => void; onClose: () => void }) {
  const ending = useChange(endGrant)
  const hands = useRead(grantTouched, { grantId: of.grantId })
  const end = async () => {
    if (await ending.run({ grantId: of.grantId })) onEnded()
  }
  const title = say(
    { vi: 'Thu hồi quyền "{role}" của {name}?', en: 'End the role "{role}" of {name}?' },
    { role: say(roles[of.role]), name: of.name },
  )
  return (
    <Confirm
      title={title}
      deed={{ vi: 'Thu hồi', en: 'End it' }}
      danger
      pending={ending.pending}
      problem={ending.problem}
      onConfirm={end}
      onClose={onClose}
    >
      <p>
        {say({
          vi: 'Người này không vào được đơn vị này bằng vai trò ấy nữa. Những gì đã làm vẫn còn nguyên.',
          en: 'This person can no longer enter this unit by that role. What was done stays.',
        })}
      </p>
      <ToldNote
        of={hands.data}
        title={{
          vi: 'Đang ở trong tay người này, hãy giao lại:',
          en: 'In this person’s hands, to be given to another:',
        }}
      />
    </Confirm>
  )
}
