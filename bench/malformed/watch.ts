/**
 * Loaded before the program: tells, when asked, the longest time its only thread was away. By the clock, and by the
 * processor it used meanwhile: on a machine shared with others a thread may wait for its turn without being at fault.
 */
const everyMs = 5
let [clock, processor] = [performance.now(), cpuMs()]
let longest = { clockMs: 0, processorMs: 0 }

function cpuMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

setInterval(() => {
  const [now, used] = [performance.now(), cpuMs()]
  longest = {
    clockMs: Math.max(longest.clockMs, now - clock - everyMs),
    processorMs: Math.max(longest.processorMs, used - processor),
  }
  ;[clock, processor] = [now, used]
}, everyMs).unref()

process.on('message', () => {
  process.send?.(longest)
  longest = { clockMs: 0, processorMs: 0 }
})
// The bench may go before the program: then the program goes too.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
