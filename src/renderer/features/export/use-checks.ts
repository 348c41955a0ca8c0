import { useEffect, useRef, useState } from 'react'
import type { Outcome } from '../../../shared/contract.ts'
import { announce } from '../../ui/announcer.tsx'
import { cancelJob } from '../jobs.ts'
import type { Checked, OnJob } from './check-pdf.ts'
import { verdictInWords } from './check-words.ts'

/** `isNew`: it was signed here, and lies nowhere yet. */
export type Looked = { readonly checked: Checked; readonly isNew: boolean }

/** What has come of the last check. */
export type Found =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'looked'; readonly looked: Looked }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'cancelled'; readonly message: string }

/** A file that is being read; its job is null until main has been asked. */
type Reading = { readonly name: string; readonly job: string | null }

function foundBy(outcome: Outcome<Checked>, name: string, isNew: boolean): Found {
  if (outcome.ok) return { kind: 'looked', looked: { checked: outcome.value, isNew } }
  return outcome.error.code === 'cancelled'
    ? { kind: 'cancelled', message: `Cancelled: ${name} was not checked.` }
    : { kind: 'refused', message: outcome.error.message }
}

/** A refusal is an alert, and speaks for itself. */
function tell(found: Found): void {
  if (found.kind === 'looked') announce(verdictInWords(found.looked.checked))
  if (found.kind === 'cancelled') announce(found.message)
}

/** One check at a time: of a file that was chosen before another, nothing is shown any more. */
export function useChecks() {
  const [found, setFound] = useState<Found>({ kind: 'nothing' })
  const [reading, setReading] = useState<Reading | null>(null)
  const current = useRef<Reading | null>(null)
  const cancel = (): void => {
    if (typeof current.current?.job === 'string') cancelJob(current.current.job)
  }
  useEffect(
    () => () => {
      const job = current.current?.job ?? null
      current.current = null
      if (job !== null) cancelJob(job)
    },
    [],
  )
  const read = async (
    name: string,
    isNew: boolean,
    work: (onJob: OnJob) => Promise<Outcome<Checked>>,
  ): Promise<void> => {
    cancel()
    let mine: Reading = { name, job: null }
    current.current = mine
    setReading(mine)
    // What was found of a file stays while the same one, signed once more, is read.
    if (!isNew) setFound({ kind: 'nothing' })
    announce(readingInWords(name))
    const outcome = await work((job) => {
      if (current.current !== mine) return
      mine = { name, job }
      current.current = mine
      setReading(mine)
    })
    if (current.current !== mine) return
    current.current = null
    setReading(null)
    const next = foundBy(outcome, name, isNew)
    setFound(next)
    tell(next)
  }
  return { found, reading, read, cancel }
}

export const readingInWords = (name: string): string => `Reading and checking ${name}…`
