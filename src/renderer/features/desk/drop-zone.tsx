import { useEffect, useState } from 'react'
import { ACCEPTED, importFiles } from './import.ts'
import styles from './drop-zone.module.css'

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true
}

/** Takes files dropped anywhere in the window, and holds the file field that "Open a file…" clicks. */
export function DropZone() {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const drag = (event: DragEvent): void => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent): void => {
      if (!carriesFiles(event)) return
      setOver(false)
      // The text took it: a picture.
      if (event.defaultPrevented) return
      event.preventDefault()
      void importFiles([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragover', drag)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', drag)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  return (
    <>
      <input
        type="file"
        data-open-files=""
        multiple
        hidden
        accept={ACCEPTED}
        aria-label="Files to open"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          void importFiles(files)
        }}
      />
      {over && (
        <div className={styles['over']} aria-hidden="true">
          <p className={styles['words']}>Drop to begin a review</p>
        </div>
      )}
    </>
  )
}
