import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { sidesOf } from '../columns.ts'
import type { Double } from '../model.ts'
import { sayApart } from './calls.ts'

/** Two who are alike in all that the roster knows, and are two. */
export function ApartDialog({ of, onClose }: { of: Double; onClose: () => void }) {
  const { oneId, otherId, name } = of
  const both = sidesOf(of)
  const draft = useDraft('joining.apart', `${oneId} ${otherId}`)
  const apartId = useMade(draft, 'apartId', () => newId<'official_apart'>())
  const saying = useChange(sayApart, { draft })
  const tell = async (because: string) => {
    if (await saying.run({ officialId: oneId, otherId, apartId, because })) onClose()
  }
  return (
    <ReasonDialog
      title={{ vi: 'Hai người khác nhau', en: 'Two people' }}
      what={{
        vi: `${name}, sinh năm ${of.birthYear}: một hồ sơ (${both.one.vi}) và hồ sơ kia (${both.other.vi}) ra khỏi danh sách có thể trùng và không gộp được, cho đến khi có người rút lại.`,
        en: `${name}, born ${of.birthYear}: one record (${both.one.en}) and the other (${both.other.en}) leave the list and cannot be joined until somebody takes it back.`,
      }}
      deed={{ vi: 'Ghi là hai người', en: 'Say they are two people' }}
      draft={draft}
      pending={saying.pending}
      problem={saying.problem}
      onGive={tell}
      onClose={onClose}
    />
  )
}
