import { isOpen } from '#kernel/access.ts'
import { FaultBoundary } from '#platform/web/kit/FaultBoundary.tsx'
import { Page as Frame } from '#platform/web/kit/Page.tsx'
import { NoPermission } from '#platform/web/kit/states.tsx'
import type { AnyPage, Page } from '#platform/web/room.ts'
import { mayEnter } from './entry.ts'
import type { PageProps } from './loaded.tsx'
import { isMisaddressed } from './misaddressed.ts'
import { NoSuchPage, PageMissing } from './PageMissing.tsx'

/** A page, or whom to ask for it. */
type Props = PageProps & { readonly of: Page; readonly content: AnyPage; readonly up: Page | undefined }

export function Guarded({ of, content: Content, up, params }: Props) {
  const { right, title } = of
  if (isMisaddressed(params)) return <NoSuchPage up={up && mayEnter(up) ? up : undefined} />
  if (mayEnter(of)) {
    return (
      <FaultBoundary at={JSON.stringify(params)} instead={<PageMissing />}>
        <Content params={params} />
      </FaultBoundary>
    )
  }
  return <Frame title={title}>{isOpen(right) ? <NoPermission /> : <NoPermission right={right} />}</Frame>
}
