/** The office application: who stands at the door decides what is shown, the address stays the same. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { LocationProvider, Route, Router, useLocation } from 'preact-iso'
import FirstPasswordPage from '#features/people/ui/FirstPasswordPage.tsx'
import SetUpPage from '#features/people/ui/SetUpPage.tsx'
import { SignInAgain } from '#features/people/ui/SignInAgain.tsx'
import SignInPage from '#features/people/ui/SignInPage.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { Skeleton } from '#platform/web/kit/states.tsx'
import { account, ended, me, meProblem, refreshMe } from '#platform/web/session.ts'
import { Door } from './Door.tsx'
import { Frame } from './Frame.tsx'
import { Guarded } from './Guarded.tsx'
import { loaded, type PageProps } from './loaded.tsx'
import { listOf } from './misaddressed.ts'
import { NoSuchPage } from './PageMissing.tsx'
import { pages } from './rooms.ts'

/** Documents and the phone are not pages of this application. */
const scope = /^(\?|\/(?!api\/|phone|healthz|readyz|openapi))/

/** One component a page: the router keeps the old page in sight only while another component is on its way. */
const routes = pages.map((page) => {
  const content = loaded(page)
  const up = pages.find(({ path }) => path === listOf(page.path))
  return { path: page.path, page: (props: PageProps) => <Guarded of={page} content={content} up={up} {...props} /> }
})

export const App = () => (
  <LocationProvider scope={scope}>
    <Standing />
    <Over />
  </LocationProvider>
)

/** The session has ended: the page stays as it is beneath. */
const Over = () => (ended.value ? <SignInAgain /> : null)

/** Whose whole work is on the phone; who also runs something stays in the office. */
const worksOnPhone = (): boolean => {
  const { grants = [] } = account.value ?? {}
  return grants.length > 0 && grants.every(({ role }) => role === 'enumerator')
}

/** Who comes in at the front door and only surveys is led to the phone's pages; who asks for a page gets that page. */
function useWayToPhone(path: string): void {
  const cameIn = useRef(false)
  const inside = account.value !== null
  useEffect(() => {
    if (me.value && !inside) cameIn.current = true
    else if (cameIn.current && path === '/' && worksOnPhone()) location.replace('/phone')
  }, [me.value, inside])
}

function Standing() {
  const { path } = useLocation()
  useWayToPhone(path)
  if (!me.value) {
    return (
      <Door>{meProblem.value ? <ProblemNote of={meProblem.value} again={refreshMe} /> : <Skeleton rows={4} />}</Door>
    )
  }
  const open = pages.some((page) => page.right === 'public' && matches(page.path, path))
  if (!account.value && !open)
    return <Door wide>{me.value.setup && !me.value.demo ? <SetUpPage /> : <SignInPage />}</Door>
  if (account.value?.mustChangePassword) {
    return (
      <Door>
        <FirstPasswordPage />
      </Door>
    )
  }
  const Around = account.value ? Frame : OpenPages
  return (
    <Around>
      <Router key={account.value?.accountId} onRouteChange={focusTitle}>
        {routes.map(({ path, page }) => (
          <Route key={path} path={path} component={page} />
        ))}
        <Route default component={NoSuchPage} />
      </Router>
    </Around>
  )
}

/** What anybody may read has the width of a page, not of a sign-in form. */
const OpenPages = ({ children }: { children: ComponentChildren }) => <Door wide>{children}</Door>

const matches = (pattern: string, path: string): boolean =>
  new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}/?$`).test(path)

/** A new page begins at its title, for the keyboard and for those who listen. */
function focusTitle(): void {
  document.querySelector<HTMLElement>('#main h1')?.focus({ preventScroll: true })
}
