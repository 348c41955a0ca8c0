import type { KeyboardEvent } from 'react'
import { useId, useState } from 'react'
import { commands } from '../../../shared/commands.ts'
import type { Command } from '../../../shared/commands.ts'
import { Dialog } from '../../ui/dialog.tsx'
import text from '../../ui/text.module.css'
import { run } from '../commands/dispatch.ts'
import { isMac, keysInWords } from '../commands/keys.ts'
import { inScope, scopeNow } from '../commands/scope.ts'
import { useShell } from '../shell-store.ts'
import styles from './palette.module.css'

/** Commands whose title holds every word typed. */
function matching(query: string): readonly Command[] {
  const screen = scopeNow()
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return commands.filter((command) => {
    if (command.id === 'palette.open' || !inScope(command.id, screen)) return false
    const title = `${command.title} ${command.group}`.toLowerCase()
    return words.every((word) => title.includes(word))
  })
}

/** Every command that is possible on this screen, with its keys. */
export function Palette() {
  const hide = useShell((shell) => shell.hide)
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const listId = useId()
  const found = matching(query)
  const current = found[Math.min(at, found.length - 1)]
  const mac = isMac()

  const choose = (id: string): void => {
    hide()
    // The dialog gives the focus back first; the command may move it.
    requestAnimationFrame(() => run(id))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && found.length > 0) {
      event.preventDefault()
      const next = (Math.min(at, found.length - 1) + step + found.length) % found.length
      setAt(next)
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' })
    }
    if (event.key === 'Enter' && current !== undefined) {
      event.preventDefault()
      choose(current.id)
    }
  }
  return (
    <Dialog title="Commands" onClose={hide} flush>
      <input
        type="text"
        className={styles['input']}
        role="combobox"
        aria-label="Search commands"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={current === undefined ? undefined : `${listId}-${found.indexOf(current)}`}
        placeholder="What do you want to do?"
        autoComplete="off"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={listId} className={styles['list']} role="listbox" aria-label="Commands">
        {found.map((command, index) => (
          <li
            key={command.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={command === current}
            className={styles['item']}
            onClick={() => choose(command.id)}
            onPointerMove={() => setAt(index)}
          >
            <span className={styles['group']}>{command.group}</span>
            <span className={text['grow']}>{command.title}</span>
            {command.keys.slice(0, 1).map((keys) => (
              <kbd key={keys} className={text['kbd']}>
                {keysInWords(keys, mac)}
              </kbd>
            ))}
          </li>
        ))}
        {found.length === 0 && <li className={styles['none']}>No command has these words.</li>}
      </ul>
    </Dialog>
  )
}
