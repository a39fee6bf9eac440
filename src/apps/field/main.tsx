import { render } from 'preact'
import { startMe } from '#platform/web/keptMe.ts'
import { startOutbox } from '#platform/web/outbox.ts'
import { tidyLater } from '#platform/web/tidy.ts'
import '#platform/web/styles/all.css'
import './phone.css'
// One weight in the two scripts of Vietnamese; text is readable before it comes.
import '@fontsource/be-vietnam-pro/latin-400.css'
import '@fontsource/be-vietnam-pro/vietnamese-400.css'
import { App } from './App.tsx'
import { loadForm } from './places.ts'

startOutbox()
void startMe()
tidyLater()
// Taken away where the browser is too old (`../web/tooOld.js`).
const place = document.getElementById('app')
if (place) render(<App />, place)

// After the first page is there: a phone that goes out of signal can still open its forms.
addEventListener('load', () => setTimeout(() => void loadForm().catch(() => undefined), 3000))
