/** `npm run bench -- NAME`: one measurement, as JSON lines. */
import { run as api } from './api.ts'
import { run as carried } from './carried.ts'
import { run as certificates } from './certificates.ts'
import { run as field } from './field.ts'
import { run as kills } from './kills.ts'
import { run as lists } from './lists.ts'
import { run as malformed } from './malformed.ts'
import { run as papers } from './papers.ts'
import { run as proposal } from './proposal.ts'
import { run as score } from './score.ts'
import { run as turns } from './turns.ts'

const benches: Record<string, () => Promise<void>> = {
  score,
  api,
  carried,
  certificates,
  papers,
  lists,
  kills,
  malformed,
  proposal,
  field,
  turns,
}

const name = process.argv[2] ?? ''
const bench = benches[name]
if (bench) await bench()
else {
  console.error(`npm run bench -- ${Object.keys(benches).join(' | ')}`)
  process.exitCode = 2
}
