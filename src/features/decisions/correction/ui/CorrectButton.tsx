/** Begins a correction of what a decision in force says of one household: what would be put right, and why. */

import { useState } from 'preact/hooks'
import { householdPath } from '#features/surveys/ui/addresses.ts'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { AreaId, CorrectionId, DecisionId, HouseholdId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { SignerForm } from '../../ui/SignerForm.tsx'
import { correctionPath } from './addresses.ts'
import { draftCorrection, proposeCorrection } from './calls.ts'
import { Differences, PlaceNow } from './Differences.tsx'

type Props = { readonly decisionId: DecisionId; readonly householdId: HouseholdId; readonly name: string }

export function CorrectButton(props: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        {say({ vi: 'Đính chính', en: 'Correct' })}
        <span class="only-heard"> {props.name}</span>
      </Button>
      {open && <CorrectDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

function CorrectDialog({ decisionId, householdId, onClose }: Props & { onClose: () => void }) {
  const read = useRead(proposeCorrection, { decisionId, householdId })
  return (
    <Dialog title={{ vi: 'Đính chính giấy của hộ', en: 'Correct the papers of a household' }} onClose={onClose}>
      <Reading of={read} rows={4}>
        {(data) => (
          <>
            <p>
              {say(
                {
                  vi: 'Hộ {name}, giấy chứng nhận số {number}. So giấy với sổ hộ hiện nay, tính tại ngày {day}:',
                  en: 'Household {name}, certificate {number}. The papers beside the register of today, as of {day}:',
                },
                { name: data.headName, number: data.certificate.number, day: showDate(data.registerDay) },
              )}
            </p>
            {data.differences.length === 0 ? (
              <Same householdId={householdId} day={data.registerDay} movedOn={data.movedOn} />
            ) : (
              <>
                <Differences of={data.differences} />
                <PlaceNow of={data.placeNow} />
                <Draft decisionId={decisionId} householdId={householdId} areaId={data.areaId} />
              </>
            )}
          </>
        )}
      </Reading>
    </Dialog>
  )
}

type SameProps = {
  readonly householdId: HouseholdId
  readonly day: PlainDate
  readonly movedOn: PlainDate | null
}

function Same({ householdId, day, movedOn }: SameProps) {
  const to = useTo()
  const since = movedOn
    ? {
        vi: ' Từ ngày {moved} hộ đã chuyển chỗ ở; đó không phải giấy ghi sai.',
        en: ' It moved on {moved}; that is no fault of the papers.',
      }
    : { vi: ' Thay đổi sau ngày ấy không phải giấy ghi sai.', en: ' What changed later is no fault of the papers.' }
  return (
    <Notice>
      {say(
        {
          vi: `Giấy ghi đúng như sổ hộ ngày {day}.${since.vi} Nếu giấy ghi sai cho ngày {day}, hãy sửa trong sổ hộ trước rồi quay lại đây.`,
          en: `The papers say what the register says of {day}.${since.en} If they are wrong of {day}, mend the register first and come back.`,
        },
        { day: showDate(day), moved: movedOn ? showDate(movedOn) : '' },
      )}{' '}
      <a href={to(householdPath(householdId))}>{say({ vi: 'Mở hộ trong sổ', en: 'Open the household' })}</a>
    </Notice>
  )
}

type DraftProps = Pick<Props, 'decisionId' | 'householdId'> & { readonly areaId: AreaId }

function Draft({ decisionId, householdId, areaId }: DraftProps) {
  const kept = useDraft('decisions.correction', `${decisionId} ${householdId}`)
  const correctionId = useMade(kept, 'correctionId', () => newId<'correction'>() as CorrectionId)
  const [typed, setBecause] = useTyped(kept, 'because', '')
  const drafting = useChange(draftCorrection, { draft: kept })
  const because = typed.trim()
  return (
    <SignerForm
      decisionId={decisionId}
      areaId={areaId}
      draft={kept}
      drafting={drafting}
      deed={{ vi: 'Lập dự thảo đính chính', en: 'Draft the correction' }}
      whyNot={because ? null : { vi: 'Ghi lý do đính chính.', en: 'Say why it is corrected.' }}
      onDraft={async (signer) => {
        const done = await drafting.run({ decisionId, householdId, correctionId, because, ...signer })
        return done && correctionPath(correctionId)
      }}
    >
      <TextField
        label={{ vi: 'Lý do', en: 'Reason' }}
        hint={{
          vi: 'In trên quyết định, ví dụ: ghi sai họ tên so với căn cước.',
          en: 'Printed on the paper, for example: the name differs from the identity card.',
        }}
        required
        lines={2}
        maxLength={500}
        value={typed}
        onChange={setBecause}
      />
    </SignerForm>
  )
}
