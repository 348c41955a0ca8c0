import { Button } from '../../ui/button.tsx'
import { counted } from '../../ui/counted.ts'
import { Dialog } from '../../ui/dialog.tsx'
import text from '../../ui/text.module.css'
import { useShell } from '../shell-store.ts'
import { putRuleAside } from './actions.ts'
import styles from './checks.module.css'
import { useCheckList } from './store.ts'

/** So many of the words are shown; the others are a count. */
const SHOWN = 6

/** Every proposal of a rule at once: how many they are is said first. */
export function PutAsideDialog({ rule, title }: { readonly rule: string; readonly title: string }) {
  const hide = useShell((shell) => shell.hide)
  const rows = useCheckList((list) => list.rows)
  const some = rows.filter(({ proposal }) => proposal.rule === rule)
  const words = [...new Set(some.map(({ proposal }) => proposal.words))]
  const decide = (): void => {
    hide()
    putRuleAside(rule)
  }
  return (
    <Dialog
      title={`Put aside ${counted(some.length, 'proposal')} of “${title}”?`}
      onClose={hide}
      footer={
        <>
          <Button look="fill" onClick={decide}>
            Put aside {some.length}
          </Button>
          <Button onClick={hide}>Cancel</Button>
        </>
      }
    >
      <p className={styles['quoted']}>
        {words
          .slice(0, SHOWN)
          .map((each) => `“${each}”`)
          .join(', ')}
        {words.length > SHOWN && ` and ${words.length - SHOWN} more`}
      </p>
      <p className={text['soft']}>
        In their sentences these words are not proposed again by this rule; elsewhere, and when a sentence is
        edited, they are. All of it can be taken back under “put aside”.
      </p>
    </Dialog>
  )
}
