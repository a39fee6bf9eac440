/** On the page of a session: who came without a seat, matched to somebody of the roster or undone. */
import { useState } from 'preact/hooks'
import { OfficialPicker } from '#features/people/roster/ui/OfficialPicker.tsx'
import type { ClassSessionId, OfficialId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import type { Clash } from '../../sessions/model.ts'
import { clashesSaid } from '../../sessions/rules.ts'
import { walkInColumns } from '../columns.ts'
import type { WalkIn } from '../model.ts'
import { addWalkIn, listWalkIns, matchWalkIn, undoWalkIn, walkInsFile } from './calls.ts'

const title = { vi: 'Người đến thêm', en: 'Walk-ins' }
type Matched = { readonly name: string; readonly clashes: readonly Clash[] }
type Doing = { readonly act: 'match' | 'undo'; readonly of: WalkIn } | { readonly act: 'add' }

export function WalkIns({ classSessionId }: { classSessionId: ClassSessionId }) {
  const read = useRead(listWalkIns, { classSessionId })
  const [doing, setDoing] = useState<Doing | null>(null)
  const [matched, setMatched] = useState<Matched | null>(null)
  const close = () => setDoing(null)
  const acts = {
    key: 'act',
    head: { vi: 'Việc', en: 'Act' },
    act: true as const,
    cell: (row: WalkIn) => (
      <>
        {row.state === 'taken' && !row.own && (
          <Button look="quiet" onClick={() => setDoing({ act: 'match', of: row })}>
            {say({ vi: 'Ghép', en: 'Match' })}
          </Button>
        )}
        {row.state !== 'undone' && (
          <Button look="quiet" onClick={() => setDoing({ act: 'undo', of: row })}>
            {say({ vi: 'Bỏ', en: 'Undo' })}
          </Button>
        )}
      </>
    ),
  }
  return (
    <Section
      title={title}
      action={<Button onClick={() => setDoing({ act: 'add' })}>{say({ vi: 'Ghi người đến thêm', en: 'Add' })}</Button>}
    >
      <Reading of={read} rows={2}>
        {({ rows }) => (
          <Listing<WalkIn>
            name="walk-ins"
            pageName="trang-den-them"
            caption={title}
            rows={rows}
            rowKey={(row) => row.classWalkInId}
            file={listAs(walkInsFile, { classSessionId })}
            columns={[...shown(walkInColumns), acts]}
            empty={<Empty title={{ vi: 'Không có ai đến thêm.', en: 'Nobody came without a seat.' }} />}
          />
        )}
      </Reading>
      {doing?.act === 'add' && <AddDialog classSessionId={classSessionId} onClose={close} />}
      {matched && matched.clashes.length > 0 && (
        <Notice look="waits">
          {say(
            {
              vi: '{name} có chỗ trong lớp và có mặt buổi này, nhưng chưa được xếp vào buổi sắp tới còn vướng: {what}',
              en: '{name} has a seat and is present here, but is not put into sessions to come at which they are elsewhere: {what}',
            },
            { name: matched.name, what: say(clashesSaid(matched.clashes)) },
          )}
        </Notice>
      )}
      {doing?.act === 'match' && <MatchDialog of={doing.of} onMatched={setMatched} onClose={close} />}
      {doing?.act === 'undo' && <UndoDialog of={doing.of} onClose={close} />}
    </Section>
  )
}

function AddDialog({ classSessionId, onClose }: { classSessionId: ClassSessionId; onClose: () => void }) {
  const draft = useDraft('checkin.addWalkIn', classSessionId)
  const classWalkInId = useMade(draft, 'id', newId<'class_walk_in'>)
  const [name, setName] = useTyped(draft, 'name', '')
  const adding = useChange(addWalkIn, { draft })
  const whyNot = name.trim() ? null : { vi: 'Ghi họ tên.', en: 'Write the name.' }
  const add = async () => {
    if (!whyNot && (await adding.run({ classSessionId, classWalkInId, name: name.trim() }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Ghi người đến thêm', en: 'Write down a walk-in' }} onClose={onClose}>
      <Form
        draft={draft}
        onSubmit={() => void add()}
        problem={adding.problem}
        actions={
          <Button look="primary" submit pending={adding.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi', en: 'Write down' })}
          </Button>
        }
      >
        <TextField
          at="name"
          label={{ vi: 'Họ tên', en: 'Name' }}
          required
          maxLength={100}
          value={name}
          onChange={setName}
        />
      </Form>
    </Dialog>
  )
}

type MatchProps = {
  readonly of: WalkIn
  readonly onMatched: (matched: Matched) => void
  readonly onClose: () => void
}
function MatchDialog({ of, onMatched, onClose }: MatchProps) {
  const { classWalkInId } = of
  const draft = useDraft('checkin.matchWalkIn', classWalkInId)
  const [who, setWho] = useTyped<{ id: OfficialId | null; told: string }>(draft, 'who', {
    id: of.officialId,
    told: of.officialName ?? '',
  })
  const matching = useChange(matchWalkIn, { draft })
  const whyNot = who.id ? null : { vi: 'Chọn cán bộ trong sổ.', en: 'Choose somebody of the roster.' }
  const match = async () => {
    const done = who.id && (await matching.run({ classWalkInId, officialId: who.id }))
    if (!done) return
    onMatched({ name: of.name, clashes: done.clashes })
    onClose()
  }
  return (
    <Dialog title={{ vi: 'Ghép với cán bộ trong sổ', en: 'Match to the roster' }} onClose={onClose}>
      <p>
        {say(
          {
            vi: '{name} được ghi có mặt buổi này và có chỗ trong lớp.',
            en: '{name} is marked as present in this session and has a seat in the class.',
          },
          { name: of.name },
        )}
      </p>
      <Form
        draft={draft}
        onSubmit={() => void match()}
        problem={matching.problem}
        actions={
          <Button look="primary" submit pending={matching.pending} whyNot={whyNot}>
            {say({ vi: 'Ghép', en: 'Match' })}
          </Button>
        }
      >
        <OfficialPicker
          at="officialId"
          label={{ vi: 'Cán bộ', en: 'Official' }}
          required
          chosen={who.told || null}
          first={who.id ? undefined : of.name}
          onChoose={(id, told) => setWho({ id, told })}
        />
      </Form>
    </Dialog>
  )
}

function UndoDialog({ of: { classWalkInId, name, state }, onClose }: { of: WalkIn; onClose: () => void }) {
  const draft = useDraft('checkin.undoWalkIn', classWalkInId)
  const undoing = useChange(undoWalkIn, { draft })
  return (
    <ReasonDialog
      title={{ vi: 'Bỏ người đến thêm', en: 'Undo a walk-in' }}
      what={{
        vi: `${name}: không tính là đến học. Đã ghép thì điểm danh do ghép được bỏ; chỗ trong lớp cũng bỏ nếu người ấy không có mặt buổi nào khác.`,
        en: `${name} did not come. Where matched, the mark by the match is taken back, and the seat where they were in no other session.`,
      }}
      deed={{ vi: 'Bỏ', en: 'Undo' }}
      draft={draft}
      pending={undoing.pending}
      problem={undoing.problem}
      onGive={async (because) => {
        const seen = state === 'matched' ? 'matched' : 'taken'
        if (await undoing.run({ classWalkInId, seen, because })) onClose()
      }}
      onClose={onClose}
    />
  )
}
