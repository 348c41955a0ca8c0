import { Search } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { Icon } from '../../ui/icon.tsx'
import text from '../../ui/text.module.css'
import styles from './desk.module.css'
import { useDesk } from './store.ts'

/** When what was typed last has been answered. */
async function goToFirstFound(): Promise<void> {
  await useDesk.getState().settled()
  document.querySelector<HTMLElement>('[data-article][tabindex="0"]')?.focus()
}

/** Said to a screen reader: a list that changes under the fingers is seen, but not heard. */
function Found() {
  const found = useDesk(({ shown, query }) =>
    query.trim() === '' || shown?.look.query !== query ? null : shown.total,
  )
  return (
    <output className={text['hiddenText']}>
      {found !== null && (found === 1 ? '1 article found' : `${found} articles found`)}
    </output>
  )
}

export function SearchField() {
  const { query, search } = useDesk()
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Escape' && query !== '') search('')
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
    event.preventDefault()
    void goToFirstFound()
  }
  return (
    <label className={styles['find']}>
      <Icon of={Search} />
      <input
        type="search"
        id="desk-search"
        aria-label="Search headline, slug or text"
        placeholder="Headline, slug or text"
        value={query}
        onChange={(event) => search(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <kbd className={text['kbd']}>/</kbd>
      <Found />
    </label>
  )
}
