import { householdPath } from '#features/surveys/ui/addresses.ts'
import { showDate } from '#kernel/dates.ts'
import type { CorrectionId, DecisionId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
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
  certificate: { vi: 'Giấy chứng nhận số {number}', en: 'Certificate {number}' },
}
const nowWords = { vi: 'nay chủ hộ trong sổ là {name}', en: 'the register now has {name} as head' }
const replacedWords = { vi: 'đã có giấy khác thay', en: 'replaced by another' }

const bare = (number: string): string => fold(number).replaceAll(' ', '').replace(/^0+/, '')
/** The whole number, or what stands before the stroke. */
const isJust = (number: string, q: string): boolean =>
  bare(number) === bare(q) || bare(number).split('/')[0] === bare(q)

const issuedWords = { vi: '{commune} cấp', en: 'issued by {commune}' }

/** Decisions, corrections and certificates by their number; whatever begins with no digit is none. */
export const searchNumbers: SearchProvider = {
  heading: { vi: 'Số văn bản', en: 'Number of a paper' },
  find: async (q, signal) => {
    if (!holds('round.read') || !/^\s*\d/.test(q)) return []
    const { papers, certificates } = await send(findByNumber, { q: q.slice(0, 60) }, { signal })
    return [
      ...papers.map(({ kind, id, number, signedOn, areaName }) => ({
        href: kind === 'decision' ? decisionPath(id as DecisionId) : correctionPath(id as CorrectionId),
        label: say(words[kind], { number }),
        detail: `${areaName}, ${showDate(signedOn)}`,
        exact: isJust(number, q),
      })),
      ...certificates.map(({ householdId, number, holder, headName, villageName, within, issuedBy, replaced }) => ({
        href: householdPath(householdId),
        label: say(words.certificate, { number }),
        detail: [
          holder,
          headName && say(nowWords, { name: headName }),
          villageName,
          within,
          issuedBy && say(issuedWords, { commune: issuedBy }),
          replaced && say(replacedWords),
        ]
          .filter(Boolean)
          .join(', '),
        exact: isJust(number, q),
      })),
    ]
  },
}
