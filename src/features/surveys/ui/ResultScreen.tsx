/** The result, to be turned round and shown to the family. In the last year of a standard both verdicts stand. */

import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Facts } from '#features/standards/model/facts.ts'
import type { Scorer } from '#features/standards/rules/compile.ts'
import { explainInWords } from '#features/standards/rules/words.ts'
import { ScreenTitle } from '#features/standards/ui/form/ScreenTitle.tsx'
import { personName } from '#features/standards/ui/form/words.ts'
import { VerdictView } from '#features/standards/ui/verdict/VerdictView.tsx'
import { classWords } from '#kernel/classes.ts'
import { addDays, showDate } from '#kernel/dates.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { language, say, type Words } from '#platform/web/language.ts'
import type { ReadyCase } from './caseForm.ts'
import { type CopyLine, partLines } from './copyLines.ts'
import { handOut } from './familyCopy.ts'

type Props = {
  readonly ready: ReadyCase
  readonly facts: Facts
  /** What is to be known before the result: why it cannot be sent yet. */
  readonly above: ComponentChildren
}

type Part = { readonly heading: Words; readonly scorer: Scorer }

/** By the standard that opens and, in the last year of one, by the one that closes. */
function partsOf({ opens, closes }: ReadyCase): Part[] {
  const from = showDate(opens.standard.validity.from)
  if (!closes) return [{ heading: { vi: 'Theo chuẩn áp dụng', en: 'By the standard in force' }, scorer: opens }]
  const last = showDate(addDays(closes.standard.validity.until, -1))
  return [
    { heading: { vi: `Theo chuẩn mới, từ ${from}`, en: `By the new standard, from ${from}` }, scorer: opens },
    {
      heading: { vi: `Theo chuẩn đang dùng, đến ${last}`, en: `By the standard in force, until ${last}` },
      scorer: closes,
    },
  ]
}

const provisional: Words = {
  vi: 'Tạm tính trên máy này. Kết quả chính thức là quyết định của Chủ tịch UBND xã.',
  en: 'Provisional, counted on this device. What holds is the decision of the commune chair.',
}

export function ResultScreen({ ready, facts, above }: Props) {
  const { base } = ready
  const nameOf = (person: string) => personName(facts, person)
  const parts = partsOf(ready)
  return (
    <>
      <ScreenTitle whose={base.case.headName}>{say({ vi: 'Kết quả', en: 'Result' })}</ScreenTitle>
      {above}
      <p>{say(provisional)}</p>
      {parts.map(({ heading, scorer }) => (
        <VerdictView
          key={scorer.hash}
          heading={heading}
          verdict={scorer.explain(facts, base.day)}
          standard={scorer.standard}
          nameOf={nameOf}
        />
      ))}
      <FamilyCopy ready={ready} facts={facts} parts={parts} />
    </>
  )
}

const open: Words = { vi: 'Chưa xác định', en: 'Not determined' }

function copyOf({ base }: ReadyCase, facts: Facts, parts: readonly Part[]): CopyLine[] {
  const { case: row, round, day } = base
  const nameOf = (person: string) => personName(facts, person)
  const about = [row.number, row.villageName, round.communeName].filter(Boolean).join(', ')
  return [
    { text: say({ vi: 'Kết quả rà soát (tạm tính)', en: 'Result of the review (provisional)' }), look: 'title' },
    { text: row.headName, look: 'heading' },
    { text: about, look: 'plain' },
    { text: `${round.name}, ${showDate(day)}`, look: 'plain' },
    ...parts.flatMap(({ heading, scorer }) => {
      const verdict = scorer.explain(facts, day)
      return partLines({
        heading: say(heading),
        standard: say(scorer.standard.name),
        className: say(verdict.class ? classWords[verdict.class] : open),
        class: verdict.class,
        lines: explainInWords(verdict, scorer.standard, { lang: language.value, nameOf }),
        changes: say({ vi: 'Điều gì sẽ làm thay đổi kết quả?', en: 'What would change it?' }),
      })
    }),
    { text: say(provisional), look: 'quiet' },
  ]
}

/** A picture for the family's own phone; nothing leaves this device by itself. */
function FamilyCopy({ ready, facts, parts }: Pick<Props, 'ready' | 'facts'> & { parts: readonly Part[] }) {
  const [failed, setFailed] = useState(false)
  const give = () => {
    const called = `${ready.base.case.headName} ${ready.base.day}`
    handOut(copyOf(ready, facts, parts), called).then(
      () => setFailed(false),
      () => setFailed(true),
    )
  }
  return (
    <>
      <Button onClick={give}>{say({ vi: 'Bản cho gia đình (ảnh)', en: "The family's copy (picture)" })}</Button>
      {failed && (
        <Notice look="waits">
          {say({
            vi: 'Máy này không vẽ được ảnh. Hãy chụp màn hình cho gia đình.',
            en: 'This device cannot draw the picture. Take a screenshot for the family.',
          })}
        </Notice>
      )}
    </>
  )
}
