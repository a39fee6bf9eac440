/** The screen I am on stands in the address, so that the phone's own back button walks the form too. */
import { useLocation } from 'preact-iso'
import { withQuery } from '#platform/web/address.ts'
import type { Screen } from './walk.ts'

export type Walk = {
  readonly at: Screen
  readonly fixing: boolean
  readonly go: (key: string, fix?: boolean) => void
}

/** `resume`: the screen that was left, where the address names none. A screen that is gone leads to the nearest before. */
export function useWalk(screens: readonly Screen[], resume: string | null): Walk {
  const { url, query, route } = useLocation()
  const wanted = query.man ?? resume ?? ''
  const found = screens.find((screen) => screen.key === wanted)
  const section = wanted.split('/')[0]
  const near = screens.find((screen) => screen.key === section || screen.key.startsWith(`${section}/`))
  const at = found ?? near ?? screens[0]
  if (!at) throw new Error('a form has at least its check page')
  return {
    at,
    fixing: query.sua === '1' && at.kind !== 'check' && at.kind !== 'result',
    go: (key, fix = false) => route(withQuery(url, { man: key, sua: fix ? 1 : null })),
  }
}
