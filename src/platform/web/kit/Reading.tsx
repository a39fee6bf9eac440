/** The four states of a reading in one place, so that every page has them all. */
import type { ComponentChildren } from 'preact'
import { say, type Words } from '../language.ts'
import type { Read } from '../reads.ts'
import { ProblemNote } from './ProblemNote.tsx'
import { NoPermission, Skeleton } from './states.tsx'

type Props<O> = {
  readonly of: Read<O>
  /** Lines of the skeleton: about as many as the page will have. */
  readonly rows?: number
  readonly label?: Words
  readonly children: (data: O) => ComponentChildren
}

export function Reading<O>({ of, rows = 6, label, children }: Props<O>) {
  const denied = of.problem?.status === 403
  if (denied && of.problem) return <Denied of={of.problem} />
  if (of.data === null) {
    return of.problem ? (
      <ProblemNote of={of.problem} again={of.again} />
    ) : (
      <Skeleton rows={rows} {...(label && { label })} />
    )
  }
  return (
    <div class="reading" aria-busy={of.loading || undefined}>
      {of.problem && <Stale of={of} />}
      {children(of.data)}
    </div>
  )
}

const Denied = ({ of }: { of: NonNullable<Read<unknown>['problem']> }) =>
  of.code === 'access.denied' ? <NoPermission /> : <ProblemNote of={of} />

const Stale = ({ of }: { of: Read<unknown> }) => (
  <>
    <ProblemNote of={of.problem} again={of.again} />
    <p class="quiet">
      {say({ vi: 'Bên dưới là số liệu đọc được lần trước.', en: 'Below is what was read the last time.' })}
    </p>
  </>
)
