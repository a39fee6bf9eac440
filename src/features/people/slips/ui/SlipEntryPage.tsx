/**
 * Where the QR of a slip leads: one press, and its owner is in. The code comes behind `#` of the address, or is typed.
 * Nothing is used up by looking: a browser that loads a page ahead of its user lets nobody in.
 */

import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { account, ended, holds, leave, refreshMe } from '#platform/web/session.ts'
import { pinForgotten } from '#platform/web/vault/opening.ts'
import { signOut } from '../../ui/calls.ts'
import { readCode, showCode } from '../rules.ts'
import { enterBySlip } from './calls.ts'

const atHome = '/phone'

export default function SlipEntryPage() {
  const [code, setCode] = useState(() => showCode(readCode(location.hash.slice(1)) ?? ''))
  const entering = useChange(enterBySlip, { refresh: [] })
  const { route } = useLocation()
  const read = readCode(code)
  const enter = async () => {
    if (!read || !(await entering.run({ code: read }))) return
    pinForgotten.value = true
    await refreshMe({ entering: true })
    route(atHome, true)
  }
  return (
    <Page
      title={{ vi: 'Vào bằng giấy của cơ quan', en: 'Come in by a slip' }}
      state={say({
        vi: 'Mỗi giấy vào được một lần. Hãy mở trang này bằng Chrome trên điện thoại sẽ dùng để khảo sát.',
        en: 'A slip lets in once. Open this page in Chrome, on the phone that you will survey with.',
      })}
    >
      {isInsideAnother() && <InsideAnother />}
      {account.value && !ended.value ? (
        <SomebodyIsHere />
      ) : (
        <Form
          onSubmit={enter}
          draft={null}
          problem={entering.problem}
          actions={
            <Button
              look="primary"
              submit
              pending={entering.pending}
              whyNot={
                read ? null : { vi: 'Cần đủ 16 chữ và số trên giấy.', en: 'All 16 letters and digits are needed.' }
              }
            >
              {say({ vi: 'Vào', en: 'Come in' })}
            </Button>
          }
        >
          <TextField
            at="code"
            label={{ vi: 'Mã trên giấy', en: 'Code on the slip' }}
            hint={{ vi: 'Ví dụ K7QM-2XPD-9HTR-4WBN', en: 'Such as K7QM-2XPD-9HTR-4WBN' }}
            required
            maxLength={40}
            value={code}
            onChange={setCode}
          />
        </Form>
      )}
      <p>
        <a href={atHome}>{say({ vi: 'Vào bằng mật khẩu', en: 'Come in by a password' })}</a>
      </p>
    </Page>
  )
}

/** Pages within Zalo or Facebook have a store of their own: what is surveyed there is not where its owner looks for it. */
const isInsideAnother = (): boolean => /Zalo|FBAN|FBAV|Instagram|; wv\)/.test(navigator.userAgent)

const InsideAnother = () => (
  <Notice look="waits">
    {say({
      vi: 'Trang đang mở bên trong Zalo hoặc một ứng dụng khác. Hãy bấm dấu ba chấm, chọn "Mở bằng trình duyệt", rồi mới bấm Vào.',
      en: 'This page is open within Zalo or another application. Open it in the browser by the three dots first, then come in.',
    })}
  </Notice>
)

/** Two people on one phone are kept apart: who is here goes out first, and nothing of theirs is lost. */
function SomebodyIsHere() {
  const leaving = useChange(signOut, { refresh: [] })
  const go = async () => {
    if (await leaving.run({})) await leave()
  }
  return (
    <>
      <Notice>
        {say(
          {
            vi: 'Trên máy này {name} đang đăng nhập. Muốn vào bằng giấy thì đăng xuất trước, kể cả khi đó là giấy của chính mình; phiếu đã làm vẫn còn trên máy và vẫn được gửi.',
            en: '{name} is signed in on this phone. To come in by a slip, even by one of your own, sign out first; what was filled in stays here and is still sent.',
          },
          { name: account.value?.name ?? '' },
        )}
      </Notice>
      {holds('household.carry') && (
        <p>
          {say({
            vi: 'Sổ hộ cả xã, nếu đang mang trên máy, thì bị xóa khi đăng xuất.',
            en: 'The register of a commune, where it is carried on this phone, is deleted by signing out.',
          })}
        </p>
      )}
      <ProblemNote of={leaving.problem} />
      <div class="form-actions">
        <Button pending={leaving.pending} onClick={() => void go()}>
          {say({ vi: 'Đăng xuất để vào bằng giấy', en: 'Sign out to come in by a slip' })}
        </Button>
      </div>
    </>
  )
}
