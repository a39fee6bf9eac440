import { spawnSync } from 'node:child_process'
import { installDebian } from './debian.mjs'
import { Refusal } from './launcher.mjs'

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const runs = (path) => spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0

/** Path of a Chromium that runs (CHROMIUM, else Debian's), fetched where it can be. */
export function getChromium() {
  const candidates = process.env.CHROMIUM ? [process.env.CHROMIUM] : usual
  const present = candidates.find(runs)
  if (present) return present
  if (!process.env.CHROMIUM) installDebian('chromium')
  const fetched = candidates.find(runs)
  if (fetched) return fetched
  throw new Refusal(
    `Không chạy được Chromium (${candidates.join(', ')}); hãy cài gói chromium hoặc đặt CHROMIUM.`,
    `Chromium does not run (${candidates.join(', ')}); install the package chromium or set CHROMIUM.`,
  )
}
