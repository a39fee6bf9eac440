import { TextField } from '#platform/web/kit/TextField.tsx'
import { passwordHint, whyNotPassword } from './newPassword.ts'

type Props = {
  readonly password: string
  readonly again: string
  readonly onPassword: (text: string) => void
  readonly onAgain: (text: string) => void
}

export const NewPasswordFields = ({ password, again, onPassword, onAgain }: Props) => (
  <>
    <TextField
      label={{ vi: 'Mật khẩu mới', en: 'New password' }}
      hint={passwordHint}
      at="new"
      fault={whyNotPassword(password, password)}
      required
      type="password"
      autocomplete="new-password"
      value={password}
      onChange={onPassword}
    />
    <TextField
      label={{ vi: 'Nhập lại mật khẩu mới', en: 'New password again' }}
      fault={whyNotPassword(password, password) ? null : whyNotPassword(password, again)}
      required
      type="password"
      autocomplete="new-password"
      value={again}
      onChange={onAgain}
    />
  </>
)
