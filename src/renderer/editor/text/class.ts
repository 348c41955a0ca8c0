import text from './text.module.css'
import lists from './lists.module.css'
import tables from './tables.module.css'
import notes from './notes.module.css'
import pictures from './pictures.module.css'
import preserved from './preserved.module.css'
import formats from './formats.module.css'
import changes from './changes.module.css'
import places from './places.module.css'

/** The class of the manuscript. Each sheet is about one thing; a later one may speak against an earlier. */
export const TEXT_CLASS = [text, lists, tables, notes, pictures, formats, preserved, changes, places]
  .map((sheet) => sheet['text'] ?? '')
  .join(' ')
