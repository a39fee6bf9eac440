/** Why a household left its round, and where it went on: the way to the household into which it was merged. */
import { leftWords, mergedWords, notSurveyedSaid } from '#features/rounds/rules/cases.ts'
import { casePath } from '#features/rounds/ui/addresses.ts'
import { showDate, showInstant } from '#kernel/dates.ts'
import { useTo } from '#platform/web/address.ts'
import { say } from '#platform/web/language.ts'
import { householdPath } from '../addresses.ts'
import type { CaseAnswer } from '../answers.ts'

type Merged = CaseAnswer['mergedFrom'][number]

export function Left({ of }: { of: CaseAnswer }) {
  const { case: one, mergedInto, mergedFrom } = of
  const isIn = one.leftBecause === 'household' && mergedInto
  return (
    <>
      {one.leftBecause && one.leftOn && (
        <div class="notice waits" role="note">
          <p>
            {isIn
              ? say(mergedWords, { day: showDate(one.leftOn), name: mergedInto.name })
              : say(leftWords[one.leftBecause], { day: showDate(one.leftOn) })}{' '}
            {one.leftTold && say(notSurveyedSaid(one.leftTold))} {of.survey && say(keptSaid(one))}
          </p>
          {one.leftTold && (
            <p class="quiet">
              {say(
                { vi: 'Người ghi: {by}, {at}', en: 'Recorded by {by}, {at}' },
                { by: one.leftTold.by, at: showInstant(one.leftTold.at) },
              )}
            </p>
          )}
          {isIn && <Way of={mergedInto} roundId={one.roundId} />}
        </div>
      )}
      {one.state !== 'ended' &&
        mergedFrom.map((from) => (
          <div key={from.householdId + from.on} class="notice waits" role="note">
            <p>
              {say(
                {
                  vi: 'Hộ {name} đã nhập vào hộ này từ {day}. Phiếu chưa có người của hộ ấy thì trả lại để khảo sát lại cả hộ.',
                  en: 'The household of {name} was merged into this one on {day}. Where its people are not in the survey, return it.',
                },
                { name: from.name, day: showDate(from.on) },
              )}
            </p>
            <Way of={from} roundId={one.roundId} />
          </div>
        ))}
    </>
  )
}

const keptSaid = ({ leftTold }: CaseAnswer['case']) =>
  leftTold?.surveyCame
    ? {
        vi: 'Sau đó có phiếu gửi đến: đưa hộ trở lại kỳ thì kiểm tra phiếu như mọi phiếu.',
        en: 'A survey has come since: once the household is taken back it is checked as any.',
      }
    : {
        vi: 'Phiếu dưới đây được giữ để xem, không dùng để xét.',
        en: 'The survey below is kept to be looked at; nothing is decided on it.',
      }

/** To its case in the round where it has one, else to the register. */
function Way({ of: { householdId, caseId, name }, roundId }: { of: Merged; roundId: CaseAnswer['case']['roundId'] }) {
  const to = useTo()
  return (
    <p>
      <a href={to(caseId ? casePath({ roundId, householdId, caseId }) : householdPath(householdId))}>
        {caseId
          ? say({ vi: 'Xem hộ {name} trong kỳ này', en: 'See {name} in this round' }, { name })
          : say({ vi: 'Xem hộ {name} trong sổ (không có trong kỳ này)', en: 'See {name} in the register' }, { name })}
      </a>
    </p>
  )
}
