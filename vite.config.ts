/**
 * Three applications, each built by itself into dist/web, so that none loads in pieces what only another shares:
 * `--mode office` (index.html), `--mode phone` (phone.html with its worker) and `--mode check` (check.html, for who scans
 * a paper). `scripts/web.mjs` builds all.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import preact from '@preact/preset-vite'
import { defineConfig, type Plugin } from 'vite'
import { compressed } from './scripts/pages/compressed.ts'
import { phoneShell, workerName } from './scripts/pages/phoneShell.ts'

const root = join(import.meta.dirname, 'src', 'apps')
const firstPage = join(root, 'field', 'main.tsx')

/** A plain script after the application's place, for browsers that are too old for everything else; as it is written. */
const tooOld = (): Plugin => ({
  name: 'too-old',
  apply: 'build',
  buildStart() {
    this.emitFile({ type: 'asset', name: 'tooOld.js', source: readFileSync(join(root, 'web', 'tooOld.js')) })
  },
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) => {
      const script = Object.values(bundle).find((file) => file.type === 'asset' && file.names.includes('tooOld.js'))
      if (!script) throw new Error('tooOld.js was not built')
      return [{ tag: 'script', attrs: { src: `/${script.fileName}` }, injectTo: 'body' }]
    },
  },
})

type Modules = { getModuleInfo: (id: string) => { readonly importers: readonly string[] } | null }

/** What the first page needs comes in one piece, however many later pages share parts of it. */
function ofFirstPage(id: string, modules: Modules): string | null {
  const above = new Set([id])
  for (const one of above) for (const importer of modules.getModuleInfo(one)?.importers ?? []) above.add(importer)
  return above.has(firstPage) && id !== firstPage ? 'first' : null
}

const inputs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  office: { index: join(root, 'index.html') },
  phone: { phone: join(root, 'phone.html'), [workerName]: join(root, 'field', 'worker', 'worker.ts') },
  check: { check: join(root, 'check.html') },
}
const all = Object.assign({}, ...Object.values(inputs)) as Record<string, string>

export default defineConfig(({ mode }) => ({
  root,
  base: '/',
  publicDir: false,
  cacheDir: join(import.meta.dirname, 'node_modules', '.vite'),
  plugins: [
    preact({ reactAliasesEnabled: false, prefreshEnabled: false, devToolsEnabled: false }),
    tooOld(),
    ...(mode === 'phone' ? [phoneShell(join(root, 'field', 'shell'))] : []),
    compressed(),
  ],
  build: {
    outDir: join(import.meta.dirname, 'dist', 'web'),
    // Whoever builds all has emptied it before.
    emptyOutDir: false,
    // The last Chrome and Edge of Windows 7 and 8; `scripts/floor.ts` reads what comes out.
    target: 'chrome109',
    // The content security policy allows nothing inline, fonts in data addresses included.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: inputs[mode] ?? all,
      output: {
        entryFileNames: ({ name }) => (name === workerName ? `${workerName}.js` : 'assets/[name]-[hash].js'),
        ...(mode === 'phone' && { codeSplitting: { groups: [{ name: ofFirstPage }] } }),
      },
      // Schemas never reach the browser: what only makes one may be dropped where nobody uses it.
      treeshake: { manualPureFunctions: ['Type', 'IdOf'] },
    },
  },
  // The development server finds the libraries behind these two before the preset speaks of preact.
  optimizeDeps: {
    entries: [],
    include: ['preact', 'preact/hooks', 'preact/jsx-dev-runtime', '@preact/signals', 'preact-iso', 'dexie'],
  },
  server: {
    host: '127.0.0.1',
    // The host is kept, for the server takes changes from its own pages only.
    proxy: { '/api': { target: process.env.API ?? 'http://127.0.0.1:8080', changeOrigin: false } },
  },
}))
