/**
 * Who changed something, under which change id. Times live in the database, by id. `move` is the id of the move it
 * belongs to: both sides of a move carry that id, and text put into moved text goes when the move is rejected.
 */
export type ChangeRef = { readonly id: string; readonly author: string; readonly move?: string }
