import { isOpen } from '#kernel/access.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { NoPermission } from '#platform/web/kit/states.tsx'
import { mayEnter } from './entry.ts'
import { FaultBoundary } from './FaultBoundary.tsx'
import type { PageProps, Room } from './room.ts'

/** A page, or whom to ask for it. */
export function Guarded({ room, params }: PageProps & { room: Room }) {
  const { right, title, page: Content } = room
  if (mayEnter(room)) {
    return (
      <FaultBoundary key={JSON.stringify(params)}>
        <Content params={params} />
      </FaultBoundary>
    )
  }
  return <Page title={title}>{isOpen(right) ? <NoPermission /> : <NoPermission right={right} />}</Page>
}
