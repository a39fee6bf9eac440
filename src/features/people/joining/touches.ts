/** What the roster says of two records that are to be one; it carries its own over itself, around all other rooms. */
import type { Touch } from '#platform/server/touches.ts'
import { faultsOf } from './queries.ts'

export const joiningTouches: readonly Touch[] = [{ of: 'official', against: faultsOf }]
