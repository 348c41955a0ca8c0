/** The six author hues of the interface; each at least 4.5:1 on white. The template reads them with its data. */
export const HUES = ['#1149d6', '#5d240e', '#16684e', '#930d7d', '#6111af', '#4b560c'] as const
