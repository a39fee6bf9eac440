import type { Facts } from '#features/standards/model/facts.ts'
import type { Verdict } from '#features/standards/model/verdict.ts'
import { personName } from '#features/standards/ui/form/words.ts'
import { useStandard } from '#features/standards/ui/law.ts'
import { VerdictView } from '#features/standards/ui/verdict/VerdictView.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import type { Words } from '#platform/web/language.ts'

type Props = { readonly heading: Words; readonly verdict: Verdict; readonly facts: Facts | null }

/** A kept verdict with its reasons, explained by the very standard that made it. */
export function VerdictWhy({ heading, verdict, facts }: Props) {
  const read = useStandard(verdict.standardHash)
  return (
    <Reading of={read} rows={4}>
      {(standard) => (
        <VerdictView
          heading={heading}
          verdict={verdict}
          standard={standard}
          nameOf={(person) => (facts ? personName(facts, person) : person)}
        />
      )}
    </Reading>
  )
}
