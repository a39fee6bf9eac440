/** Rooms above bring their own parts to the page of a unit (who is responsible there). */
import type { ComponentType } from 'preact'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'
import { placeFor } from '#platform/web/room.ts'

export type AreaPanelProps = { readonly areaId: AreaId; readonly day: PlainDate }
export type AreaPanel = {
  /** Stands in the address (`?the=`). */
  readonly key: string
  readonly label: Said
  readonly panel: ComponentType<AreaPanelProps>
}

export const areaPanels = placeFor<AreaPanel>('area')
