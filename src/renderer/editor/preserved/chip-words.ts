import type { PreservedAttrs } from '../../../shared/document/word-attributes.ts'
import { PRESERVED_NOUNS } from '../../../shared/names.ts'

/** What a reader hears of a chip, and what is shown over it. */
export function chipLabel({ kind, text }: Pick<PreservedAttrs, 'kind' | 'text'>): string {
  const words = text.replace(/\s+/g, ' ').trim()
  const [noun] = PRESERVED_NOUNS[kind]
  return words === '' ? `${noun}, kept as it is` : `${noun}, kept as it is: ${words}`
}

/** Said when a chip is selected: what it is, and what can be done with it. */
export function chipSelected(attrs: Pick<PreservedAttrs, 'kind' | 'text'>): string {
  return `${chipLabel(attrs)}. It can be moved, deleted and commented on, and is edited in Word.`
}
