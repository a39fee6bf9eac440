/** My cases from the server, or as the phone last read them. Read again whenever something was sent. */
import { useEffect, useState } from 'preact/hooks'
import type { OutputOf } from '#kernel/endpoint.ts'
import { send } from '#platform/web/calls.ts'
import { outbox } from '#platform/web/outbox.ts'
import { asProblem, type WebProblem } from '#platform/web/problem.ts'
import type { Read } from '#platform/web/reads.ts'
import { account } from '#platform/web/session.ts'
import type * as contract from '../contract.ts'
import { mySurveys } from './calls.ts'
import { readKept } from './onDevice.ts'

export type KeptList = { readonly answer: OutputOf<typeof contract.mySurveys>; readonly kept: boolean }

export function useMySurveys(): Read<KeptList> {
  const [data, setData] = useState<KeptList | null>(null)
  const [problem, setProblem] = useState<WebProblem | null>(null)
  const [round, setRound] = useState(0)
  const sent = outbox.value.filter((command) => command.state === 'sent').length
  const who = account.value?.accountId ?? ''
  useEffect(() => {
    let stands = true
    setProblem(null)
    readKept('my_surveys', who, () => send(mySurveys, {})).then(
      ({ value, kept }) => stands && setData({ answer: value, kept }),
      (fault) => stands && setProblem(asProblem(fault)),
    )
    return () => {
      stands = false
    }
  }, [who, sent, round])
  return { data, problem, loading: !data && !problem, again: () => setRound((n) => n + 1) }
}
