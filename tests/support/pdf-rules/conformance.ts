import { ANNOTATION_RULES } from './annotations.ts'
import { openBook } from './book.ts'
import { DOCUMENT_RULES } from './document.ts'
import { FONT_RULES } from './fonts.ts'
import { PLACE_RULES } from './places.ts'
import { readFinished } from './read.ts'
import type { Finished } from './read.ts'
import type { Rule } from './rule.ts'
import { STRUCTURE_RULES } from './structure.ts'
import { TABLE_RULES } from './tables.ts'

/**
 * Whether a finished file keeps the rules of PDF/A-3a and PDF/UA-1 that can be looked up in its objects. What a page
 * draws is not looked at: the tools that do are in no registry that this project installs from, and the typesetter's
 * drawing passed them.
 */
export const RULES: readonly Rule[] = [
  ...DOCUMENT_RULES,
  ...FONT_RULES,
  ...STRUCTURE_RULES,
  ...TABLE_RULES,
  ...ANNOTATION_RULES,
  ...PLACE_RULES,
]

export type Fault = { readonly rule: string; readonly clause: string; readonly says: string }

/** Throws NotPdf for bytes that are no finished file. */
export function faultsOf(bytes: Uint8Array): readonly Fault[] {
  return faultsIn(readFinished(bytes))
}

export function faultsIn(file: Finished): readonly Fault[] {
  const book = openBook(file)
  return RULES.flatMap(({ name, clause, faults }) =>
    faults(book).map((says) => ({ rule: name, clause, says })),
  )
}
