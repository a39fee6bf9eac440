/** What this phone can do without a line, and what stands against it. */
import { useEffect } from 'preact/hooks'
import { pinPath } from '#features/field/devices/ui/OwnPinPage.tsx'
import { deviceMark } from '#kernel/device.ts'
import type { Said } from '#kernel/text.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { closeNow, type Opening, opening } from '#platform/web/vault/opening.ts'
import { install, isInstalled, offer } from './shell/install.ts'
import { littleRoom, lookAtRoom, storage } from './shell/storage.ts'
import { type Kept, keptHere } from './shell/worker.ts'

const keptWords: Readonly<Record<Kept, Said>> = {
  asking: { vi: 'đang tải về máy', en: 'being fetched to this phone' },
  kept: { vi: 'mở được khi không có mạng', en: 'opens without a line' },
  no_safe_line: {
    vi: 'chưa: địa chỉ này không phải https nên trình duyệt không cho giữ trang trên máy',
    en: 'not yet: this address is not https, so the browser keeps no page',
  },
  refused: {
    vi: 'chưa: trình duyệt không cho giữ trang trên máy; hãy báo công chức xã',
    en: 'not yet: the browser keeps no page; tell the commune official',
  },
}

const megabyte = 1_000_000

export function ThisPhone() {
  useEffect(() => void lookAtRoom(), [])
  const { value: lock } = opening
  const { lasting = null, left = null } = storage.value ?? {}
  return (
    <Section title={{ vi: 'Máy này', en: 'This phone' }}>
      {left !== null && left < littleRoom && <LittleRoom />}
      <FactList
        of={[
          { label: { vi: 'Trang khảo sát', en: 'Survey pages' }, value: say(keptWords[keptHere.value]) },
          { label: { vi: 'Khóa máy', en: 'Lock' }, value: say(lockWords(lock)) },
          ...('row' in lock ? [{ label: { vi: 'Số máy', en: 'Phone' }, value: deviceMark(lock.row.deviceId) }] : []),
          { label: { vi: 'Giữ dữ liệu', en: 'What lies here' }, value: say(lastingWords(lasting)) },
          ...(left === null
            ? []
            : [
                {
                  label: { vi: 'Chỗ trống', en: 'Room left' },
                  value: say(
                    { vi: 'khoảng {n} MB', en: 'about {n} MB' },
                    { n: showNumber(Math.floor(left / megabyte)) },
                  ),
                },
              ]),
        ]}
      />
      {lock.state === 'open' && (
        <div class="form-actions">
          <LinkButton href={pinPath}>
            {lock.row.pin
              ? say({ vi: 'Đổi mã PIN', en: 'Change the PIN' })
              : say({ vi: 'Đặt mã PIN', en: 'Set a PIN' })}
          </LinkButton>
          {lock.row.pin && <Button onClick={closeNow}>{say({ vi: 'Khóa máy ngay', en: 'Close it now' })}</Button>}
        </div>
      )}
      {offer.value && !isInstalled() && (
        <Button onClick={() => void install()}>
          {say({ vi: 'Đặt lên màn hình chính', en: 'Put on the home screen' })}
        </Button>
      )}
    </Section>
  )
}

function lockWords(lock: Opening): Said {
  if (lock.state !== 'open')
    return {
      vi: 'dữ liệu trên máy chưa được niêm phong: địa chỉ không phải https, hoặc máy chủ chưa giữ được khóa',
      en: 'what lies here is not sealed: the address is not https, or the server could not keep the key yet',
    }
  const { pin, idleMinutes: n } = lock.row
  return pin
    ? {
        vi: `niêm phong, hỏi mã PIN khi mở và sau ${n} phút không chạm`,
        en: `sealed; asks for the PIN when opened and after ${n} minutes`,
      }
    : {
        vi: 'niêm phong, chưa có mã PIN: chỉ mở được khi có mạng',
        en: 'sealed; no PIN yet: it opens only where there is a line',
      }
}

function lastingWords(lasting: boolean | null): Said {
  if (lasting) return { vi: 'trình duyệt hứa không tự xóa', en: 'the browser promises not to clear it by itself' }
  return {
    vi: 'trình duyệt có thể xóa khi máy gần đầy: gửi phiếu sớm, đừng xóa dữ liệu duyệt web',
    en: 'the browser may clear it when the phone is nearly full: send early, do not clear browsing data',
  }
}

/** Told before a form finds no room. */
export const LittleRoom = () => (
  <Notice look="waits">
    {say({
      vi: 'Máy sắp hết chỗ trống. Hãy gửi phiếu đang chờ và xóa bớt ảnh, ứng dụng trước khi khảo sát tiếp.',
      en: 'This phone is nearly full. Send what waits and free some space before the next survey.',
    })}
  </Notice>
)
