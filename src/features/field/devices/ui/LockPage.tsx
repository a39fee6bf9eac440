/** The phone is closed: the PIN opens it, with or without a line. */
import { useEffect, useState } from 'preact/hooks'
import { signOut } from '#features/people/ui/calls.ts'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { connected } from '#platform/web/outbox.ts'
import { account, leave, refreshMe } from '#platform/web/session.ts'
import type { VaultRow } from '#platform/web/stored.ts'
import { isPin, pinForgotten, secondsToWait, tryPin } from '#platform/web/vault/opening.ts'
import { StillHere } from './StillHere.tsx'

type Trying = 'idle' | 'trying' | 'wrong'

export function LockPage({ row }: { row: VaultRow }) {
  const [pin, setPin] = useState('')
  const [trying, setTrying] = useState<Trying>('idle')
  const [waits, setWaits] = useState(() => secondsToWait(row))
  useEffect(() => {
    if (waits <= 0) return
    const timer = setTimeout(() => setWaits(waits - 1), 1000)
    return () => clearTimeout(timer)
  }, [waits])
  const open = async () => {
    setTrying('trying')
    const tried = await tryPin(row.accountId, pin)
    if (tried === 'open') return
    // What was not tried is not called wrong, and stands there for when the wait is over.
    if (tried.wrong) setPin('')
    setTrying(tried.wrong ? 'wrong' : 'idle')
    setWaits(tried.waitSeconds)
  }
  return (
    <Page
      title={{ vi: 'Máy đang khóa', en: 'This phone is closed' }}
      state={say({ vi: 'Dữ liệu của tài khoản {login}', en: 'Data of the account {login}' }, { login: row.login })}
    >
      <StillHere />
      <Form
        onSubmit={open}
        draft={null}
        actions={
          <Button
            look="primary"
            submit
            pending={trying === 'trying'}
            whyNot={waits > 0 ? { vi: `Chờ ${waits} giây rồi thử lại.`, en: `Wait ${waits} s and try again.` } : null}
          >
            {say({ vi: 'Mở', en: 'Open' })}
          </Button>
        }
      >
        <TextField
          label={{ vi: 'Mã PIN', en: 'PIN' }}
          type="password"
          digits
          required
          autofocus
          maxLength={12}
          value={pin}
          onChange={setPin}
          fault={
            pin === '' || isPin(pin) ? null : { vi: 'Mã PIN có từ 6 đến 12 chữ số.', en: 'A PIN has 6 to 12 digits.' }
          }
        />
      </Form>
      {trying === 'wrong' && (
        <Notice look="waits">
          {say({
            vi: 'Mã PIN không đúng. Sai nhiều lần thì phải chờ lâu dần; không có gì bị xóa.',
            en: 'The PIN is wrong. After several the wait grows longer; nothing is deleted.',
          })}
        </Notice>
      )}
      <Forgotten />
    </Page>
  )
}

/** The password opens it too: the server keeps the key for its owner. */
function Forgotten() {
  const leaving = useChange(signOut, { refresh: [] })
  const go = async () => {
    if (!account.value) await refreshMe()
    if (account.value && !(await leaving.run({}))) return
    pinForgotten.value = true
    await leave()
  }
  return (
    <section>
      <p class="quiet">
        {say({
          vi: 'Quên mã PIN: khi có mạng, đăng nhập bằng mật khẩu hoặc giấy mới của cơ quan, rồi đặt mã mới. Phiếu làm dở và phiếu chờ gửi vẫn còn.',
          en: 'Forgot the PIN: where there is a line, sign in with the password or a new slip of the office, and set a new one. What was begun and what waits stays.',
        })}
      </p>
      <ProblemNote of={leaving.problem} />
      <Button
        pending={leaving.pending}
        whyNot={connected.value ? null : { vi: 'Chưa có mạng.', en: 'There is no line.' }}
        onClick={() => void go()}
      >
        {say({ vi: 'Đăng nhập bằng mật khẩu', en: 'Sign in with the password' })}
      </Button>
    </section>
  )
}
