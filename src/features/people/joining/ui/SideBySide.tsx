import { useState } from 'preact/hooks'
import type { OfficialId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { say } from '#platform/web/language.ts'
import { openOfficial } from '../../roster/ui/calls.ts'
import { type Opened, officialWords, particularNames } from '../../roster/ui/official.ts'

type Both = { readonly kept: Opened; readonly former: Opened }

/** The particulars of both, where they differ: closed until somebody opens them, which the audit keeps of each. */
export function SideBySide({ of: { officialId, formerId } }: { of: { officialId: OfficialId; formerId: OfficialId } }) {
  const [both, setBoth] = useState<Both | null>(null)
  const opening = useChange(openOfficial, { refresh: [] })
  const open = async () => {
    const kept = await opening.run({ officialId })
    const former = kept && (await opening.run({ officialId: formerId }))
    setBoth(former && { kept, former })
  }
  return (
    <>
      <ProblemNote of={opening.problem} />
      {both ? (
        <Differing {...both} />
      ) : (
        <Button pending={opening.pending} onClick={open}>
          {say({ vi: 'So lý lịch hai hồ sơ (ghi nhật ký)', en: 'Compare the particulars (audited)' })}
        </Button>
      )}
    </>
  )
}

function Differing({ kept, former }: Both) {
  const shown = (of: Opened, field: (typeof particularNames)[number]) =>
    officialWords.show(field, of[field]) || say({ vi: 'chưa ghi', en: 'not recorded' })
  const fields = particularNames.filter((field) => shown(kept, field) !== shown(former, field))
  if (fields.length === 0) return <p>{say({ vi: 'Lý lịch hai hồ sơ như nhau.', en: 'The particulars are alike.' })}</p>
  return (
    <FactList
      of={fields.map((field) => ({
        label: officialWords.label(field),
        value: say(
          { vi: 'Hồ sơ giữ lại: {kept}. Hồ sơ kia: {former}.', en: 'The one that stays: {kept}. The other: {former}.' },
          { kept: shown(kept, field), former: shown(former, field) },
        ),
      }))}
    />
  )
}
