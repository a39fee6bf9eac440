import { useState } from 'preact/hooks'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { refreshMe } from '#platform/web/session.ts'
import { changePassword } from './calls.ts'
import { NewPasswordFields } from './NewPasswordFields.tsx'
import { whyNotPassword } from './newPassword.ts'

/** `oldLabel` differs at the first use: there it is the password that was handed over. */
export function ChangePasswordForm({ oldLabel, onDone }: { oldLabel: Words; onDone?: () => void }) {
  const [old, setOld] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const changing = useChange(changePassword)
  const whyNot =
    old === '' ? { vi: 'Nhập mật khẩu hiện tại.', en: 'Type the present password.' } : whyNotPassword(password, again)

  const change = async () => {
    if (whyNot || !(await changing.run({ old, new: password }))) return
    for (const clear of [setOld, setPassword, setAgain]) clear('')
    await refreshMe()
    onDone?.()
  }
  return (
    <Form
      onSubmit={change}
      draft={null}
      problem={changing.problem}
      actions={
        <Button look="primary" submit pending={changing.pending} whyNot={whyNot}>
          {say({ vi: 'Đổi mật khẩu', en: 'Change password' })}
        </Button>
      }
    >
      <TextField
        label={oldLabel}
        at="old"
        required
        type="password"
        autocomplete="current-password"
        value={old}
        onChange={setOld}
      />
      <NewPasswordFields password={password} again={again} onPassword={setPassword} onAgain={setAgain} />
    </Form>
  )
}
