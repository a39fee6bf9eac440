/** Whether every household can be opened without a line: said before somebody walks into the hills. */
import type { Said } from '#kernel/text.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { opening } from '#platform/web/vault/opening.ts'
import { type AtHome, atHome } from './takeHome.ts'

const words: Readonly<Record<AtHome['state'], Said>> = {
  going: { vi: 'Đang tải phiếu về máy: {have} trên {of}.', en: 'Fetching the forms: {have} of {of}.' },
  whole: {
    vi: 'Đã có đủ {of} phiếu trên máy: khảo sát được khi không có mạng.',
    en: 'All {of} forms are on this phone: surveys can be taken without a line.',
  },
  stopped: {
    vi: 'Mới tải được {have} trên {of} phiếu về máy vì mất mạng. Có mạng, mở lại trang này để tải tiếp.',
    en: 'Only {have} of {of} forms are on this phone: the line broke. Open this page again with a line.',
  },
  full: {
    vi: 'Máy hết chỗ: mới tải được {have} trên {of} phiếu. Hãy xóa bớt ảnh, ứng dụng rồi mở lại trang này.',
    en: 'This phone is full: {have} of {of} forms are here. Free some space and open this page again.',
  },
}

/** Everything is here, and sealed: without a line only a PIN opens it. */
const noPin: Said = {
  vi: 'Đã có đủ {of} phiếu trên máy, nhưng máy chưa có mã PIN: không có mạng thì không mở lại được. Đặt mã PIN ở mục Gửi, phần Máy này.',
  en: 'All {of} forms are on this phone, but it has no PIN: without a line it does not open again. Set one under Sent, This phone.',
}

export function AtHomeLine() {
  const home = atHome.value
  if (!home || home.of === 0) return null
  const { value: lock } = opening
  const closed = home.state === 'whole' && lock.state === 'open' && !lock.row.pin
  const said = say(closed ? noPin : words[home.state], { have: showNumber(home.have), of: showNumber(home.of) })
  if (closed || home.state === 'stopped' || home.state === 'full') return <Notice look="waits">{said}</Notice>
  return (
    <p class="quiet" role="status">
      {said}
    </p>
  )
}
