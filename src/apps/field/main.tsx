import { render } from 'preact'
import { deliver } from '#features/field/delivery/ui/calls.ts'
import { closeWhenIdle } from '#features/field/devices/ui/idle.ts'
import { keepInTouch, lockCalls } from '#features/field/devices/ui/phone.ts'
import { sendCommands } from '#features/field/sending/ui/calls.ts'
import { letGoEnded } from '#features/surveys/carried/ui/letGoEnded.ts'
import { startMe } from '#platform/web/keptMe.ts'
import { startOutbox } from '#platform/web/outbox.ts'
import { account } from '#platform/web/session.ts'
import { tidyLater } from '#platform/web/tidy.ts'
import { readable, startOpening } from '#platform/web/vault/opening.ts'
import '#platform/web/styles/all.css'
import './phone.css'
// One weight in the two scripts of Vietnamese; text is readable before it comes.
import '@fontsource/be-vietnam-pro/latin-400.css'
import '@fontsource/be-vietnam-pro/vietnamese-400.css'
import { App } from './App.tsx'
import { loadPages } from './places.ts'
import { holdOffer } from './shell/install.ts'
import { askToLast } from './shell/storage.ts'
import { keepPages } from './shell/worker.ts'

startOutbox(sendCommands, deliver)
void startOpening(lockCalls)
void startMe(readable)
keepInTouch()
letGoEnded()
closeWhenIdle()
tidyLater()
// Taken away where the browser is too old (`../web/tooOld.js`).
const place = document.getElementById('app')
if (place) render(<App />, place)

holdOffer()
// The browser is asked to keep what lies here once there is somebody whose work it is.
const stop = account.subscribe((who) => {
  if (!who) return
  queueMicrotask(() => stop())
  void askToLast()
})
// While a PIN is typed there is time to read the code of the form, where it lies on this phone.
addEventListener('load', () => setTimeout(() => navigator.serviceWorker?.controller && void loadPages(), 200))
// After the first page is there: what a weak line carries first is the list of households.
addEventListener('load', () => setTimeout(() => void keepPages(), 1000))
