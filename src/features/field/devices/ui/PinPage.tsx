/** Setting a PIN: with it the phone opens where there is no line. */
import { useState } from 'preact/hooks'
import { Button } from '#platform/web/kit/Button.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { asProblem, type WebProblem } from '#platform/web/problem.ts'
import type { VaultRow } from '#platform/web/stored.ts'
import { isEasyPin, isPin, setPin } from '#platform/web/vault/opening.ts'

type Props = {
  readonly row: VaultRow
  readonly onDone: () => void
  /** Left out: there is no putting off, only going back. */
  readonly onLater?: () => void
  /** In place of one that its owner may not know any more; nothing is lost by it. */
  readonly forgotten?: boolean
}

export function PinPage({ row, onDone, onLater, forgotten = false }: Props) {
  const [pin, setTyped] = useState('')
  const [again, setAgain] = useState('')
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<WebProblem | null>(null)
  const set = async () => {
    setPending(true)
    try {
      await setPin(row, pin)
      onDone()
    } catch (fault) {
      setProblem(asProblem(fault))
      setPending(false)
    }
  }
  return (
    <Page title={forgotten ? { vi: 'Đặt mã PIN mới', en: 'Set a new PIN' } : { vi: 'Đặt mã PIN', en: 'Set a PIN' }}>
      <p>{say(forgotten ? forgottenWords : whyWords)}</p>
      <Form
        onSubmit={set}
        draft={null}
        actions={
          <>
            <Button look="primary" submit pending={pending}>
              {say({ vi: 'Đặt mã PIN', en: 'Set the PIN' })}
            </Button>
            <Button look="quiet" onClick={onLater ?? onDone}>
              {say(forgotten ? knowsWords : onLater ? laterWords : leaveWords)}
            </Button>
          </>
        }
      >
        <TextField
          label={{ vi: 'Mã PIN mới', en: 'New PIN' }}
          hint={{
            vi: 'Từ 6 đến 12 chữ số, không dùng dãy dễ đoán như 123456.',
            en: '6 to 12 digits, no run like 123456.',
          }}
          type="password"
          digits
          required
          maxLength={12}
          autocomplete="new-password"
          value={pin}
          onChange={setTyped}
          fault={faultOf(pin)}
        />
        <TextField
          label={{ vi: 'Nhập lại mã PIN', en: 'The PIN once more' }}
          type="password"
          digits
          required
          maxLength={12}
          autocomplete="new-password"
          value={again}
          onChange={setAgain}
          fault={again === '' || again === pin ? null : { vi: 'Hai lần nhập khác nhau.', en: 'The two are not alike.' }}
        />
      </Form>
      <ProblemNote of={problem} />
      {onLater && !forgotten && (
        <p class="quiet">
          {say({
            vi: 'Chưa có mã PIN thì máy này chỉ mở được khi có mạng.',
            en: 'Without a PIN this phone opens only where there is a line.',
          })}
        </p>
      )}
    </Page>
  )
}

const whyWords = {
  vi: 'Mã PIN mở máy khi không có mạng và giữ kín phiếu của người dân nếu người khác cầm máy. Quên mã thì đăng nhập lại bằng mật khẩu hoặc giấy mới của cơ quan khi có mạng.',
  en: 'The PIN opens this phone where there is no line, and keeps what people said from others who hold the phone. Forgotten, the password or a new slip of the office opens it where there is one.',
}
const forgottenWords = {
  vi: 'Bạn vừa vào mà không dùng mã PIN. Phiếu làm dở và phiếu chờ gửi đều còn. Nếu đã quên mã cũ, hãy đặt mã mới ngay bây giờ: ở thôn không có mạng thì chỉ mã PIN mở được máy.',
  en: 'You came in without the PIN. What was begun and what waits is all here. If you forgot the old one, set a new one now: without a line nothing but the PIN opens this phone.',
}
const laterWords = { vi: 'Để sau', en: 'Later' }
const leaveWords = { vi: 'Thôi', en: 'Leave it' }
const knowsWords = { vi: 'Tôi vẫn nhớ mã cũ', en: 'I know the old one' }

function faultOf(pin: string) {
  if (pin === '') return null
  if (!isPin(pin)) return { vi: 'Mã PIN có từ 6 đến 12 chữ số.', en: 'A PIN has 6 to 12 digits.' }
  return isEasyPin(pin)
    ? { vi: 'Dãy này dễ đoán; hãy chọn dãy khác.', en: 'This one is easily guessed; choose another.' }
    : null
}
