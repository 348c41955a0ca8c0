import { useState } from 'react'
import type { HighlightColour } from '../../../shared/document/word-attributes.ts'
import { Button } from '../../ui/button.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useReview } from '../review/store.ts'
import { useShell } from '../shell-store.ts'
import styles from './marker.module.css'

/** Of Word's sixteen those that black letters are read on, there as here. */
const COLOURS: readonly (readonly [HighlightColour, string])[] = [
  ['yellow', 'Yellow'],
  ['green', 'Green'],
  ['cyan', 'Cyan'],
  ['magenta', 'Magenta'],
  ['red', 'Red'],
  ['lightGray', 'Light grey'],
]

/** Which colour the selected words are marked with. */
export function MarkerDialog() {
  const hide = useShell((shell) => shell.hide)
  const editor = useReview((store) => store.editor)
  const [place] = useState(() => editor?.markerPlace() ?? null)
  const [colour, setColour] = useState<HighlightColour>(
    COLOURS.find(([one]) => one === place?.colour)?.[0] ?? 'yellow',
  )
  const mark = (wanted: HighlightColour | null): void => {
    editor?.setMarker(wanted)
    hide()
  }
  return (
    <FormDialog
      title="Text marker"
      submit="Mark the words"
      acts={
        place !== null &&
        place.colour !== null && <Button onClick={() => mark(null)}>Remove the marker</Button>
      }
      onSubmit={() => mark(colour)}
      onClose={hide}
    >
      <fieldset className={styles['colours']}>
        <legend>Colour of “{place?.words ?? ''}”</legend>
        {COLOURS.map(([value, name]) => (
          <label key={value} className={styles['colour']}>
            <input
              type="radio"
              name="marker-colour"
              checked={value === colour}
              onChange={() => setColour(value)}
            />
            <span className={styles['band']} data-colour={value}>
              {name}
            </span>
          </label>
        ))}
      </fieldset>
    </FormDialog>
  )
}
