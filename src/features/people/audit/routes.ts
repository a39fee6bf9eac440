import { mustBeAble } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import type { AllEvents, Events } from '#kernel/event.ts'
import { nowNamed } from '#kernel/oldNames.ts'
import type { Said } from '#kernel/text.ts'
import { type Route, read } from '#platform/server/handle.ts'
import * as contract from './contract.ts'
import { linesBy, linesPerPage, newestLines } from './queries.ts'

/** Lines are counted this far beyond the page, so that a count takes no longer than a page. */
const countedBeyond = 500

/** A word that no room defines any more is shown as it is stored. */
const saidOf = ({ said, renamed }: AllEvents, what: string): Said =>
  said[nowNamed(renamed, what)] ?? { vi: what, en: what }

/** The names that an event, or the events of a kind, had before. */
const formerlyOf = ({ renamed }: AllEvents, what: string): string[] =>
  Object.keys(renamed).filter((old) => `${nowNamed(renamed, old)}.`.startsWith(`${what}.`))

const readAudit = (events: AllEvents) =>
  read(contract.readAudit, async ({ db, actor, input, today }) => {
    await mustBeAble({ db, actor }, 'audit.read', input.areaId)
    const { page = 1, ...asked } = input
    const filter = asked.what ? { ...asked, formerly: formerlyOf(events, asked.what) } : asked
    const countedTo = page * linesPerPage + countedBeyond
    const newest = await newestLines(db, filter, countedTo + 1)
    const lines = await linesBy(db, newest.slice((page - 1) * linesPerPage, page * linesPerPage))
    const areas = lines.flatMap((l) => (l.area_id ? [l.area_id] : []))
    const names = await namesOn(db, areas, today)
    return {
      total: Math.min(newest.length, countedTo),
      more: newest.length > countedTo,
      lines: lines.map((l) => ({
        id: l.id,
        at: l.at,
        by: l.full_name ?? '',
        what: l.what,
        said: saidOf(events, l.what),
        subjectId: l.subject_id,
        areaName: l.area_id ? (names.get(l.area_id) ?? null) : null,
        facts: l.facts as Record<string, unknown>,
      })),
    }
  })

const words = ({ kinds, said }: Events) =>
  read(contract.auditWords, async () => ({
    kinds: Object.entries(kinds).map(([kind, of]) => ({
      kind,
      said: of,
      events: Object.entries(said)
        .filter(([what]) => what.startsWith(`${kind}.`))
        .map(([what, one]) => ({ what, said: one })),
    })),
  }))

export const auditRoutes = (events: AllEvents): Route[] => [readAudit(events), words(events)]
