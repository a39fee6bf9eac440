/** Who came to the villages of the round since it began and is not on its list: offered, added by a person. */

import { useState } from 'preact/hooks'
import { showDate } from '#kernel/dates.ts'
import type { HouseholdId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { useMeanwhile } from '#platform/web/edits.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { addToList, listArrivals } from '../../list/ui/calls.ts'
import type { ArrivalsAnswer, RoundAnswer } from '../answers.ts'
import { notNow } from '../sayings.ts'
import { VillagesCome } from './VillagesCome.tsx'

const how: Record<ArrivalsAnswer['households'][number]['how'], Words> = {
  moved: { vi: 'chuyển đến', en: 'moved here' },
  moved_in: { vi: 'mới ghi, chuyển đến', en: 'entered, moved in' },
  split: { vi: 'mới tách hộ', en: 'parted from another' },
  back: { vi: 'nay lại thuộc kỳ, đã ra khỏi kỳ ngày', en: 'back, had left the round on' },
  unclassed: {
    vi: 'chưa được phân loại, đã ra khỏi kỳ trước từ ngày',
    en: 'without a class, had left an earlier round on',
  },
}

const newOrBack = {
  vi: 'Hộ mới đến hoặc trở lại các thôn của kỳ, chưa có trong danh sách. Hộ cần rà soát thì thêm vào:',
  en: 'New or back in the villages of the round and not on its list. Add those to be reviewed:',
}
const onlyBack = {
  vi: 'Hộ đã ra khỏi kỳ nay lại ở các thôn của kỳ. Hộ cần xét thì nhận lại, phiếu đã gửi vẫn còn:',
  en: 'Had left the round and live in its villages again. Take back those to be decided on; their surveys are kept:',
}
const addWords = { vi: 'Thêm vào danh sách', en: 'Add to the list' }
const backWords = { vi: 'Nhận lại vào kỳ', en: 'Take back' }

export function Arrivals({ of }: { of: RoundAnswer }) {
  // Also where going back to checking is what takes them back.
  const mine = of.can.includes('take_back') || of.can.includes('reopen')
  const { data } = useRead(listArrivals, mine ? { roundId: of.round.roundId } : null)
  if (!mine || !data) return null
  return (
    <>
      <VillagesCome of={of} villages={data.villages} />
      <HouseholdsCome of={of} households={data.households} />
    </>
  )
}

function HouseholdsCome({ of, households }: { of: RoundAnswer; households: ArrivalsAnswer['households'] }) {
  const { roundId } = of.round
  const [asked, setAsked] = useState<HouseholdId | null>(null)
  const draft = useDraft('rounds.arrival', `${roundId} ${asked}`)
  const adding = useChange(addToList, { draft })
  const unsure = useMeanwhile(adding.problem?.code === 'rounds.sure', adding.pending)
  if (households.length === 0) return null
  const add = async (householdId: HouseholdId, because?: string) => {
    setAsked(householdId)
    if (await adding.run({ roundId, householdId, ...(because && { because }) })) setAsked(null)
  }
  return (
    <div class="notice" role="note">
      <p>{say(of.can.includes('request') ? newOrBack : onlyBack)}</p>
      <ul class="rounds-arrivals">
        {households.map((one) => (
          <li key={one.householdId}>
            <span>
              <strong>{one.headName}</strong>, {[one.number, one.villageName].filter(Boolean).join(', ')}:{' '}
              {say(how[one.how])} {showDate(one.since)}
            </span>
            <Button look="quiet" pending={adding.pending} whyNot={notNow(of)} onClick={() => void add(one.householdId)}>
              {say(of.can.includes('request') ? addWords : backWords)}
              <span class="only-heard">: {one.headName}</span>
            </Button>
          </li>
        ))}
      </ul>
      {asked && unsure ? (
        <ReasonDialog
          title={{ vi: 'Hộ đã có ở kỳ hoặc quyết định khác', en: 'In another round or decision already' }}
          what={{
            vi: 'Vẫn đưa hộ này vào danh sách thì ghi lý do.',
            en: 'To list it all the same, give the reason.',
          }}
          deed={{ vi: 'Vẫn thêm vào danh sách', en: 'Add to the list all the same' }}
          draft={draft}
          pending={adding.pending}
          problem={adding.problem}
          onGive={(because) => void add(asked, because)}
          onClose={() => setAsked(null)}
        />
      ) : (
        <ProblemNote of={adding.problem} />
      )}
    </div>
  )
}
