/** What stands in stored data under another name than today's. A line is never taken away. */
import type { OldNames } from '#kernel/oldNames.ts'

export const oldNames: OldNames = { calls: {}, paths: {}, events: {}, files: {}, series: {} }
