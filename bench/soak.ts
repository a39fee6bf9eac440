/**
 * `npm run soak`: the model test (`docs/model.md`) at its full size, seed after seed, until told to stop or so many are done.
 * `npm run soak -- --seed 7` runs one again; `--seeds 20 --operations 10000 --devices 50 --kills 5` say how many and how large.
 */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { keyPath } from '#apps/server/keys.ts'
import { openPool } from '#platform/server/database/open.ts'
import { discard } from '#platform/server/embedded/throwaway.ts'
import { openKeys } from '#platform/server/keys/keys.ts'
import { bundlePhone } from '../test/model/device/bundle.ts'
import { nextRelease } from '../test/model/faults.ts'
import { runModel } from '../test/model/run.ts'
import { openServer } from '../test/model/server.ts'
import { ownerUrlIn } from './kills/program.ts'

const number = (text: string): number => {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0) throw new Error(`"${text}" is not a whole number`)
  return value
}
const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string', default: '10' },
    operations: { type: 'string', default: '10000' },
    devices: { type: 'string', default: '50' },
    kills: { type: 'string', default: '5' },
  },
})
const size = {
  operations: number(values.operations),
  devices: number(values.devices),
  people: Math.max(1, Math.round(number(values.devices) * 0.8)),
  trouble: 0.25,
  kills: number(values.kills),
}
const first = values.seed === undefined ? Date.now() % 1_000_000 : number(values.seed)
const seeds = Array.from({ length: values.seed === undefined ? number(values.seeds) : 1 }, (_, n) => first + n)

const again = (seed: number): string =>
  `npm run soak -- --seed ${seed} --operations ${size.operations} --devices ${size.devices} --kills ${size.kills}`

const dataDir = await mkdtemp(join(tmpdir(), `nang-buoc-soak-${process.pid}-`))
const server = await openServer({ dataDir, databaseUrl: null })
let failed = 0
try {
  const owner = openPool({ url: await ownerUrlIn(dataDir), asApplication: false, max: 2 })
  const keys = openKeys(keyPath(dataDir))
  const [script, next] = [await bundlePhone(), await bundlePhone([nextRelease])]
  for (const [n, seed] of seeds.entries()) {
    const begun = performance.now()
    const { broken, ...told } = await runModel({ seed, part: n + 1, ...size }, { server, owner, keys, script, next })
    const seconds = Math.round((performance.now() - begun) / 1000)
    console.log(JSON.stringify({ seed, seconds, broken: broken.length, ...told }))
    for (const { invariant, what } of broken) console.log(`  ${invariant}: ${what}`)
    if (broken.length > 0) {
      failed++
      console.log(`  ${again(seed)}`)
    }
  }
  await owner.end()
} finally {
  await server.stop()
  await discard(dataDir)
}
console.log(`${seeds.length - failed} seeds hold, ${failed} do not`)
process.exit(failed === 0 ? 0 : 1)
