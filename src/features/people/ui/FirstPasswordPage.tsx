import { Page } from '#platform/web/kit/Page.tsx'
import { say } from '#platform/web/language.ts'
import { ChangePasswordForm } from './ChangePasswordForm.tsx'

/** Before the first work: the password that was handed over is replaced by one's own. */
export default function FirstPasswordPage() {
  return (
    <Page
      title={{ vi: 'Đặt mật khẩu của riêng bạn', en: 'Set your own password' }}
      state={say({
        vi: 'Mật khẩu đang dùng do người quản trị đặt nên người ấy cũng biết. Đổi xong là vào việc ngay.',
        en: 'The present password was set by the administrator, who knows it too. After changing it you can work.',
      })}
    >
      <ChangePasswordForm oldLabel={{ vi: 'Mật khẩu được giao', en: 'Password you were given' }} />
    </Page>
  )
}
