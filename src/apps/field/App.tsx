/** The phone application: three places, one thought a screen. */
import { LocationProvider, Route, Router } from 'preact-iso'
import FirstPasswordPage from '#features/people/ui/FirstPasswordPage.tsx'
import SetUpPage from '#features/people/ui/SetUpPage.tsx'
import { SignInAgain } from '#features/people/ui/SignInAgain.tsx'
import SignInPage from '#features/people/ui/SignInPage.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { Skeleton } from '#platform/web/kit/states.tsx'
import { account, ended, me, meProblem, refreshMe } from '#platform/web/session.ts'
import { FieldFrame } from './FieldFrame.tsx'
import { Nowhere } from './Nowhere.tsx'
import { places } from './places.ts'

const scope = /^(\?|\/phone)/

export const App = () => (
  <LocationProvider scope={scope}>
    <FieldFrame inside={Boolean(account.value && !account.value.mustChangePassword)}>
      <Standing />
    </FieldFrame>
    <Over />
  </LocationProvider>
)

/** The session has ended: the page stays as it is beneath. */
const Over = () => (ended.value ? <SignInAgain /> : null)

function Standing() {
  if (!me.value) return meProblem.value ? <ProblemNote of={meProblem.value} again={refreshMe} /> : <Skeleton rows={4} />
  if (!account.value) return me.value.setup && !me.value.demo ? <SetUpPage /> : <SignInPage />
  if (account.value.mustChangePassword) return <FirstPasswordPage />
  return (
    <Router key={account.value.accountId} onRouteChange={focusTitle}>
      {places.map((place) => (
        <Route key={place.path} path={place.path} component={place.page} />
      ))}
      <Route default component={Nowhere} />
    </Router>
  )
}

function focusTitle(): void {
  document.querySelector<HTMLElement>('#main h1')?.focus({ preventScroll: true })
}
