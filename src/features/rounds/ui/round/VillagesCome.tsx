/** Villages that an event of the units brought to the commune: taken into its round together, by a person. */
import { showDate } from '#kernel/dates.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { say } from '#platform/web/language.ts'
import { takeVillagesIn } from '../../list/ui/calls.ts'
import type { ArrivalsAnswer, RoundAnswer } from '../answers.ts'
import { notNow } from '../sayings.ts'

type Props = { readonly of: RoundAnswer; readonly villages: ArrivalsAnswer['villages'] }

const came = { vi: 'về xã ngày {day}', en: 'came on {day}' }
const handedOver = { vi: 'đã bàn giao ngày {day}, nay về lại xã', en: 'handed over on {day}, back now' }

const newOrBack = {
  vi: 'Thôn nay thuộc xã, chưa có trong kỳ: {named}. Nhận vào kỳ thì hộ nghèo, hộ cận nghèo ở đó và hộ đã bàn giao vào danh sách.',
  en: 'Villages of the commune that are not in the round: {named}. Taken in, the poor and near-poor there and those handed over come on the list.',
}
const onlyBack = {
  vi: 'Thôn nay lại thuộc xã: {named}. Nhận vào kỳ thì các hộ đã bàn giao trở lại kỳ, phiếu và kết quả kiểm tra vẫn còn.',
  en: 'Villages of the commune again: {named}. Taken in, the households handed over are in the round again as they stood.',
}

export function VillagesCome({ of, villages }: Props) {
  const { roundId } = of.round
  const draft = useDraft('rounds.villages_come', roundId)
  const taking = useChange(takeVillagesIn, { draft })
  if (villages.length === 0) return null
  const take = (because?: string) =>
    taking.run({ roundId, villageIds: villages.map((one) => one.villageId), ...(because && { because }) })
  const named = villages
    .map((one) => `${one.name} (${say(one.back ? handedOver : came, { day: showDate(one.since) })})`)
    .join(', ')
  return (
    <div class="notice" role="note">
      <p>{say(of.can.includes('request') ? newOrBack : onlyBack, { named })}</p>
      <div class="form-actions">
        <Button pending={taking.pending} whyNot={notNow(of)} onClick={() => void take()}>
          {say({ vi: 'Nhận vào kỳ', en: 'Take them in' })}
        </Button>
      </div>
      {taking.problem?.code === 'rounds.sure' ? (
        <ReasonDialog
          title={{ vi: 'Hộ đã có ở kỳ hoặc quyết định khác', en: 'In another round or decision already' }}
          what={{
            vi: 'Vẫn nhận thôn vào kỳ thì ghi lý do.',
            en: 'To take the villages in all the same, give the reason.',
          }}
          deed={{ vi: 'Vẫn nhận vào kỳ', en: 'Take them in all the same' }}
          draft={draft}
          pending={taking.pending}
          problem={taking.problem}
          onGive={(because) => void take(because)}
          onClose={taking.clear}
        />
      ) : (
        <ProblemNote of={taking.problem} />
      )}
    </div>
  )
}
