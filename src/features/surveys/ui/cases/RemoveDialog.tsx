import { useState } from 'preact/hooks'
import { removeFromList } from '#features/rounds/list/ui/calls.ts'
import type { RoundId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { refresh } from '#platform/web/reads.ts'
import type { CaseRow } from '../../model.ts'

type Props = {
  readonly roundId: RoundId
  readonly rows: readonly CaseRow[]
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Takes households off one after another; a refusal stops there, and what was taken off stays off. */
export function RemoveDialog({ roundId, rows, onDone, onClose }: Props) {
  const draft = useDraft('rounds.remove', roundId)
  const removing = useChange(removeFromList, { refresh: [] })
  const [left, setLeft] = useState(rows)
  const remove = async (because: string) => {
    let done = 0
    for (const { householdId } of left) {
      if (!(await removing.run({ roundId, householdId, because }))) break
      done += 1
    }
    refresh()
    if (done === left.length) {
      void draft.forget()
      onDone()
    } else setLeft(left.slice(done))
  }
  const [first] = left
  const title =
    left.length === 1 && first
      ? say({ vi: 'Bỏ hộ {name} khỏi danh sách?', en: 'Take {name} off the list?' }, { name: first.headName })
      : say({ vi: 'Bỏ {n} hộ khỏi danh sách?', en: 'Take {n} households off?' }, { n: showNumber(left.length) })
  return (
    <ReasonDialog
      title={title}
      what={{ vi: 'Lý do được giữ trong nhật ký.', en: 'The reason is kept.' }}
      deed={{ vi: 'Bỏ khỏi danh sách', en: 'Take off' }}
      draft={draft}
      pending={removing.pending}
      problem={removing.problem}
      onGive={(because) => void remove(because)}
      onClose={onClose}
    />
  )
}
