/** The law as it was pinned: standard and form by their hash, which never change under it. */
import { type Read, useRead } from '#platform/web/reads.ts'
import type { Form } from '../model/form.ts'
import type { Standard } from '../model/standard.ts'
import { law } from './calls.ts'

const useLaw = <T>(hash: string | null, kind: 'standard' | 'form'): Read<T> => {
  const read = useRead(law, hash ? { hash } : null)
  return { ...read, data: read.data?.kind === kind ? (read.data.document as T) : null }
}

export const useStandard = (hash: string | null): Read<Standard> => useLaw<Standard>(hash, 'standard')
export const useForm = (hash: string | null): Read<Form> => useLaw<Form>(hash, 'form')
