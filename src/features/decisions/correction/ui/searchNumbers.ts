import { showDate } from '#kernel/dates.ts'
import type { CorrectionId, DecisionId } from '#kernel/ids.ts'
import { send } from '#platform/web/calls.ts'
import type { SearchProvider } from '#platform/web/kit/Search.tsx'
import { say } from '#platform/web/language.ts'
import { holds } from '#platform/web/session.ts'
import { decisionPath } from '../../ui/addresses.ts'
import { correctionPath } from './addresses.ts'
import { findByNumber } from './calls.ts'

const words = {
  decision: { vi: 'Quyết định số {number}', en: 'Decision {number}' },
  correction: { vi: 'Đính chính số {number}', en: 'Correction {number}' },
}

/** Decisions and corrections by their number; whatever begins with no digit is none. */
export const searchNumbers: SearchProvider = {
  heading: { vi: 'Số quyết định', en: 'Number of a decision' },
  find: async (q, signal) => {
    if (!holds('round.read') || !/^\s*\d/.test(q)) return []
    const { papers } = await send(findByNumber, { q: q.slice(0, 60) }, { signal })
    return papers.map(({ kind, id, number, signedOn, areaName }) => ({
      href: kind === 'decision' ? decisionPath(id as DecisionId) : correctionPath(id as CorrectionId),
      label: say(words[kind], { number }),
      detail: `${areaName}, ${showDate(signedOn)}`,
    }))
  },
}
