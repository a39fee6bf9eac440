/** Two applications from one build: the office (index.html) and the phone (phone.html), into dist/web. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import preact from '@preact/preset-vite'
import { defineConfig, type Plugin } from 'vite'

const root = join(import.meta.dirname, 'src', 'apps')

/** Text is compressed once, here: an old phone on a slow line gets a third of it, and the server spends nothing. */
const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  writeBundle({ dir = '' }, bundle) {
    for (const [name, file] of Object.entries(bundle)) {
      if (!/\.(js|css|html|svg)$/.test(name)) continue
      const text = file.type === 'chunk' ? file.code : file.source
      writeFileSync(join(dir, `${name}.gz`), gzipSync(text, { level: 9 }))
      writeFileSync(join(dir, `${name}.br`), brotliCompressSync(text))
    }
  },
})

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

export default defineConfig({
  root,
  base: '/',
  publicDir: false,
  cacheDir: join(import.meta.dirname, 'node_modules', '.vite'),
  plugins: [
    preact({ reactAliasesEnabled: false, prefreshEnabled: false, devToolsEnabled: false }),
    tooOld(),
    compressed(),
  ],
  build: {
    outDir: join(import.meta.dirname, 'dist', 'web'),
    emptyOutDir: true,
    // The last Chrome and Edge of Windows 7 and 8; `scripts/floor.ts` reads what comes out.
    target: 'chrome109',
    // The content security policy allows nothing inline, fonts in data addresses included.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: join(root, 'index.html'), phone: join(root, 'phone.html') },
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
})
