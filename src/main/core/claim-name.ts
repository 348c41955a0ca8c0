import type { Claim } from '../../shared/model/claim.ts'

/** On one line, and short enough for the log. */
export function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return `“${line.length <= 100 ? line : `${line.slice(0, 99)}…`}”`
}

/** How the log names a claim. */
export function nameOf(claim: Pick<Claim, 'kind' | 'paraphrase' | 'quote'>): string {
  return `${claim.kind} ${shortened(claim.paraphrase === '' ? claim.quote : claim.paraphrase)}`
}
