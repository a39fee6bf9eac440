/** For who scans a paper with a telephone: that page alone, without the office around it. */
import { render } from 'preact'
import VerifyPage from '#features/papers/ui/verify/VerifyPage.tsx'
import { refreshMe } from '#platform/web/session.ts'
import '#platform/web/styles/all.css'
import '@fontsource/be-vietnam-pro/latin-400.css'
import '@fontsource/be-vietnam-pro/vietnamese-400.css'
import { Door } from './Door.tsx'
import './office.css'

// Whether this is a demonstration is said on every page.
void refreshMe()
// Taken away where the browser is too old (`tooOld.js`).
const place = document.getElementById('app')
if (place) {
  render(
    <Door wide>
      <VerifyPage />
    </Door>,
    place,
  )
}
