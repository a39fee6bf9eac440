import { render } from 'preact'
import { openAtDesk } from '#features/field/devices/ui/desk.ts'
import { forgetOthers } from '#platform/web/keptAccount.ts'
import { refreshMe, watchSession } from '#platform/web/session.ts'
import { tidyLater } from '#platform/web/tidy.ts'
import '@fontsource/be-vietnam-pro/400.css'
import '@fontsource/be-vietnam-pro/500.css'
import '@fontsource/be-vietnam-pro/700.css'
import '#platform/web/styles/all.css'
import '#platform/web/styles/listing.css'
import { App } from './App.tsx'
import './office.css'

forgetOthers()
openAtDesk()
void refreshMe()
watchSession()
tidyLater()
// Taken away where the browser is too old (`tooOld.js`).
const place = document.getElementById('app')
if (place) render(<App />, place)
