/** All who hold a post in a unit, chosen at once: who has died or left holds none. */
import { useState } from 'preact/hooks'
import { AreaPicker } from '#features/areas/ui/AreaPicker.tsx'
import { listOfficials, listPosts } from '#features/people/roster/ui/calls.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, OfficialId } from '#kernel/ids.ts'
import { send } from '#platform/web/calls.ts'
import { today } from '#platform/web/day.ts'
import { useDraftHere, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { asProblem, type WebProblem } from '#platform/web/problem.ts'
import { useRead } from '#platform/web/reads.ts'
import { mostNominated } from '../model.ts'

export type Official = { readonly officialId: OfficialId; readonly name: string }
type Unit = { readonly areaId: AreaId; readonly name: string }
type Props = {
  readonly areaId: AreaId
  readonly chosen: readonly Official[]
  readonly onAdd: (people: readonly Official[]) => void
}

type Asked = { readonly areaId: AreaId; readonly post: string; readonly day: PlainDate }
/** All of them, page by page, as far as may be nominated at once. */
async function everyone(asked: Asked): Promise<Official[]> {
  const people: Official[] = []
  for (let page = 1; people.length <= mostNominated; page++) {
    const { rows, total } = await send(listOfficials, { ...asked, page }, {})
    people.push(
      ...rows
        .filter(({ died }) => died === null)
        .map(({ officialId, name, unitName }) => ({ officialId, name: `${name} (${unitName})` })),
    )
    if (rows.length === 0 || people.length >= total) break
  }
  return people
}

export function ByPost({ areaId, chosen, onAdd }: Props) {
  const draft = useDraftHere()
  const [post, setPost] = useTyped<string | null>(draft, 'byPost', null)
  const [unit, setUnit] = useTyped<Unit | null>(draft, 'byUnit', null)
  const [problem, setProblem] = useState<WebProblem | null>(null)
  const [pending, setPending] = useState(false)
  const posts = useRead(listPosts, {})
  const asked = post ? { areaId: unit?.areaId ?? areaId, post, day: today() } : null
  const held = useRead(listOfficials, asked)
  const total = asked ? held.data?.total : undefined
  const whyNot = !post
    ? { vi: 'Chọn chức danh.', en: 'Choose a post.' }
    : total === 0
      ? { vi: 'Không ai đang giữ chức danh này ở đây.', en: 'Nobody holds this post here.' }
      : (total ?? 0) > mostNominated
        ? {
            vi: `Quá ${mostNominated} người: chọn đơn vị nhỏ hơn.`,
            en: `More than ${mostNominated} people: choose a smaller unit.`,
          }
        : null
  const add = async () => {
    if (!asked || whyNot) return
    setPending(true)
    setProblem(null)
    try {
      onAdd(await everyone(asked))
    } catch (fault) {
      setProblem(asProblem(fault))
    } finally {
      setPending(false)
    }
  }
  return (
    <details open={chosen.length === 0 && post !== null}>
      <summary>{say({ vi: 'Chọn nhiều người theo chức danh, đơn vị', en: 'Choose many by post and unit' })}</summary>
      <div class="form-body">
        <ChoiceField<string>
          as="select"
          label={{ vi: 'Đang giữ chức danh', en: 'Who hold the post' }}
          choices={(posts.data?.posts ?? []).map((one) => ({ value: one.post, label: one.said }))}
          value={post}
          onChange={setPost}
        />
        <AreaPicker
          label={{ vi: 'Ở đơn vị và các đơn vị bên dưới', en: 'At the unit and below it' }}
          hint={{ vi: 'Để trống là cả đơn vị đang xem.', en: 'Empty: all of the unit that is looked at.' }}
          day={today()}
          under={areaId}
          chosen={unit?.name ?? null}
          onChoose={(chosenId, name) => setUnit({ areaId: chosenId, name })}
        />
        <Button pending={pending} whyNot={whyNot} onClick={() => void add()}>
          {total
            ? say({ vi: 'Thêm {n} người', en: 'Add {n} {n:person|people}' }, { n: showNumber(total) })
            : say({ vi: 'Thêm người', en: 'Add them' })}
        </Button>
        <ProblemNote of={problem} />
      </div>
    </details>
  )
}
