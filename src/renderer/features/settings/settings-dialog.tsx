import { useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { CheckField } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import text from '../../ui/text.module.css'
import { useShell } from '../shell-store.ts'
import { choices } from '../words.ts'
import { HouseStyleField } from '../checks/house-style.tsx'
import { useCheckList } from '../checks/store.ts'
import { LibraryName } from './library-name.tsx'
import { People } from './people.tsx'
import styles from './settings.module.css'
import { readAutocorrect, setAutocorrect } from './autocorrect.ts'
import { readTheme, setTheme, THEME_NAMES } from './theme.ts'
import type { Theme } from './theme.ts'

/** People with their roles, the appearance, typing, and what the checks follow. */
export function SettingsDialog() {
  const hide = useShell((shell) => shell.hide)
  const [theme, setShown] = useState<Theme>(readTheme)
  const [corrects, setCorrects] = useState(readAutocorrect)
  const { inText, setInText } = useCheckList(useShallow(({ inText, setInText }) => ({ inText, setInText })))
  return (
    <Dialog
      title="Settings"
      onClose={hide}
      footer={
        <Button look="line" onClick={hide}>
          Close
        </Button>
      }
    >
      <h3 className={text['strong']}>Appearance</h3>
      <div className={styles['theme']}>
        <Segmented
          label="Appearance"
          value={theme}
          options={choices(THEME_NAMES)}
          onChange={(next) => {
            setTheme(next)
            setShown(next)
          }}
        />
      </div>
      <h3 className={text['strong']}>Typing</h3>
      <div className={styles['theme']}>
        <CheckField
          label="Correct while typing: quotes, dashes, ellipses, and lists begun by “-” or “1.”"
          checked={corrects}
          onChange={({ target }) => {
            setAutocorrect(target.checked)
            setCorrects(target.checked)
          }}
        />
      </div>
      <h3 className={text['strong']}>Checks</h3>
      <div className={classes(styles['theme'], styles['checks'])}>
        <HouseStyleField />
        <CheckField
          label="Underline slips in the text: spelling and doubled words"
          checked={inText}
          onChange={({ target }) => setInText(target.checked)}
        />
      </div>
      <h3 className={text['strong']}>This desk</h3>
      <div className={styles['theme']}>
        <LibraryName />
      </div>
      <h3 className={text['strong']}>People</h3>
      <People />
    </Dialog>
  )
}
