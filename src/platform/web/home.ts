/** The home page takes parts of rooms: how far their work is, what changed. Each shows nothing where it has nothing. */
import type { ComponentType } from 'preact'
import { placeFor } from './room.ts'

export const homeParts = placeFor<ComponentType>('home')
