import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** What has passed and failed so far, over all steps; what failed also by name, to be said once more at the end. */
export const score = { passed: 0, failed: 0, failures: [] }

let current

/** Ends the step that runs now; used when the whole run is told to stop. */
export const endStep = (signal) => current?.kill(signal)

function runNode(args, env) {
  return new Promise((resolve) => {
    current = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } })
    current.on('error', () => resolve(1))
    current.on('exit', (code) => resolve(code ?? 1))
  })
}

/** Runs one step between a heading and its time. `work` returns how many checks passed and failed. */
async function step(name, work) {
  console.log(`\n== ${name}`)
  const begun = performance.now()
  const { passed, failed } = await work()
  score.passed += passed
  score.failed += failed
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  console.log(`== ${name}: ${failed === 0 ? 'ok' : 'FAILED'}, ${seconds} s`)
}

/** A step that is one check: passed where its program ends with 0. */
export const checkStep = (name, args, env = {}) =>
  step(name, async () => {
    const failed = (await runNode(args, env)) === 0 ? 0 : 1
    if (failed > 0) score.failures.push(name)
    return { passed: 1 - failed, failed }
  })

/** The program of a package of ours, run by path: no shell, no PATH. */
export function binOf(root, name, bin = name.split('/').at(-1)) {
  const folder = join(root, 'node_modules', ...name.split('/'))
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[bin])
}

/** Counts of vitest's JSON report. A file that did not load and a test that was skipped count as failed, never as nothing. */
export function countReport(report, exitCode) {
  const passed = report.numPassedTests
  const skipped = report.numPendingTests + report.numTodoTests
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  if (skipped > 0) console.log(`${skipped} test(s) skipped: counted as failed`)
  const failed = report.numFailedTests + skipped + unloaded.length
  return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed }
}

/** The files and tests of a report that did not pass, each as `file > test`. */
export function failuresIn(report, root) {
  const inFile = (file) => {
    const name = relative(root, file.name)
    const tests = file.assertionResults.filter((test) => test.status !== 'passed')
    if (tests.length > 0) return tests.map((test) => `${name} > ${test.fullName}`)
    return file.status === 'failed' ? [name] : []
  }
  return report.testResults.flatMap(inFile)
}

/** A run of one vitest project, with every test counted. */
export const vitestStep = (name, { root, project, env, report }) =>
  step(name, async () => {
    const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const code = await runNode([binOf(root, 'vitest'), ...args], env)
    try {
      const written = JSON.parse(readFileSync(report, 'utf8'))
      score.failures.push(...failuresIn(written, root).map((failure) => `${name}: ${failure}`))
      return countReport(written, code)
    } catch {
      console.log('vitest wrote no report')
      score.failures.push(`${name}: no report`)
      return { passed: 0, failed: 1 }
    }
  })
