/** Changing something from a page: one command id a user action, kept for a retry, so a resend is harmless. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { type Call, send } from './calls.ts'
import { useSending } from './draft.ts'
import type { Draft } from './drafting.ts'
import { newId } from './ids.ts'
import { asProblem, type WebProblem } from './problem.ts'
import { refresh } from './reads.ts'

export type Change<I, O> = {
  /** The answer, or null where it was refused (then `problem` says why) or one is already on its way. */
  readonly run: (input: I, file?: File) => Promise<O | null>
  readonly pending: boolean
  readonly problem: WebProblem | null
  readonly clear: () => void
}

export type ChangeOptions = {
  /** Which readings on the screen to read again; all of them by default. */
  readonly refresh?: readonly { readonly name: string }[]
  /**
   * What is sent, as it was kept while it was typed: no longer needed once the server has it. Until that is known it keeps the
   * command id too, through a reload: whatever is then sent is done once.
   */
  readonly draft?: Draft | null
}

export function useChange<I extends object, O>(call: Call<I, O>, options: ChangeOptions = {}): Change<I, O> {
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<WebProblem | null>(null)
  const busy = useRef(false)
  const unsure = useRef<{ key: string; commandId: string } | null>(null)
  const sending = useSending(options.draft ?? null, call.name)
  // Another was sooner: once the form is closed, the page behind it says what they did. Not before, or the form might go with it.
  const overtaken = useRef(false)
  useEffect(() => () => void (overtaken.current && refresh(options.refresh)), [])

  const run = async (input: I, file?: File): Promise<O | null> => {
    if (busy.current) return null
    busy.current = true
    setPending(true)
    setProblem(null)
    const key = JSON.stringify([input, file?.name, file?.size, file?.lastModified])
    const fresh = () => (unsure.current?.key === key ? unsure.current.commandId : newId<'command'>())
    const commandId = sending ? await sending.begin(fresh) : fresh()
    try {
      const answer = await send(call, input, { commandId, file })
      unsure.current = null
      overtaken.current = false
      void options.draft?.forget()
      refresh(options.refresh)
      return answer
    } catch (fault) {
      const said = asProblem(fault)
      unsure.current = said.uncertain ? { key, commandId } : null
      if (!said.uncertain) sending?.end()
      overtaken.current = said.status === 409
      setProblem(said)
      return null
    } finally {
      busy.current = false
      setPending(false)
    }
  }
  return { run, pending, problem, clear: () => setProblem(null) }
}
