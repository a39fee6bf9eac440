/** One thing after another: what is written rests on what was read. Answers null where the work failed. */
export function inTurns(): <T>(work: () => Promise<T>) => Promise<T | null> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = last.then(work).catch(() => null)
    last = done
    return done
  }
}
