import { send } from '#platform/web/calls.ts'
import type { SearchProvider } from '#platform/web/kit/Search.tsx'
import { say } from '#platform/web/language.ts'
import { holds } from '#platform/web/session.ts'
import { programmeKinds } from '../model.ts'
import { searchProgrammes as findProgrammes } from './calls.ts'
import { pathOf } from './programme.ts'

/** Programmes by name, or by the number of their legal basis. */
export const searchProgrammes: SearchProvider = {
  heading: { vi: 'Chương trình', en: 'Programme' },
  find: async (q, signal) => {
    if (!holds('training.read')) return []
    const { programmes } = await send(findProgrammes, { q }, { signal })
    return programmes.map(({ programmeId, name, kind, areaName }) => ({
      href: pathOf(programmeId),
      label: name,
      detail: `${say(programmeKinds[kind])}, ${areaName}`,
      exact: false,
    }))
  },
}
