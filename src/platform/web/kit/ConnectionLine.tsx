import type { Said } from '#kernel/text.ts'
import { say } from '../language.ts'
import { showNumber } from '../numbers.ts'
import { connected, refused, storeFails, waiting } from '../outbox.ts'

const lines = {
  unkept: {
    vi: 'Máy này không đọc, ghi được bộ nhớ của mình (đầy hoặc bị chặn).',
    en: 'The store of this device cannot be read or written (it is full or blocked).',
  },
  offlineWaiting: {
    vi: 'Chưa có mạng. {n} phiếu đang chờ gửi.',
    en: 'No connection. {n} forms are waiting to be sent.',
  },
  offline: { vi: 'Chưa có mạng. Không có gì chờ gửi.', en: 'No connection. Nothing is waiting.' },
  sending: { vi: 'Đang gửi {n} phiếu.', en: 'Sending {n} forms.' },
  refused: { vi: '{n} phiếu bị trả lại. Mở mục Gửi để xem lý do.', en: '{n} forms were refused. See Sent for why.' },
  calm: { vi: 'Không còn gì chờ gửi.', en: 'Nothing waits to be sent.' },
} as const satisfies Record<string, Said>

/** The connection as a calm line of text, never a dialog. */
export function ConnectionLine() {
  const n = showNumber(waiting.value)
  const line = storeFails.value
    ? lines.unkept
    : connected.value
      ? waiting.value > 0
        ? lines.sending
        : refused.value > 0
          ? lines.refused
          : lines.calm
      : waiting.value > 0
        ? lines.offlineWaiting
        : lines.offline
  return (
    <p class={connected.value && !storeFails.value ? 'connection' : 'connection off'} role="status">
      {say(line, { n: line === lines.refused ? showNumber(refused.value) : n })}
    </p>
  )
}
