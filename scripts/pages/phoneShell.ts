/**
 * What makes the phone's pages an application that stays on the phone: its manifest with icons, and the worker told
 * which files this build is made of. A build beyond what a weak line carries is no build.
 */
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'

export const workerName = 'phone-worker'
const manifestName = 'phone.webmanifest'
const icons = [
  { name: 'icon-192.png', sizes: '192x192', purpose: 'any' },
  { name: 'icon-512.png', sizes: '512x512', purpose: 'any' },
  { name: 'icon-maskable-512.png', sizes: '512x512', purpose: 'maskable' },
] as const

const manifest = {
  id: '/phone',
  name: 'Nâng Bước - khảo sát',
  short_name: 'Nâng Bước',
  description: 'Khảo sát hộ nghèo, dùng được khi không có mạng',
  lang: 'vi',
  start_url: '/phone',
  scope: '/phone',
  display: 'standalone',
  background_color: '#ffffff',
  theme_color: '#0b6b4b',
}

/** Kilobytes (1000) as they go over the line; requests up to the usable page, the account's own among them. */
const limits = { all: 130, script: 95, requests: 8 }

type Bundle = Rolldown.OutputBundle
const textOf = (file: Bundle[string]) => (file.type === 'chunk' ? file.code : file.source)
const carried = (name: string, file: Bundle[string]): number =>
  /\.(png|woff2)$/.test(name) ? Buffer.from(textOf(file)).length : brotliCompressSync(textOf(file)).length

/** What is loaded before the list of households can be used: the page, its scripts and styles, the two fonts, who I am. */
function criticalOf(bundle: Bundle): string[] {
  const page = String(textOf(bundle['phone.html'] as Bundle[string]))
  const named = [...page.matchAll(/(?:href|src)="\/([^"]+)"/g)].flatMap(([, name = '']) => (bundle[name] ? [name] : []))
  const shown = named.filter((name) => !/\.(png|svg|webmanifest)$/.test(name))
  const fonts = Object.keys(bundle).filter((name) => name.endsWith('.woff2'))
  return ['phone.html', ...new Set(shown), ...fonts]
}

/** Throws where the way to the first page has grown beyond what was promised. */
function mustBeLight(bundle: Bundle): void {
  const critical = criticalOf(bundle)
  const weigh = (names: readonly string[]) =>
    names.reduce((sum, name) => sum + carried(name, bundle[name] as Bundle[string]), 0) / 1000
  const told = {
    all: weigh(critical),
    script: weigh(critical.filter((name) => name.endsWith('.js'))),
    requests: critical.length + 1,
  }
  for (const [what, limit] of Object.entries(limits))
    if (told[what as keyof typeof told] > limit)
      throw new Error(`the phone's first page: ${what} ${told[what as keyof typeof told].toFixed(1)}, at most ${limit}`)
}

/** Icons are what the launcher shows, older fonts what older browsers ask for. */
const isOfShell = (name: string): boolean => !/\.(png|woff)$/.test(name) && name !== `${workerName}.js`

export const phoneShell = (folder: string): Plugin => ({
  name: 'phone-shell',
  apply: 'build',
  buildStart() {
    for (const { name } of icons) this.emitFile({ type: 'asset', name, source: readFileSync(join(folder, name)) })
  },
  transformIndexHtml: {
    order: 'post',
    handler: () => [{ tag: 'link', attrs: { rel: 'manifest', href: `/${manifestName}` } }],
  },
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const nameOf = (icon: string) =>
        Object.values(bundle).find((file) => file.type === 'asset' && file.names.includes(icon))?.fileName
      const shown = icons.map(({ name, ...icon }) => ({ src: `/${nameOf(name)}`, type: 'image/png', ...icon }))
      const source = JSON.stringify({ ...manifest, icons: shown })
      this.emitFile({ type: 'asset', fileName: manifestName, source })
      mustBeLight(bundle)
      const files = Object.keys(bundle).filter(isOfShell).sort()
      const build = hash(
        'sha256',
        files.map((name) => name + hash('sha256', Buffer.from(textOf(bundle[name] as Bundle[string])))).join(),
      )
      const worker = bundle[`${workerName}.js`]
      if (worker?.type !== 'chunk') throw new Error('the worker was not built')
      worker.code = worker.code.replace('__BUILD__', () => JSON.stringify({ build: build.slice(0, 16), files }))
    },
  },
})
