import { fold } from '#kernel/text.ts'
import { send } from '#platform/web/calls.ts'
import type { SearchProvider } from '#platform/web/kit/Search.tsx'
import { say } from '#platform/web/language.ts'
import { holds } from '#platform/web/session.ts'
import { classStates } from '../model.ts'
import { searchClasses as findClasses } from './calls.ts'
import { classPath } from './class.ts'

/** Classes by their number or title. */
export const searchClasses: SearchProvider = {
  heading: { vi: 'Lớp học', en: 'Class' },
  find: async (q, signal) => {
    if (!holds('training.read')) return []
    const { classes } = await send(findClasses, { q }, { signal })
    return classes.map(({ trainingClassId, code, title, areaName, year, state }) => ({
      href: classPath(trainingClassId),
      label: code ? `${code} ${title}` : title,
      detail: `${areaName}, ${year}. ${say(classStates[state])}`,
      exact: code !== '' && fold(code) === fold(q),
    }))
  },
}
