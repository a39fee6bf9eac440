import { send } from '#platform/web/calls.ts'
import type { SearchProvider } from '#platform/web/kit/Search.tsx'
import { say } from '#platform/web/language.ts'
import { holds } from '#platform/web/session.ts'
import { materialKinds } from '../model.ts'
import { searchMaterials as findMaterials } from './calls.ts'

/** Materials by title, answered questions by their words too. */
export const searchMaterials: SearchProvider = {
  heading: { vi: 'Thư viện học tập', en: 'Library' },
  find: async (q, signal) => {
    if (!holds('library.read')) return []
    const { rows } = await send(findMaterials, { q }, { signal })
    return rows.map(({ materialId, title, kind, areaName }) => ({
      href: `/thu-vien/${materialId}`,
      label: title,
      detail: `${say(materialKinds[kind])}, ${areaName}`,
    }))
  },
}
