import { TextField } from '#platform/web/kit/TextField.tsx'
import { passwordHint } from './newPassword.ts'

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
      required
      type="password"
      autocomplete="new-password"
      value={password}
      onChange={onPassword}
    />
    <TextField
      label={{ vi: 'Nhập lại mật khẩu mới', en: 'New password again' }}
      required
      type="password"
      autocomplete="new-password"
      value={again}
      onChange={onAgain}
    />
  </>
)
