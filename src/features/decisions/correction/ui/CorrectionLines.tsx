/** Corrections as a decision and a household list them, each with its page. */
import { correctionStateWords } from '#features/papers/model.ts'
import { showDate } from '#kernel/dates.ts'
import { useTo } from '#platform/web/address.ts'
import { say } from '#platform/web/language.ts'
import type { DecisionAnswer } from '../../ui/answers.ts'
import { correctionPath } from './addresses.ts'

type Line = DecisionAnswer['corrections'][number]

/** `Đính chính số 146/QĐ-UBND ngày 20/11/2026` */
const named = ({ number, signedOn }: Line): string =>
  number && signedOn
    ? say(
        { vi: 'Đính chính số {number} ngày {day}', en: 'Correction {number} of {day}' },
        { number, day: showDate(signedOn) },
      )
    : say({ vi: 'Bản đính chính', en: 'Correction' })

export function CorrectionLines({ of, names }: { of: readonly Line[]; names: boolean }) {
  const to = useTo()
  return (
    <ul class="bullets close">
      {of.map((one) => (
        <li key={one.correctionId}>
          {names && `${one.headName}: `}
          <a href={to(correctionPath(one.correctionId))}>{named(one)}</a> - {say(correctionStateWords[one.state])}
        </li>
      ))}
    </ul>
  )
}
