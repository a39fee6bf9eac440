import { useEffect } from 'preact/hooks'

const pauseMs = 15_000

/** Tries again by itself while somebody looks: when the line is back, and every quarter of a minute. */
export function useComeback(again: () => void): void {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') again()
    }
    const timer = setInterval(look, pauseMs)
    addEventListener('online', look)
    return () => {
      clearInterval(timer)
      removeEventListener('online', look)
    }
  }, [again])
}
