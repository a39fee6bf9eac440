/** What becomes of a survey that came when its household was no longer simply the sender's: said where it was sent. */
import type { Said } from '#kernel/text.ts'

export const takenWords = {
  beside: {
    vi: 'Máy chủ đã nhận. Hộ này đã có một phiếu khác, nên phiếu của bạn được giữ bên cạnh để công chức xã chọn.',
    en: 'Received. The household has another survey, so yours is kept beside it for the commune official to choose.',
  },
  day: {
    vi: 'Máy chủ đã nhận. Ngày trên máy không đúng nên phiếu tạm ghi ngày nhận; công chức xã sẽ hỏi bạn ngày khảo sát. Hãy chỉnh lại ngày, giờ của máy.',
    en: 'Received. The date of this device is wrong, so the day of receipt stands for now; the official will ask you the day of the survey. Please set the date.',
  },
  handed: {
    vi: 'Máy chủ đã nhận. Hộ này nay giao cho người khác; công chức xã nơi hộ đang ở sẽ xem phiếu của bạn và quyết định có dùng hay không.',
    en: 'Received. The household is with someone else now; the official of the commune where it lives decides on your survey.',
  },
  left: {
    vi: 'Máy chủ đã nhận và giữ lại. Hộ đã ra khỏi kỳ rà soát này nên phiếu chưa dùng đến; hộ quay lại thì công chức xã xem tiếp.',
    en: 'Received and kept. The household has left this round, so the survey is not used; if it returns, the official goes on with it.',
  },
  gone: {
    vi: 'Máy chủ đã nhận và giữ lại. Trong sổ, hộ này đã kết thúc nên phiếu không dùng để xét nữa.',
    en: 'Received and kept. By the register the household has ended, so nothing is decided on the survey.',
  },
} as const satisfies Record<string, Said>
