import { useState } from 'preact/hooks'
import type { Said } from '#kernel/text.ts'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { ToldNote } from '#platform/web/kit/ToldNote.tsx'
import { say } from '#platform/web/language.ts'
import type { WebProblem } from '#platform/web/problem.ts'
import { useRead } from '#platform/web/reads.ts'
import type { RoundState, StepName } from '../../model.ts'
import type { RoundAnswer } from '../answers.ts'
import { finishStep, roundTouched } from '../calls.ts'
import { notMine, whyBlocked } from '../sayings.ts'

const deeds: Partial<Record<RoundState, Said>> = {
  listing: { vi: 'Chốt danh sách, sang bước giao việc', en: 'Close the list, go on to assigning' },
  assigning: { vi: 'Bắt đầu khảo sát', en: 'Begin surveying' },
  surveying: { vi: 'Kết thúc khảo sát, sang kiểm tra', en: 'End surveying, go on to checking' },
  checking: { vi: 'Kết thúc kiểm tra phiếu', en: 'End checking' },
  certificates: { vi: 'Đã phát xong giấy, kết thúc kỳ', en: 'Certificates are out, end the round' },
}
const finish: Said = { vi: 'Kết thúc bước này', en: 'Finish this step' }

/** What follows where there is no way back, or only one that opens later steps again. */
const follows: Partial<Record<RoundState, Said>> = {
  surveying: {
    vi: 'Kỳ chuyển sang kiểm tra phiếu: không thêm hộ vào danh sách được nữa, và không quay lại bước khảo sát được. Phiếu trả lại vẫn gửi lại được.',
    en: 'The round goes on to checking: no household can be added any more, and there is no way back to surveying. Surveys returned can still be sent again.',
  },
  checking: {
    vi: 'Các phiếu được khóa và kỳ chuyển sang họp dân. Muốn sửa phiếu sau đó phải mở lại bước kiểm tra, kèm lý do, và làm lại các bước sau.',
    en: 'The surveys are locked and the round goes on to the village meeting. To change one later, checking is opened again with a reason, and later steps are done again.',
  },
  certificates: {
    vi: 'Kỳ rà soát kết thúc và không mở lại được. Chỉ bấm khi đã phát xong mọi giấy chứng nhận.',
    en: 'The round ends and cannot be opened again. Only when all certificates are handed out.',
  },
}

type Props = { readonly of: RoundAnswer; readonly look?: 'primary' | 'secondary' }

/** Ends the present step; where that is not possible yet, the server's own reason stands beside it. */
export function FinishStepButton({ of, look = 'primary' }: Props) {
  const finishing = useChange(finishStep)
  const [asked, setAsked] = useState(false)
  const { round, can, blocked } = of
  const whyNot = can.includes('finish') ? whyBlocked(blocked) : (whyBlocked(blocked) ?? notMine)
  const deed = deeds[round.state] ?? finish
  const what = follows[round.state]
  const run = async () => {
    if (await finishing.run({ roundId: round.roundId, step: round.state as StepName })) setAsked(false)
  }
  return (
    <>
      <Button
        look={look}
        pending={finishing.pending}
        whyNot={whyNot}
        onClick={() => (what ? setAsked(true) : void run())}
      >
        {say(deed)}
      </Button>
      {!asked && <ProblemNote of={finishing.problem} />}
      {asked && what && (
        <Ask of={of} what={what} deed={deed} finishing={finishing} run={run} onClose={() => setAsked(false)} />
      )}
    </>
  )
}

type AskProps = {
  readonly of: RoundAnswer
  readonly what: Said
  readonly deed: Said
  readonly finishing: { readonly pending: boolean; readonly problem: WebProblem | null }
  readonly run: () => Promise<void>
  readonly onClose: () => void
}

/** Asked once, saying what follows; at the end of the check also what is still open in words. */
function Ask({ of: { round }, what, deed, finishing, run, onClose }: AskProps) {
  const checked = { roundId: round.roundId, act: 'round.checked' } as const
  const { data } = useRead(roundTouched, round.state === 'checking' ? checked : null)
  return (
    <Dialog title={deed} onClose={onClose}>
      <p>{say(what)}</p>
      <ToldNote of={data && { ...data, held: [] }} title={deed} />
      <ProblemNote of={finishing.problem} />
      <div class="form-actions">
        <Button look="primary" pending={finishing.pending} whyNot={data?.forbidden ?? null} onClick={() => void run()}>
          {say(deed)}
        </Button>
        <Button onClick={onClose}>{say({ vi: 'Chưa', en: 'Not yet' })}</Button>
      </div>
    </Dialog>
  )
}
