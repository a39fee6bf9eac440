/** The phone's files as one script, built once for a run. */
import { join } from 'node:path'
import { Script } from 'node:vm'
import { build, type Rollup } from 'vite'

/** Changes the text of a source file before it is bundled: how a fault is planted. Throws where nothing changes. */
export type Patch = { readonly file: string; readonly from: string; readonly to: string }

const patching = (patches: readonly Patch[]) => ({
  name: 'planted-fault',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    const mine = patches.filter(({ file }) => id.endsWith(file))
    if (mine.length === 0) return null
    return mine.reduce((text, { from, to, file }) => {
      if (!text.includes(from)) throw new Error(`${file} no longer says "${from}"`)
      return text.replace(from, () => to)
    }, code)
  },
})

/** Evaluated in a context, it leaves `phone` there. */
export async function bundlePhone(patches: readonly Patch[] = []): Promise<Script> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    plugins: [patching(patches)],
    build: {
      write: false,
      minify: false,
      target: 'chrome109',
      lib: { entry: join(import.meta.dirname, 'phone.ts'), formats: ['iife'], name: 'phone' },
    },
  })) as Rollup.RollupOutput[]
  const [script] = built[0]?.output ?? []
  if (script?.type !== 'chunk') throw new Error('the phone was not built')
  return new Script(script.code, { filename: 'phone.js' })
}
