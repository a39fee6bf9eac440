import { useEffect } from 'preact/hooks'
import { refresh } from '#platform/web/reads.ts'

const lookEveryMs = 3000

/** Looks again until the trial of a draft's papers is over. */
export function useTrial(waits: boolean, shown: { readonly name: string }): void {
  useEffect(() => {
    if (!waits) return
    const timer = setInterval(() => refresh([shown]), lookEveryMs)
    return () => clearInterval(timer)
  }, [waits])
}
