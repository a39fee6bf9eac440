import type { AccountId, OfficialId } from '#kernel/ids.ts'
import { send } from '#platform/web/calls.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Picker } from '#platform/web/kit/Picker.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { accountsToJoin, joinAccount } from './calls.ts'

type Chosen = { readonly accountId: AccountId; readonly name: string }
type Props = { readonly officialId: OfficialId; readonly name: string; readonly onClose: () => void }

/** Which account is the official's. */
export function JoinAccountDialog({ officialId, name, onClose }: Props) {
  const draft = useDraft('accounts.join', officialId)
  const [chosen, setChosen] = useTyped<Chosen | null>(draft, 'account', null)
  const [note, setNote] = useTyped(draft, 'note', '')
  const joining = useChange(joinAccount, { draft })
  const whyNot = chosen ? null : { vi: 'Chọn tài khoản.', en: 'Choose an account.' }
  const join = async () => {
    if (chosen && (await joining.run({ officialId, accountId: chosen.accountId, note }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Nối tài khoản', en: 'Join an account' }} onClose={onClose}>
      <p>
        {say(
          {
            vi: '{name} sẽ thấy việc được giao, đăng ký học bằng tài khoản này. Quyền của tài khoản không đổi.',
            en: '{name} sees what they owe and asks for training by this account. What the account may do stays as it is.',
          },
          { name },
        )}
      </p>
      <Form
        onSubmit={join}
        draft={draft}
        problem={joining.problem}
        actions={
          <Button look="primary" submit pending={joining.pending} whyNot={whyNot}>
            {say({ vi: 'Nối tài khoản', en: 'Join' })}
          </Button>
        }
      >
        <Picker<AccountId>
          at="accountId"
          label={{ vi: 'Tài khoản', en: 'Account' }}
          hint={{
            vi: 'Gõ tên hoặc tên đăng nhập. Chỉ tài khoản của đơn vị này, chưa nối với ai.',
            en: 'Type a name or user name. Accounts of this unit that are joined to nobody.',
          }}
          required
          chosen={chosen?.name ?? null}
          load={async (q, signal) => {
            const { accounts } = await send(accountsToJoin, { q }, { signal })
            return accounts.map(({ accountId, name: label, login }) => ({ value: accountId, label, detail: login }))
          }}
          onChoose={({ value, label }) => setChosen({ accountId: value, name: label })}
        />
        <TextField at="note" label={{ vi: 'Ghi chú', en: 'Note' }} maxLength={300} value={note} onChange={setNote} />
      </Form>
    </Dialog>
  )
}
