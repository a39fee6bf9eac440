import type { Said } from '#kernel/text.ts'
import { say } from '../language.ts'
import { showNumber } from '../numbers.ts'
import { connected, held, misheard, outbox, refused, storeFails, waiting } from '../outbox.ts'
import type { StoredCommand } from '../stored.ts'

const lines = {
  unkept: {
    vi: 'Máy này không đọc, ghi được bộ nhớ của mình (đầy hoặc bị chặn).',
    en: 'The store of this device cannot be read or written (it is full or blocked).',
  },
  misheard: {
    vi: 'Máy chủ xác nhận không khớp với phiếu trên máy này. Phiếu vẫn còn đây và sẽ được gửi lại.',
    en: 'The server did not confirm the form as it is on this device. It is kept here and will be sent again.',
  },
  offlineWaiting: {
    vi: 'Chưa có mạng. {n} {what} đang chờ gửi.',
    en: 'No connection. {n} {what} waiting to be sent.',
  },
  offline: { vi: 'Chưa có mạng. Không có gì chờ gửi.', en: 'No connection. Nothing is waiting.' },
  sending: { vi: 'Đang gửi {n} {what}.', en: 'Sending {n} {what}.' },
  refused: { vi: '{n} {what} bị trả lại. Mở mục Gửi để xem lý do.', en: '{n} {what} refused. See Sent for why.' },
  calm: { vi: 'Không còn gì chờ gửi.', en: 'Nothing waits to be sent.' },
} as const satisfies Record<string, Said>

function lineNow(): Said {
  if (storeFails.value) return lines.unkept
  if (!connected.value) return waiting.value > 0 ? lines.offlineWaiting : lines.offline
  if (misheard.value) return lines.misheard
  if (waiting.value > held.value.length) return lines.sending
  return refused.value > 0 ? lines.refused : lines.calm
}

const sayings = {
  notices: { vi: 'tin báo', en: 'notices' },
  forms: { vi: 'phiếu', en: 'forms' },
  both: { vi: 'phiếu và tin báo', en: 'forms and notices' },
} as const satisfies Record<string, Said>

/** What those are of the device that stand so. */
export function whatIn(state: StoredCommand['state']): Said {
  const kinds = new Set(outbox.value.flatMap((one) => (one.state === state ? [one.subject.kind === 'notice'] : [])))
  if (!kinds.has(true)) return sayings.forms
  return kinds.has(false) ? sayings.both : sayings.notices
}

/** The connection as a calm line of text, never a dialog. */
export function ConnectionLine() {
  const line = lineNow()
  const calm = connected.value && !storeFails.value && !misheard.value
  return (
    <p class={calm ? 'connection' : 'connection off'} role="status">
      {say(line, {
        n: showNumber(line === lines.refused ? refused.value : waiting.value),
        what: say(whatIn(line === lines.refused ? 'refused' : 'waiting')),
      })}
    </p>
  )
}
