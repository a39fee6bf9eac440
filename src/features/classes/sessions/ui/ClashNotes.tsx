import { Notice } from '#platform/web/kit/Notice.tsx'
import { say, type Words } from '#platform/web/language.ts'
import type { Clash } from '../model.ts'
import { clashesSaid } from '../rules.ts'

/** Why sessions against which something stands cannot be sent: it is said above, and once. */
export const blocked = (of: readonly Clash[] | undefined): Words | null =>
  of?.some(({ blocks }) => blocks)
    ? { vi: 'Chưa xếp được: xem chỗ vướng nói ở trên.', en: 'Cannot be yet: see above what stands against it.' }
    : null

/** What stands against sessions: what is refused, and what is only to be known. */
export function ClashNotes({ of }: { of: readonly Clash[] }) {
  const blocking = of.filter(({ blocks }) => blocks)
  const warned = of.filter(({ blocks }) => !blocks)
  return (
    <>
      {blocking.length > 0 && (
        <Notice look="waits">
          {say({ vi: 'Không xếp được: {what}', en: 'Cannot be: {what}' }, { what: say(clashesSaid(blocking)) })}
        </Notice>
      )}
      {warned.length > 0 && (
        <Notice look="waits">
          {say({ vi: 'Nên xem lại: {what}', en: 'To look at: {what}' }, { what: say(clashesSaid(warned)) })}
        </Notice>
      )}
    </>
  )
}
