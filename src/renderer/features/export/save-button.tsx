import { useState } from 'react'
import type { FileId } from '../../../shared/model/ids.ts'
import { host } from '../../host/host.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import text from '../../ui/text.module.css'
import { finishSaving } from '../saved-file.ts'
import styles from './export.module.css'

/** Hands a finished file over, and says what became of it. */
export function SaveButton({ fileId, name }: { readonly fileId: FileId; readonly name: string }) {
  const [said, setSaid] = useState('')
  const save = async (): Promise<void> => {
    setSaid(finishSaving(await host.call('exports.save', { fileId }), name))
  }
  return (
    <span className={styles['save']}>
      <span className={classes(text['soft'], text['small'])}>{said}</span>
      <Button
        look="line"
        aria-label={`Save ${name}`}
        onClick={() => {
          void save()
        }}
      >
        Save…
      </Button>
    </span>
  )
}
