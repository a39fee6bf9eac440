/** Try a household by a standard: the form, and the verdict with its reasons as the answers come. Nothing is kept. */

import { useMemo, useState } from 'preact/hooks'
import type { PlainDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import { useFilter, useTo } from '#platform/web/address.ts'
import { useDay } from '#platform/web/day.ts'
import { newId } from '#platform/web/ids.ts'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import type { Unread } from '#platform/web/kit/unread.ts'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { useBrought } from '#platform/web/room.ts'
import type * as contract from '../../contract.ts'
import type { Facts } from '../../model/facts.ts'
import type { Form } from '../../model/form.ts'
import { factFaults } from '../../rules/faults.ts'
import { missingAnswers } from '../../rules/form.ts'
import { oddAnswers } from '../../rules/odd.ts'
import { getStandard } from '../calls.ts'
import { FormWalk } from '../form/FormWalk.tsx'
import { faultWords } from '../form/faultWords.ts'
import { ScreenTitle, TitleLevel } from '../form/ScreenTitle.tsx'
import type { Sheet } from '../form/sheet.ts'
import { useWalk } from '../form/useWalk.ts'
import { countedFacts, keyOfFault, keyOfMissing, screensOf } from '../form/walk.ts'
import { missingText } from '../form/words.ts'
import { tryParts } from './parts.ts'
import { useScorers } from './scorers.ts'
import { TryOptions } from './TryOptions.tsx'
import { TryVerdicts } from './TryVerdicts.tsx'
import '../form/form.css'
import '../standards.css'

type Shown = OutputOf<typeof contract.getStandard>

export default function TryPage({ params: { standardId } }: { params: { standardId: string } }) {
  const read = useRead(getStandard, { standardId })
  const to = useTo()
  const here = { label: read.data?.standard.name ?? standardId, href: to(`/chuan/${standardId}`) }
  return (
    <Page
      title={{ vi: 'Tính thử một hộ', en: 'Try a household' }}
      state={say({
        vi: 'Không lưu và không gửi gì; chỉ để hiểu chuẩn nghèo.',
        en: 'Nothing is kept or sent; only to understand the standard.',
      })}
      above={
        <Crumbs
          label={{ vi: 'Đường về', en: 'Way back' }}
          of={[{ label: { vi: 'Chuẩn nghèo', en: 'Poverty standards' }, href: to('/chuan') }, here]}
        />
      }
    >
      <Reading of={read} rows={8}>
        {({ form, ...rest }) => (form ? <Trying key={standardId} of={rest} asked={form.form} /> : <NoForm />)}
      </Reading>
    </Page>
  )
}

const NoForm = () => (
  <Empty
    title={{ vi: 'Chưa có phiếu khảo sát nào cho chuẩn này.', en: 'There is no survey form for this standard.' }}
    why={{ vi: 'Phiếu là dữ liệu, được nạp cùng chuẩn.', en: 'A form is data, loaded with the standard.' }}
  />
)

/** Without the questions whose choices live elsewhere: the ethnic group decides no verdict. */
const withoutLists = (form: Form): Form => ({
  ...form,
  sections: form.sections.map((section) => ({
    ...section,
    groups: section.groups.map((group) => ({ ...group, questions: group.questions.filter((q) => !q.list) })),
  })),
})

/** Only what a verdict waits for is missing here: nobody has to be named. */
function useTrial(whole: Form, scorers: ReturnType<typeof useScorers>, day: PlainDate) {
  const [facts, setFacts] = useState<Facts>({})
  const [unread, keep] = useState<Unread>({})
  const form = useMemo(() => withoutLists(whole), [whole])
  const screens = useMemo(() => screensOf({ form, facts, day }, { start: true }), [form, facts, day])
  const walk = useWalk(screens, null)
  const counted = countedFacts({ form, facts, day })
  const missing = missingAnswers({ facts: counted, scorers, form, day }).filter((one) => one.forVerdict)
  const faults = factFaults(counted, day)
  const sheet: Sheet = {
    form,
    facts,
    day,
    lists: {},
    screens,
    missing,
    faults,
    stops: [
      ...faults.map(({ path, code }) => ({
        key: keyOfFault(screens, path),
        said: say(faultWords[code], { name: '' }),
      })),
      ...missing.map((one) => ({ key: keyOfMissing(one), said: missingText({ form, facts }, one) })),
    ],
    odd: oddAnswers(counted, day),
    notes: [],
    asTyped: { unread, keep },
    originOf: () => null,
    anew: new Set(),
    cards: false,
    keptAs: () => null,
    beSure: null,
    leaving: null,
    saw: () => undefined,
    change: setFacts,
    go: walk.go,
    newPerson: () => newId<'person'>(),
    headed: null,
  }
  return { ...walk, sheet, counted, clear: () => setFacts({}) }
}

function Trying({ of, asked }: { of: Omit<Shown, 'form'>; asked: Form }) {
  const { facts: day } = useDay()
  const to = useTo()
  const [tableId, setTable] = useFilter('bang')
  const [lender, setLender] = useFilter('muon')
  const scorers = useScorers(of.standard, { tableId, lender })
  const { at, fixing, sheet, counted } = useTrial(asked, scorers, day)
  const parts = useBrought(tryParts)
  const verdicts = <TryVerdicts scorers={scorers} facts={counted} day={day} />
  const choose = { tableId, setTable, lender, setLender }
  return (
    <div class={at.kind === 'result' ? 'standards-try' : 'standards-try standards-live'}>
      <TitleLevel.Provider value="h2">
        <FormWalk
          sheet={sheet}
          at={at}
          fixing={fixing}
          start={<TryOptions of={of} day={day} choose={choose} />}
          result={
            <>
              <ScreenTitle>{say({ vi: 'Kết quả', en: 'Result' })}</ScreenTitle>
              {verdicts}
              {parts.map((Part) => (
                <Part key={Part.name} standardId={of.standard.id} standardHash={of.hash} day={day} facts={counted} />
              ))}
            </>
          }
          finish={
            <LinkButton look="primary" href={to(`/chuan/${of.standard.id}`)}>
              {say({ vi: 'Đọc chuẩn này', en: 'Read this standard' })}
            </LinkButton>
          }
        />
      </TitleLevel.Provider>
      <aside class="standards-try-live" aria-label={say({ vi: 'Kết quả đến lúc này', en: 'The result so far' })}>
        {at.kind !== 'result' && verdicts}
      </aside>
    </div>
  )
}
