/** After one was sent, the next door: from the list as this phone has it. */
import { useEffect, useState } from 'preact/hooks'
import type { ReviewCaseId } from '#kernel/ids.ts'
import { listDrafts } from '#platform/web/drafts.ts'
import { useKeptRead } from '#platform/web/keptReads.ts'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { say } from '#platform/web/language.ts'
import { mySurveys } from './calls.ts'
import { nextAfter, standOf } from './householdRows.ts'
import { fieldPage, lastSending } from './onDevice.ts'

/** `caseId`: the one that was sent last. */
export function NextHousehold({ caseId }: { caseId: string }) {
  const mine = useKeptRead(mySurveys, {})
  const [begun, setBegun] = useState<ReadonlySet<ReviewCaseId>>(new Set())
  useEffect(() => {
    listDrafts('survey').then(
      (drafts) => setBegun(new Set(drafts.map(({ id }) => id as ReviewCaseId))),
      () => undefined,
    )
  }, [caseId])
  const cases = mine.data?.data.cases ?? []
  const rows = cases.map((of) => ({ of, stand: standOf(of, { begun, sendingOf: lastSending }) }))
  const next = nextAfter(rows, caseId)
  if (!next) return null
  const { headName: name, address } = next.of
  return (
    <LinkButton look="primary" href={fieldPage(next.of)}>
      {address
        ? say({ vi: 'Hộ tiếp theo: {name} ({address})', en: 'Next: {name} ({address})' }, { name, address })
        : say({ vi: 'Hộ tiếp theo: {name}', en: 'Next: {name}' }, { name })}
    </LinkButton>
  )
}
