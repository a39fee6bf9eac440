import { useState } from 'preact/hooks'
import type { AccountId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { resetPassword } from './calls.ts'
import { passwordHint, shortestPassword } from './newPassword.ts'

export function ResetPasswordForm({ accountId }: { accountId: AccountId }) {
  const [firstPassword, setFirstPassword] = useState('')
  const [done, setDone] = useState(false)
  const resetting = useChange(resetPassword)
  const whyNot = firstPassword.length < shortestPassword ? passwordHint : null
  const reset = async () => {
    if (whyNot || !(await resetting.run({ accountId, firstPassword }))) return
    setFirstPassword('')
    setDone(true)
  }
  return (
    <Form
      onSubmit={reset}
      draft={null}
      problem={resetting.problem}
      actions={
        <Button submit pending={resetting.pending} whyNot={whyNot}>
          {say({ vi: 'Đặt lại', en: 'Reset' })}
        </Button>
      }
    >
      {done && (
        <Notice>
          {say({
            vi: 'Đã đặt lại. Trao mật khẩu tận tay; người nhận phải đổi khi đăng nhập.',
            en: 'It is set. Hand it over in person; it must be changed at sign-in.',
          })}
        </Notice>
      )}
      <TextField
        label={{ vi: 'Mật khẩu giao lại', en: 'New first password' }}
        required
        at="firstPassword"
        fault={whyNot}
        autocomplete="new-password"
        value={firstPassword}
        onChange={setFirstPassword}
      />
    </Form>
  )
}
