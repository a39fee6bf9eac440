import { useState } from 'preact/hooks'
import { classWords } from '#kernel/classes.ts'
import { fetchDocument, href } from '#platform/web/calls.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { say } from '#platform/web/language.ts'
import { saveFile } from '#platform/web/saveFile.ts'
import { watchWork } from '#platform/web/tray.ts'
import type { DecisionAnswer } from '../../ui/answers.ts'
import { certificatesPdf } from './calls.ts'

type Which = 'all' | 'poor' | 'near_poor'
const choices = [
  { value: 'all', label: { vi: 'Hộ nghèo và hộ cận nghèo', en: 'Poor and near-poor' } },
  { value: 'poor', label: classWords.poor },
  { value: 'near_poor', label: classWords.near_poor },
] as const

const noHousehold = { vi: 'Không có hộ nào.', en: 'There is no household.' }
const allEnded = {
  vi: 'Các giấy này đều đã hết hiệu lực; mở giấy của từng hộ ở danh sách dưới.',
  en: 'All of these have ended; open that of each household in the list below.',
}

/** All certificates that hold in one file: made while one goes on working, ready in the tray. */
export function CertificatesButton({ of, final }: { of: DecisionAnswer; final: boolean }) {
  const [which, setWhich] = useState<Which>('all')
  const isAsked = (one: { class: string }) =>
    one.class === which || (which === 'all' && (one.class === 'poor' || one.class === 'near_poor'))
  const listed = of.counts.filter(isAsked).reduce((sum, one) => sum + one.households, 0)
  const total = final ? of.standing.filter(isAsked).reduce((sum, one) => sum + one.count, 0) : listed
  const whyNot = total === 0 ? (listed === 0 ? noHousehold : allEnded) : null
  const print = () => {
    const address = href(certificatesPdf, {
      decisionId: of.decisionId,
      ...(final && { final: true }),
      ...(which !== 'all' && { class: which }),
    })
    printInTray(address, total)
  }
  return (
    <>
      <ChoiceField<Which>
        label={{ vi: 'Của hộ nào', en: 'Of whom' }}
        required
        as="select"
        choices={choices}
        value={which}
        onChange={setWhich}
      />
      <Button whyNot={whyNot} onClick={print}>
        {say(final ? { vi: 'In {n} giấy', en: 'Print {n}' } : { vi: 'In nháp {n} giấy', en: 'Draft {n}' }, {
          n: total,
        })}
      </Button>
    </>
  )
}

/** The file is fetched once; the tray says when it is there, and holds it until it is put away. */
function printInTray(address: string, total: number): void {
  let state: 'on_its_way' | 'here' | Error = 'on_its_way'
  const fetched = async () => saveFile(await fetchDocument(address))
  fetched().then(
    () => {
      state = 'here'
    },
    (fault) => {
      state = fault instanceof Error ? fault : new Error(String(fault))
    },
  )
  watchWork({
    title: say({ vi: 'In {n} giấy chứng nhận', en: 'Printing {n} certificates' }, { n: total }),
    everyMs: 400,
    ask: async () => {
      if (state instanceof Error) throw state
      return { done: state === 'here' ? total : 0, total, finished: state === 'here' }
    },
  })
}
