/** How long the one thread that answers everybody was held without a break. */

const every = 10

/** Milliseconds: by the clock, and of processor (which other programs on the machine do not lengthen). */
export type Held = { readonly wallMs: number; readonly cpuMs: number }

const cpuNow = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** Watches the loop it is called in; `stop` ends it and answers the longest hold of each kind. */
export function watchLoop(): { stop: () => Held } {
  let [wall, cpu] = [performance.now(), cpuNow()]
  let held: Held = { wallMs: 0, cpuMs: 0 }
  const look = (): void => {
    const [wallThen, cpuThen] = [wall, cpu]
    wall = performance.now()
    cpu = cpuNow()
    held = { wallMs: Math.max(held.wallMs, wall - wallThen - every), cpuMs: Math.max(held.cpuMs, cpu - cpuThen) }
  }
  const timer = setInterval(look, every)
  return {
    stop: () => {
      look()
      clearInterval(timer)
      return { wallMs: Math.round(held.wallMs), cpuMs: Math.round(held.cpuMs) }
    },
  }
}
