/**
 * A screen of the form is several screens of a phone long: what stands in sight is drawn first, and the rest with the next
 * frame. A press that comes between the two was meant for the screen before.
 */
import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'

/** Whether the screen may be drawn whole by now. */
export const Whole = createContext(true)

export function useWhole(screen: string): boolean {
  const [drawn, setDrawn] = useState('')
  useEffect(() => setDrawn(screen), [screen])
  return drawn === screen
}

/** As many questions as fill a phone. */
const inSight = 4

/** How many of the questions of a screen are drawn now. */
export const useInSight = (): number => (useContext(Whole) ? Number.POSITIVE_INFINITY : inSight)
