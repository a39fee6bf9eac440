/**
 * The buttons a call offers, as a table of its contract: name -> the right behind it, and what else the room decides by
 * (the action of its table of steps, say). `can: [...]` of the answer is typed by the table's names, so that a screen
 * cannot ask for a button that is not there, and no button stands without a right.
 */
import { Type } from 'typebox'
import { type Actor, can, type GrantedRight } from './access.ts'
import type { AreaId } from './ids.ts'

export type Buttons<More extends object = object> = Readonly<Record<string, { readonly right: GrantedRight } & More>>
type NameOf<Table> = keyof Table & string

/** The schema of `can` in an answer: names of the table. */
export const CanSchema = <Table extends Buttons>(table: Table) =>
  Type.Array(Type.Unsafe<NameOf<Table>>(Type.Enum(Object.keys(table))))

type Standing<Table> = (button: Table[NameOf<Table>], name: NameOf<Table>) => boolean

/** The buttons whose right the actor holds over the area (`over`: it and all above) and that stand now. */
export const buttonsFor = <const Table extends Buttons>(
  table: Table,
  { actor, over }: { readonly actor: Actor; readonly over: readonly AreaId[] },
  stands: Standing<Table> = () => true,
): NameOf<Table>[] =>
  (Object.entries(table) as [NameOf<Table>, Table[NameOf<Table>]][])
    .filter(([name, button]) => can(actor, button.right, over) && stands(button, name))
    .map(([name]) => name)
