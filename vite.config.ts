/** Two applications from one build: the office (index.html) and the phone (phone.html), into dist/web. */
import { join } from 'node:path'
import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'

const root = join(import.meta.dirname, 'src', 'apps')

export default defineConfig({
  root,
  base: '/',
  publicDir: false,
  cacheDir: join(import.meta.dirname, 'node_modules', '.vite'),
  plugins: [preact({ reactAliasesEnabled: false, prefreshEnabled: false, devToolsEnabled: false })],
  build: {
    outDir: join(import.meta.dirname, 'dist', 'web'),
    emptyOutDir: true,
    target: 'es2022',
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
