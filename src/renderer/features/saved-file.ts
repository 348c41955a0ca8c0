import type { Outcome, SaveOutcome } from '../../shared/contract.ts'
import { announce } from '../ui/announcer.tsx'

/** A browser saves what a link with `download` leads to. */
function download(url: string, name: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
}

/** Ends the saving of a file: fetches it where the window has to, and says aloud and answers what became of it. */
export function finishSaving(outcome: Outcome<SaveOutcome>, name: string): string {
  const words = wordsOf(outcome)
  if (outcome.ok && outcome.value.kind === 'download') download(outcome.value.url, name)
  announce(words)
  return words
}

function wordsOf(outcome: Outcome<SaveOutcome>): string {
  if (!outcome.ok) return outcome.error.message
  switch (outcome.value.kind) {
    case 'saved':
      return `Saved as ${outcome.value.name}`
    case 'download':
      return 'Downloaded'
    case 'cancelled':
      return 'Not saved'
  }
}
