/** The way out where another decision gives households of the round their class: who, asked before; what was done, said after. */
import { useState } from 'preact/hooks'
import { BlockList } from '#features/rounds/ui/BlockList.tsx'
import type { RoundId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Confirm } from '#platform/web/kit/Dialog.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { givenIn, type TakenOut, takenOutSaid } from '../../rules/givenWords.ts'
import type { RoundDecision } from './answers.ts'
import { takeGivenOut } from './calls.ts'

/** `of`: what stands against the decision; whom the question is about is among it. */
export function TakeGivenOut({ roundId, of }: { roundId: RoundId; of: RoundDecision }) {
  const [asks, setAsks] = useState(false)
  const [taken, setTaken] = useState<TakenOut | null>(null)
  const taking = useChange(takeGivenOut)
  const given = givenIn(of.blocked)
  const take = async () => {
    const done = await taking.run({ roundId })
    if (done) setTaken(done)
    if (done) setAsks(false)
  }
  return (
    <>
      {taken && <Notice>{say(takenOutSaid(taken))}</Notice>}
      {given && of.can.includes('take_given_out') && (
        <div class="form-actions">
          <Button look="secondary" onClick={() => setAsks(true)}>
            {say({ vi: 'Đưa các hộ đã có diện ra khỏi kỳ', en: 'Take those who have a class out of the round' })}
          </Button>
        </div>
      )}
      {asks && given && (
        <Confirm
          title={say(
            { vi: 'Đưa {n} hộ ra khỏi kỳ rà soát?', en: 'Take {n} households out of the round?' },
            { n: showNumber(given.count) },
          )}
          deed={{ vi: 'Đưa ra khỏi kỳ', en: 'Take out' }}
          pending={taking.pending}
          problem={taking.problem}
          onConfirm={() => void take()}
          onClose={() => setAsks(false)}
        >
          <BlockList of={[given]} roundId={roundId} intro={forGood} />
        </Confirm>
      )}
    </>
  )
}

const forGood = {
  vi: 'Không hoàn tác được: các hộ này giữ diện theo quyết định kia, và không trở lại kỳ này nữa. Phiếu đã thu vẫn còn.',
  en: 'This is not undone: they keep the class of the other decision and do not come back to this round. Their surveys stay.',
}
