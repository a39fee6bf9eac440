import { useState } from 'preact/hooks'
import { roles } from '#kernel/access.ts'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { say } from '#platform/web/language.ts'
import { account } from '#platform/web/session.ts'
import { ChangePasswordForm } from './ChangePasswordForm.tsx'
import { MySessions } from './MySessions.tsx'

export default function MyAccountPage() {
  const [changed, setChanged] = useState(false)
  const who = account.value
  if (!who) return null
  return (
    <Page title={{ vi: 'Tài khoản của tôi', en: 'My account' }} state={`${who.name} (${who.login})`}>
      <Section title={{ vi: 'Tôi được giao', en: 'I was given' }}>
        <FactList of={who.grants.map((grant) => ({ label: roles[grant.role], value: grant.areaName }))} />
        {who.grants.length === 0 && (
          <p>
            {say({
              vi: 'Chưa có vai trò nào. Hãy hỏi người quản trị của đơn vị bạn.',
              en: 'No role yet. Ask the administrator of your unit.',
            })}
          </p>
        )}
      </Section>
      <MySessions />
      <Section title={{ vi: 'Đổi mật khẩu', en: 'Change password' }}>
        {changed && (
          <Notice>
            {say({
              vi: 'Đã đổi mật khẩu. Các phiên khác của bạn đã kết thúc.',
              en: 'The password is changed. Your other sessions were ended.',
            })}
          </Notice>
        )}
        <ChangePasswordForm
          oldLabel={{ vi: 'Mật khẩu hiện tại', en: 'Present password' }}
          onDone={() => setChanged(true)}
        />
      </Section>
    </Page>
  )
}
