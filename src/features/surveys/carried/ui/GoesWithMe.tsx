/** Said before signing out: which of what lies here goes with it. */
import { useEffect, useState } from 'preact/hooks'
import { keptAddresses } from '#platform/web/keptReads.ts'
import { say } from '#platform/web/language.ts'
import { account } from '#platform/web/session.ts'
import { carriedUnder } from './sheet.ts'

/** Nothing where no commune is carried. */
export function GoesWithMe() {
  const [carries, setCarries] = useState(false)
  useEffect(() => {
    let stands = true
    keptAddresses(carriedUnder).then(
      (found) => stands && setCarries(found.length > 0),
      () => undefined,
    )
    return () => {
      stands = false
    }
  }, [account.value?.accountId])
  if (!carries) return null
  return (
    <p class="notice waits" role="note">
      {say({
        vi: 'Sổ hộ cả xã trên máy này bị xóa khi đăng xuất; lần sau cần có mạng để lấy lại.',
        en: 'The register of the commune on this phone is deleted when you sign out; it takes a line to fetch it again.',
      })}
    </p>
  )
}
