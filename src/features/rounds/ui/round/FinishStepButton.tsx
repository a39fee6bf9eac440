import type { Said } from '#kernel/text.ts'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { say } from '#platform/web/language.ts'
import type { RoundState, StepName } from '../../model.ts'
import type { RoundAnswer } from '../answers.ts'
import { finishStep } from '../calls.ts'
import { notMine, whyBlocked } from '../sayings.ts'

const deeds: Partial<Record<RoundState, Said>> = {
  listing: { vi: 'Chốt danh sách, sang bước giao việc', en: 'Close the list, go on to assigning' },
  assigning: { vi: 'Bắt đầu khảo sát', en: 'Begin surveying' },
  surveying: { vi: 'Kết thúc khảo sát, sang kiểm tra', en: 'End surveying, go on to checking' },
  checking: { vi: 'Kết thúc kiểm tra phiếu', en: 'End checking' },
  certificates: { vi: 'Đã phát xong giấy, kết thúc kỳ', en: 'Certificates are out, end the round' },
}
const finish: Said = { vi: 'Kết thúc bước này', en: 'Finish this step' }

type Props = { readonly of: RoundAnswer; readonly look?: 'primary' | 'secondary' }

/** Ends the present step; where that is not possible yet, the server's own reason stands beside it. */
export function FinishStepButton({ of, look = 'primary' }: Props) {
  const finishing = useChange(finishStep)
  const { round, can, blocked } = of
  const whyNot = can.includes('finish') ? whyBlocked(blocked) : (whyBlocked(blocked) ?? notMine)
  const run = () => void finishing.run({ roundId: round.roundId, step: round.state as StepName })
  return (
    <>
      <Button look={look} pending={finishing.pending} whyNot={whyNot} onClick={run}>
        {say(deeds[round.state] ?? finish)}
      </Button>
      <ProblemNote of={finishing.problem} />
    </>
  )
}
