import type { BadgeLook } from '#platform/web/kit/Badge.tsx'
import type { NoticeState } from '../words.ts'

export const stateLooks: Readonly<Record<NoticeState, BadgeLook>> = {
  open: 'waits',
  settled: 'done',
  withdrawn: 'plain',
}
