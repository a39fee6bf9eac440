/** Households that could not be surveyed come back into the round, as they stood. */
import type { RoundId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import type { CaseRow } from '../../model.ts'
import { askUnsurveyed } from './calls.ts'

type Props = {
  readonly roundId: RoundId
  readonly rows: readonly Pick<CaseRow, 'householdId' | 'caseId' | 'headName'>[]
  readonly onDone: () => void
  readonly onClose: () => void
}

export function AskAgainDialog({ roundId, rows, onDone, onClose }: Props) {
  const draft = useDraft('unsurveyed.takeBack', rows.length === 1 ? (rows[0]?.caseId ?? roundId) : roundId)
  const asking = useChange(askUnsurveyed, { draft })
  const [first] = rows
  const ask = async (because: string) => {
    const households = rows.map(({ householdId, caseId }) => ({ householdId, caseId }))
    if (await asking.run({ roundId, households, because })) onDone()
  }
  return (
    <ReasonDialog
      title={
        rows.length === 1 && first
          ? say({ vi: 'Đưa hộ {name} trở lại kỳ?', en: 'Take {name} back?' }, { name: first.headName })
          : say({ vi: 'Đưa {n} hộ trở lại kỳ?', en: 'Take {n} households back?' }, { n: showNumber(rows.length) })
      }
      what={{
        vi: 'Hộ đứng lại như trước khi ra khỏi kỳ, vẫn giao cho người cũ nếu người ấy còn khảo sát ở thôn; không thì chưa giao cho ai. Phiếu đã đến trong lúc ấy thì chờ kiểm tra.',
        en: 'It stands as it did before, with who had it while they survey there still, else with nobody. A survey that came meanwhile waits to be checked.',
      }}
      deed={{ vi: 'Đưa trở lại kỳ', en: 'Take back' }}
      draft={draft}
      pending={asking.pending}
      problem={asking.problem}
      onGive={(because) => void ask(because)}
      onClose={onClose}
    />
  )
}
