import { Plugin, TextSelection } from 'prosemirror-state'

function pictureOf(data: DataTransfer | null): File | null {
  return [...(data?.files ?? [])].find((file) => file.type.startsWith('image/')) ?? null
}

/** Hands over a picture that is pasted or dropped as a file. What other programs copy as text with a picture is text. */
export function pictureFiles(onPicture: (file: File) => void): Plugin {
  return new Plugin({
    props: {
      handlePaste: (view, event) => {
        const isText = event.clipboardData?.types.some((type) => type.startsWith('text/')) ?? false
        const file = isText || !view.editable ? null : pictureOf(event.clipboardData)
        if (file) onPicture(file)
        return file !== null
      },
      handleDrop: (view, event) => {
        const file = view.dragging || !view.editable ? null : pictureOf(event.dataTransfer)
        if (!file) return false
        const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
        if (place) {
          const $place = view.state.doc.resolve(place.pos)
          view.dispatch(view.state.tr.setSelection(TextSelection.near($place)))
        }
        onPicture(file)
        return true
      },
    },
  })
}
