/** The phone application: three places, one thought a screen. */

import { useState } from 'preact/hooks'
import { LocationProvider, Route, Router, useLocation } from 'preact-iso'
import { Emptied } from '#features/field/devices/ui/Emptied.tsx'
import { LockPage } from '#features/field/devices/ui/LockPage.tsx'
import { PinPage } from '#features/field/devices/ui/PinPage.tsx'
import { StillHere } from '#features/field/devices/ui/StillHere.tsx'
import FirstPasswordPage from '#features/people/ui/FirstPasswordPage.tsx'
import SetUpPage from '#features/people/ui/SetUpPage.tsx'
import { SignInAgain } from '#features/people/ui/SignInAgain.tsx'
import SignInPage from '#features/people/ui/SignInPage.tsx'
import { Button } from '#platform/web/kit/Button.tsx'
import { FaultBoundary } from '#platform/web/kit/FaultBoundary.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { Empty, Skeleton } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import type { WebProblem } from '#platform/web/problem.ts'
import { account, ended, me, meProblem, refreshMe } from '#platform/web/session.ts'
import { asksForPin, asksNewPin, opening, putOffPin } from '#platform/web/vault/opening.ts'
import { useComeback } from './comeback.ts'
import { FieldFrame } from './FieldFrame.tsx'
import { Fallen, Nowhere } from './Nowhere.tsx'
import { places, slipPlace } from './places.ts'

const scope = /^(\?|\/phone)/

export const App = () => (
  <LocationProvider scope={scope}>
    <FieldFrame inside={isInside()}>
      <Standing />
    </FieldFrame>
    <Over />
  </LocationProvider>
)

const isInside = () =>
  Boolean(account.value && !account.value.mustChangePassword) && /open|clear/.test(opening.value.state)

/** The session has ended: the page stays as it is beneath. */
const Over = () => (ended.value && !useAtSlip() ? <SignInAgain /> : null)

/** A slip lets in whoever holds it, also over the lock of who forgot the PIN. */
const useAtSlip = (): boolean => useLocation().path === slipPlace.path

function Standing() {
  const [later, setLater] = useState(!asksForPin())
  const [knows, setKnows] = useState(false)
  const { path } = useLocation()
  const { value: lock } = opening
  if (useAtSlip()) return <slipPlace.page />
  if (lock.state === 'locked') return <LockPage row={lock.row} />
  if (lock.state === 'shut') return <Shut />
  if (!me.value) return meProblem.value ? <Unheard of={meProblem.value} /> : <Skeleton rows={4} />
  if (!account.value) return me.value.setup && !me.value.demo ? <SetUpPage /> : <SigningIn />
  if (account.value.mustChangePassword) return <FirstPasswordPage />
  if (lock.state === 'asking') return <Skeleton rows={4} />
  const goOn = () => {
    setLater(true)
    scrollTo(0, 0)
  }
  if (lock.state === 'open' && !lock.row.pin && !later)
    return <PinPage row={lock.row} onDone={goOn} onLater={() => [putOffPin(), goOn()]} />
  if (lock.state === 'open' && asksNewPin(lock) && !knows)
    return <PinPage row={lock.row} forgotten onDone={goOn} onLater={() => setKnows(true)} />
  return (
    <FaultBoundary at={path} instead={<Fallen />}>
      <Router key={account.value.accountId} onRouteChange={focusTitle}>
        {places.map((place) => (
          <Route key={place.path} path={place.path} component={place.page} />
        ))}
        <Route default component={Nowhere} />
      </Router>
    </FaultBoundary>
  )
}

const SigningIn = () => (
  <>
    <Emptied />
    <StillHere />
    <SignInPage />
  </>
)

const askAgain = () => void refreshMe()

/** Nobody said who is here. */
function Unheard({ of }: { of: WebProblem }) {
  useComeback(askAgain)
  return <ProblemNote of={of} again={askAgain} />
}

/** What lies here is sealed, there is no PIN, and the server that keeps the key cannot be asked. */
function Shut() {
  useComeback(askAgain)
  return (
    <Page title={{ vi: 'Chưa mở được dữ liệu trên máy', en: 'What lies here cannot be opened yet' }}>
      <StillHere />
      <Empty
        title={{
          vi: 'Máy này chưa có mã PIN nên cần mạng để mở.',
          en: 'This phone has no PIN, so it takes a line to open it.',
        }}
        why={{
          vi: 'Không có gì bị mất. Có mạng là tự mở; nhớ đặt mã PIN để lần sau mở được khi không có mạng.',
          en: 'Nothing is lost. It opens by itself where there is a line; set a PIN for the next time.',
        }}
      >
        <Button onClick={askAgain}>{say({ vi: 'Thử lại', en: 'Try again' })}</Button>
      </Empty>
    </Page>
  )
}

function focusTitle(): void {
  document.querySelector<HTMLElement>('#main h1')?.focus({ preventScroll: true })
}
