/** A thread of its own that keeps asking whether the program is alive, and tells the longest it waited for an answer. */
import { parentPort, workerData } from 'node:worker_threads'

const { port } = workerData as { port: number }
const everyMs = 20
let running = true
let longestMs = 0
let asked = 0
let failed = 0

parentPort?.once('message', () => {
  running = false
})
while (running) {
  const begun = performance.now()
  const fine = await fetch(`http://127.0.0.1:${port}/healthz`).then(
    async (reply) => (await reply.text()) === '{"alive":true}',
    () => false,
  )
  asked += 1
  if (!fine) failed += 1
  longestMs = Math.max(longestMs, performance.now() - begun)
  await new Promise((resolve) => setTimeout(resolve, everyMs))
}
parentPort?.postMessage({ longestMs, asked, failed })
