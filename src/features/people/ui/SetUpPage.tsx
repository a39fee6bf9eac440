import { useState } from 'preact/hooks'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { refreshMe } from '#platform/web/session.ts'
import { setUp, signIn } from './calls.ts'
import { loginFault, loginHint } from './login.ts'
import { NewPasswordFields } from './NewPasswordFields.tsx'
import { whyNotPassword } from './newPassword.ts'

/** The first visit of a new installation: with the token of the console, the administrator of everything. */
export default function SetUpPage() {
  const [token, setToken] = useState('')
  const [login, setLogin] = useState('')
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const making = useChange(setUp, { refresh: [] })
  const entering = useChange(signIn, { refresh: [] })
  const missing = token.trim() && name.trim() ? null : { vi: 'Nhập mã và họ tên.', en: 'Type the token and the name.' }
  const whyNot = missing ?? loginFault(login) ?? whyNotPassword(password, again)

  const make = async () => {
    if (whyNot) return
    const made = await making.run({ token: token.trim(), login, name: name.trim(), password })
    if (made && (await entering.run({ login, password }))) await refreshMe({ entering: true })
  }
  return (
    <div class="people-sign-in">
      <Page
        title={{ vi: 'Tạo người quản trị đầu tiên', en: 'Create the first administrator' }}
        state={say({
          vi: 'Hệ thống mới cài chưa có ai. Mã dùng một lần được in ở cửa sổ chạy hệ thống.',
          en: 'This new installation has no one yet. The one-time token is printed on the console of the system.',
        })}
      >
        <Form
          onSubmit={make}
          draft={null}
          problem={making.problem ?? entering.problem}
          actions={
            <Button look="primary" submit pending={making.pending || entering.pending} whyNot={whyNot}>
              {say({ vi: 'Tạo và đăng nhập', en: 'Create and sign in' })}
            </Button>
          }
        >
          <TextField
            label={{ vi: 'Mã dùng một lần', en: 'One-time token' }}
            required
            at="token"
            value={token}
            onChange={setToken}
          />
          <TextField label={{ vi: 'Họ và tên', en: 'Full name' }} required value={name} onChange={setName} />
          <TextField
            label={{ vi: 'Tên đăng nhập', en: 'User name' }}
            hint={loginHint}
            required
            at="login"
            fault={loginFault(login)}
            autocomplete="username"
            value={login}
            onChange={setLogin}
          />
          <NewPasswordFields password={password} again={again} onPassword={setPassword} onAgain={setAgain} />
        </Form>
      </Page>
    </div>
  )
}
