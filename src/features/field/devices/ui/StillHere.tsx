/** To who is not let in: nothing that was finished here is lost, and it goes out by itself. */
import { Notice } from '#platform/web/kit/Notice.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { sealedHere } from '#platform/web/outbox.ts'

export const StillHere = () =>
  sealedHere.value === 0 ? null : (
    <Notice look="plain">
      {say(
        {
          vi: '{n} phiếu đã xong vẫn còn trên máy này và tự gửi khi có mạng, không cần đăng nhập.',
          en: '{n} finished {n:form|forms} still {n:lies|lie} on this phone and {n:goes|go} out by itself when there is a line, without signing in.',
        },
        { n: showNumber(sealedHere.value) },
      )}
    </Notice>
  )
