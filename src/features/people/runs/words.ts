/** The states of a run in words. */
import type { Said } from '#kernel/text.ts'

export const stateWords = {
  waiting: { vi: 'chờ chạy', en: 'waiting' },
  running: { vi: 'đang chạy', en: 'running' },
  retrying: { vi: 'sẽ thử lại', en: 'will be tried again' },
  done: { vi: 'xong', en: 'done' },
  failed: { vi: 'hỏng', en: 'failed' },
  made_good: { vi: 'hỏng, lần sau đã xong', en: 'failed, done since' },
} as const satisfies Record<string, Said>

export type RunState = keyof typeof stateWords
export const runStates = Object.keys(stateWords) as RunState[]
