import type { Facts } from '#features/standards/model/facts.ts'
import { personName } from '#features/standards/ui/form/words.ts'
import { useStandard } from '#features/standards/ui/law.ts'
import { VerdictView } from '#features/standards/ui/verdict/VerdictView.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { type ToldVerdict, VerdictKept } from './VerdictKept.tsx'

type Told = Pick<ToldVerdict, 'verdict' | 'kept' | 'said'>
type Props = { readonly heading: Words; readonly of: Told; readonly facts: Facts | null }

/** A verdict with its reasons, explained by the very standard that made it; what was kept, where they cannot be told. */
export function VerdictWhy({ heading, of: { verdict, kept, said }, facts }: Props) {
  // Of a law that cannot be read nothing is asked: no state could be named.
  const known = verdict !== null || kept.states.length > 0
  const read = useStandard(known ? kept.standardHash : null)
  return (
    <>
      {said && <Notice look="waits">{say(said)}</Notice>}
      {known ? (
        <Reading of={read} rows={4}>
          {(standard) =>
            verdict ? (
              <VerdictView
                heading={heading}
                verdict={verdict}
                standard={standard}
                nameOf={(person) => (facts ? personName(facts, person) : person)}
              />
            ) : (
              <VerdictKept heading={heading} kept={kept} standard={standard} />
            )
          }
        </Reading>
      ) : (
        <VerdictKept heading={heading} kept={kept} standard={null} />
      )}
    </>
  )
}
