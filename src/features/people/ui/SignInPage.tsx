import { useEffect, useState } from 'preact/hooks'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { me, refreshMe } from '#platform/web/session.ts'
import { slipPath } from '../slips/rules.ts'
import { signIn } from './calls.ts'
import { DemoAccounts } from './DemoAccounts.tsx'
import './people.css'

export default function SignInPage() {
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const entering = useChange(signIn, { refresh: [] })
  const enter = async () => {
    if (await entering.run({ login: login.trim(), password })) await refreshMe({ entering: true })
  }
  useEffect(() => beginAtTop, [])
  return (
    <div class={me.value?.demo ? 'people-sign-in people-with-demo' : 'people-sign-in'}>
      <Page
        title={{ vi: 'Đăng nhập', en: 'Sign in' }}
        state={say({
          vi: 'Nâng Bước: hệ thống làm việc của cán bộ giảm nghèo.',
          en: 'Nâng Bước: the working system of poverty-reduction staff.',
        })}
      >
        <Form
          onSubmit={enter}
          draft={null}
          problem={entering.problem}
          actions={
            <Button look="primary" submit pending={entering.pending}>
              {say({ vi: 'Đăng nhập', en: 'Sign in' })}
            </Button>
          }
        >
          <TextField
            label={{ vi: 'Tên đăng nhập', en: 'User name' }}
            required
            autocomplete="username"
            value={login}
            onChange={setLogin}
          />
          <TextField
            label={{ vi: 'Mật khẩu', en: 'Password' }}
            required
            type="password"
            autocomplete="current-password"
            value={password}
            onChange={setPassword}
          />
        </Form>
        <p class="quiet">
          {say({
            vi: 'Quên mật khẩu? Người quản trị của đơn vị bạn đặt lại được.',
            en: 'Forgot the password? The administrator of your unit can set a new one.',
          })}
        </p>
        <p>
          <a href={slipPath}>
            {say({ vi: 'Vào bằng giấy của cơ quan (mã QR)', en: 'Come in by a slip of the office (QR)' })}
          </a>
        </p>
      </Page>
      {me.value?.demo && (
        <DemoAccounts
          onChoose={(account) => {
            setLogin(account.login)
            setPassword(account.password)
            // On a phone the form stands above the accounts: the next press is brought to the thumb.
            document.querySelector<HTMLElement>('.people-sign-in form [type=submit]')?.focus()
          }}
        />
      )}
    </div>
  )
}

/** What comes after signing in is read from its top: on a phone the form was scrolled to its button. */
function beginAtTop(): void {
  scrollTo(0, 0)
  requestAnimationFrame(() => {
    const title = document.querySelector<HTMLElement>('#main h1') ?? document.querySelector<HTMLElement>('#main')
    title?.focus({ preventScroll: true })
  })
}
