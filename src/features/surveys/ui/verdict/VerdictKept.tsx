import type { Standard } from '#features/standards/model/standard.ts'
import { indicatorsOf } from '#features/standards/rules/indicators.ts'
import { classWords } from '#kernel/classes.ts'
import { ClassMark } from '#platform/web/kit/ClassMark.tsx'
import { Unbroken } from '#platform/web/kit/Unbroken.tsx'
import { say, type Words } from '#platform/web/language.ts'
import type { CaseAnswer } from '../answers.ts'

export type ToldVerdict = NonNullable<CaseAnswer['survey']>['verdicts'][number]
type Kept = ToldVerdict['kept']
type State = Kept['states'][number]['state']

const stateWords: Readonly<Record<State, Words>> = {
  lacking: { vi: 'Thiếu hụt: {names}.', en: 'Lacking: {names}.' },
  not_lacking: { vi: 'Không thiếu hụt: {names}.', en: 'Not lacking: {names}.' },
  not_assessable: { vi: 'Chưa đánh giá được: {names}.', en: 'Not assessable: {names}.' },
}

type Props = { readonly heading: Words; readonly kept: Kept; readonly standard: Standard | null }

/** What was kept of a verdict whose reasons cannot be told again. */
export function VerdictKept({ heading, kept: { line, states }, standard }: Props) {
  const names = new Map(standard ? indicatorsOf(standard).map(({ key, name }) => [key, say(name)]) : [])
  const named = (state: State) => states.filter((one) => one.state === state).map(({ key }) => names.get(key) ?? key)
  return (
    <section aria-label={say(heading)}>
      <h2>{say(heading)}</h2>
      {standard && <p class="quiet">{say(standard.name)}</p>}
      <p>
        <ClassMark of={line.class} big />
      </p>
      {line.class === null && (
        <p>
          {say(
            { vi: 'Có thể là: {classes}.', en: 'It may be: {classes}.' },
            { classes: line.possible.map((one) => say(classWords[one]).toLowerCase()).join(', ') },
          )}
        </p>
      )}
      {line.b1 !== null && <p>{say({ vi: 'Điểm B1: {n}', en: 'B1 points: {n}' }, { n: line.b1 })}</p>}
      {line.b2 !== null && <p>{say({ vi: 'Điểm B2: {n}', en: 'B2 points: {n}' }, { n: line.b2 })}</p>}
      {standard ? (
        <ul class="bullets close">
          {(['lacking', 'not_lacking', 'not_assessable'] as const)
            .filter((state) => named(state).length > 0)
            .map((state) => (
              <li key={state}>
                <Unbroken text={say(stateWords[state], { names: named(state).join(', ') })} />
              </li>
            ))}
        </ul>
      ) : (
        <p>{say({ vi: 'Số chỉ số thiếu hụt: {n}', en: 'Lacking indicators: {n}' }, { n: line.lacking.length })}</p>
      )}
    </section>
  )
}
