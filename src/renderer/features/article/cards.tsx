import { memo, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useComposing } from '../comments/composing.ts'
import { useCalmSnapshot } from '../review/calm-snapshot.ts'
import { personName } from '../review/people.ts'
import { useReview } from '../review/store.ts'
import { useKept } from '../use-kept.ts'
import { cardItems, COMPOSER } from './card-items.ts'
import type { CardItem } from './card-items.ts'
import styles from './cards.module.css'
import { ChangeCard, ChangeNote } from './change-card.tsx'
import { ComposerCard } from './composer-card.tsx'
import { placeCards } from './place-cards.ts'
import { ThreadCard } from './thread-card.tsx'
import type { Layout } from './use-layout.ts'

/** A card's height until it has been measured, and the space between two; CSS pixels. */
const GUESSED_HEIGHT = { thread: 72, change: 92, note: 24, composer: 160 }
const GAP = 6
/** The first line of a card stands on the line of its words. */
const LIFT = 3
const NONE: readonly CardItem[] = []

/** The margin: cards beside what they speak of, only those near the window mounted. */
export function Cards({ layout, offset }: { readonly layout: Layout; readonly offset: number }) {
  const state = useReview((store) => store.state)
  const current = useReview((store) => store.current)
  const composing = useComposing((store) => (store.place === 'margin' ? store.target : null))
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map())
  const column = useRef<HTMLElement>(null)

  // Places follow the text at once, words in the pauses of whoever types: most keys draw no card anew.
  const index = useCalmSnapshot()?.index
  const { tops: places, selectionTop } = layout
  const items = useKept(
    useMemo(() => {
      if (state === null || index === undefined) return NONE
      const changeTop = composing?.kind === 'change' ? places.get(composing.changeId) : undefined
      return cardItems({
        state,
        index,
        current,
        tops: places,
        composing: composing && { target: composing, top: changeTop ?? selectionTop },
        nameOf: personName,
      })
    }, [state, index, current, places, composing, selectionTop]),
  )
  const activeId = composing !== null ? COMPOSER : activeOf(items, current?.id ?? null)
  const tops = placeCards(
    items.map((item) => ({
      id: item.id,
      wanted: item.wanted + offset - LIFT,
      height: heights.get(item.id) ?? GUESSED_HEIGHT[item.kind],
    })),
    activeId,
    GAP,
    offset / 2,
  )
  const near = (item: CardItem) => {
    const top = (tops.get(item.id) ?? 0) - offset
    return item.id === activeId || (top > layout.window.top - 400 && top < layout.window.bottom)
  }

  // Heights follow the words in a card; a card that changed its height moves the ones below it.
  useLayoutEffect(() => {
    const element = column.current
    if (!element) return
    const observer = new ResizeObserver((entries) => {
      setHeights((before) => {
        const next = new Map(before)
        for (const { target } of entries) {
          if (!(target instanceof HTMLElement) || target.offsetHeight === 0) continue
          next.set(target.dataset['card'] ?? '', target.offsetHeight)
        }
        return [...next].some(([id, height]) => before.get(id) !== height) ? next : before
      })
    })
    for (const card of element.children) observer.observe(card)
    return () => observer.disconnect()
  })

  return (
    <section
      className={styles['column']}
      ref={column}
      aria-label="Margin"
      dir="ltr"
      data-region={items.length > 0 ? 'margin' : undefined}
      tabIndex={-1}
    >
      {items.filter(near).map((item) => (
        <div
          key={item.id}
          data-card={item.id}
          className={styles['place']}
          data-active={item.id === activeId || undefined}
          style={{ top: tops.get(item.id) ?? 0 }}
        >
          <Card item={item} active={item.id === activeId} />
        </div>
      ))}
    </section>
  )
}

function activeOf(items: readonly CardItem[], currentId: string | null): string | null {
  const active = items.find(
    (item) =>
      item.id === currentId ||
      (item.kind === 'change' && item.group.some((change) => change.id === currentId)),
  )
  return active?.id ?? null
}

const Card = memo(function Card({ item, active }: { readonly item: CardItem; readonly active: boolean }) {
  switch (item.kind) {
    case 'thread':
      return <ThreadCard thread={item.thread} about={item.about} lost={item.lost} active={active} />
    case 'change':
      return <ChangeCard group={item.group} active={active} />
    case 'note':
      return <ChangeNote change={item.change} />
    case 'composer':
      return <ComposerCard target={item.target} />
  }
})
