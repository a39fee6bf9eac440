/**
 * What comes while others of its kind are done is done with them: so many are at work at once (`slots`); who comes then
 * waits for the next of them to end, and goes with all that wait. Nobody waits for company.
 */
export type Answered<R> = { readonly answer: R }

/** Who takes longer waits for somebody, and gives up the place: the others do not wait for him. */
const patienceMs = 100

export type Gathering = {
  /** How many are at work at once, one or many together each. */
  readonly slots: number
  readonly most: number
}

type Waiting<T, R> = { readonly one: T; readonly answer: (told: Promise<R>) => void }

/** `many` answers null for each that goes its own way; where it fails, all of them fail by it. */
export function gathered<T, R>(
  alone: (one: T) => Promise<R>,
  many: (all: readonly T[]) => Promise<readonly (Answered<R> | null)[]>,
  { slots, most }: Gathering,
): (one: T) => Promise<R> {
  const waiting: Waiting<T, R>[] = []
  let atWork = 0

  /** Ends when each has its answer. */
  const work = async (all: readonly Waiting<T, R>[]): Promise<void> => {
    const told = all.length > 1 ? many(all.map(({ one }) => one)) : Promise.resolve([])
    const answerOf = async (one: T, at: number): Promise<R> => {
      const said = (await told)[at]
      return said ? said.answer : alone(one)
    }
    const answers = all.map(({ one }, at) => answerOf(one, at))
    for (const [at, { answer }] of all.entries()) answer(answers[at] as Promise<R>)
    await Promise.allSettled(answers)
  }
  const next = (): void => {
    if (atWork >= slots || waiting.length === 0) return
    atWork += 1
    let left = false
    const leave = () => {
      if (left) return
      left = true
      clearTimeout(timer)
      atWork -= 1
      next()
    }
    const timer = setTimeout(leave, patienceMs)
    void work(waiting.splice(0, most)).then(leave)
  }
  return (one) =>
    new Promise((resolve) => {
      waiting.push({ one, answer: resolve })
      next()
    })
}
