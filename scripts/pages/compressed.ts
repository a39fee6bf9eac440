import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** Text is compressed once, here: an old phone on a slow line gets a third of it, and the server spends nothing. */
export const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  writeBundle({ dir = '' }, bundle) {
    for (const [name, file] of Object.entries(bundle)) {
      if (!/\.(js|css|html|svg|webmanifest)$/.test(name)) continue
      const text = file.type === 'chunk' ? file.code : file.source
      writeFileSync(join(dir, `${name}.gz`), gzipSync(text, { level: 9 }))
      writeFileSync(join(dir, `${name}.br`), brotliCompressSync(text))
    }
  },
})
