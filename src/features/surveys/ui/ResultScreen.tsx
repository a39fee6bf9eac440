/** The result, to be turned round and shown to the family. In the last year of a standard both verdicts stand. */

import type { ComponentChildren } from 'preact'
import type { Facts } from '#features/standards/model/facts.ts'
import { ScreenTitle } from '#features/standards/ui/form/ScreenTitle.tsx'
import { personName } from '#features/standards/ui/form/words.ts'
import { VerdictView } from '#features/standards/ui/verdict/VerdictView.tsx'
import { addDays, showDate } from '#kernel/dates.ts'
import { say } from '#platform/web/language.ts'
import type { ReadyCase } from './caseForm.ts'

type Props = {
  readonly ready: ReadyCase
  readonly facts: Facts
  /** What is to be known before the result: why it cannot be sent yet. */
  readonly above: ComponentChildren
}

export function ResultScreen({ ready, facts, above }: Props) {
  const { base, opens, closes } = ready
  const nameOf = (person: string) => personName(facts, person)
  const from = showDate(opens.standard.validity.from)
  const last = closes && showDate(addDays(closes.standard.validity.until, -1))
  return (
    <>
      <ScreenTitle whose={base.case.headName}>{say({ vi: 'Kết quả', en: 'Result' })}</ScreenTitle>
      {above}
      <p>
        {say({
          vi: 'Tính ngay trên máy này. Kết quả chính thức là quyết định của Chủ tịch UBND xã.',
          en: 'Counted on this device. What holds is the decision of the commune chair.',
        })}
      </p>
      <VerdictView
        heading={
          closes
            ? { vi: `Theo chuẩn mới, từ ${from}`, en: `By the new standard, from ${from}` }
            : { vi: 'Theo chuẩn áp dụng', en: 'By the standard in force' }
        }
        verdict={opens.explain(facts, base.day)}
        standard={opens.standard}
        nameOf={nameOf}
      />
      {closes && (
        <VerdictView
          heading={{ vi: `Theo chuẩn đang dùng, đến ${last}`, en: `By the standard in force, until ${last}` }}
          verdict={closes.explain(facts, base.day)}
          standard={closes.standard}
          nameOf={nameOf}
        />
      )}
    </>
  )
}
