/** A cell of the grid; row −1 holds the heads. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** How large the grid is, and how many rows a page of it has. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
  readonly page: number;
  readonly isMirrored: boolean;
}

type Move = (at: Place, extent: Extent) => Place;

const aside =
  (by: 1 | -1): Move =>
  ({ row, column }, { isMirrored }) => ({ row, column: column + (isMirrored ? -by : by) });

const moves: ReadonlyMap<string, Move> = new Map<string, Move>([
  ['ArrowDown', (at) => ({ ...at, row: at.row + 1 })],
  ['ArrowUp', (at) => ({ ...at, row: at.row - 1 })],
  ['ArrowRight', aside(1)],
  ['ArrowLeft', aside(-1)],
  ['PageDown', (at, { page }) => ({ ...at, row: at.row + page })],
  ['PageUp', (at, { page }) => ({ ...at, row: Math.max(Math.min(0, at.row), at.row - page) })],
  ['Home', ({ row }) => ({ row, column: 0 })],
  ['End', ({ row }, { columns }) => ({ row, column: columns - 1 })],
  ['ControlHome', ({ column }) => ({ row: 0, column })],
  ['ControlEnd', ({ column }, { rows }) => ({ row: rows - 1, column })],
]);

/** Where a key leads from a cell, kept within the grid; null for a key that leads nowhere. */
export function moveCell(
  { key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  at: Place,
  extent: Extent,
): Place | null {
  const move = altKey ? undefined : moves.get(ctrlKey || metaKey ? `Control${key}` : key);
  if (!move) return null;
  const { row, column } = move(at, extent);
  return {
    row: Math.max(-1, Math.min(extent.rows - 1, row)),
    column: Math.max(0, Math.min(extent.columns - 1, column)),
  };
}
