/** To who finds the phone empty: the office said of it that it was given back, or lost. */
import { useEffect, useState } from 'preact/hooks'
import { forget, kept } from '#platform/web/keep.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { say } from '#platform/web/language.ts'
import { whyEmpty } from './whyEmpty.ts'

const sayings = {
  returned: {
    vi: 'Xã đã ghi là máy này đã trả. Phiếu đã xong đã gửi, phiếu làm dở nằm ở máy chủ và sang máy tới của bạn; dữ liệu trên máy này đã xóa.',
    en: 'The commune recorded that this phone was given back. Finished forms were sent, those begun wait for you on the next phone; this one is empty.',
  },
  lost: {
    vi: 'Xã đã báo mất máy này; dữ liệu trên máy đã xóa.',
    en: 'The commune reported this phone lost; it is empty.',
  },
} as const

export function Emptied() {
  const [why] = useState(() => kept(whyEmpty))
  useEffect(() => () => forget(whyEmpty), [])
  return why === 'returned' || why === 'lost' ? <Notice look="waits">{say(sayings[why])}</Notice> : null
}
