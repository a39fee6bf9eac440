/** Cells into values that households alone know. Pure. */
import { wordFinder as finder } from '#kernel/cells.ts'
import { disabilityWords, jobWords, relationWords, schoolWords } from '../../model/words.ts'
import type { Relation } from '../../model.ts'

export const findRelation = finder<Relation>(relationWords, {
  head: ['chủ'],
  spouse: ['vợ', 'chồng', 'wife', 'husband'],
  child: ['con đẻ', 'con trai', 'con gái', 'con nuôi', 'son', 'daughter'],
  child_in_law: ['con dâu', 'con rể', 'dâu', 'rể'],
  parent: ['cha', 'bố', 'mẹ', 'bố/mẹ', 'bố đẻ', 'mẹ đẻ', 'father', 'mother'],
  parent_in_law: ['bố vợ', 'mẹ vợ', 'bố chồng', 'mẹ chồng', 'cha vợ', 'cha chồng', 'bố/mẹ vợ/chồng'],
  grandchild: ['cháu nội', 'cháu ngoại', 'cháu ruột'],
  grandparent: ['ông', 'bà', 'ông nội', 'bà nội', 'ông ngoại', 'bà ngoại'],
  sibling: ['anh', 'chị', 'em', 'anh trai', 'chị gái', 'em trai', 'em gái', 'anh em'],
})

export const findDisability = finder(disabilityWords)
export const findSchool = finder(schoolWords, {
  none: ['không học', 'chưa đi học', 'chưa tốt nghiệp'],
  lower_secondary: ['THCS'],
  upper_secondary: ['THPT'],
  university: ['đại học', 'trên đại học'],
})
export const findJob = finder(jobWords, { none: ['không'], farm: ['nông nghiệp', 'làm nông'], wage: ['làm thuê'] })
