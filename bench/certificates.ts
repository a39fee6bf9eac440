/**
 * A thousand certificates in one file: seconds and the most memory the process held. Aim: under 20 s, under 500 MB.
 * One JSON line a run; `node bench/certificates.ts` runs it alone, so that the memory is its own.
 */
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { certificatesPdf } from '#features/decisions/documents/pdf/certificate.ts'
import { sampleCertificate } from '#features/decisions/documents/samples.ts'
import { final, samplePaper } from '#platform/server/documents/samples.ts'
import { signPaper } from '#platform/server/documents/signed.ts'
import { createKeys } from '#platform/server/keys/keys.ts'

const count = 1000

export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-keys-'))
  try {
    const keys = createKeys(join(folder, 'keys', 'keys.json'))
    const started = performance.now()
    const inputs = Array.from({ length: count }, (_, at) => sampleCertificate(at, signPaper(samplePaper(at), keys)))
    let bytes = 0
    for await (const part of certificatesPdf(inputs, final)) bytes += (part as Buffer).length
    const seconds = (performance.now() - started) / 1000
    const report = {
      bench: 'certificates',
      count,
      seconds: Math.round(seconds * 100) / 100,
      perSecond: Math.round(count / seconds),
      fileMb: Math.round(bytes / 1e5) / 10,
      peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
    }
    process.stdout.write(`${JSON.stringify(report)}\n`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) await run()
