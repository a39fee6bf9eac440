/** What can happen to a household, in the words of the office; each leads to its form. */
import { useState } from 'preact/hooks'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { useStepBack } from '#platform/web/kit/dialogHistory.ts'
import { say, type Words } from '#platform/web/language.ts'
import type { HouseholdAnswer } from '../answers.ts'
import { AddMemberForm } from './AddMemberForm.tsx'
import { EndForm } from './EndForm.tsx'
import { HeadForm } from './HeadForm.tsx'
import { MergeForm } from './MergeForm.tsx'
import { MoveForm } from './MoveForm.tsx'
import { SplitForm } from './SplitForm.tsx'

const deeds = [
  {
    key: 'join',
    title: { vi: 'Thêm thành viên', en: 'A member joins' },
    says: { vi: 'Mới sinh, chuyển đến, kết hôn về', en: 'Born, moved in, married in' },
    form: AddMemberForm,
  },
  {
    key: 'head',
    title: { vi: 'Thay chủ hộ', en: 'Change the head' },
    says: { vi: 'Người khác trong hộ làm chủ hộ', en: 'Another member becomes head' },
    form: HeadForm,
  },
  {
    key: 'move',
    title: { vi: 'Đổi nơi ở, số hộ, số điện thoại', en: 'Move, new number or phone' },
    says: { vi: 'Trong phạm vi xã; cả hộ đi xã khác thì chọn mục cuối', en: 'Within the commune' },
    form: MoveForm,
  },
  {
    key: 'split',
    title: { vi: 'Tách hộ', en: 'Split' },
    says: { vi: 'Một số thành viên lập hộ mới', en: 'Some members found a new household' },
    form: SplitForm,
  },
  {
    key: 'merge',
    title: { vi: 'Nhập vào hộ khác', en: 'Merge into another' },
    says: { vi: 'Mọi thành viên sang hộ khác, hộ này kết thúc', en: 'All members join another, this one ends' },
    form: MergeForm,
  },
  {
    key: 'end',
    title: { vi: 'Cả hộ chuyển đi, hoặc ghi nhầm', en: 'Moved away, or a mistake' },
    says: { vi: 'Hộ kết thúc từ ngày ấy', en: 'The household ends on that day' },
    form: EndForm,
  },
] as const satisfies readonly { key: string; title: Words; says: Words; form: unknown }[]

export function DeedsDialog({ of, onClose }: { of: HouseholdAnswer; onClose: () => void }) {
  const [key, setKey] = useState<string | null>(null)
  useStepBack(key !== null, () => setKey(null))
  const deed = deeds.find((one) => one.key === key)
  return (
    <Dialog title={deed?.title ?? { vi: 'Ghi thay đổi nào?', en: 'Which change?' }} onClose={onClose}>
      {deed ? (
        <deed.form household={of} onDone={onClose} />
      ) : (
        <>
          <ul class="households-deeds">
            {deeds.map((one) => (
              <li key={one.key}>
                <button type="button" onClick={() => setKey(one.key)}>
                  {say(one.title)}
                  <small>{say(one.says)}</small>
                </button>
              </li>
            ))}
          </ul>
          <p class="quiet">
            {say({
              vi: 'Sửa thông tin hoặc cho một người rời hộ: mở tên người đó trong danh sách thành viên.',
              en: 'To change or to let one person leave, open the person in the list of members.',
            })}
          </p>
        </>
      )}
    </Dialog>
  )
}
