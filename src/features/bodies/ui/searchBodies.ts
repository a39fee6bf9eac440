import { send } from '#platform/web/calls.ts'
import type { SearchProvider } from '#platform/web/kit/Search.tsx'
import { say } from '#platform/web/language.ts'
import { holds } from '#platform/web/session.ts'
import { bodyKindWords } from '../model.ts'
import { searchBodies as findBodies } from './calls.ts'
import { bodyPath } from './typed.ts'

/** Bodies by name, with their unit. */
export const searchBodies: SearchProvider = {
  heading: { vi: 'Ban Chỉ đạo, Ban Giám sát', en: 'Body' },
  find: async (q, signal) => {
    if (!holds('body.read')) return []
    const { bodies } = await send(findBodies, { q }, { signal })
    return bodies.map(({ bodyId, name, kind, unitName }) => ({
      href: bodyPath(bodyId),
      label: name,
      detail: `${say(bodyKindWords[kind])}, ${unitName}`,
      exact: false,
    }))
  },
}
