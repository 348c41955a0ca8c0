import type { KeyboardEvent } from 'react'
import { useRef, useState } from 'react'
import { commands } from '../../../shared/commands.ts'
import type { Command } from '../../../shared/commands.ts'
import { classes } from '../../ui/classes.ts'
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
  const list = useRef<HTMLUListElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const found = matching(query)
  const mac = isMac()

  const choose = (id: string): void => {
    hide()
    // The dialog gives the focus back first; the command may move it.
    requestAnimationFrame(() => run(id))
  }
  /** Arrows walk from the field through the commands; typing on goes back to the field. */
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      const stops = [input.current, ...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])]
      const at = stops.findIndex((stop) => stop === document.activeElement)
      stops[(at + step + stops.length) % stops.length]?.focus()
    } else if (event.key.length === 1 && event.key !== ' ') {
      input.current?.focus()
    }
  }
  const first = found[0]
  return (
    <Dialog title="Commands" onClose={hide} flush>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (first !== undefined) choose(first.id)
        }}
      >
        <input
          ref={input}
          type="text"
          className={styles['input']}
          aria-label="Search commands"
          placeholder="What do you want to do?"
          autoComplete="off"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </form>
      <ul ref={list} className={styles['list']} aria-label="Commands">
        {found.map((command, index) => (
          <li key={command.id}>
            <button
              type="button"
              className={classes(styles['item'], index === 0 && styles['first'])}
              tabIndex={-1}
              onClick={() => choose(command.id)}
              onKeyDown={onKeyDown}
            >
              <span className={styles['group']}>{command.group}</span>
              <span className={text['grow']}>{command.title}</span>
              {command.keys.slice(0, 1).map((keys) => (
                <kbd key={keys} className={text['kbd']}>
                  {keysInWords(keys, mac)}
                </kbd>
              ))}
            </button>
          </li>
        ))}
        {found.length === 0 && <li className={styles['none']}>No command has these words.</li>}
      </ul>
    </Dialog>
  )
}
