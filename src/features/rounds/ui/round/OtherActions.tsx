import { useState } from 'preact/hooks'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { ToldNote } from '#platform/web/kit/ToldNote.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import type { RoundAnswer } from '../answers.ts'
import { cancelRound, handOver, reopenChecking, roundTouched } from '../calls.ts'
import { ExtendDialog } from './ExtendDialog.tsx'

/** Going back and giving up: shown only to whom the server offers them. */
export function OtherActions({ of }: { of: RoundAnswer }) {
  const [open, setOpen] = useState<'extend' | 'hand' | 'reopen' | 'cancel' | null>(null)
  const close = () => setOpen(null)
  return (
    <div class="form-actions">
      {of.can.includes('hand_over') && (
        <Button look="secondary" onClick={() => setOpen('hand')}>
          {say({ vi: 'Bàn giao cho xã khác', en: 'Hand over to the other commune' })}
        </Button>
      )}
      {of.can.includes('extend') && (
        <Button look="quiet" onClick={() => setOpen('extend')}>
          {say({ vi: 'Gia hạn', en: 'Extend' })}
        </Button>
      )}
      {of.can.includes('reopen') && (
        <Button look="quiet" onClick={() => setOpen('reopen')}>
          {say({ vi: 'Mở lại kiểm tra phiếu', en: 'Go back to checking' })}
        </Button>
      )}
      {of.can.includes('cancel') && (
        <Button look="quiet" onClick={() => setOpen('cancel')}>
          {say({ vi: 'Hủy kỳ rà soát', en: 'Cancel the round' })}
        </Button>
      )}
      {open === 'extend' && <ExtendDialog of={of} onClose={close} />}
      {open === 'hand' && <HandOver of={of} onClose={close} />}
      {open === 'reopen' && <Reopen of={of} onClose={close} />}
      {open === 'cancel' && <Cancel of={of} onClose={close} />}
    </div>
  )
}

type Props = { readonly of: RoundAnswer; readonly onClose: () => void }

function Hanging({ of, act }: { of: RoundAnswer; act: 'round.reopened' | 'round.cancelled' }) {
  const { data } = useRead(roundTouched, { roundId: of.round.roundId, act })
  return <ToldNote of={data} title={{ vi: 'Kỳ này đang có:', en: 'This round has:' }} />
}

/** Which commune takes which villages, with how many households. */
const Apart = ({ of: { apart } }: { of: RoundAnswer }) => (
  <ul class="bullets close">
    {apart.map(({ commune, villages, households }) => (
      <li key={commune}>
        {say(
          villages.length > 0
            ? {
                vi: '{commune} nhận {villages}, {n} hộ của kỳ.',
                en: '{commune} takes {villages}, {n} households of the round.',
              }
            : { vi: '{commune} nhận {n} hộ của kỳ.', en: '{commune} takes {n} households of the round.' },
          { commune, villages: villages.join(', '), n: showNumber(households) },
        )}
      </li>
    ))}
  </ul>
)

function HandOver({ of, onClose }: Props) {
  const draft = useDraft('rounds.hand_over', of.round.roundId)
  const was = { state: useSeen(draft, 'seen', of.round.state) }
  const change = useChange(handOver, { draft })
  const give = async (because: string) => {
    if (await change.run({ roundId: of.round.roundId, because, was })) onClose()
  }
  return (
    <ReasonDialog
      title={{ vi: 'Bàn giao thôn, hộ nay thuộc xã khác', en: 'Hand over what another commune has today' }}
      what={{
        vi: 'Kỳ này thôi rà soát các thôn, hộ đó; xã mới rà soát trong kỳ của mình. Phiếu đã gửi vẫn còn. Nếu thôn về lại xã, đến hết bước kiểm tra phiếu vẫn nhận lại được vào kỳ.',
        en: 'This round asks them no more; their commune reviews them in its own. Surveys sent are kept. A village that comes back can be taken in again until the checking is finished.',
      }}
      told={<Apart of={of} />}
      deed={{ vi: 'Bàn giao', en: 'Hand over' }}
      draft={draft}
      pending={change.pending}
      problem={change.problem}
      onGive={(because) => void give(because)}
      onClose={onClose}
    />
  )
}

function Reopen({ of, onClose }: Props) {
  const draft = useDraft('rounds.reopen', of.round.roundId)
  const was = { state: useSeen(draft, 'seen', of.round.state) }
  const change = useChange(reopenChecking, { draft })
  const give = async (because: string) => {
    if (await change.run({ roundId: of.round.roundId, because, was })) onClose()
  }
  return (
    <ReasonDialog
      title={{ vi: 'Mở lại bước kiểm tra phiếu', en: 'Go back to checking' }}
      what={{
        vi: 'Các bước sau phải làm lại. Những gì đã ghi vẫn còn trong lịch sử.',
        en: 'The later steps must be done again. What was recorded stays in the history.',
      }}
      told={<Hanging of={of} act="round.reopened" />}
      deed={{ vi: 'Mở lại', en: 'Go back' }}
      draft={draft}
      pending={change.pending}
      problem={change.problem}
      onGive={(because) => void give(because)}
      onClose={onClose}
    />
  )
}

function Cancel({ of, onClose }: Props) {
  const draft = useDraft('rounds.cancel', of.round.roundId)
  const was = { state: useSeen(draft, 'seen', of.round.state) }
  const change = useChange(cancelRound, { draft })
  const give = async (because: string) => {
    if (await change.run({ roundId: of.round.roundId, because, was })) onClose()
  }
  return (
    <ReasonDialog
      title={say({ vi: 'Hủy "{name}"?', en: 'Cancel "{name}"?' }, { name: of.round.name })}
      what={{
        vi: 'Kỳ đã hủy không mở lại được; mở kỳ khác nếu cần.',
        en: 'A cancelled round cannot be taken up again; open another one if needed.',
      }}
      told={<Hanging of={of} act="round.cancelled" />}
      deed={{ vi: 'Hủy kỳ rà soát', en: 'Cancel the round' }}
      danger
      draft={draft}
      pending={change.pending}
      problem={change.problem}
      onGive={(because) => void give(because)}
      onClose={onClose}
    />
  )
}
