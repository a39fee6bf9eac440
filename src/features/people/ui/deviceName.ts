/** A device as its owner would call it, from what the browser says of itself. Only for recognising one's own sessions. */
import type { Words } from '#platform/web/language.ts'

const browsers = [
  ['Edg/', 'Edge'],
  ['coc_coc', 'Cốc Cốc'],
  ['OPR/', 'Opera'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const
const systems = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux'],
] as const

const firstIn = (agent: string, names: readonly (readonly [string, string])[]): string | undefined =>
  names.find(([sign]) => agent.includes(sign))?.[1]

export function deviceName(agent: string): Words {
  const browser = firstIn(agent, browsers)
  const system = firstIn(agent, systems)
  if (browser && system) return { vi: `${browser} trên ${system}`, en: `${browser} on ${system}` }
  return browser ?? system ?? { vi: 'Thiết bị không rõ', en: 'Unknown device' }
}
