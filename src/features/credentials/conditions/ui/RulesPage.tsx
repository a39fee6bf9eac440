/** By which rules provinces issue credentials: each version from when, by which text, and how sure. */
import { useState } from 'preact/hooks'
import { useFilter, usePageNumber, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { choicesOf, FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { type ListFile, listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { SearchWords } from '#platform/web/kit/SearchWords.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { ruleColumns } from '../columns.ts'
import { type Rule, type RuleState, ruleStates } from '../model.ts'
import { listRules, rulesFile } from './calls.ts'
import { EndRuleDialog } from './EndRuleDialog.tsx'
import { FollowRuleDialog } from './FollowRuleDialog.tsx'
import { NewRuleDialog } from './NewRuleDialog.tsx'
import type { RulesAnswer } from './rule.ts'
import { WithdrawRuleDialog } from './WithdrawRuleDialog.tsx'

const title = { vi: 'Điều kiện cấp chứng nhận', en: 'Rules of credentials' }

export default function RulesPage() {
  const [page] = usePageNumber()
  const [state] = useFilter('tinh-trang')
  const { areaId } = useArea()
  const [q] = useFilter('q')
  const [entering, setEntering] = useState(false)
  const to = useTo()
  const asked = {
    ...(q && { q }),
    ...(state && { state: state as RuleState }),
    ...(areaId && { areaId }),
  }
  const read = useRead(listRules, { ...asked, page })
  return (
    <Page
      title={title}
      above={
        <Crumbs
          of={[{ label: { vi: 'Chứng nhận tập huấn', en: 'Credentials' }, href: to('/chung-nhan') }, { label: title }]}
        />
      }
      state={say({
        vi: 'Phần mềm không có sẵn điều kiện nào: tỉnh ghi theo văn bản của mình.',
        en: 'None is ready-made: a province enters them from its own texts.',
      })}
      action={
        (read.data?.mayEnterAt.length ?? 0) > 0 && (
          <Button look="primary" onClick={() => setEntering(true)}>
            {say({ vi: 'Ghi điều kiện', en: 'Enter a rule' })}
          </Button>
        )
      }
    >
      <Filters>
        <SearchWords label={{ vi: 'Tìm theo tên, căn cứ', en: 'Find by name or basis' }} />
        <FilterChoice name="tinh-trang" label={{ vi: 'Tình trạng', en: 'State' }} choices={choicesOf(ruleStates)} />
      </Filters>
      <Reading of={read} rows={6}>
        {(data) => <List of={data} file={listAs(rulesFile, asked)} />}
      </Reading>
      {entering && <NewRuleDialog provinces={read.data?.mayEnterAt ?? []} onClose={() => setEntering(false)} />}
    </Page>
  )
}

type Deed = Rule['can'][number]
const deeds: Readonly<Record<Deed, { vi: string; en: string }>> = {
  follow: { vi: 'Bản mới', en: 'New version' },
  end: { vi: 'Kết thúc', en: 'End' },
  withdraw: { vi: 'Rút', en: 'Withdraw' },
}
const deedNames = Object.keys(deeds) as Deed[]
const dialogs = { follow: FollowRuleDialog, end: EndRuleDialog, withdraw: WithdrawRuleDialog }

function List({ of, file }: { of: RulesAnswer; file: ListFile }) {
  const [open, setOpen] = useState<{ deed: Deed; of: Rule } | null>(null)
  const acts = {
    key: 'act',
    head: { vi: 'Việc', en: 'Act' },
    act: true as const,
    cell: (row: Rule) =>
      deedNames
        .filter((deed) => row.can.includes(deed))
        .map((deed) => (
          <Button key={deed} look="quiet" onClick={() => setOpen({ deed, of: row })}>
            {say(deeds[deed])}
          </Button>
        )),
  }
  const Open = open && dialogs[open.deed]
  return (
    <>
      <Listing<Rule>
        name="credential-rules"
        caption={title}
        rows={of.rows}
        rowKey={(row) => row.credentialRuleId}
        total={of.total}
        file={file}
        columns={[...shown(ruleColumns), ...(of.rows.some(({ can }) => can.length > 0) ? [acts] : [])]}
        empty={
          <Empty
            title={{ vi: 'Không có điều kiện nào như vậy.', en: 'No rule like that.' }}
            why={{
              vi: 'Chưa có điều kiện thì chưa ai được cấp chứng nhận, và không ai bị hỏi chứng nhận.',
              en: 'Without a rule nobody is issued a credential, and nobody is asked for one.',
            }}
          />
        }
      />
      {open && Open && <Open of={open.of} provinces={of.mayEnterAt} onClose={() => setOpen(null)} />}
    </>
  )
}
