import { commands } from '../../../shared/commands.ts'
import type { Command } from '../../../shared/commands.ts'
import { Dialog } from '../../ui/dialog.tsx'
import text from '../../ui/text.module.css'
import { isMac, keysInWords } from '../commands/keys.ts'
import { LIST_KEYS } from '../comments/row-keys.ts'
import { useShell } from '../shell-store.ts'
import styles from './palette.module.css'

const GROUPS: readonly Command['group'][] = ['File', 'Edit', 'Review', 'View', 'Go', 'Help']

/** The key table: the same list as the palette, for reading. */
export function KeysDialog() {
  const hide = useShell((shell) => shell.hide)
  const mac = isMac()
  const all: readonly Command[] = commands
  return (
    <Dialog title="Keys" onClose={hide}>
      {GROUPS.map((group) => (
        <table key={group} className={styles['table']}>
          <caption>{group}</caption>
          <tbody>
            {all
              .filter((command) => command.group === group)
              .map((command) => (
                <tr key={command.id}>
                  <th scope="row">{command.title}</th>
                  <td>
                    {command.keys.map((keys) => (
                      <kbd key={keys} className={text['kbd']}>
                        {keysInWords(keys, mac)}
                      </kbd>
                    ))}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      ))}
      <table className={styles['table']}>
        <caption>In the list of comments</caption>
        <tbody>
          {LIST_KEYS.map(([keys, does]) => (
            <tr key={does}>
              <th scope="row">{does}</th>
              <td>
                <kbd className={text['kbd']}>{keys.startsWith('Mod-') ? keysInWords(keys, mac) : keys}</kbd>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}
