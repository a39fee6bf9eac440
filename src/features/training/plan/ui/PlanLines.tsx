/** The lines of a plan and their money, with what is done with those of a draft. */
import { useState } from 'preact/hooks'
import { useFilter, useTo } from '#platform/web/address.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Section } from '#platform/web/kit/Page.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { DroppedLines } from '../../amend/ui/DroppedLines.tsx'
import { AboveDialog } from '../../taken/ui/AboveDialog.tsx'
import { lineColumns, moneyColumns } from '../columns.ts'
import type { Line, MoneyOfLine } from '../model.ts'
import { lineSaid, total } from '../rules/lines.ts'
import { moneyOf } from '../rules/money.ts'
import { linesFile, moneyFile } from './calls.ts'
import { ChangeLineDialog, DropLineDialog, NewLineDialog } from './LineDialogs.tsx'
import { markOf } from './Marked.tsx'
import { type PlanAnswer, pathOf } from './plan.ts'

type Deed = { readonly what: 'change' | 'drop'; readonly line: Line }

export function Lines({ of }: { of: PlanAnswer }) {
  const [adding, setAdding] = useState(false)
  const [taking, setTaking] = useState(false)
  const [deed, setDeed] = useState<Deed | null>(null)
  const close = () => setDeed(null)
  const to = useTo()
  const seatsPath = `${pathOf(of.trainingPlanId)}/nguoi-hoc`
  const may = of.can.includes('draft')
  const [loc, setLoc] = useFilter('loc')
  const mark = markOf(of, loc)
  const deeds = {
    ...{ key: 'deeds', head: { vi: 'Sửa', en: 'Change' }, act: true as const },
    cell: (line: Line) => (
      <>
        <Button look="quiet" onClick={() => setDeed({ what: 'change', line })}>
          {say({ vi: 'Sửa {code}', en: 'Change {code}' }, { code: say(lineSaid(line, of.lineList)) })}
        </Button>
        <Button look="quiet" onClick={() => setDeed({ what: 'drop', line })}>
          {say({ vi: 'Bỏ {code}', en: 'Take {code} out' }, { code: say(lineSaid(line, of.lineList)) })}
        </Button>
      </>
    ),
  }
  const rows = mark ? of.lineList.filter(({ planLineId }) => mark.lines.includes(planLineId)) : of.lineList
  const sum = (which: 'people' | 'named' | 'classes' | 'dong') => showNumber(total(rows.map((row) => row[which])))
  return (
    <Section title={{ vi: 'Chuyên đề và lớp', en: 'Topics and classes' }}>
      {mark && (
        <p>
          {say(
            { vi: 'Chỉ các dòng: {why} ({n}).', en: 'Only lines: {why} ({n}).' },
            { why: say(mark.said), n: showNumber(mark.lines.length) },
          )}{' '}
          <Button look="quiet" onClick={() => setLoc(null)}>
            {say({ vi: 'Xem mọi dòng', en: 'All lines' })}
          </Button>
        </p>
      )}
      <Listing<Line>
        name="plan-lines"
        caption={{ vi: 'Các dòng của kế hoạch', en: 'Lines of the plan' }}
        rows={rows}
        tall
        sums={{ people: sum('people'), named: sum('named'), classes: sum('classes'), dong: sum('dong') }}
        rowKey={(row) => row.planLineId}
        file={listAs(linesFile, { trainingPlanId: of.trainingPlanId, day: of.day, ...(mark && { mark: loc }) })}
        columns={[
          ...shown(lineColumns, {
            named: ({ planLineId, named }) =>
              named === 0 ? showNumber(0) : <a href={to(seatsPath, { dong: planLineId })}>{showNumber(named)}</a>,
          }),
          ...(may ? [deeds] : []),
        ]}
        empty={<Empty {...(of.givenUp ? lineless.givenUp : lineless.begun)} />}
      />
      <DroppedLines of={of} />
      {may && (
        <div class="form-actions">
          <Button onClick={() => setAdding(true)}>{say({ vi: 'Thêm dòng', en: 'Add a line' })}</Button>
          {of.parent && (
            <Button onClick={() => setTaking(true)}>
              {say({ vi: 'Lấy dòng của kế hoạch cấp trên', en: 'Take lines of the plan above' })}
            </Button>
          )}
        </div>
      )}
      {taking && <AboveDialog of={of} onClose={() => setTaking(false)} />}
      {adding && <NewLineDialog of={of} onClose={() => setAdding(false)} />}
      {deed?.what === 'change' && <ChangeLineDialog of={of} line={deed.line} onClose={close} />}
      {deed?.what === 'drop' && <DropLineDialog line={deed.line} onClose={close} />}
    </Section>
  )
}

export const MoneyList = ({ of }: { of: PlanAnswer }) => (
  <Section title={{ vi: 'Kinh phí', en: 'Money' }}>
    <Listing<MoneyOfLine>
      name="plan-money"
      caption={{ vi: 'Kinh phí theo nội dung chi', en: 'Money by what it is for' }}
      rows={moneyOf(of.lineList)}
      rowKey={(row) => `${row.code} ${row.what} ${row.source} ${row.quantity} ${row.dong}`}
      tall
      sums={{ amount: showNumber(of.sums.dong) }}
      file={listAs(moneyFile, { trainingPlanId: of.trainingPlanId, day: of.day })}
      columns={shown(moneyColumns)}
      empty={
        <Empty
          title={{ vi: 'Kế hoạch chưa ghi kinh phí.', en: 'The plan says no money yet.' }}
          why={{
            vi: 'Kinh phí ghi ở từng dòng, theo nguồn và định mức.',
            en: 'It is said with each line, by source and norm.',
          }}
        />
      }
    />
  </Section>
)

const lineless = {
  begun: {
    title: { vi: 'Kế hoạch chưa có dòng nào.', en: 'The plan has no line yet.' },
    why: {
      vi: 'Thêm từng chuyên đề của khung đã phê duyệt: cho ai, bao nhiêu lớp, ở đâu, tuần nào, kinh phí.',
      en: 'Add topics of an approved framework: for whom, how many classes, where, when, which money.',
    },
  },
  givenUp: {
    title: { vi: 'Bản thảo đã bỏ không còn dòng nào.', en: 'A draft that was given up has no lines any more.' },
    why: { vi: 'Ý kiến của các đơn vị vẫn đọc được ở dưới.', en: 'What units said of it is read below.' },
  },
}
