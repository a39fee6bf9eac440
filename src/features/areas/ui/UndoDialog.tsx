/** An event that was recorded by mistake is undone: what comes back to which unit, and the reason that is kept with it. */
import { type PlainDate, showDate } from '#kernel/dates.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { ToldNote } from '#platform/web/kit/ToldNote.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { apartSaid } from '../rules/naming.ts'
import { showAreaUndoing, undoAreaEvent } from '../undo/ui/calls.ts'
import { type EventKind, eventWords } from '../words.ts'
import type { ToldEvent, UndoingAnswer, UndoneEvent } from './answers.ts'

/** What it is called, and its day. */
export const saidOf = ({ kind, happenedOn }: { kind: EventKind; happenedOn: PlainDate | null }) => ({
  event: say(eventWords[kind]).toLowerCase(),
  day: happenedOn ? showDate(happenedOn) : say({ vi: 'chưa rõ ngày', en: 'day not known' }),
})

export function UndoDialog({ event, onClose }: { event: ToldEvent; onClose: () => void }) {
  const areaEventId = event.eventId
  const { data } = useRead(showAreaUndoing, { areaEventId })
  const draft = useDraft('areas.undo', areaEventId)
  const undoing = useChange(undoAreaEvent, { draft })
  const give = async (because: string) => {
    if (await undoing.run({ areaEventId, because })) onClose()
  }
  return (
    <ReasonDialog
      title={{ vi: 'Hoàn tác thay đổi đã ghi nhầm', en: 'Undo what was recorded by mistake' }}
      what={[`${say(eventWords[event.kind])}, ${saidOf(event).day}.`, event.legalBasis].filter(Boolean).join(' ')}
      told={data && <Consequences of={data} />}
      deed={{ vi: 'Hoàn tác', en: 'Undo' }}
      forbidden={data ? whyNot(data) : { vi: 'Đang xem những gì trở lại.', en: 'Looking at what comes back.' }}
      draft={draft}
      pending={undoing.pending}
      problem={undoing.problem}
      onGive={(because) => void give(because)}
      onClose={onClose}
    />
  )
}

/** So many units are named at once; of more it is said how many. */
const fewest = 5

/** One thing is said as it is; of several, which are listed above, how many. */
const whyNot = ({ forbids: [first, ...more] }: UndoingAnswer) =>
  first && more.length > 0
    ? {
        vi: `Còn ${more.length + 1} việc vướng nêu trên, xử lý hết rồi mới hoàn tác được.`,
        en: `${more.length + 1} things above stand against it and have to be settled first.`,
      }
    : (first ?? null)

function Consequences({ of: { back, gone, toCome, forbids } }: { of: UndoingAnswer }) {
  type Named = Pick<UndoingAnswer['back'][number], 'name' | 'formerly'>
  const names = (units: readonly Named[]) => units.map((unit) => say(apartSaid(unit.name, unit.formerly))).join(', ')
  const again = back.filter(({ moved }) => !moved)
  const hung = back.filter(({ moved }) => moved)
  return (
    <>
      <ul class="bullets">
        {again.length > 0 && (
          <li>
            {say({ vi: 'Trở lại như trước: {names}.', en: 'As before again: {names}.' }, { names: names(again) })}
          </li>
        )}
        {hung.length > 0 && (
          <li>
            {hung.length > fewest ? (
              <details>
                <summary>
                  {say(
                    {
                      vi: 'Về dưới đơn vị cũ của mình: {n} thôn, xã (xem tên)',
                      en: 'Under their former unit again: {n} (names)',
                    },
                    { n: hung.length },
                  )}
                </summary>
                {names(hung)}.
              </details>
            ) : (
              say(
                { vi: 'Về dưới đơn vị cũ: {names}.', en: 'Under the former unit again: {names}.' },
                { names: names(hung) },
              )
            )}
          </li>
        )}
        {gone.length > 0 && (
          <li>
            {say({ vi: 'Coi như chưa từng lập: {names}.', en: 'As if never begun: {names}.' }, { names: names(gone) })}
          </li>
        )}
        {toCome && (
          <li>
            {say({
              vi: 'Ngày có hiệu lực chưa tới, nên chưa hộ nào phải chuyển.',
              en: 'Its day has not come, so no household has moved.',
            })}
          </li>
        )}
      </ul>
      {forbids.length > 1 && (
        <Notice look="waits">
          <div>
            <p>{say({ vi: 'Chưa hoàn tác được:', en: 'It cannot be undone yet:' })}</p>
            <ul class="bullets">
              {forbids.map((one) => (
                <li key={one.vi}>{say(one)}</li>
              ))}
            </ul>
          </div>
        </Notice>
      )}
      {gone.map(({ areaId, name, held }) => (
        <ToldNote
          key={areaId}
          of={{ held, forbidden: null }}
          title={{
            vi: `Bỏ theo ${name}, giữ trong lịch sử hoàn tác:`,
            en: `Goes with ${name}, kept with the undoing:`,
          }}
        />
      ))}
      {back.map(({ areaId, name, formerly, held }) => (
        <ToldNote
          key={areaId}
          of={{ held, forbidden: null }}
          title={{
            vi: `Trở về ${apartSaid(name, formerly).vi}:`,
            en: `Back to ${apartSaid(name, formerly).en}:`,
          }}
        />
      ))}
      <p class="quiet">
        {say({
          vi: 'Việc đã ghi và việc hoàn tác đều được giữ trong lịch sử của đơn vị và diễn biến của từng hộ, kèm lý do.',
          en: 'Both what was recorded and its undoing stay in the history of the units and the timeline of each household, with the reason.',
        })}
      </p>
    </>
  )
}

/** What was recorded of the unit and undone since. */
export function UndoneEvents({ of }: { of: readonly UndoneEvent[] }) {
  if (of.length === 0) return null
  return (
    <Section title={{ vi: 'Đã ghi nhầm và hoàn tác', en: 'Recorded by mistake and undone' }}>
      <ul class="areas-relations">
        {of.map((event) => (
          <li key={event.eventId}>
            {say(
              {
                vi: '{event}, {day}; hoàn tác ngày {undone}: {because}',
                en: '{event}, {day}; undone on {undone}: {because}',
              },
              { ...saidOf(event), undone: showDate(event.undoneOn), because: event.because },
            )}
            {event.legalBasis && <p class="quiet">{event.legalBasis}</p>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
