import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import type { Device } from '../model.ts'
import { sayOfDevice } from './calls.ts'

export type Saying = { readonly what: 'returned' | 'lost'; readonly of: Device }

const words = {
  returned: {
    title: { vi: 'Ghi điện thoại đã trả', en: 'Record that the phone was given back' },
    deed: { vi: 'Ghi đã trả máy', en: 'Record it' },
  },
  lost: {
    title: { vi: 'Báo điện thoại bị mất', en: 'Report the phone lost' },
    deed: { vi: 'Báo mất', en: 'Report it lost' },
  },
} as const

/** What the phone does when it is heard of next, and what is lost by it. */
function whatHappens({ what, of: { name, waiting, begun } }: Saying) {
  const facts = {
    vi: `${waiting} phiếu chờ gửi, ${begun} phiếu làm dở`,
    en: `${waiting} forms wait, ${begun} are begun`,
  }
  if (what === 'returned')
    return {
      vi: `Máy của ${name} (${facts.vi}): lần có mạng tới, máy gửi hết phiếu đã xong, nộp phiếu làm dở cho máy chủ giữ hộ, rồi tự xóa dữ liệu. Người ấy đăng nhập trên máy khác thì làm tiếp được phiếu dở.`,
      en: `Phone of ${name} (${facts.en}): when it next has a line it sends what is finished, leaves what is begun with the server and clears itself. On another phone its owner goes on with it.`,
    }
  return {
    vi: `Máy của ${name} (${facts.vi}): mọi phiên đăng nhập của người này kết thúc ngay; lần có mạng tới, máy gửi phiếu đã xong rồi tự xóa. Phiếu làm trên máy sau lúc này không được nhận.`,
    en: `Phone of ${name} (${facts.en}): every session of this person ends now; when the phone next has a line it sends what is finished and clears itself. Nothing made on it from now on is taken.`,
  }
}

export function SayDialog({ onClose, ...saying }: Saying & { onClose: () => void }) {
  const { what, of } = saying
  const draft = useDraft('field.say_of_device', `${what} ${of.deviceId}`)
  const telling = useChange(sayOfDevice, { draft })
  const tell = async (because: string) => {
    if (await telling.run({ deviceId: of.deviceId, state: what, because })) onClose()
  }
  return (
    <ReasonDialog
      title={words[what].title}
      what={whatHappens(saying)}
      deed={words[what].deed}
      danger
      draft={draft}
      pending={telling.pending}
      problem={telling.problem}
      onGive={tell}
      onClose={onClose}
    />
  )
}
