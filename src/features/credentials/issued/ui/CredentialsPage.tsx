/** The credentials of the people of a unit: valid, ending soon, expired, revoked; many are extended or revoked in one act. */
import { useState } from 'preact/hooks'
import type { AreaId, CredentialRuleId, TrainingClassId } from '#kernel/ids.ts'
import { useFilter, usePageNumber, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { choicesOf, FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { type ListFile, listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { SearchWords } from '#platform/web/kit/SearchWords.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { ExtendDialog } from '../../extensions/ui/ExtendDialog.tsx'
import { credentialColumns } from '../columns.ts'
import {
  type Basis,
  bases,
  type Credential,
  type CredentialState,
  credentialStates,
  groundGone,
  type Left,
} from '../model.ts'
import { credentialsFile, issueNow, listCredentials } from './calls.ts'
import { type CredentialsAnswer, credentialPath } from './credential.ts'
import { EnterCredentialDialog } from './EnterCredentialDialog.tsx'
import { LeftPeople } from './LeftPeople.tsx'
import { RevokeDialog } from './RevokeDialog.tsx'
import { StateBadge } from './StateBadge.tsx'

const title = { vi: 'Chứng nhận tập huấn', en: 'Credentials' }

export default function CredentialsPage() {
  const { areaId } = useArea()
  return areaId ? (
    <Credentials areaId={areaId} />
  ) : (
    <Page title={title}>
      <NoPermission right="training.read" />
    </Page>
  )
}

function Credentials({ areaId }: { areaId: AreaId }) {
  const [page] = usePageNumber()
  const [state] = useFilter('tinh-trang')
  const [basis] = useFilter('can-cu')
  const [rule] = useFilter('chung-nhan')
  const [ground] = useFilter('can-cu-con')
  const [ofClass] = useFilter('lop')
  const [q] = useFilter('q')
  const [entering, setEntering] = useState(false)
  const filters = {
    ...(state && { state: state as CredentialState }),
    ...(basis && { credentialBasis: basis as Basis }),
    ...(rule && { ruleId: rule as CredentialRuleId }),
    ...(ground === 'khong' && { groundless: true as const }),
    ...(ofClass && { trainingClassId: ofClass as TrainingClassId }),
    ...(q && { q }),
  }
  const asked = { areaId, ...filters }
  const read = useRead(listCredentials, { ...asked, page })
  const rules = read.data?.rules ?? []
  return (
    <Page title={title} action={<Deeds areaId={areaId} of={read.data} onEnter={() => setEntering(true)} />}>
      <Filters>
        <SearchWords label={{ vi: 'Tìm theo tên', en: 'Find by name' }} />
        <FilterChoice
          name="tinh-trang"
          label={{ vi: 'Tình trạng', en: 'State' }}
          choices={choicesOf(credentialStates)}
        />
        <FilterChoice
          name="chung-nhan"
          label={{ vi: 'Chứng nhận', en: 'Credential' }}
          choices={rules.map(({ ruleId: value, name: label }) => ({ value, label }))}
        />
        <FilterChoice name="can-cu" label={{ vi: 'Căn cứ', en: 'Basis' }} choices={choicesOf(bases)} />
        <FilterChoice
          name="can-cu-con"
          label={{ vi: 'Căn cứ còn hay không', en: 'Whether its basis stands' }}
          choices={[{ value: 'khong', label: groundGone }]}
        />
        {ofClass && (
          <FilterChoice
            name="lop"
            label={{ vi: 'Lớp', en: 'Class' }}
            choices={[{ value: ofClass, label: { vi: 'Lớp đã chọn', en: 'The chosen class' } }]}
          />
        )}
      </Filters>
      <Reading of={read} rows={8}>
        {(data) => <List of={data} file={listAs(credentialsFile, asked)} filtered={Object.keys(filters).length > 0} />}
      </Reading>
      {entering && <EnterCredentialDialog areaId={areaId} rules={rules} onClose={() => setEntering(false)} />}
    </Page>
  )
}

type DeedsProps = { readonly areaId: AreaId; readonly of: CredentialsAnswer | null; readonly onEnter: () => void }

function Deeds({ areaId, of, onEnter }: DeedsProps) {
  const issuing = useChange(issueNow)
  const [done, setDone] = useState<number | null>(null)
  const [left, setLeft] = useState<readonly Left[]>([])
  const to = useTo()
  const issue = async () => {
    const answer = await issuing.run({ areaId })
    if (!answer) return
    setDone(answer.issued)
    setLeft(answer.left)
  }
  return (
    <>
      {of?.mayIssue && (
        <>
          <Button
            look="primary"
            onClick={onEnter}
            whyNot={of.rules.length > 0 ? null : { vi: 'Tỉnh chưa có điều kiện cấp.', en: 'The province has no rule.' }}
          >
            {say({ vi: 'Ghi chứng nhận', en: 'Enter a credential' })}
          </Button>
          <Button pending={issuing.pending} onClick={() => void issue()}>
            {say({ vi: 'Cấp ngay theo lớp đã xong', en: 'Issue by completed classes' })}
          </Button>
        </>
      )}
      <LinkButton href={to('/chung-nhan/dieu-kien')}>{say({ vi: 'Điều kiện cấp', en: 'Rules' })}</LinkButton>
      <LinkButton href={to('/chung-nhan/gia-han')}>{say({ vi: 'Quyết định gia hạn', en: 'Extensions' })}</LinkButton>
      <LinkButton href={to('/chung-nhan/kiem-tra')}>{say({ vi: 'Khi giao việc', en: 'The gate' })}</LinkButton>
      {issuing.problem && <ProblemNote of={issuing.problem} />}
      {done !== null && (
        <p role="status">{say({ vi: 'Đã cấp {n} chứng nhận.', en: 'Issued: {n}.' }, { n: showNumber(done) })}</p>
      )}
      <LeftPeople
        areaId={areaId}
        of={left}
        onIssued={({ officialId }) => setLeft(left.filter((one) => one.officialId !== officialId))}
      />
    </>
  )
}

type ListProps = { readonly of: CredentialsAnswer; readonly file: ListFile; readonly filtered: boolean }
type Act = 'extend' | 'revoke'

function List({ of, file, filtered }: ListProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [open, setOpen] = useState<{ act: Act; rows: readonly Credential[] } | null>(null)
  const to = useTo()
  const may = (act: Act) => of.rows.filter(({ can }) => can.includes(act))
  const act = (act: Act, label: { vi: string; en: string }) => ({
    label,
    whyNot: may(act).length > 0 ? null : { vi: 'Không có chứng nhận nào ở đây làm được.', en: 'None here may be.' },
    run: (keys: readonly string[]) => {
      const rows = may(act).filter(({ credentialId }) => keys.includes(credentialId))
      if (rows.length > 0) setOpen({ act, rows })
    },
  })
  const done = () => {
    setOpen(null)
    setChosen(new Set())
  }
  const Open = open && { extend: ExtendDialog, revoke: RevokeDialog }[open.act]
  return (
    <>
      <Listing<Credential>
        name="credentials"
        caption={title}
        rows={of.rows}
        total={of.total}
        rowKey={(row) => row.credentialId}
        href={(row) => to(credentialPath(row.credentialId))}
        file={file}
        columns={shown(credentialColumns, {
          state: (row) => <StateBadge of={row} />,
        })}
        selection={
          of.rows.some(({ can }) => can.length > 0)
            ? {
                chosen,
                onChange: setChosen,
                mayChoose: ({ can }) => can.length > 0,
                actions: [
                  act('extend', { vi: 'Gia hạn', en: 'Extend' }),
                  act('revoke', { vi: 'Thu hồi', en: 'Revoke' }),
                ],
              }
            : undefined
        }
        empty={
          filtered ? (
            <Empty title={{ vi: 'Không có chứng nhận nào như vậy.', en: 'No such credential.' }} />
          ) : (
            <Empty
              title={{ vi: 'Chưa cấp chứng nhận nào.', en: 'No credential yet.' }}
              why={{
                vi: 'Tỉnh ghi điều kiện cấp; người hoàn thành lớp đúng chuyên đề thì được cấp, mỗi giờ một lần.',
                en: 'The province enters a rule; who completes a class of its topics is issued one, within the hour.',
              }}
            />
          )
        }
      />
      {open && Open && <Open of={open.rows} onDone={done} onClose={() => setOpen(null)} />}
    </>
  )
}
