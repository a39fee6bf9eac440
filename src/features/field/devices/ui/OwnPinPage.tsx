/** The PIN set or changed by who is here. */
import { useLocation } from 'preact-iso'
import { Page } from '#platform/web/kit/Page.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { opening } from '#platform/web/vault/opening.ts'
import { PinPage } from './PinPage.tsx'

export const pinPath = '/phone/ma-pin'

export default function OwnPinPage() {
  const { route } = useLocation()
  const { value: lock } = opening
  if (lock.state === 'open') return <PinPage row={lock.row} onDone={() => route('/phone/gui')} />
  return (
    <Page title={{ vi: 'Đặt mã PIN', en: 'Set a PIN' }}>
      <Empty
        title={{ vi: 'Trên máy này chưa đặt được mã PIN.', en: 'No PIN can be set on this phone yet.' }}
        why={{
          vi: 'Địa chỉ không phải https, hoặc máy chủ chưa giữ được khóa. Thử lại khi có mạng; vẫn vậy thì báo công chức xã.',
          en: 'The address is not https, or the server could not keep the key yet. Try again with a line, or tell the commune official.',
        }}
      />
    </Page>
  )
}
