import bars from '../../ui/bars.module.css'
import { classes } from '../../ui/classes.ts'
import text from '../../ui/text.module.css'
import { isMac, keysInWords } from '../commands/keys.ts'
import { ProgressLine } from '../shell/progress-line.tsx'
import styles from './desk.module.css'
import { HOW_TO_BEGIN } from './empty.tsx'
import { useDesk } from './store.ts'

/** What a search cannot find yet; nothing while nobody searches. */
function Unsearched() {
  const count = useDesk(({ shown }) =>
    shown === null || shown.look.query.trim() === '' ? 0 : shown.unsearched,
  )
  if (count === 0) return null
  const texts = count === 1 ? '1 text is' : `${count} texts are`
  return <output>{texts} still being read for the search; until then headline and slug are searched.</output>
}

/** The line under the list. */
export function Foot() {
  return (
    <footer className={classes(bars['status'], styles['span'])}>
      <span>{HOW_TO_BEGIN}</span>
      <Unsearched />
      <ProgressLine />
      <span className={text['grow']} />
      <span className={styles['hints']}>
        <kbd className={text['kbd']}>↑</kbd> <kbd className={text['kbd']}>↓</kbd> move{'\u2002'}
        <kbd className={text['kbd']}>Enter</kbd> open{'\u2002'}
        <kbd className={text['kbd']}>/</kbd> search{'\u2002'}
        <kbd className={text['kbd']}>{keysInWords('Mod-k', isMac())}</kbd> commands
      </span>
      <span className={bars['now']}>Offline, all saved here</span>
    </footer>
  )
}
