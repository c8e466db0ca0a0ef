import { css } from './css.ts';

/**
 * Room kept for rows that are to come, so that they move nothing below: as many as the host says, or as are usual. A
 * widget says how high a row is at its width, and what stands around them.
 */
export const roomStyles = css`
  :host {
    container-type: inline-size;
  }
  .room {
    min-block-size: calc(var(--_frame) + var(--hale-rows, var(--_rows)) * var(--_row));
  }
  :host(:state(awaited)) .room {
    --_rows: var(--_usual);
  }
  .to-come {
    inline-size: 40%;
    block-size: calc(var(--hale-rows, var(--_usual)) * var(--_row));
    background: repeating-linear-gradient(#0000 0 7px, var(--_line) 7px 15px, #0000 15px var(--_row));
    /* How many there will be is not known: the later, the less is said of them. */
    mask: linear-gradient(#000, #0000);
  }
`;
