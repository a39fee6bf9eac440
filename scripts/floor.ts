/**
 * Holds what was built for the browser (or a folder that is named) against the oldest browsers that we promise, and says
 * what they would not know. Runs on Node 24.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { accepted } from './floor/accepted.ts'
import { newerInCss } from './floor/css.ts'
import { newerInJavaScript } from './floor/javascript.ts'

const [own, given] = [join(import.meta.dirname, '..', 'dist', 'web', 'assets'), process.argv[2]]
const folder = given ?? own
const found = new Map<string, string>()
for (const file of readdirSync(folder).sort()) {
  const newer = file.endsWith('.js') ? newerInJavaScript : file.endsWith('.css') ? newerInCss : () => []
  for (const name of newer(readFileSync(join(folder, file), 'utf8'))) found.set(name, file)
}
for (const [name, file] of found) {
  if (name in accepted) continue
  console.log(`${name}: newer than the browser floor, in ${file}`)
  process.exitCode = 1
}
// A reason that holds no more would hide the next use.
for (const name of given ? [] : Object.keys(accepted)) {
  if (found.has(name)) continue
  console.log(`${name}: accepted, and found no more`)
  process.exitCode = 1
}
