/** Whether every household can be opened without a line: said before somebody walks into the hills. */
import type { Said } from '#kernel/text.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
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

export function AtHomeLine() {
  const home = atHome.value
  if (!home || home.of === 0) return null
  const said = say(words[home.state], { have: showNumber(home.have), of: showNumber(home.of) })
  if (home.state === 'stopped' || home.state === 'full') return <Notice look="waits">{said}</Notice>
  return (
    <p class="quiet" role="status">
      {said}
    </p>
  )
}
