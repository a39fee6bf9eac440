/** The web platform alone in a page, without a room: what the tests of the device drive from outside, by `window.nb`. */
import { h, render } from 'preact'
import { type Call, call } from '#platform/web/calls.ts'
import { today } from '#platform/web/day.ts'
import { dropDraft, findDraft, listDrafts, saveDraft } from '#platform/web/drafts.ts'
import { startMe } from '#platform/web/keptMe.ts'
import { readKept, readOnce, useKeptRead } from '#platform/web/keptReads.ts'
import { KeptNote } from '#platform/web/kit/KeptNote.tsx'
import { lastAbout, outbox, putAway, queueCommand, sendAgain, sendWaiting, startOutbox } from '#platform/web/outbox.ts'
import { asProblem } from '#platform/web/problem.ts'
import { me, refreshMe } from '#platform/web/session.ts'
import type { Together } from '#platform/web/together.ts'

type Toy = Call<object, unknown>
const list: Toy = call('toys.list', 'GET', '/api/toys')
const law: Toy = call('toys.law', 'GET', '/api/laws/:hash')
const many: Together = call('field.send', 'POST', '/api/field/commands')
const take: Toy = call('toys.take', 'POST', '/api/toys/:toyId/takings')

function Probe() {
  const { data, problem } = useKeptRead(list, {})
  return h(
    'div',
    null,
    data && h(KeptNote, { at: data.keptAt }),
    h('p', { id: 'seen' }, JSON.stringify(data?.data ?? null)),
    problem?.code,
  )
}

const read = (kept: Promise<unknown>) => kept.catch((fault) => ({ refused: asProblem(fault).code }))

const nb = {
  me: () => me.value,
  today,
  refreshMe,
  outbox: () => outbox.value,
  lastAbout: (id: string) => lastAbout({ kind: 'toy', id }),
  /** Stores a command about a toy, the way a page does. */
  take: (toyId: string, note: string) =>
    queueCommand(
      take,
      { toyId, note },
      { label: note, subject: { kind: 'toy', id: toyId }, page: `/phone/do-choi/${toyId}` },
    ),
  sendWaiting,
  sendAgain,
  putAway,
  readList: () => read(readKept(list, {})),
  readLaw: (hash: string) => read(readOnce(law, { hash })),
  show: () => render(h(Probe, null), document.body),
  saveDraft,
  findDraft,
  listDrafts,
  dropDraft,
}
export type Nb = typeof nb

Object.assign(globalThis, { nb })
startOutbox(location.search === '?many' ? many : null)
Object.assign(globalThis, { started: startMe() })
