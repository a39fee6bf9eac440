/** The calls about a decision: drafting, showing, fixing the print, withdrawing, putting in force. */

import { overOf } from '#features/areas/must.ts'
import { correctionsOf } from '#features/papers/corrections.ts'
import { lawOf } from '#features/standards/law.ts'
import type { Library } from '#features/standards/library.ts'
import { type Actor, can } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Route, read } from '#platform/server/handle.ts'
import type { Joined } from '#platform/server/room.ts'
import type { Services } from '#platform/server/services.ts'
import { classFigures as classFiguresCall } from './classes/contract.ts'
import { figuresAt } from './classes/routes.ts'
import * as contract from './contract.ts'
import { shownCorrection } from './correction/inputs.ts'
import type { Told } from './correction/model.ts'
import { correctionRoutes } from './correction/routes.ts'
import { draftRoutes } from './draft.ts'
import { enforceRoute } from './enforce.ts'
import { stands } from './must.ts'
import { placeOfDecision } from './place.ts'
import { changesSince, changesSincePrint, printRoute } from './print.ts'
import { paperRoutes } from './printed/routes.ts'
import * as decisions from './queries/decisions.ts'
import { countStanding } from './queries/ended.ts'
import { decisionsOver } from './round/queries.ts'
import { roundRoutes } from './round/routes.ts'
import { getShown, shownEntries, unseenOf } from './shown.ts'
import { signersRoute } from './signed.ts'
import { householdRoute } from './standing/routes.ts'
import { countEntries, listEntries } from './views.ts'

const pageSize = 50
type Row = decisions.DecisionRow

const noAddress: Said = {
  vi: 'Chưa đặt địa chỉ công khai (PUBLIC_URL) nên chưa in được bản chính thức có mã QR.',
  en: 'PUBLIC_URL is not set, so final papers with a QR cannot be printed.',
}
const notFixed: Said = {
  vi: 'Bản chính thức có sau khi chốt bản in trình ký.',
  en: 'There is a final paper once the print that goes to be signed is fixed.',
}

function whyNotFinal(row: Row, services: Services): Said | null {
  if (row.state !== 'printed' && row.state !== 'in_force') return notFixed
  return services.settings.publicUrl ? null : noAddress
}

async function canNow({ db, actor }: { db: Db; actor: Actor }, row: Row, services: Services) {
  const at = await overOf(db, row.areaId)
  // Of a decision of another commune it may put right the households that live here, and print their certificates.
  const over = can(actor, 'round.read', at) ? at : actor.grants.map(({ areaId }) => areaId)
  const final = whyNotFinal(row, services) === null
  return buttonsFor(
    contract.decisionButtons,
    { actor, over },
    (_, name) => stands(name, row.state) && (final || name !== 'download_final'),
  )
}

const draftNow = async (db: Db, row: Row, today: PlainDate) => ({
  tried: row.triedHash === row.contentHash,
  fault: row.triedHash === row.contentHash ? row.triedFault : null,
  changed: await changesSince(db, row, today),
})

const sincePrintNow = async (db: Db, row: Row, today: PlainDate) => {
  const { forbids, differs, given, later } = await changesSincePrint(db, row, today)
  return { forbids: [...forbids, ...given], differs, later }
}

const decisionNow = async (db: Db, { roundId }: Row) => (await decisionsOver(db, [roundId]))[0]?.decisionId ?? null

const show = read(contract.showDecision, async ({ db, actor, input, today, services }) => {
  const row = await getShown(db, input.decisionId)
  const { decisionId, class: ofClass, movement, villageId } = input
  const filter = { decisionId, class: ofClass, movement, villageId }
  const page = input.page ?? 1
  const entries = await listEntries(db, filter, { limit: pageSize, offset: (page - 1) * pageSize, as: 'list' })
  const {
    signed: _signed,
    scanId,
    namedDay,
    kind: _k,
    windowFrom: _f,
    windowUntil: _u,
    opening_hash: _o,
    triedHash: _th,
    triedFault: _tf,
    grounds: _g,
    signerId: _i,
    leftOut: _l,
    leftOutBecause: _b,
    ...body
  } = row
  return {
    ...body,
    nextId: row.state === 'withdrawn' ? await decisionNow(db, row) : null,
    areaName: (await placeOfDecision(db, row)).name,
    hasScan: scanId !== null,
    classesHoldFrom: row.classesHoldFrom ?? namedDay,
    counts: await decisions.classTotals(db, decisionId),
    standing: row.state === 'in_force' ? await countStanding(db, row, today) : [],
    movements: await decisions.movementsOf(db, decisionId),
    corrections: (await correctionsOf<Told>(db, decisionId)).map(shownCorrection),
    roundRead: can(actor, 'round.read', await overOf(db, row.areaId)),
    unseen: await unseenOf(db, decisionId),
    total: await countEntries(db, filter),
    page,
    pageSize,
    entries: await shownEntries(db, entries, { areaId: row.areaId, today }),
    draft: row.state === 'drafted' ? await draftNow(db, row, today) : null,
    sincePrint: row.state === 'printed' ? await sincePrintNow(db, row, today) : null,
    can: await canNow({ db, actor }, row, services),
    whyNotFinal: whyNotFinal(row, services),
  }
})

export const decisionRoutes = ({ library, touches }: { library: Library } & Joined): Route[] => [
  ...draftRoutes(library),
  show,
  printRoute(library, touches),
  signersRoute,
  enforceRoute(library, touches),
  ...paperRoutes(library),
  householdRoute(lawOf(library)),
  ...correctionRoutes(library),
  ...roundRoutes(library),
  read(classFiguresCall, figuresAt),
]
