import { useState } from 'react'
import { host } from '../../host/host.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { counted } from '../../ui/counted.ts'
import text from '../../ui/text.module.css'
import styles from './history.module.css'

/** Recomputes the chains of the log and of the signatures, and says what was found. */
export function VerifyRecord({ articleId }: { readonly articleId: string }) {
  const [found, setFound] = useState<{ readonly ok: boolean; readonly words: string } | null>(null)
  const verify = async (): Promise<void> => {
    const outcome = await host.call('review.verify', { articleId })
    const result = outcome.ok
      ? {
          ok: outcome.value.ok,
          words: outcome.value.ok
            ? `The record is whole: ${counted(outcome.value.events, 'act')} and ${counted(outcome.value.signOffs, 'signature')}, every link holds.`
            : `The record is broken: ${outcome.value.broken}`,
        }
      : { ok: false, words: outcome.error.message }
    setFound(result)
    announce(result.words)
  }
  return (
    <>
      <Button
        onClick={() => {
          void verify()
        }}
      >
        Verify the record
      </Button>
      {found !== null && <p className={classes(styles['found'], !found.ok && text['stop'])}>{found.words}</p>}
    </>
  )
}
