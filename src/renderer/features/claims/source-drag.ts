import type { DragEvent } from 'react'
import { useReview } from '../review/store.ts'
import { attachTo } from './attach.ts'

/** A source that is dragged travels as its id, under a type that nothing outside of Stet offers or takes. */
const TYPE = 'application/x-stet-source'

/** For what shows a source: lets it be dragged onto a claim. */
export function dragsSource(sourceId: string) {
  return {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData(TYPE, sourceId)
      event.dataTransfer.effectAllowed = 'link'
    },
  }
}

/** For what shows a claim: takes a source that is dropped on it. */
export function takesSource(claimId: string) {
  return {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(TYPE)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'link'
    },
    onDrop: (event: DragEvent) => {
      const sourceId = event.dataTransfer.getData(TYPE)
      const { state } = useReview.getState()
      const claim = state?.claims.find(({ id }) => id === claimId)
      if (state === null || claim === undefined || state.article.locked) return
      if (!state.sources.some(({ id }) => id === sourceId)) return
      event.preventDefault()
      void attachTo(claim, sourceId)
    },
  }
}
