// Loaded into the server before its own code: where the launcher is killed, the server stops as if told to.
import { isMainThread } from 'node:worker_threads'

const patienceMs = 60_000

if (isMainThread) {
  // Gone before we were loaded.
  if (!process.channel) process.exit(1)
  process.on('disconnect', () => {
    // Emitted, not sent: on Windows a sent signal would end the process on the spot.
    if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(1)
    setTimeout(() => process.exit(1), patienceMs).unref()
  })
  process.channel.unref()
}
