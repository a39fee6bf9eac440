/** The session ended while a page stood: its password over the page, which goes on as it was. */
import { useState } from 'preact/hooks'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { account, giveUp, refreshMe } from '#platform/web/session.ts'
import { slipPath } from '../slips/rules.ts'
import { signIn } from './calls.ts'

export function SignInAgain() {
  const [password, setPassword] = useState('')
  const entering = useChange(signIn, { refresh: [] })
  const { name = '', login = '' } = account.value ?? {}
  const enter = async () => {
    if (await entering.run({ login, password })) await refreshMe({ entering: true })
  }
  return (
    <Dialog over title={{ vi: 'Phiên làm việc đã hết', en: 'Your session has ended' }}>
      <p>
        {say(
          {
            vi: 'Nhập mật khẩu của {name} để làm tiếp. Trang này và những gì đang nhập vẫn còn nguyên.',
            en: 'Type the password of {name} to go on. This page and what is typed on it are as they were.',
          },
          { name },
        )}
      </p>
      <Form
        onSubmit={enter}
        draft={null}
        problem={entering.problem}
        actions={
          <>
            <Button look="primary" submit pending={entering.pending}>
              {say({ vi: 'Đăng nhập lại', en: 'Sign in again' })}
            </Button>
            <Button look="quiet" onClick={giveUp}>
              {say({ vi: 'Dùng tài khoản khác', en: 'Use another account' })}
            </Button>
          </>
        }
      >
        <input type="hidden" autocomplete="username" value={login} />
        <TextField
          label={{ vi: 'Mật khẩu', en: 'Password' }}
          required
          type="password"
          autocomplete="current-password"
          value={password}
          onChange={setPassword}
        />
      </Form>
      {location.pathname.startsWith('/phone') && (
        <p>
          <a href={slipPath}>
            {say({
              vi: 'Vào bằng giấy của cơ quan; phiếu làm dở vẫn còn trên máy.',
              en: 'Come in by a slip of the office; what is begun stays on the phone.',
            })}
          </a>
        </p>
      )}
    </Dialog>
  )
}
