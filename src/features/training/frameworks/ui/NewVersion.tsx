/** A framework that is approved is followed by a new version: one draft of it at a time. */
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { FrameworkId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { newVersion } from './calls.ts'
import { type FrameworkAnswer, pathOf } from './framework.ts'

export function NewVersion({ of }: { of: FrameworkAnswer }) {
  const [asking, setAsking] = useState(false)
  const to = useTo()
  const drafted = of.versions.find(({ state }) => state === 'drafted')
  if (drafted)
    return (
      <LinkButton href={to(pathOf(drafted.frameworkId))}>
        {say(
          { vi: 'Mở bản thảo phiên bản {n}', en: 'Open the draft of version {n}' },
          { n: showNumber(drafted.version) },
        )}
      </LinkButton>
    )
  return (
    <>
      <Button look="primary" onClick={() => setAsking(true)}>
        {say({ vi: 'Lập phiên bản mới', en: 'New version' })}
      </Button>
      {asking && <NewVersionDialog of={of} onClose={() => setAsking(false)} />}
    </>
  )
}

function NewVersionDialog({ of, onClose }: { of: FrameworkAnswer; onClose: () => void }) {
  const [nextId] = useState(() => newId<'framework'>() as FrameworkId)
  const making = useChange(newVersion)
  const { route } = useLocation()
  const to = useTo()
  const there = making.problem?.facts.frameworkId as FrameworkId | undefined
  const make = async () => {
    if (await making.run({ frameworkId: of.frameworkId, nextId })) route(to(pathOf(nextId)))
  }
  return (
    <Dialog title={{ vi: 'Lập phiên bản mới của khung', en: 'A new version of the framework' }} onClose={onClose}>
      <p>
        {say(
          {
            vi: 'Phần mềm lập một bản thảo với {topics} chuyên đề của “{name}” phiên bản {n}. Sửa rồi phê duyệt bằng quyết định riêng; đến khi ấy phiên bản {n} vẫn áp dụng.',
            en: 'A draft is made with the {topics} {topics:topic|topics} of “{name}”, version {n}. Change it and have it approved by a decision of its own; until then version {n} holds.',
          },
          { name: of.name, topics: showNumber(of.topics), n: showNumber(of.version) },
        )}
      </p>
      <ProblemNote of={making.problem} />
      <div class="form-actions">
        {there ? (
          <LinkButton href={to(pathOf(there))}>{say({ vi: 'Mở bản thảo ấy', en: 'Open that draft' })}</LinkButton>
        ) : (
          <Button look="primary" pending={making.pending} onClick={() => void make()}>
            {say({ vi: 'Lập bản thảo', en: 'Make the draft' })}
          </Button>
        )}
      </div>
    </Dialog>
  )
}
