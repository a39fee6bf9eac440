import type { ComponentChildren } from 'preact'
import type { Vnd } from '#kernel/numbers.ts'
import type { Said } from '#kernel/text.ts'
import { MarkNote } from '#platform/web/kit/MarkNote.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { say } from '#platform/web/language.ts'
import { showMoney, showNumber } from '#platform/web/numbers.ts'
import type { Mark, Marked } from '../model/marks.ts'
import type { Standard } from '../model/standard.ts'
import { Cited } from './verdict/VerdictView.tsx'

type Table = { readonly id: string; readonly name: Said; readonly version: string; readonly mark: Mark }

/** Income lines in đồng, cuts in points, and the tables with which points are counted. */
export function LinesView({ standard, tables }: { standard: Standard; tables: readonly Table[] }) {
  const { rural, urban, citation } = standard.lines
  const { scoring } = standard
  return (
    <Section title={{ vi: 'Mức thu nhập và điểm', en: 'Lines and cuts' }}>
      <div class="standards-lines-frame">
        <table class="standards-lines">
          <caption class="only-heard">{say({ vi: 'Mức thu nhập và điểm', en: 'Lines and cuts' })}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col" class="number">
                {say({ vi: 'Nông thôn', en: 'Rural' })}
              </th>
              <th scope="col" class="number">
                {say({ vi: 'Thành thị', en: 'Urban' })}
              </th>
            </tr>
          </thead>
          <tbody>
            <Row label={words.poor} rural={money(rural.poor)} urban={money(urban.poor)} />
            {rural.nearPoor && <Row label={words.near} rural={money(rural.nearPoor)} urban={money(urban.nearPoor)} />}
            <Row label={words.average} rural={money(rural.average)} urban={money(urban.average)} />
            <Row label={words.b1} rural={points(scoring?.cuts?.rural.poor)} urban={points(scoring?.cuts?.urban.poor)} />
            {scoring?.cuts?.rural.nearPoor && (
              <Row
                label={words.b1Near}
                rural={points(scoring.cuts.rural.nearPoor)}
                urban={points(scoring.cuts.urban.nearPoor)}
              />
            )}
          </tbody>
        </table>
      </div>
      <p>
        {scoring
          ? say(
              { vi: 'Mỗi chỉ số thiếu hụt tính {n} điểm B2.', en: 'Each lacking indicator counts {n} B2 points.' },
              { n: scoring.pointsPerLacking.value },
            )
          : say({ vi: 'Chưa có cách tính điểm B1, B2.', en: 'The scoring of B1 and B2 is not known.' })}{' '}
        {scoring && <MarkNote mark={scoring.pointsPerLacking.mark} />}
      </p>
      <Cited citation={citation} standard={standard} />
      {tables.map((table) => (
        <p key={table.id}>
          {say({ vi: 'Bảng điểm:', en: 'Points table:' })} {say(table.name)} ({table.version}){' '}
          <MarkNote mark={table.mark} />
        </p>
      ))}
    </Section>
  )
}

const words = {
  poor: { vi: 'Chuẩn nghèo về thu nhập, một người một tháng', en: 'Income line, a person a month' },
  near: { vi: 'Chuẩn cận nghèo về thu nhập', en: 'Near-poor income line' },
  average: { vi: 'Mức sống trung bình', en: 'Average living standard' },
  b1: { vi: 'Mức xét theo điểm B1', en: 'B1 cut' },
  b1Near: { vi: 'Mức xét cận nghèo theo điểm B1', en: 'Near-poor B1 cut' },
} as const satisfies Record<string, Said>

const Unknown = () => <span class="quiet">{say({ vi: 'chưa rõ', en: 'not known' })}</span>

const shownAs = (held: Marked<number> | undefined, show: (value: number) => string) =>
  held ? (
    <>
      {show(held.value)} <MarkNote mark={held.mark} />
      {held.note && <small class="hint">{held.note}</small>}
    </>
  ) : (
    <Unknown />
  )

const money = (held: Marked<Vnd> | undefined) => shownAs(held, (value) => showMoney(value as Vnd))
const points = (held: Marked<number> | undefined) => shownAs(held, showNumber)

type RowProps = { readonly label: Said; readonly rural: ComponentChildren; readonly urban: ComponentChildren }

const Row = ({ label, rural, urban }: RowProps) => (
  <tr>
    <th scope="row">{say(label)}</th>
    <td class="number">{rural}</td>
    <td class="number">{urban}</td>
  </tr>
)
